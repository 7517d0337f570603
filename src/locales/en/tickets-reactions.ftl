## Tickets: reactions of employees

tdesk-sign-over = Request { $number } is over, so 👀 did not take it. If it is needed again, open its card and press “Back to work” or “Open again”.
tdesk-sign-late = Request { $number } stays as it is: what a reaction did is undone by taking it away within a minute. Now the buttons on the card do it.
tdesk-sign-changed = Request { $number } stays as it is: something else has been done to it since. Look at its card.
tdesk-sign-unseen = The bot has not seen this message, and 👀 has made no request of it. Reply to it with /ticket.
tdesk-sign-refused = No request was made: this company is not served any more, or its group is closed.
tdesk-sign-reason = the reaction was taken away at once
tdesk-log-undo = the last step was undone
proof-deed-undo = The last step was undone right after it
tracker-deed-undo = undone

## /help: reactions

help-signs = In a client's group react with 👀 to their message: the bot makes a request of it, and it is yours. 👌 on a message of a request marks it done. Take the reaction away within a minute, and all is as it was.
