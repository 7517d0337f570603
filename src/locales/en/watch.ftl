## Waiting for an answer in chats

watch-since = Waiting for an answer since { $time }.
watch-more = …and { $count } more { $count ->
        [one] message
       *[other] messages
    }
watch-ticket = Create a request
watch-dialog = Open a dialog
watch-marked = Already answered
watch-needless = No answer needed
watch-open = Open the chat

watch-digest-title = Waiting for attention: { $count }
watch-evening-title = The working day is ending. Waiting for attention: { $count }
watch-all-done = All of this is dealt with
watch-short-ticket = Request
watch-short-dialog = Dialog
watch-short-marked = Answered
watch-short-needless = Not needed

watch-ended-answered = Answered.
watch-ended-answered-by = Answered: { $name }.
watch-ended-reaction = Answered: a reaction under the message.
watch-ended-reaction-by = Answered: a reaction under the message, { $name }.
watch-ended-ticket = Request { $number } was created.
watch-ended-dialog-by = A dialog was opened in the staff group: { $name }.
watch-ended-marked-by = Marked as already answered: { $name }.
watch-ended-needless-by = Marked as needing no answer: { $name }.
watch-ended-closed = The chat is closed.

watch-toast-dialog = The dialog is being opened in the staff group.
watch-toast-marked = Marked as already answered.
watch-toast-needless = Marked as needing no answer.
watch-toast-left = { $words } While you were reading, { $count ->
        [one] { $count } more message came; it is waiting for an answer.
       *[other] { $count } more messages came; they are waiting for an answer.
    }
watch-toast-gone = Nothing is waiting for an answer here any more.
