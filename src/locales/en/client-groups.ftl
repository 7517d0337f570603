## tickets: companies whose support we are, for staff

clients-menu = Clients we support: list, contracts, groups
clients-in-private = Clients are shown in the private chat with the bot: write /clients there.
clients-none = There are no clients yet. Add the first one with the button below.
clients-title = Clients we support: { $count }
clients-line = • { $name } — open requests: { $open }. Manager: { $manager }. Group: { $group }
clients-line-ended = • { $name } — no longer supported. Open requests: { $open }
clients-nobody = nobody
clients-group-none = not connected
clients-group-waiting = waits for a group from the stock
clients-group-ready = works
clients-group-lost = lost
clients-group-closed = closed
clients-group-title = { $name } · support
clients-new = New client
clients-back = ‹ All clients
clients-back-one = ‹ Back to the client
clients-one = Client: { $name }
clients-one-ended = Client: { $name } (no longer supported)
clients-one-manager = Manager: { $manager }
clients-one-group = Group: { $group }
clients-one-open = Open requests: { $count }
clients-one-plan = Contract: { $plan }. Calendar: { $calendar }
clients-one-hours = Hours: { $hours }
clients-one-language = Language: { $language }
clients-one-raise = A message without an answer is raised after { $minutes } working minutes
clients-one-rules-usual = Rules: the usual ones
clients-one-rules-own = Rules: their own
clients-one-qr-on = Joining by QR code: on
clients-one-qr-off = Joining by QR code: off
clients-from-stock = Take a group from the stock
clients-connect = Connect an existing group
clients-set-name = Name
clients-set-manager = Manager
clients-set-plan = Contract
clients-set-calendar = Calendar
clients-set-language = Language
clients-set-zone = Time zone
clients-set-raise = When to raise
clients-set-rules = Rules
clients-end = End the service
clients-resume = Resume the service
clients-choose-manager = Who looks after “{ $name }”?
clients-choose-plan = Which contract does “{ $name }” have? Deadlines of open requests are counted by it from now on.
clients-choose-calendar = Which calendar do we keep for “{ $name }”? Deadlines of open requests are counted by it from now on.
clients-choose-language = Which language do we write in, in the group of “{ $name }”?
clients-choose-zone = Which time zone is “{ $name }” in? Hours and deadlines in the group are shown in it.
clients-calendar-of-plan = As in the contract
clients-zone-other = Another city
clients-yours = You now look after the client “{ $name }”. All about it: /clients
clients-change-changed = Done.
clients-change-same = It is so already.
clients-change-ended = We no longer support this client. Resume the service first: /clients
clients-change-repeated = Done already.
clients-change-gone = There is no such client. Open the list again: /clients
clients-change-choice-gone = This choice is gone. Please take another.
clients-change-no-right = Managers, supervisors and administrators change what is agreed with clients.
clients-stock-given = The client has a group from the stock. Bring their people in: /qr in the group.
clients-stock-waits = The stock is empty. The client gets a group as soon as there is one. To add groups: /stock
clients-stock-has-group = This client has a group already.
clients-stock-ended = We no longer support this client. Resume the service first.
clients-stock-repeated = Done already.
clients-stock-gone = There is no such client. Open the list again: /clients
clients-stock-no-right = Managers, supervisors and administrators give groups to clients.
clients-end-sure = End the service of “{ $name }”? The group is closed and no new requests are taken. Everything written stays, and the service can be resumed at any time.
clients-end-open =
    { $rest ->
        [0] Still open: { $named }.
       *[other] Still open: { $named } and others ({ $rest }).
    } They stay open and have to be brought to an end.
clients-end-yes = Yes, end it
clients-end-no = No, keep it
clients-end-ended = The service has ended, the group is closed.
clients-end-resumed = The service is resumed.
clients-end-same = Done already.
clients-end-repeated = Done already.
clients-end-gone = There is no such client. Open the list again: /clients
clients-end-no-right = Managers, supervisors and administrators end and resume the service.
clients-connect-how = Press the button and choose the group in which “{ $name }” talks already. The bot asks for an administrator’s rights: please agree, without them it sees no messages and can let nobody in. Name and description of the group stay as they are. Only you and your colleagues can connect a group with this button.
clients-connect-choose = Choose the group
clients-connect-staff-only = Only the company’s employees can connect this group to support. Ask your manager: it takes them a minute.
clients-connected-connected = The group “{ $title }” is connected: “{ $name }” is supported in it from now on.
clients-connected-connected-already = The group “{ $title }” is connected to “{ $name }” already.
clients-connected-has-group = “{ $name }” has another group already, so “{ $title }” was not connected. A client has one group.
clients-connected-ended = We no longer support “{ $name }”, so “{ $title }” was not connected. Resume the service first: /clients
clients-connected-unknown = The group “{ $title }” was not connected: there is no such link. Take a new one from the client in /clients
clients-connected-in-use = “{ $title }” is taken: others work in it. Choose another group for “{ $name }”.
clients-connected-desk = “{ $title }” is a group of employees, and clients must not read it. Choose another group for “{ $name }”.
clients-connected-outside = The bot is no longer in “{ $title }”. Add it again with the same button: /clients
clients-connected-lacks = For everything to work, this is missing:
clients-form-name = What is the company called?
clients-form-name-empty = There is no letter or digit in the name. Please write it again.
clients-form-rename = What is the company called now?
clients-form-language = Which language do we write in, in its group?
clients-form-zone = Which time zone does it work in?
clients-form-zone-line = Write a city, for example “Omsk”, or the difference to Greenwich: “UTC+6”.
clients-form-zone-wrong = I do not know this zone. Write a large city or “UTC+6”.
clients-form-plan = Which contract do they have?
clients-form-manager = Who looks after the client?
clients-form-manager-me = I do
clients-form-raise = After how many working minutes is a message without an answer raised? Write a number from 1 to 10080.
clients-form-rules-ru = Write the rules of this group in Russian, up to 1,500 characters: what becomes a request and what is just a message. The bot adds times, hours and the order of escalation.
clients-form-rules-en = Write the rules of this group in English, up to 1,500 characters: what becomes a request and what is just a message. The bot adds times, hours and the order of escalation.
clients-form-made = The client “{ $name }” is added. Now give them a group.
clients-form-exists = The client “{ $name }” is in the list already. Here it is:
clients-form-no-right = Managers, supervisors and administrators add clients.
clients-form-repeated = Done already.
clients-rules-edit-ru = Write in Russian
clients-rules-edit-en = Write in English
clients-rules-reset = Back to the usual ones

