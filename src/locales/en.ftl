# Every word that people read: short, polite, human. The same keys and arguments as in ru.ftl.
# A key begins with the name of its part: dialog-…, staff-…, desk-…. Names come cleaned already.

## For all

# Somebody’s words, or a name, within a sentence.
quoted = “{ $words }”

# A dialog in a list or a link.
dialog-number = No. { $number }

## clients: what the bot itself says to a client

client-nameless = Client
client-start =
    Hello! This is { $company }.
    Write your question right here; photos and files are welcome. A member of our staff will answer.
client-help =
    This is the chat with { $company }.
    Write your question as an ordinary message: our staff get it and answer here. However many messages you send, none of them gets lost.
client-unknown-command = There is no such command. Please write your question in words, and our staff will answer here.
client-desk-choice = Who would you like to write to? Press a button, or just write your question: it will find its way.
client-desk = You are writing to “{ $desk }”. Please ask your question. To choose again, send /start.
client-menu-start = Start
client-menu-help = Help

## staff: roles, and who works here

staff-role-manager = manager
staff-role-support = support
staff-role-supervisor = supervisor
staff-role-admin = admin
# Words of the command /staff, parted by commas.
staff-word-manager = manager
staff-word-support = support
staff-word-supervisor = supervisor
staff-word-admin = administrator
staff-word-remove = delete
staff-usage =
    To give a role, reply to the person’s message: /staff manager. Or add their Telegram ID: /staff manager 123456789.
    Roles: manager, support, supervisor, admin.
    To take it away: /staff remove, as a reply or with the ID.
staff-menu = Staff and roles
staff-list-title = Staff:
staff-list-line = { $number }. { $name }, { $role }, ID { $id }
staff-list-line-on-duty = { $number }. 🟢 { $name }, { $role }, on duty, ID { $id }
staff-granted = Done: { $name } has the role “{ $role }” now, employee No. { $number }.
staff-unchanged = Nothing has changed: { $name } has the role “{ $role }” already.
staff-removed = Done: { $name } is not on the staff list any more.
staff-removed-dialogs =
    { $openDialogs ->
        [one] { $openDialogs } open dialog still has them as the responsible person.
       *[other] { $openDialogs } open dialogs still have them as the responsible person.
    } Any employee may answer there.
staff-not-staff = { $name } is not on the staff list anyway.
staff-refused-no-right = Only admins and supervisors may do that. Please ask one of them.
staff-refused-role-above-actor = You cannot give a role above your own. Please ask an admin.
staff-refused-person-above-actor = { $name } has a role above yours; only an admin can change it.
staff-refused-last-admin = { $name } is the last admin. Appoint another one first, or nobody could look after the bot.
staff-refused-admin-by-setting = { $name } is an admin by the server’s setting ADMIN_IDS. First take the ID out of there and restart the bot.
staff-anonymous = You are writing on behalf of the group, so the bot cannot see who you are. Turn off “Remain Anonymous” in your admin rights and try again.
staff-where = This command works in the private chat with the bot and in the desk group.
staff-unknown-word = I do not understand “{ $word }”.
staff-target-missing = Who is it about? Reply to the person’s message with this command or add their ID: /staff manager 123456789.
staff-target-username = Telegram does not let a bot find a person by the name @{ $word }. Reply to their message with the command or write their ID: /staff manager 123456789.
staff-target-nonsense = “{ $word }” does not look like a Telegram ID. An ID is a number like 123456789. It is easier to reply to the person’s message.
staff-target-anonymous-admin = That message was written on behalf of the group, and its author is hidden. Ask the person to turn off “Remain Anonymous” and write again.
staff-target-channel = That message is from a channel, and only a person can have a role. Reply to a message of the employee’s own.
staff-target-telegram = That is a service message of Telegram. Reply to a message of the employee’s own.
staff-target-bot = That is a bot, and only a person can have a role. Reply to a message of the employee’s own.
staff-target-nobody = There is no person behind that ID or message. Reply to a message of the employee’s own.
staff-welcome =
    You have a role now: { $role }.
    What clients write comes to the desk group, where every dialog has its own card: take the dialog and answer right below it. Here the bot only writes what concerns you personally. All commands: /help.
staff-farewell = You do not have the role “{ $role }” any more: what you write in the desk group no longer goes to clients. If this is a mistake, write to your supervisor.
staff-not-told-never-started = { $name } does not know about the role yet: a bot cannot write first. Ask them to open { $link } and press “Start”. If the ID was mistyped, take it back: /staff remove and the same ID.
staff-not-told-blocked = { $name } does not know about the role yet: they have blocked the bot. Ask them to unblock it: { $link }
staff-not-told-deactivated = { $name }: this Telegram account has been deleted. Take it off the list: /staff remove and the ID.
staff-first-admin = You are the first admin of this bot.
staff-code-refused = That code is not right. The latest one is in the log of the bot’s start.
staff-code-too-many = Too many tries. Please try again in an hour.
shift-menu = Your shift: begin or end it
shift-in-private = Shifts begin and end in the private chat with the bot: send /shift there.
shift-off = You are not on duty.
shift-on = You have been on duty since { $time }. If you forget to end your shift, it ends by itself: { $until }.
shift-start = Begin my shift
shift-end = End my shift
shift-start-done = Your shift has begun. Have a good one!
shift-start-already = You are on duty already
shift-end-done = Your shift is over. Thank you!
shift-end-already = You are not on duty anyway
shift-forgotten = Your shift has ended by itself after 12 hours. If you are still working, begin a new one: /shift.

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

