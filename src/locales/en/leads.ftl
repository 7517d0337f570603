## leads: to the importer

lead-ask =
    Hello! You are asking about “{ $product }”, offered by “{ $exporter }”.
    What volume do you need, and on what terms? Write it in one message, and the exporter will see it at once. Or skip this and go straight to the chat.
lead-room = Your chat with “{ $exporter }” about “{ $product }” is ready. The button below opens for you alone: send a request, and the bot lets you in at once.
lead-open = Open the chat
lead-soon = We are preparing your chat with “{ $exporter }” about “{ $product }”. They already know of your request. As soon as the chat is ready, your personal link will come here. If you have questions, write here: our support will answer.
lead-no-exporter-invited = “{ $exporter }” is not on Telegram yet: we have told a manager, who will help. Your request about “{ $product }” will not be lost: as soon as the exporter is here, the link to the chat will come. Until then you can write here, and our support will answer.
lead-no-exporter-pending = “{ $exporter }” is still being checked: we have told a manager. Your request about “{ $product }” will not be lost: as soon as the check is over, the link to the chat will come. Until then you can write here, and our support will answer.
lead-no-exporter-nobody = Nobody of “{ $exporter }” is on Telegram at the moment: we have told a manager, who will help. Your request about “{ $product }” will not be lost: as soon as there is somebody to answer, the link to the chat will come. Until then you can write here, and our support will answer.
lead-no-exporter-out = “{ $exporter }” does not work on our marketplace at the moment and will not answer your request about “{ $product }”. Write here what you are looking for: we will help to find something like it.
lead-no-exporter-others = Similar goods of other exporters: tap one to ask about it.
lead-inside = You are in this chat already: it is called “{ $title }” and is in your list of chats.
lead-closed = The chat about “{ $product }” is closed. Write here what you still need: our support will answer.
lead-taken-out = The chat about “{ $product }” is closed to you. If that is a mistake, write here: our support will answer.
lead-slow = “{ $exporter }” has not answered about “{ $product }” yet. We have told a manager. If it is urgent, write here.
lead-taken-up = { $name } is looking into your request about “{ $product }”. If it is urgent, write here.
lead-suggestion = While we wait for an answer about “{ $own }”, here is another offer: “{ $product }” by “{ $exporter }”.
lead-suggestion-ask = Ask about this product
lead-suggestion-page = Product page
lead-refused-unknown = This link leads nowhere. Go back to the product page and press the button again. If that does not help, write here.
lead-refused-off = “{ $product }” is not offered at the moment. Write here what you are looking for: we will help to find something like it.
lead-refused-own =
    This is your product, “{ $product }”, so no chat with yourself was opened.
    This is the page as importers see it: { $url }
    When one of them presses the Telegram button there, you will be told at once.
lead-refused-staff = This is the link to “{ $product }”: importers begin a chat with the exporter by it. You work here, so no chat was made.
lead-refused-limit = You have asked about many products within a day. Please wait for the answers in your chats, or try again tomorrow. If it is urgent, write here.
lead-refused-taken = This link was made for somebody else. Open the product page and press the Telegram button there to get your own.

## leads: to the exporter

lead-notice = 🆕 New chat about a product
lead-product = Product: { $name } — { $url }
lead-exporter = Exporter: { $name }
lead-exporter-link = Exporter: { $name } — { $url }
lead-storefront = Storefront: { $name }
lead-importer = Asked by: { $name }
lead-wants = Request: { $text }
lead-earlier = Asked before: { $name } ({ $date })
lead-join = Join the chat
lead-notice-soon = The chat is being prepared. Your personal link will come here.
lead-importer-away = The importer has not opened the chat yet. Answer now: they will read it when they come in.
lead-prepare = First answer
lead-nudge = { $name } is asking about “{ $product }” again and waits for your answer.
lead-reminder = { $name } is waiting for a first answer about “{ $product }”. Answer in the chat, or press the button for a text that is ready to send.
lead-joined = In the chat: { $people }
lead-nobody-yet = nobody yet
lead-draft = This is what { $name } will read. Send it, change it, or keep it as your template?
lead-draft-send = Send to the chat
lead-draft-change = Change the text
lead-draft-template = Keep as a template
lead-draft-gone = This draft is no more: a first answer stands in the chat.
lead-draft-closed = A first answer about “{ $product }” stands in the chat, sent by { $name }. Your draft is not needed any more: if there is something to add, write it right in the chat.
lead-answer-words = Send your own first answer in one message.
lead-template =
    Hello #{"{"}importer{"}"}! My name is #{"{"}author{"}"}, from “#{"{"}company{"}"}”. Thank you for your interest in “#{"{"}product{"}"}”, we have received your request.

    To prepare our offer, please tell us:
    1. What are your requirements, do you have a specification?
    2. What volume do you need?
    3. By when?
    4. Which terms of delivery and payment suit you?
