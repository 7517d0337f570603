## operations: events that could not be handled

# Words of the command /poison, parted by commas.
poison-word-replay = replay, retry
poison-word-drop = drop, remove
poison-word-all = all
poison-menu = Events that could not be handled
poison-none = Every event has been handled.
poison-title = Could not be handled: { $count }
poison-line =
    No. { $number } · { $time } · { $kind }
    { $failure }
poison-more = … and { $count } more
poison-usage =
    To try again: /poison replay 123, or /poison replay all.
    To let one go: /poison drop 123.
poison-kind-message = message
poison-kind-edited_message = edited message
poison-kind-callback_query = button press
poison-kind-other = event { $kind }
poison-kind-unreadable = an event that could not be stored
poison-replayed =
    { $count ->
        [one] Trying { $count } event again.
       *[other] Trying { $count } events again.
    } Whatever fails again comes back to this list: /poison
poison-dropped = Event No. { $number } was let go.
poison-gone = There is no unhandled event No. { $number }. The whole list: /poison
poison-unreadable = Event No. { $number } cannot be tried again: it could not be stored whole. To let it go: /poison drop { $number }
poison-unknown-word = I do not understand “{ $word }”.