## Dialogs: the card

topic-name = No. { $number } · { $name }
topic-name-left = Moved: No. { $number } · { $name }
status-unanswered = UNANSWERED
status-in_work = IN WORK
status-answered = ANSWERED
status-had_call = HAD A CALL
status-to_continue = CONTINUE
status-note = INTERNAL NOTE
status-closed = CLOSED
next-step-where-here = here
next-step-where-comments = in the comments
next-step-unanswered = Take the dialog or answer right { $where }.
next-step-in_work = Answer the client: everything you write { $where } goes to them.
next-step-abandoned = Whoever had it does not work here any more: take the dialog or answer right { $where }.
next-step-answered = The client has the answer. If the question is settled, close the dialog.
next-step-had_call = You had a call. Note what came of it or close the dialog.
next-step-to_continue = The client wrote again: answer right { $where }.
next-step-reopened = Go on with the dialog: write to the client right { $where }.
next-step-note = The note is for staff alone. Carry on or close the dialog.
next-step-note-waiting = The note is for staff alone. The client is still waiting for an answer.
next-step-closed = The dialog is over. If the client writes again, it opens by itself.
next-step-thanked = The client said thanks. If you want to answer, press “Continue”.
card-new-count = new: { $count }
card-waits-since = waiting since { $time }
card-number = Dialog No. { $number }
card-client = Client No. { $number }: { $name }
card-questions = The client asks
card-last-question = Last question
card-more-questions = … and { $count } more before
card-deadline = Answer by { $time }
card-deadline-missed = The answer was due at { $time }
card-assignee = Responsible: { $name }
card-former = What was said before
card-unreachable-blocked = Messages do not arrive: the client stopped the bot
card-unreachable-never-started = Messages do not arrive: the client has not opened the chat with the bot yet
card-unreachable-deactivated = Messages do not arrive: the client’s account is deleted
card-unreachable-chat-gone = Messages do not arrive: the chat with the client is gone
card-rating = Rated { $rating } of 5
card-log = What was done
header-client = Client
header-username = Username
header-company = Company
header-channel = Channel
header-source = Traffic source
header-page = Page
header-department = Department
header-opened = First message
header-previous = Previous dialog
channel-telegram = Telegram
channel-business = Telegram Business
log-opened = new dialog
log-moved = the dialog was moved here
log-reopened = opened again
log-taken = took it
log-resumed = is still answering
log-released = given back to everybody
log-returned = went back to everybody from
log-transferred = handed over
log-assigned = assigned automatically
log-taken-over = taken over from
log-called = had a call
log-noted = note
log-answer-delivered = answer delivered
log-answer-failed = answer not delivered
log-edited = message changed
log-answer-taken-back = answer taken back
log-answer-missed = the answer is late
log-closed = closed
log-client-blocked = the client stopped the bot
log-client-returned = the client is back
log-client-lost = messages do not reach the client
action-take = Take
action-call = Had a call
action-note = Add a note
action-close = Close
action-close-unrated = Close without rating
action-resume = Still answering
action-reopen = Continue
card-menu-more = More…
card-menu-transfer = Hand over
more-title = More about dialog No. { $number }
more-release = Give it back to everybody
more-take-over = Take it over
more-take-back = Take back the last answer
menu-close = Hide
tag-unanswered = unanswered
tag-in_work = inwork
tag-answered = answered
tag-had_call = hadcall
tag-to_continue = continue
tag-note = internalnote
tag-closed = closed
tag-waiting = waiting
tag-client = client
tag-employee = employee
tag-label = label
tag-day = d
tag-month = m
tag-week = w
kind-empty = empty message
kind-album = album
kind-photo = photo
kind-live_photo = live photo
kind-text = message
kind-document = file
kind-voice = voice message
kind-video = video
kind-animation = animation
kind-audio = audio
kind-video_note = video message
kind-sticker = sticker
kind-location = location
kind-venue = place on the map
kind-contact = contact
kind-poll = poll
kind-dice = dice
kind-story = story
kind-paid_media = paid media
kind-checklist = checklist
kind-game = game
kind-invoice = invoice
kind-giveaway = giveaway
kind-giveaway_winners = winners of a giveaway
kind-rich_message = special message
kind-gift = gift
kind-unique_gift = gift
kind-other = message of a new kind

## Dialogs: in the thread, to staff