lead-promise = The answer is sent. When will you send the offer and the documents? The date will be seen in the chat, and the bot will remind you.
lead-promise-0 = Today
lead-promise-1 = Tomorrow
lead-promise-3 = In 3 days
lead-promise-7 = In a week
lead-promise-other = Another date
lead-promise-date = By which day will you send the offer and the documents?
lead-promise-noted = Noted: the offer and the documents by { $date }.

## leads: in the chat about a product

lead-hello = Hello! Here { $importer } and “{ $exporter }” discuss “{ $product }”. Keep agreements, dates and files in this chat, where they are easy to find.
lead-request = { $name } adds to the request: { $text }
lead-answer-by-exporter = { $name }, “{ $company }”:
lead-answer-by-staff = { $name }, manager, for “{ $company }”:
lead-offer = Offer and documents: { $product }
lead-next = Next: { $title } by { $time }
lead-clock = Times in this group: { $zone }
lead-stage = Stage: { $name }
lead-stage-set = The stage of this deal is now: { $name }
lead-stages = Stage…
lead-stages-choose = At which stage is the deal about “{ $product }”?
lead-move-exporter = Waiting for the exporter since { $time }
lead-move-importer = Waiting for the importer since { $time }
lead-merged = This importer has asked about the product before: the talk goes on in the chat that was opened first.

## leads: to staff

lead-desk-title = Lead { $number }
lead-desk-asking = The importer is being asked what they need.
lead-desk-waiting = Waiting: the exporter is not here yet.
lead-desk-open = The exporter was told and has not answered yet.
lead-desk-no-chat = The chat is not ready: it waits for a group in stock. The exporter's time to answer begins with it.
lead-desk-out = The exporter does not work with us at the moment; the importer knows.
lead-desk-answered-exporter = { $known ->
    [yes] The exporter has answered: { $name }.
   *[no] The exporter has answered.
}
lead-desk-answered-staff = { $known ->
    [yes] Answered for the exporter by { $name }.
   *[no] Answered for the exporter by an employee.
}
lead-desk-merged = The importer went on in another chat.
lead-desk-reminded = The exporter was reminded.
lead-desk-escalated = The exporter is silent, the manager knows.
lead-desk-taken-up = The exporter is silent, a manager is looking into it.
lead-enter = Enter the chat
lead-manager =
    Your exporter has a new chat. They answer first; if they stay silent, we will write to you.
    The button below lets you in, and nobody else.
lead-silent = “{ $name }” is silent: the lead has been waiting since { $time }. The importer knows that we have told you; as soon as you press one of the buttons, they read that you are looking into it.
lead-rescue-answer = Answer for the exporter
lead-rescue-phones = Call
lead-rescue-others = Offer other exporters
lead-phones = How to reach “{ $name }”:
lead-no-phone = no telephone
lead-nobody-there = Nobody has registered yet.
lead-others = Press a product, and { $name } gets the offer in their chat with the bot.
lead-others-none = Other exporters have nothing like it. Write to the importer in the chat, or call the exporter.
lead-waits-leads = { $count ->
    [1] A lead is waiting
   *[other] { $count } leads are waiting
}
lead-waits-invited = { $leads }: “{ $name }” is not on Telegram yet. Send the exporter this link to register: { $link }
lead-waits-pending = { $leads }: “{ $name }” is not confirmed yet. Confirm the exporter, and the chat opens by itself.
lead-waits-nobody = { $leads }: nobody of “{ $name }” is on Telegram any more. Send the exporter this link to register: { $link }
lead-waits-out = { $leads }: “{ $name }” does not work with us at the moment. Offer the importer others, or bring the exporter back on its card.
lead-waits-products = What is asked about:
lead-waits-product = { $leads ->
    [1] • { $name }
   *[other] • { $name } — { $leads }
}
lead-waits-more = { $count ->
    [one] and { $count } more product
   *[other] and { $count } more products
}
lead-exporter-card = Exporter’s card
lead-untold =
    The notice of lead { $number } about “{ $product }” did not arrive.
    To: { $name }, “{ $exporter }”
    Why: { $why }
    Call the exporter, or answer for them.
lead-untold-blocked = the chat with the bot is blocked
lead-untold-never-started = the chat with the bot was never opened
lead-untold-deactivated = the Telegram account was deleted
lead-untold-gone = there is no such chat in Telegram any more
lead-untold-other = Telegram did not take the message

leads-menu = Leads: who waits for an answer
leads-where = Leads are shown in your chat with the bot and at the desk. Please give the command there.
leads-title = { $list }: { $count }
leads-list-now = All leads in work
leads-list-waiting = Waiting for an exporter
leads-list-unanswered = Not answered
leads-list-answered = Answered
leads-list-closed = Completed
leads-none = There is nothing here yet.
leads-line = No. { $number } · { $name } — { $product }
leads-is-closed = Completed
leads-is-asking = The importer was asked what they need at { $time }
leads-is-waiting = Waiting for the exporter to come since { $time }
leads-is-unanswered = Waiting for a first answer since { $time }
leads-open = No. { $number } · { $name }
leads-chat = Chat
leads-by-exporter = Exporter…
leads-by-storefront = Storefront…
leads-all = Show all
leads-back = To the list
leads-exporters = Which exporter’s leads? In brackets: how many wait for the exporter or an answer. If the one you need is not here, send /leads and a part of the name.
leads-exporters-none = Nobody has asked about this exporter’s products yet. Try a part of the name: /leads Daisy
leads-exporter = { $name } ({ $urgent })
leads-storefronts = Which storefront’s leads?
leads-storefronts-none = Nobody has asked about products of a known storefront yet.
leads-gone = There is no such lead.
leads-staff-only = Only employees can do this

