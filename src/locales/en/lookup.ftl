## lookup: finding dialogs, words, labels

lookup-menu-dialogs = Find dialogs
lookup-menu-label = Label the client
lookup-title =
    { $more ->
        [yes] Dialogs: more than { $count }
       *[no] Dialogs: { $count }
    }
lookup-waits = waiting { $time }
lookup-page = { $page } of { $pages }
lookup-again = Refresh
lookup-filters = Filters
lookup-reset = Reset
lookup-done = Done
lookup-back = Back
lookup-any = Any
lookup-empty = Nothing was found. Take off some of the conditions with “Filters”, or ask differently, for instance: /dialogs all kate yesterday
lookup-empty-open = There are no open dialogs. For the closed ones: /dialogs all
lookup-page-empty = The dialogs of this page are not in the list any more. Go back or refresh the list.
lookup-filter-status = Status
lookup-filter-staff = Who has it
lookup-filter-wait = Waiting
lookup-filter-dates = When they wrote
lookup-filter-channel = Channel
lookup-filter-label = Label
lookup-filter-desk = Desk
lookup-status-open = open
lookup-status-all = all
lookup-staff-mine = Mine
lookup-staff-nobody = nobody’s
lookup-wait-0 = waiting for an answer
lookup-dates-today = Today
lookup-dates-yesterday = Yesterday
lookup-dates-week = This week
lookup-dates-month = This month
lookup-by-wait = waiting longer than { $time }
lookup-by-client = client No. { $number }
lookup-by-staff = employee No. { $number }
lookup-by-label-gone = a label that is gone
lookup-by-from = since { $day }
lookup-by-until = until { $day }
duration-minutes =
    { $minutes ->
        [0] less than a minute
       *[other] { $minutes } min
    }
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-days = { $days } d
toast-list-gone = This list is out of date. Open a new one: /dialogs
toast-list-busy = Telegram asks us to wait. Press again in a few seconds.
# Words of /dialogs: parted by commas, «*» is any ending.
lookup-word-unanswered = unanswered, not answered, notanswered, new
lookup-word-in_work = inwork, in work
lookup-word-answered = answered
lookup-word-had_call = hadcall, had call, had a call, call*
lookup-word-to_continue = continue, to continue
lookup-word-note = internalnote, internal note, note*
lookup-word-closed = closed, finished
lookup-word-open = open
lookup-word-all = all, any
lookup-word-waiting = waiting, waits, wait
lookup-word-longer = longer, longer than, more, more than, over, waiting longer than, waiting longer
lookup-word-today = today
lookup-word-yesterday = yesterday
lookup-word-day-before = day before yesterday
lookup-word-week = week, this week
lookup-word-last-week = last week
lookup-word-month = month, this month
lookup-word-last-month = last month
lookup-word-mine = mine, my
lookup-word-nobody = nobody, nobodys, nobody’s, unassigned, free
lookup-word-from = from, since
lookup-word-until = until, till, to
lookup-word-minutes = m, min, mins, minute, minutes
lookup-word-hours = h, hour, hours, hr, hrs
lookup-word-days = d, day, days
lookup-word-number = no, number, dialog
lookup-word-client = client
lookup-word-employee = employee, manager, by
lookup-word-channel = channel
lookup-word-label = label, labelled
lookup-word-desk = desk, group, department
lookup-word-filler = an, a, the, in, on, with, and, or, dialogs, show
find-title =
    { $more ->
        [yes] “{ $words }”: more than { $count } messages
       *[no] “{ $words }”: { $count ->
            [one] { $count } message
           *[other] { $count } messages
        }
    }
find-meant = Nobody wrote exactly that. Similar: { $words }
find-within = Only what was said with this client
find-everywhere = In all dialogs
find-only-within = Only with this client
find-empty = Nothing was found. Try fewer words, or the beginning of one: “contr” finds “contract”.
find-empty-within = Nothing like that was said with this client. Look in all dialogs with the button below, or try other words.
find-page-empty = These messages are not in the list any more. Go back.
find-usage = Write what to look for: /find contract. Below the card of a dialog it looks through what was said with that client.
find-too-common = These words are nearly everywhere. Add one that says what it is about.
toast-hits-gone = This list is out of date. Look again: /find and the words.
lookup-menu-find = Find words in what was said
history-file-title = Dialog No. { $number }
history-file-made = Saved { $time }, times are in { $zone }
history-file-former = At { $time } it was:
history-file-edited = changed
history-file-deleted = deleted by the client
history-file-note = a note, the client does not see it
history-file-cut = The rest did not fit: the file has reached Telegram’s limit.
history-file-file = dialog
history-file-where = The history comes into the dialog itself: write /history below its card.
more-history = History as a file
toast-history = The file is being made and will come here
lookup-menu-history = The dialog as a file
inline-nothing = Nothing was found. Change the words
label-where = A label belongs to a client: write /label below the card of their dialog.
label-menu = The client’s labels. Press one to put it on or take it off. A new label: /label and its name.
label-menu-empty = There are no labels yet. Write a name: /label vip. A circle chooses the colour: /label vip 🔴
label-put = Label put on: { $colour } { $name }
label-taken = Label taken off: { $colour } { $name }
label-coloured = The label has a new colour: { $colour } { $name }
label-too-long = The name of a label is too long: 24 characters at most.
label-no-letters = A label’s name needs at least one letter, for instance: /label vip
toast-label-gone = There is no such label any more.