thread-note-prompt = { $name }, write the note in your next message. The client will not see it.
thread-note-kept = A note. The client does not see it
thread-note-left = This left before it became a note: the client sees it. To take it back, reply to it with /del.
thread-note-empty = The note is empty. Write its text after “//” or /note.
thread-note-cancelled = Note cancelled.
thread-note-not-begun = Nothing to cancel: you have not begun a note.
thread-note-timed-out = { $name }, ten minutes have passed and the note is cancelled. Your messages go to the client again.
thread-note-abandoned = { $name } does not work here any more; the note they began is cancelled.
thread-ask-late = The dialog is closed. Send this to the client?
thread-ask-other = { $name } has this dialog. Send it all the same?
thread-transferred = Handed over: { $from } → { $to }. To add a word for your colleague, reply to this message: the client will not see it.
thread-taken-over = { $name } has this dialog now.
thread-returned = The client is waiting, and { $name }, who has this dialog, has not come back to it. Anybody may take it now.
thread-writers-met = { $first } and { $second } are both answering here. Agree on who goes on.
thread-delivery-unknown = It is not known whether it arrived: Telegram did not confirm. Ask the client or send it again.
thread-line-queued = Sending it again.
thread-line-delivered = Delivered.
thread-line-failed = Sent again, and again it did not arrive.
thread-line-unknown = Sent again, and again nobody knows whether it arrived.
thread-line-dropped = Taken out of what did not arrive: it is not sent any more.
thread-line-note = It is a note now, and the client will not see it.
thread-line-taken-back = The answer was taken back and will not go to the client.
thread-copy-failed = The client sent a message, but it cannot be shown here. It is kept; ask the client to send it in another way.
thread-copy-forbidden = The client sent a message, but it cannot be shown here: Telegram does not let the bot send { $kind } to this group. Allow it under group profile → Edit → Permissions. Then try again: /undelivered.
thread-elsewhere-failed = The client was answered from the phone, but that cannot be shown here. The client has the message; to try again: /undelivered.
thread-elsewhere-forbidden = The client was answered from the phone, but that cannot be shown here: Telegram does not let the bot send { $kind } to this group. Allow it under group profile → Edit → Permissions. Then try again: /undelivered.
thread-not-carried = The client sent: { $kind }. It could not be shown here; the client was asked to write it in words.
thread-not-carried-to-client = Not sent to the client: { $kind }. The bot cannot pass this on. Send the same as text, a photo or a file.
thread-edit-not-carried = The correction was not sent to the client. Send the corrected text as a new message.
thread-edit-is-command = The bot does not carry out a command that was corrected, and nothing was sent to the client. Send it as a new message.
thread-edit-too-late-for-note = This message has already gone to the client and cannot become a note. To take it back, reply to it with /del.
thread-edit-unknown-for-note = It is not known whether this message reached the client, so it cannot become a note. If it did not, give it up in /undelivered.
thread-edit-of-undelivered = The correction is kept, but the message itself was not delivered to the client. Press “Repeat”: the corrected text will go.
thread-edit-of-unknown = The correction is kept, but it is not known whether the earlier message reached the client. If it did not, press “Repeat”: the corrected text will go.
thread-edit-of-dropped = The correction is kept, but the client will not get this message: it was given up in /undelivered. If the answer is needed after all, send it as a new message.
thread-edit-impossible = This message cannot be corrected for the client: Telegram did not confirm that it was sent. Send the corrected text as a new message.
thread-edit-of-taken-back = This message was taken back, and the correction was not sent to the client. Write a new message.
thread-edit-sent-anew = The earlier message could not be changed for the client, so the corrected one was sent as a new message.
thread-edit-failed = The correction did not arrive, the client still has the earlier text. Press “Repeat” or send the corrected text as a new message.
thread-edit-failed-blocked = The correction did not arrive: the client stopped the bot and still has the earlier text. When they are back, press “Repeat”.
thread-edit-failed-gone = The correction did not arrive: the client’s account, or the chat with them, is gone.
thread-del-usage = To take your answer back from the client, reply to it with /del.
thread-del-nothing = There is nothing to take back: no answer has been sent to the client yet.
thread-del-of-client = This is the client’s message. Only what you have sent to the client can be taken back.
thread-del-of-note = This is a note, the client does not see it. There is nothing to take back, you can simply delete it.
thread-del-not-yours = An answer can be taken back by whoever wrote it, or by a supervisor.
thread-del-already = This message has been taken back already.
thread-del-too-old = Telegram does not let anybody delete messages older than 48 hours: this one stays with the client. If it is wrong, write the client a new message.
thread-del-unknown = It cannot be taken back: Telegram did not confirm that this message was sent. If it arrived, write the client a new one.
thread-taken-back = Taken back: the client does not see this message any more.
thread-kept-back = Taken back: this has not gone to the client and will not.
thread-take-back-failed = It could not be taken back: Telegram did not delete the message, the client still has it. Try again or write the client a new message.
thread-take-back-failed-blocked = It could not be taken back: the client stopped the bot and still has the message.
copy-edited = ✏️ edited · { $time }
copy-edited-plain = ✏️ edited
copy-deleted = 🗑 The client deleted this message · { $time }
copy-part-removed = ✏️ this part was removed
copy-changed-by-client = ✏️ The client changed the message:
copy-corrected = ✏️ Corrected message:
thread-reactions-refused = Telegram does not let the bot put 👌 here. The card shows what has reached the client: “answer delivered”. To have 👌 back, allow this reaction: group profile → “Edit” → “Reactions”.
thread-reaction = { $name }: { $reaction } on { $quote }
thread-reaction-withdrawn = { $name }: reaction on { $quote } removed
thread-reaction-not-carried = The client does not see this reaction: Telegram does not let the bot set it. Choose another one or answer in words.
thread-no-reactions-there = In Telegram Business chats the bot cannot set reactions: the client does not see it. Answer in words.
thread-said-elsewhere = 📱 { $name } answers from their phone:
thread-said-by-itself = 📱 Sent by the account itself ({ $name }):
reaction-custom = a custom emoji
reaction-paid = a star
thread-former-desk = Clients are not answered here any more: this message was sent to nobody. The dialogs are in the group “{ $title }” now.
thread-goes-on = Dialog No. { $number } goes on elsewhere: “{ $desk }”. Nothing is sent to the client from here any more.
thread-goes-on-link = Go there
more-move = Move the dialog
move-menu = Move the dialog to another desk
move-only-here = This command works in the thread of a dialog.
move-title = Where should dialog No. { $number } go? The whole conversation goes with it.
move-nowhere = There is only one desk yet. To add another, write /desk in a new group or channel.
toast-move-nowhere = There is only one desk, so there is nowhere to move it.
toast-moved = The dialog has moved: “{ $desk }”
toast-here-already = The dialog is there already: “{ $desk }”
history-title = What was said before
history-note = note
moved-file = { $name }:
moved-file-note = { $name }, note:
moved-file-taken-back = { $name }, taken back:
thread-client-blocked = The client stopped the bot: messages do not reach them. When they are back, you will read it here.
thread-client-returned = The client is back: you can write.
thread-outsider = This message was not sent to the client: only staff can answer. A supervisor gives a role with /staff. If you are writing on behalf of the group, turn anonymity off.
thread-unknown-command = There is no such command, and nothing was sent to the client. To answer, write the same without “/” at the beginning; for a note begin with “//”. All commands: /help.
thread-menu-note = A note: the client does not see it
thread-menu-cancel = Cancel the note you have begun
thread-menu-transfer = Hand the dialog to a colleague
thread-menu-del = Take an answer back (in reply to it)
thread-rating-words = ⭐ Words to the rating:
thread-poll-sent = The client has got a copy of the poll. Their vote cannot be seen here: they were asked to write their choice in words.
thread-low-rating = the client rated the dialog { $rating } of 5.
thread-deadline-warning = the client is waiting, the answer is due by { $time }.
thread-deadline-missed = the answer was due at { $time }, and the client is still waiting.
decide-send-held = Send
decide-keep-held = Do not send
decide-send-note = Send to the client
decide-repeat = Repeat
decide-repeat-edit = Repeat
decide-arrived = It arrived
decide-cancel-note = Cancel
failure-blocked = Not delivered: the client stopped the bot. When they are back, press “Repeat”.
failure-deactivated = Not delivered: the client’s account is deleted. Reach them some other way if you can.
failure-never-started = Not delivered: the client has not opened the chat with the bot yet. When they do, press “Repeat”.
failure-chat-gone = Not delivered: the chat with the client is gone. Reach them some other way if you can.
failure-file-too-big = Not delivered: the file is too large. Send a smaller one or a link.
failure-file-unavailable = Not delivered: the file is unavailable at the moment. Press “Repeat” or send it again.
failure-voice-forbidden = Not delivered: the client does not accept voice or video messages. Send the same as text or as a file.
failure-copy-target-gone = Not delivered: the message was deleted before it left. Send it again.
failure-cannot-copy = Not delivered: Telegram does not let the bot copy such a message. Send the same as text, a photo or a file.
failure-empty-text = Not delivered: there is not a word in the message. Write some text and send it again.
failure-server-error = Not delivered: Telegram does not answer. Press “Repeat” later.
failure-connection-off = Not delivered: the employee’s account has disconnected the bot or does not let it reply. Turn it on: Telegram → “Settings” → “Telegram Business” → “Chatbots”, permission “Reply to messages”, then press “Repeat”.
failure-customer-silent = Not delivered: the client has been silent for more than a day, and Telegram does not let the bot write first. Write from the phone, or press “Repeat” once the client has answered.
failure-outcome-unknown = Not delivered: the connection to Telegram broke. Press “Repeat” later.
failure-other = Not delivered: Telegram did not accept this message. Send it another way, for instance as text.

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

