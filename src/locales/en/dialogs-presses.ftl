## Dialogs: answers to presses

toast-take = The dialog is yours
toast-resume = The dialog is in work again
toast-call = Call noted
toast-list-in-comments = The list is in the comments
toast-note-in-comments = Write the note in the comments
toast-note = Write the note in your next message
toast-close = Dialog closed
toast-close-unrated = Dialog closed, no rating will be asked
toast-reopen = The dialog is open again
toast-release = The dialog waits for anybody again
toast-transferred = Handed over: { $name }
toast-handover-offered = Offered to { $name }. Until they accept, the dialogs are yours.
toast-handover-offered-already = Offered already, no answer yet: { $name }.
toast-handover-on-duty-again = You are on duty again: the dialogs stay with you.
toast-handover-withdrawn = No need to take over any more: { $name } is on duty again.
toast-handover-off-duty = They are not on duty any more. Choose somebody else.
toast-handover-nothing-left = There is nothing to hand over: you have no open dialogs.
toast-handover-declined = All right, we will tell your colleague
toast-handover-accepted =
    { $count ->
        [one] Accepted: you have { $count } more dialog
       *[other] Accepted: you have { $count } more dialogs
    }
toast-more-nothing = There is nothing more here right now.
toast-more-no-longer = This is not possible any more: the dialog has changed. Have a look at the card.
toast-no-right = This button is not for you. Nothing has changed.
toast-unseen-question = The client has just written again. Read it and press once more.
toast-gone = There is no such dialog any more.
toast-another-open = The client has another dialog open: No. { $number }.
toast-no-longer = The card has changed, the status is now “{ $status }”. Please look again.
toast-yours-already = The dialog is yours already
toast-already-in-work = Already in work: { $name }
toast-former-employee = a former employee
toast-not-your-note = A colleague of yours is writing this note.
toast-note-cancelled = Note cancelled
toast-note-over = Nothing to cancel: the note is written or the time is over
toast-send-held = Sending to the client
toast-keep-held = Not sent, kept as a note
toast-send-note = Sending to the client
toast-repeat = Sending again
toast-repeat-edit = Sending the correction
toast-take-back = Taking it back
toast-arrived = Noted: it arrived
toast-decided-already = This has been decided already
toast-given-up = This message was given up in /undelivered and is not sent to the client any more. If the answer is needed after all, send it as a new message.
toast-rated = Thank you! Your rating: { $rating }
toast-rated-already = You have already given { $rating }. Thank you!
toast-outdated = This button is outdated. Open the menu or the card again.
