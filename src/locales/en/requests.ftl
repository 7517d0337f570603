## Requests: the client's card

request-urgency-low = Not urgent
request-urgency-normal = Normal
request-urgency-high = Urgent
request-urgency-critical = Critical

request-status-new = New
request-status-in_progress = In progress
request-status-waiting = Waiting for your answer
request-status-done = Done
request-status-closed = Closed
request-status-reopened = In progress again
request-status-cancelled = Cancelled
request-merged = Merged into { $number }

request-due-response = We will answer by { $time }
request-due-next_response = We will answer by { $time }
request-due-resolution = We will solve it by { $time }
request-late-response = We promised an answer by { $time } and are late. We are hurrying.
request-late-next_response = We promised an answer by { $time } and are late. We are hurrying.
request-late-resolution = We promised a solution by { $time } and are late. We are hurrying.
request-responsible = Working on it: { $name }
request-since = Opened: { $time }
request-since-by = Opened: { $time }, { $name }
request-rating = Rating: { $stars }
request-hint-open = To add something, reply to this message.
request-hint-waiting = Please reply to this message: we cannot go on without your answer.
request-hint-done = Is everything all right? Please confirm. Without an answer the request closes itself: { $time }.
request-confirm = Confirm
request-return = Reopen
request-withdraw = Withdraw

request-ping-waiting = request { $number } is waiting for your answer. Please reply to its card.
request-ping-done = request { $number } is done. Please check it and press “Confirm” or “Reopen” on its card. Without an answer it closes itself: { $time }.
request-ping-done-stays = request { $number } is done. Please check it and press “Confirm” or “Reopen” on its card.

request-heard-over = Request { $number } is closed already. We have kept your words; to have us work on it again, press “Reopen” on its card.
request-heard-ended = Request { $number } is closed already. We have kept your words; if you need help, please make a new request: /ticket.

## Requests: how they are made

request-item-new = New request
request-item-list = Requests
request-item-status = my requests

request-ask-company = Which company is the request from?
request-ask-type = What has happened?
request-go-on = Continue in a private chat
request-ask-urgency = How urgent is it?
request-urgency-means-low = Not urgent: it can wait
request-urgency-means-normal = Normal: a nuisance, but work goes on
request-urgency-means-high = Urgent: it is very hard to work
request-urgency-means-critical = Critical: work has stopped
request-urgency-line = { $meaning }. Answered within { $time }
request-ask-words = Tell us what is to be done: in words, by voice, with a photo or a file.
request-ask-files = Attach photos or files. If there are none, or all of them are here, press “Done”.
request-ask-same =
    This looks like { $number } “{ $summary }” ({ $status }).
    Is it the same?
request-same-yes = Yes, add it there
request-same-return = Yes, reopen it
request-same-no = No, a new request
request-ask-send =
    Please check:

    { $type } · { $urgent }
    { $summary }
    { $files ->
        [0] No attachments
       *[other] 📎 Attachments: { $files }
    }

    Shall we send it?
request-send = Send
request-opened = Done: request { $number }. Its card is in your group and shows how it goes. To ask about it here: /status
request-added = Added to request { $number }.
request-not-added = Nothing could be added to request { $number }: it has changed meanwhile. Look at /status, or make a new one: /ticket.

# Words that stand in every request: they tell nothing about likeness.
request-common-words = hello hi good morning afternoon evening please thanks thank you dear colleagues need can could help does not work working

request-not-here = Requests are made in support groups. Here, /support will help.
request-of-bot = That is a message of the bot. Reply with /ticket to a message of a person, or write it on its own.
request-of-nothing = There is nothing in that message to make a request of. Reply with /ticket to a message with a question, or write it on its own.
request-refused-no-company = This group is not connected to support yet, so no request can be made. Please write to the manager.
request-refused-closed = This group is closed: no new requests can be made here. Please write to the manager.
request-refused-stranger = Requests of this group are for the company's people. If you are one of them, please ask the manager to add you.
request-refused-no-words = There is nothing in the request yet. Please start again and tell us what is to be done: /ticket.
request-refused-too-long = That is too long: a request takes up to 4096 characters. Please start again and attach the details as a file: /ticket.
request-refused-unknown = There are no requests of that kind any more. Please start again: /ticket.
request-refused-too-many = You have made many requests within an hour ({ $limit }). Add details to those you have, or wait a little.
request-refused-too-many-company = Your company has made many requests within a day ({ $limit }). If it is urgent, write to the group directly.
request-refused-known = There is a request about that message already: { $number }. To add something, reply to its card.

## Requests: what a client does with them

request-ask-return = What is still wrong with { $number }? Tell us in words, by voice, with a photo or a file.
request-ask-withdraw = Withdraw request { $number }? We will stop working on it.
request-withdraw-yes = Yes, withdraw
request-withdraw-no = No, keep it
toast-request-done = Thank you! The request is closed.
toast-request-gone = There is no such request any more.
toast-request-stranger = Only people of the company whose request it is can do that.
toast-request-no-longer = The request has changed meanwhile. Its card shows what can be done now.
toast-request-too-late = This request was closed more than 30 days ago. Please make a new one: /ticket.
toast-request-merged = This request has been merged into another: please go on there.
toast-request-already-yours = You are working on this request already.
toast-request-changed-since = The request has changed meanwhile. Its card shows what can be done now.

request-rate = how did we do with request { $number }?
request-thanks = Thank you for the rating!
request-rated = Request { $number }: { $stars }. Thank you for the rating!
request-ask-rate-words = Would you like to add a few words? Write them within the next 10 minutes, or press “Skip”.
request-low-rating = ⚠️ { $company }: request { $number } was rated { $stars } ({ $name }).
request-low-rating-words = ⚠️ { $company }: words were added to the rating { $stars } of request { $number } ({ $name }):
toast-rating-gone = There is no such request any more.
toast-rating-stranger = Only people of the company whose request it is can rate it.
toast-rating-not-yours = This question is for whoever confirmed the request.
toast-rating-no-longer = This request is in work again. It can be rated when it is closed.

## Requests: asking about them

request-list-mine = Your open requests: { $count }
request-list-all = Open requests of the company: { $count }
request-none-mine = You have no open requests. To make one: /ticket
request-none-all = There are no open requests. To make one: /ticket
request-see-mine = My requests
request-see-all = All requests of the company
request-to-card = Open the card
request-log-file = 📄 History as a file (PDF)
request-back = ‹ My requests
request-none-such = There is no such request here. A number looks like this: T-000123. Your requests: /status
request-history-open = request made
request-history-take = taken into work
request-history-wait = waiting for your answer
request-history-resume = work went on
request-history-done = done
request-history-close = closed
request-history-confirm = confirmed: all is well
request-history-return = reopened
request-history-withdraw = withdrawn
request-history-expire = closed by itself: no answer for 3 working days
request-history-cancel = cancelled
request-history-reopen = opened again
request-history-merge = merged into another request
request-history-rate = rated