## Dialogs: to an employee in private

notice-low-rating = Dialog No. { $number } · { $name }: rated { $rating } of 5.
notice-deadline-warning = Dialog No. { $number } · { $name }: the client is waiting, the answer is due by { $time }.
notice-deadline-missed = Dialog No. { $number } · { $name }: the answer was due at { $time }, and the client is still waiting.
notice-open = Open the dialog
pass-notice-passed-to = Dialog No. { $number } · { $name } is yours now, from { $by }.
pass-notice-assigned = A new dialog of yours: No. { $number } · { $name }. The client is waiting for an answer.
pass-notice-word = { $by } writes about dialog No. { $number } · { $name }:
pass-notice-passed-from = Dialog No. { $number } · { $name } is not yours any more: { $by } has it now.
pass-notice-released = Dialog No. { $number } · { $name } is not yours any more: { $by } has given it back to everybody.
pass-notice-returned = Dialog No. { $number } · { $name } went back to everybody: the client is waiting, and you have not come back to it for a while. If you are on it, take it again.
pass-thread-passed-to = this dialog is yours now, from { $by }.
pass-thread-assigned = this is a new dialog of yours: the client is waiting for an answer.
pass-thread-word = there is a word for you about this dialog above, from { $by }.
pass-thread-passed-from = this dialog is not yours any more: { $by } has it now.
pass-thread-released = this dialog is not yours any more: { $by } has given it back to everybody.
pass-thread-returned = this dialog went back to everybody: the client is waiting, and you have not come back to it for a while.
transfer-title = To whom should dialog No. { $number } go?
transfer-page = Page { $page } of { $pages }
transfer-colleague = { $name } · open: { $dialogs }
transfer-on-duty = 🟢 { $name } · open: { $dialogs }
transfer-closed = The dialog is closed. To hand it over, press “Continue” first.
transfer-chiefs-only = { $name } has this dialog, and the client is not waiting now. Ask them to hand it over; a supervisor may take it.
transfer-not-yet = { $name } has this dialog. It may be taken or handed over from { $time }, if nothing is done in it until then.
transfer-theirs = { $name } has this dialog already.
transfer-left = They do not work here any more. Choose somebody else.
transfer-nobody-else = There is nobody to hand it to: nobody else works here. A supervisor gives roles with /staff.
transfer-unknown = I know no employee “{ $name }”, and nothing has changed. Send /transfer without a name to see a list.
transfer-several = Several people have that name: { $names }. Write the full name or the @username.
handover-until = Until you accept, they stay where they are.
handover-button-accept = Accept
handover-button-decline = I can’t
shift-digest-hand = Hand them to those on duty. Until they accept, the dialogs are yours.
shift-digest-alone = Nobody is on duty now: the dialogs stay with you. Any of them can be handed over with “Hand over” on its card.
shift-digest-empty = You leave no open dialogs behind.
shift-hand-all = Hand everything to { $name }, on duty
told-handover-declined = { $name } cannot take your dialogs: they stay with you. Offer them to somebody else on duty.
held-deadline = answer by { $time }
held-deadline-missed = the answer was due at { $time }
shift-digest-title =
    { $count ->
        [one] Your shift is over. You have { $count } open dialog:
       *[other] Your shift is over. You have { $count } open dialogs:
    }
