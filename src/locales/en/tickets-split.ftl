## Tickets: a message becomes a request of its own

tdesk-menu-split = Make a client's message a request of its own
tdesk-more-split = Make a separate request
tdesk-split-which = Which of the client's messages becomes a separate request?
tdesk-split-type = What is the new request about?
tdesk-split-urgency = How urgent is it?
tdesk-split-nothing = There are no messages of the client's in this request: there is nothing to separate.
tdesk-split-not-this = This is no message of the client's in this request. Reply to one with /split.
tdesk-split-done = Done: { $number }. It has a topic of its own, and a card in the client's group.
tdesk-split-taken = That message is a request already.
tdesk-split-unknown = That message is not in this request any more, or the company is not served any more. Nothing has changed.
tdesk-log-split = a part became another request
tracker-deed-split = a part became another request
