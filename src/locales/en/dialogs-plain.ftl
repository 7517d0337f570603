## Dialogs: what Telegram does not show by itself

relay-forwarded-user = Forwarded from { $name }
relay-forwarded-hidden_user = Forwarded from { $name } (hidden account)
relay-forwarded-chat = Forwarded from the group “{ $name }”
relay-forwarded-channel = Forwarded from the channel “{ $name }”
relay-poll-to-staff = This is a copy of the poll: the client will not see your votes. Answer them in words.
relay-poll-to-client = We cannot see how you vote. Please write your choice in words.
relay-poll-closed = The poll is closed. Votes: { $votes }.
told-dice = { $emoji } Rolled { $value } of { $most }
told-story = A story ({ $title }): { $url }
told-story-closed = The client sent a story ({ $title }). It cannot be opened from here: ask for a screenshot or a few words about it.
told-paid_media = The client sent paid media: { $count }, price { $stars } ⭐. The bot cannot see what is inside; the client was asked to send the same as an ordinary message.
told-game = The client sent the game “{ $title }”. It cannot be played from here.
told-invoice = The client forwarded the invoice “{ $title }” for { $amount }. It cannot be paid from here.
told-giveaway = The client forwarded the giveaway “{ $title }”, winners: { $count }.
told-giveaway_winners = The client forwarded the results of the giveaway “{ $title }”, winners: { $count }.
told-checklist = Checklist “{ $title }”:
told-gift = The client sent a gift for { $stars } ⭐.
told-unique_gift = The client sent a gift: { $title }.
told-rich_message = The client sent a message of a special kind that could not be shown here. Ask for the same as ordinary text or a file.
told-other = The client sent a message of a new kind ({ $field }) that could not be shown here. Ask for the same as text, a photo or a file.