handover-title =
    { $count ->
        [one] { $name } hands { $count } dialog to you:
       *[other] { $name } hands { $count } dialogs to you:
    }
told-handover-accepted =
    { $count ->
        [one] { $name } has { $count } dialog of yours now.
       *[other] { $name } has { $count } dialogs of yours now.
    }

## Dialogs: to the client

client-not-carried = You have sent: { $kind }. Our staff will see that, but cannot open it. Please write it in words or send a photo or a file.
client-rating-request = The dialog is finished. How well did we help you?
client-rating-below = The dialog went on. You can rate it below.
client-rated = Thank you for the rating! { $stars }
client-rated-add = If you like, add a few words in your next message.
client-words-kept = Thank you, we have passed it on. If you have a question, write it here.
# A message of nothing but these words asks for nothing.
thanks-words = thanks, thank, thanx, thx, ty, tnx
thanks-beside = you, very, much, a, lot, so, many, ok, okay, great, good, got, it, all, clear, perfect, for, the, your, help, answer, reply, quick, again, and, in, advance

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

## The chat with the bot

staff-in-private = Here the bot writes to you in person; you answer clients in the desk group, below the cards of dialogs. All commands: /help.

help-menu = All commands
help-how = You answer clients in the desk group: every dialog has its own card there, and whatever you write below it goes to the client. Begin a note for colleagues with “//”: the client does not see it.
help-both = In the desk group and in the private chat with the bot:
help-group = Only in the desk group:
help-private = Only in the private chat with the bot:

## desks: the desk group, its rights and the header of its cards

header-number = Number
desk-steps-title = To answer clients you need a desk: a group where every dialog has its own topic. Three steps:
desk-step-group = Create a group and turn topics on: group profile → Edit → Topics.
desk-step-admin = Add { $bot } as an administrator (button below) with the rights “Manage Topics” and “Pin Messages”.
desk-step-command = Write /desk in that group.
desk-steps-group-found = The bot has been added to “{ $title }”.
desk-steps-done = All is ready: the desk is the group “{ $title }”. To give a colleague a role, reply to their message there: /staff manager. The list of staff: /staff. All commands: /help.
desk-steps-lost = The desk “{ $title }” is gone. A new desk takes over all dialogs; nothing is lost.
desk-add-button = Add the bot to a group
desk-staff-start =
    You answer clients in the desk group: every dialog has its own card there, and whatever you write below it goes to the client. Begin a note for colleagues with “//”.
    Here the bot only writes what concerns you personally. All commands: /help.