## tickets: in a client's group

clients-hello =
    Hello! This is the support chat of “{ $name }”. Our people are here: { $hours }.

    How to ask for help:
    • Write what happened, and add a photo or a file where that helps.
    • To open a request, answer your own message with /ticket, or press “New request” in /menu. Its number, deadline and the person responsible come here.
    • Rules and times: /rules. To bring colleagues in: /qr.
clients-card-company = Client: { $name }
clients-card-hours = Hours: { $hours }
clients-card-open = Open requests: { $count }
clients-card-times = Times, within working hours:
clients-card-how = Need help? Write here or open a request: /ticket
clients-always = around the clock
clients-daily = daily
clients-day-1 = Mon
clients-day-2 = Tue
clients-day-3 = Wed
clients-day-4 = Thu
clients-day-5 = Fri
clients-day-6 = Sat
clients-day-7 = Sun
clients-times-none = No times are set: we answer as soon as we can.
clients-times-any = • Any request: { $times }
clients-times-line = • { $urgency }: { $times }
clients-times-answer = first answer — { $time }
clients-times-solution = solution — { $time }
clients-urgency-low = Low urgency
clients-urgency-normal = Normal urgency
clients-urgency-high = High urgency
clients-urgency-critical = Critical urgency
clients-rules-title = Rules of support: “{ $name }”
clients-rules-usual =
    A request is whatever has to be done or mended: something does not work, a document, an access or a calculation is needed. It is opened with /ticket, with “New request” in /menu, or in reply to a message. A request has a number, a deadline and somebody responsible.
    A short question, a detail or a word of thanks stays a message. We answer those too, without counting the time.
    Where a message looks like a request, our employee opens it for you.
clients-rules-times = Times by urgency, within working hours:
clients-rules-hours = Hours: { $hours }. Time outside these hours, and while we wait for your answer, is not counted.
clients-rules-escalation = When a deadline has passed, these people hear of the request:
clients-rules-circle-1 =
    { $minutes ->
        [0] 1. the person responsible — at once
       *[other] 1. the person responsible — after { $minutes } min
    }
clients-rules-circle-2 =
    { $minutes ->
        [0] 2. the whole support team — at once
       *[other] 2. the whole support team — after { $minutes } min
    }
clients-rules-circle-3 =
    { $minutes ->
        [0] 3. supervisors — at once
       *[other] 3. supervisors — after { $minutes } min
    }
clients-item-qr = Invite by QR code
clients-qr-none = This group is not connected to a client now, so there is nowhere to invite to.
clients-qr =
    Invitation to the support group of “{ $name }”:
    { $link }

    All colleagues come in by it, however many: the bot lets them in. Print the code and put it up at the workplace.
clients-qr-off = Joining by QR code is off: nobody comes in by the link or by old prints. To bring in one person, use “Add a participant”.
clients-qr-png = Picture with the QR code
clients-qr-pdf = Sheet to print (PDF)
clients-qr-renew = Renew the link
clients-qr-renew-sure = Renew the link? The old link and every print of it stop working at once and have to be replaced.
clients-qr-renew-yes = Yes, renew it
clients-qr-turn-off = Turn joining by QR code off
clients-qr-turn-on = Turn joining by QR code on
clients-qr-sent-told = It comes in your private chat with the bot.
clients-qr-sent-said = It comes here, in the group.
clients-qr-sent-gone = This group is not connected to a client now.
clients-poster-line =
    Point your camera here
    to join the support chat
clients-poster-how = The code opens Telegram. Press “Start”, then “Open the group”: the bot lets you in.
clients-poster-file = QR support
clients-poster-caption = Invitation to the support group of “{ $name }”: { $link }
clients-entered-waits = The support group of “{ $name }” is being prepared. As soon as it is ready, the way in comes here.
clients-entered-already-in = You are in the support group of “{ $name }” already. It is among your chats.
clients-entered-parted = You were taken out of the support group of “{ $name }”, so the QR code does not let you in. Ask a colleague in the group or the manager to invite you personally.
clients-entered-off = Joining the support group of “{ $name }” by QR code is off. Ask a colleague in the group to invite you personally.
clients-entered-ended = The support group of “{ $name }” is closed now, nobody can join. If you need help, write about it here.
clients-entered-no-group = There is no support group of “{ $name }” yet. Please open the code later.
clients-entered-unknown = This link no longer works: it was renewed. Ask a colleague to show you the new QR code.
clients-left =
    { $former } works here no more, and these clients have no manager. Name another one:
clients-left-name = Name one: { $name }
clients-named = There is a manager already: { $name }. You may choose another one.
