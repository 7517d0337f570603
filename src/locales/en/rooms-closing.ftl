## rooms: a room is closed

room-item-close = Close the group
room-item-reopen = Open again
room-closing-ask =
    Close the group “{ $title }”? Choose why, and it is closed at once.

    Messages and files stay, and everybody here can read them. Checkpoints and invitations are cancelled, links stop working, nobody is reminded of anything. The group can be opened again at any time.
room-closing-done = The deal is done
room-closing-no-deal = No agreement was reached
room-closing-not-needed = The request is no longer needed
room-closing-other = Another reason
room-closing-served = We no longer serve this company
room-close-closed = The group is closed.
room-close-escrow = There is a safe deal in this group. Finish it or cancel it first: /escrow. Then the group can be closed.
room-close-no-right = A group is closed and opened again by the manager or a supervisor.
room-close-already = The group is closed already.
room-close-gone = This group is no more.
room-close-repeated = That is done already.
room-reopen-reopened = The group is open again.
room-reopen-no-right = A group is closed and opened again by the manager or a supervisor.
room-reopen-already = The group is open already.
room-reopen-gone = This group is no more.
room-reopen-repeated = That is done already.
room-closed = 🔒 The group is closed. Closed by: { $name }. Reason: { $reason }. Messages and files stay here. If you need to go on, the manager opens it again.
room-reopened = The group is open again: { $name }. You can go on.
room-closed-now = This group is closed. You can read its messages and files, but change nothing. The manager can open it again.
room-card-closed = 🔒 Closed on { $date } at { $time }, { $name }
room-card-closed-why = Reason: { $reason }