desk-right-can_manage_topics = “Manage Topics”, so that every dialog has its own topic
desk-right-can_pin_messages = “Pin Messages”, so that the card is pinned at the top of its topic
desk-grant-path = Where to grant them: group profile → Edit → Administrators → { $bot }.
desk-is-public = This group is public: anybody can read what clients write and what staff note. Make it private: group profile → Edit → Group Type → Private.
desk-then-again = Then write /desk once more.
desk-not-admin = The bot is not an administrator here yet. Make it one, with these rights:
desk-rights-missing = The bot lacks rights:
desk-done-set-up =
    Done, the desk is set up. Every new dialog appears here as a topic with its card.
    Next, give your colleagues their roles: reply to a person’s message with /staff manager.
desk-done-moved = Done: the desk is here now. Open dialogs are moving in, each with a new topic.
desk-done-restored = Done: the desk works again, and what has waited is being sent.
desk-done-checked = The desk is set up, and no right is missing.
desk-kinds-refused = In the last 24 hours Telegram did not let the bot send { $kinds } here. If that is still forbidden, allow it: group profile → Edit → Permissions.
desk-kind-can_send_photos = photos
desk-kind-can_send_videos = videos
desk-kind-can_send_video_notes = video messages
desk-kind-can_send_voice_notes = voice messages
desk-kind-can_send_audios = music
desk-kind-can_send_documents = files
desk-kind-can_send_polls = polls
desk-kind-can_send_other_messages = stickers and GIFs
desk-topics-off = To make this group the desk, turn topics on: group profile → Edit → Topics. Or link it to a channel as its discussion group: then the channel becomes the desk, with dialogs in the comments. Then write /desk here once more.
desk-right-can_post_messages = “Post Messages” in the channel, so that it can post the cards of dialogs
desk-right-can_edit_messages = “Edit Messages” in the channel, so that the cards are always true
desk-right-discussion = a discussion group, for dialogs take place in the comments. To link one: channel profile → Edit → Discussion
desk-right-in-discussion = the bot in the discussion group: add it there
desk-right-hearing = the bot as an administrator of the discussion group (no rights needed), otherwise it sees no reactions, and sometimes no comments
desk-right-private = the channel and the discussion group private, or else anybody can read what clients write and what staff note. To change it: profile → Edit → Channel Type or Group Type
channel-ask = Make this channel a desk? Every dialog becomes a post, and the conversation goes on in its comments. The bot cannot see who writes in a channel, so please press the button.
channel-ask-check = Check the desk in this channel? The bot cannot see who writes in a channel, so please press the button.
channel-check = Check
channel-words-elsewhere = This channel is a desk already. Its settings are changed in the discussion group: write { $command } there.
channel-make-desk = Make it a desk
channel-check-again = Check again
channel-needs = For this channel to be a desk, it needs:
channel-added = The bot has been added to the channel “{ $title }”.
channel-ready = All is ready: write /desk in the channel to make it a desk.
channel-then = Then write /desk in the channel.
channel-done-set-up =
    Done, the channel is a desk now. Every new dialog appears as a post with its card, the conversation in its comments.
    Next, give your colleagues their roles: in the discussion group, reply to a person’s message with /staff manager.
channel-done-moved = Done: the desk is in this channel now. Open dialogs are moving in, each with a new post.
channel-done-restored = Done: the channel works again, and what has waited is being sent.
channel-done-checked = The channel is set up as a desk, and no right is missing.
channel-trouble = The desk in the channel “{ $title }” has stopped. To go on it needs:
channel-trouble-some-rights = In the desk channel “{ $title }” the bot lacks rights. Write /desk in the channel to see which.
channel-trouble-gone = The bot is not in the desk channel “{ $title }” or in its discussion group any more. Bring it back as an administrator of the channel and of the discussion group, or set up another desk with /desk: the dialogs will move there.
desk-added = There are several desks now. Clients choose among those that have a name; they do not see the title of the chat. To name this one: /desk name and the name, such as /desk name Sales.
desk-which = There is a desk already: { $titles }. Move it here, or add one more, for another department perhaps?
desk-move-here = Move “{ $title }” here
desk-add-second = Add one more
desk-asked = Done.
desk-only-here = This command works in the desk group.
desk-word-name = name
desk-word-default = default
desk-word-channel = channel
desk-name =
    Done: clients see this desk as “{ $name }”.
    A link by which they write straight to it: { $link }
    With a traffic source: { $link }__google
desk-default = Done: all new dialogs for which no other desk is chosen come here.
desk-route = Done: new dialogs from the channel “{ $channel }” begin here.
desk-not-understood = “/desk { $words }” does not work like that. What you can write:
desk-usage =
    /desk checks the desk.
    /desk ru or /desk en sets the language of its cards.
    /desk name Sales: how clients see it when there are several desks.
    /desk default: whatever leads nowhere else comes here.
    /desk channel telegram: new dialogs of this channel begin here.
