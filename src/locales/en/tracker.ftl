## tracker: the link to the company's own system of record

tracker-menu = Link to your tracker
tracker-off =
    No tracker is connected. For it to hear of changes of tickets, set WEBHOOK_URL and WEBHOOK_SECRET in the settings and restart the bot.
tracker-well = The tracker gets all changes of tickets.
tracker-title =
    { $count ->
        [one] The tracker has not accepted { $count } change of a ticket.
       *[other] The tracker has not accepted { $count } changes of tickets.
    }
tracker-line =
    No. { $id } · { $number } · { $deed } · { $time }
    { $failure }
tracker-behind =
    { $count ->
        [one] { $count } more change of this ticket waits behind it.
       *[other] { $count } more changes of this ticket wait behind it.
    }
tracker-more = … and { $count } more
tracker-trying =
    { $count ->
        [one] The tracker does not answer as it should just now: { $count } change waits.
       *[other] The tracker does not answer as it should just now: { $count } changes wait.
    } We keep trying for a day. Reason: { $failure }
tracker-advice =
    “Retry” once the reason is gone. “Skip” if the tracker does not need this change: the next one shows it the whole ticket.
tracker-failure-timeout =
    { $seconds ->
        [one] no answer within { $seconds } second
       *[other] no answer within { $seconds } seconds
    }
tracker-failure-line = no connection ({ $words })
tracker-failure-code = answer { $code }
tracker-failure-answer = answer { $code }: { $words }
tracker-retry = Retry No. { $id }
tracker-skip = Skip No. { $id }
tracker-retry-all = Retry all
tracker-toast-retry =
    { $count ->
        [one] Sending it again.
       *[other] Sending again: { $count }.
    }
tracker-toast-skip = Skipped. Later changes of this ticket go to the tracker.
tracker-toast-decided = Already decided: the list is up to date.
tracker-toast-admins = Administrators decide about this.
tracker-deed-open = new ticket
tracker-deed-take = taken
tracker-deed-wait = waiting for the client
tracker-deed-resume = in progress again
tracker-deed-done = done
tracker-deed-close = closed
tracker-deed-cancel = cancelled
tracker-deed-reopen = reopened
tracker-deed-confirm = confirmed by the client
tracker-deed-return = returned by the client
tracker-deed-withdraw = withdrawn by the client
tracker-deed-write = the client wrote
tracker-deed-words = the client's words
tracker-deed-reworded = the client edited their words
tracker-deed-expire = closed by itself
tracker-deed-answered = the client was answered
tracker-deed-assign = another responsible person
tracker-deed-change-type = another type
tracker-deed-change-urgency = another urgency
tracker-deed-merge = merged with another
tracker-deed-rate = rated by the client
tracker-deed-partner = waiting for a partner
tracker-deed-external-id = number in the tracker
tracker-deed-comment = an answer from the tracker
tracker-deed-comment-inside = a note from the tracker
tracker-deed-other = change