## leads: answers to presses

lead-answer-already = The answer is sent already. Write the rest right in the chat.
lead-answer-was-sent = A first answer stands in the chat already, sent by { $name }. Your words went nowhere: if they are still needed, send them right in the chat.
lead-answer-no-draft = This draft is no more. Press “First answer” under the notice, and it is there again.
lead-answer-gone = The answer could not be changed: the request is closed, or its chat is not open yet.
lead-answer-stranger = The answer could not be changed: that is for the exporter's people and the manager. Please ask the manager.
lead-promise-already = A date for the offer is set already. To move it, press “Move” under the checkpoint in the chat.
lead-promise-gone = The date could not be noted: the request is closed, or its chat is not open yet.
lead-promise-stranger = The date could not be noted: that is for the exporter's people and the manager. Please ask the manager.
lead-toast-draft = The draft is in your chat with the bot.
lead-toast-sent = Sent to the chat.
lead-toast-was-sent = A first answer stands in the chat already, sent by { $name }. Write the rest right in the chat.
lead-toast-no-draft = This draft is no more. Press “First answer” under the notice, and it is there again.
lead-toast-template = Kept: your next answers begin like this.
lead-toast-promised = Noted.
lead-toast-private = The answer is in your chat with the bot.
lead-toast-entry = The link is in your chat with the bot.
lead-toast-suggested = The importer has got the offer.
lead-toast-stranger = This button is for the exporter’s people and the manager.
lead-toast-room-closed = The group of this request is closed: nothing can be written or promised there. The manager can open it again.
lead-answer-room-closed = The group of this request is closed: nothing can be written or promised there. The manager can open it again.
lead-promise-room-closed = The group of this request is closed: nothing can be written or promised there. The manager can open it again.
lead-toast-gone = Not possible now: the request is closed, or its chat is not open yet.
lead-toast-already = Done already.
lead-toast-repeated = Done already.
lead-toast-nobody = The importer has not opened the bot yet, so they cannot be written to.
lead-toast-stage-set = The stage is changed.
lead-toast-stage-same = It is at this stage already.
lead-toast-stage-gone = This stage is no more.
lead-toast-stage-repeated = Done already.
lead-toast-stage-stranger = The exporter and the manager change the stage.

## leads: products out of a spreadsheet

import-menu = Load products from a CSV file
import-how =
    Send a CSV file (up to 1 MB) here, with the caption /import.
    Columns in the first line: “id”, “exporter” (their id at the site, or their name), “name”, “url”; also “category” and “offered” (no: the product is switched off) if you like.
    Products that are not in the file stay as they are.
import-taken = I have got “{ $name }” and am reading it. What came of it will be told here.
import-not-csv = This is not a CSV file. Save it as CSV and send it again with the caption /import.
import-column-external_id = id, product id, sku
import-column-exporter_id = exporter, exporter id, seller, company
import-column-name = name, title, product
import-column-url = url, link, page
import-column-category = category, kind
import-column-is_offered = offered, is offered, shown
import-word-no = no, false, off, 0
import-read = “{ $name }”: new products: { $created }, changed: { $updated }, as before: { $unchanged }, with mistakes: { $wrong }.
import-line = Line { $line }: { $what }
import-more = And more lines with mistakes: { $count }.
import-wrong-external_id = the id has up to 100 Latin letters, digits and signs, without spaces
import-wrong-exporter_id = no exporter is named
import-wrong-name = the name has 1 to 200 characters
import-wrong-url = the url must begin with http:// or https://
import-wrong-category = the category has up to 100 characters
import-wrong-is_offered = “offered” is yes or no
import-wrong-exporter-unknown = there is no such exporter, or two have that name: give their id at the site
import-wrong-twice = this id stood above already, the line is passed over
import-no-columns = In “{ $name }” I did not find these columns: { $columns }. Name them so in the first line and send it again.
import-unreadable = “{ $name }” could not be read: check its quotation marks and save it as CSV again.
import-too-many = “{ $name }” has more than 5000 lines. Please split it.
import-empty = There is no line with a product in “{ $name }”.
import-too-large = The file is larger than 1 MB. Please split it.
import-gone = Telegram does not give “{ $name }” any more. Please send it again.
import-failed = “{ $name }” could not be fetched from Telegram. Please send it again a little later.
lead-back = Open the chat