desk-language = The language of this desk is English. The cards of open dialogs are being redrawn.
desk-menu = Check the desk
desk-menu-header = Header of the cards
desk-menu-settings = Settings of the desk
settings-title = How this desk works:
settings-help = To change something, press its button: it goes to the next value.
setting-ask-other = Ask before an answer in a colleague’s dialog
setting-take-after-minutes = A dialog may be taken over when the client waits and nobody acts
setting-return-after-minutes = Such a dialog goes back to everybody by itself
setting-distribution = New dialogs go to those on duty
setting-auto-reply = Automatic reply out of working hours
setting-morning-digest = Morning digest for supervisors
setting-shift-digest = Digest at the end of a shift
setting-short-ask-other = Ask
setting-short-take-after-minutes = Take over
setting-short-return-after-minutes = Give back
setting-short-distribution = Distribution
setting-short-auto-reply = Automatic reply
setting-short-morning-digest = Morning digest
setting-short-shift-digest = Shift digest
setting-value-on = yes
setting-value-off = no
setting-value-round-robin = in turn
setting-value-least-loaded = to whoever has least
setting-minutes = after { $minutes } min
setting-changed-before = Somebody has just changed this. See how it is now.
desk-trouble-rights = In the desk “{ $title }” the bot lacks rights:
desk-trouble-some-rights = In the desk “{ $title }” the bot lacks rights. Write /desk there to see which.
desk-trouble-not-a-forum = Topics are off in the desk “{ $title }”. Turn them on: group profile → Edit → Topics, then write /desk there.
desk-trouble-kicked = The bot is not in the desk “{ $title }” any more. Bring it back as an administrator, or set up another group with /desk: the dialogs will move there.
desk-trouble-deleted = The desk “{ $title }” cannot be reached: the group seems to be deleted. Create a new one and write /desk there: the dialogs will move to it.
desk-trouble-topics-lost = In the desk “{ $title }” new topics vanish at once, and the bot has nowhere to show what clients write. This happens in very large groups. Set up another group with /desk: the dialogs will move there. Or write /desk in this one to try again.
desk-waits = What clients write is kept and will arrive when the desk works again.
channel-post-not-sent = This was not sent to the client: only subscribers of the channel see it. To answer the client, write in the comments under the card.
channel-restored = The desk in the channel “{ $title }” works again, and what has waited is being sent.
desk-restored = The desk “{ $title }” works again, and what has waited is being sent.
desk-header-title = The header of the cards now:
desk-header-everywhere = everywhere
# The word after /header that puts everything back.
desk-header-reset-word = default
desk-header-help =
    Lines: { $names }.
    Change: /header number, client, company.
    For some dialogs only: /header telegram closed: number, client.
    Back to how it was: /header default.
desk-header-set = Header ({ $where }): { $lines }. Open cards are being redrawn.
desk-header-reset = Header ({ $where }): as it was at first. Open cards are being redrawn.
desk-header-unknown-line = There is no line “{ $word }”.
desk-header-unknown-scope = “{ $word }” before the colon is neither a channel nor a status. For example: /header telegram closed: number, client.

## Dialogs: reminders

# What people call time; parted by commas, all of them are understood in every language.
remind-word-in = in, after
remind-word-at = at, on, by, next
remind-word-minutes = m, min, mins, minute, minutes
remind-word-hours = h, hr, hrs, hour, hours
remind-word-days = d, day, days
remind-word-weeks = w, week, weeks
remind-word-half-hour = half-an-hour, half-hour
remind-word-today = today
remind-word-yesterday = yesterday
remind-word-tomorrow = tomorrow, tmrw
remind-word-after-tomorrow = overmorrow
remind-word-morning = morning
remind-word-afternoon = afternoon
remind-word-evening = evening, tonight
remind-weekday-1 = monday, mon
remind-weekday-2 = tuesday, tue
remind-weekday-3 = wednesday, wed
remind-weekday-4 = thursday, thu
remind-weekday-5 = friday, fri
remind-weekday-6 = saturday, sat
remind-weekday-7 = sunday, sun
remind-month-1 = january, jan
remind-month-2 = february, feb
remind-month-3 = march, mar
remind-month-4 = april, apr
remind-month-5 = may
remind-month-6 = june, jun
remind-month-7 = july, jul
remind-month-8 = august, aug
remind-month-9 = september, sep
remind-month-10 = october, oct
remind-month-11 = november, nov
remind-month-12 = december, dec

card-reminder = Remind on { $date } at { $time } — { $name }
card-more-reminders = (and { $count } more)
remind-menu = Remind me of a dialog
more-remind = Remind me in…
remind-question = When should I remind you of this dialog?
remind-hint = Or write it yourself: /remind 2h call back, /remind tomorrow 10:00. The client does not see it.
remind-not-understood = I did not understand when to remind you.
remind-past = That time has passed.
remind-too-far = A reminder can be at most a year ahead.
remind-only-here = Write /remind below the card of the dialog in question: for instance, /remind tomorrow 10:00.
remind-in-30m = In 30 minutes
remind-in-1h = In an hour
remind-in-3h = In 3 hours
remind-in-morning = Tomorrow at 9:00
remind-today = today at { $time }
remind-tomorrow = tomorrow at { $time }
remind-date = on { $date } at { $time }
remind-set = { $name }, you will be reminded { $time }.
remind-cancel = Cancel
remind-title = Reminder: dialog No. { $number } · { $name }
remind-in-thread = you asked to be reminded of this dialog.
remind-of-former = A reminder of this dialog, asked for by somebody who has left: { $name }.
remind-closed = The dialog is closed by now.
toast-reminder-set = You will be reminded { $time }
toast-reminder-cancelled = The reminder is cancelled
toast-reminder-over = This reminder has already come or been cancelled
toast-not-your-reminder = This is a colleague’s reminder. They or a supervisor can cancel it.

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
## Dialogs: what did not arrive

log-answer-dropped = answer given up
log-copy-dropped = client’s message taken off the undelivered
tray-menu = What was not delivered
tray-where = This command works in the private chat with the bot and at the desk.
tray-nothing = Everything is delivered.
tray-title = Not delivered: { $count }
tray-choose = Press a reason to see the messages and what can be done about them.
tray-show = Show
tray-reason-unknown = Not known whether it arrived
tray-reason-blocked = The client stopped the bot
tray-reason-deactivated = The client’s account is deleted
tray-reason-never-started = The client has not opened the chat with the bot yet
tray-reason-chat-gone = The chat is gone
tray-reason-not-allowed = Telegram does not allow this
tray-reason-file-too-big = The file is too big
tray-reason-file-unavailable = The file is not available
tray-reason-original-gone = The message was deleted before it left
tray-reason-telegram-away = Telegram did not answer
tray-reason-other = Telegram did not take the message
tray-advice-unknown = Telegram did not confirm it. If the client has the message, press “It arrived”, otherwise send it again.
tray-advice-blocked = Reach the client some other way. When they are back, repeat.
tray-advice-deactivated = There is nowhere to write to: reach the client some other way.
tray-advice-never-started = Ask the client to open the chat with the bot, then repeat.
tray-advice-chat-gone = See that the bot is still in this chat, and repeat.
tray-advice-not-allowed = Check the bot’s rights at the desk with /desk, and repeat.
tray-advice-file-too-big = Send a smaller file or a link to it.
tray-advice-file-unavailable = Repeat later, or send the file anew.
tray-advice-original-gone = Repeat: what we have kept will be sent.
tray-advice-telegram-away = It will probably work now: repeat.
tray-advice-other = Repeat, or send it in another form.
tray-dialog = No. { $number } · { $name }
tray-from-client = The client
tray-from-staff = { $name } → to the client
tray-item-answer = An answer did not reach the client
tray-item-copy = A client’s message is not shown to staff
tray-item-elsewhere = An answer from the phone is not shown to staff
tray-deed-repeat = Repeat
tray-deed-arrived = It arrived
tray-deed-plain = Send without formatting
tray-deed-words = Send the text alone
tray-deed-drop = Give up
tray-all-repeat = Repeat all ({ $count })
tray-all-drop = Give up all ({ $count })
tray-are-you-sure = Give up { $count }? They will not be sent any more.
tray-drop-surely = Yes, give up all ({ $count })
tray-back = ← Back
tray-back-reasons = ← To the reasons
toast-tray-repeat = Sending it again
toast-tray-arrived = Noted: it arrived
toast-tray-plain = Sending it without formatting
toast-tray-words = Sending the text alone
toast-tray-drop = Given up
toast-tray-all-repeat = Sending again: { $count }
toast-tray-all-drop = Given up: { $count }
toast-tray-not-yours = This message is in a colleague’s dialog. They or a supervisor can decide.
toast-tray-colleagues = This is a colleague’s list. Open your own with /undelivered.

## Dialogs: the answer out of hours

auto-reply = We are closed at the moment, but your message has reached us. We will answer { $when } ({ $zone }).
auto-reply-today = today from { $time }
auto-reply-tomorrow = tomorrow from { $time }
auto-reply-weekday-1 = on Monday, { $date }, from { $time }
auto-reply-weekday-2 = on Tuesday, { $date }, from { $time }
auto-reply-weekday-3 = on Wednesday, { $date }, from { $time }
auto-reply-weekday-4 = on Thursday, { $date }, from { $time }
auto-reply-weekday-5 = on Friday, { $date }, from { $time }
auto-reply-weekday-6 = on Saturday, { $date }, from { $time }
auto-reply-weekday-7 = on Sunday, { $date }, from { $time }
auto-reply-date = on { $date } from { $time }
log-auto-replied = the client was told when we will answer

## Dialogs: the morning of a supervisor

digest-title = Good morning! Waiting for an answer: { $count }
digest-late = Answers that are late: { $count }
digest-undelivered = Not delivered: { $count } — /undelivered
digest-dialog = No. { $number } · { $name }
digest-nobody = nobody’s yet
digest-more = … and { $count } more


## Business accounts: to their owners

business-connected = The account is connected: what clients write to you is shown in the desk group, and colleagues answer from there in your name. You can go on answering from your phone.
business-read-only = The account is connected, but the bot cannot reply for you. Allow it: Telegram → “Settings” → “Telegram Business” → “Chatbots” → “Reply to messages”.
business-disconnected = The account is disconnected: what your clients write does not reach the desk group any more, and nobody can answer them from there.
business-not-staff = This bot works with the accounts of employees alone: it does not read your clients’ messages and passes them to nobody. If you work here, ask a supervisor to give you a role with /staff: then the bot begins to work with your account.
