## Rooms: what everybody who gives commands may read

trail-only-in-rooms = { $command } works in your group: please write it there.
trail-as-yourself = You are writing on behalf of the group or a channel, so nobody can tell who you are. Please turn that off and repeat it as yourself.
trail-stranger = You are not a member of this group yet. Ask the exporter or the manager to give you a role, and the command will work.
toast-trail-busy = Telegram asks for a short pause. Please press again in a few seconds.

## Agreements

agreement-menu = an agreement (in reply to a message)
agreements-menu = all agreements
agreement-title = Agreement № { $number }
agreement-source = message
agreement-waits = confirmation pending
agreement-confirmed-by = confirmed
agreement-withdrawn-line = Withdrawn
agreement-changed-line = The message was changed later. The agreement stays in these words.
agreement-confirm = I confirm
agreement-withdraw = Withdraw
agreement-done = Both sides have confirmed agreement № { $number }.
agreement-changed = The message behind agreement № { $number } was changed. The agreement stays in its earlier words. If the terms are new, fix them again: reply to the message with /agree.
agreement-is-open = waiting for confirmation
agreement-is-confirmed = confirmed by both sides
agreement-is-withdrawn = withdrawn
agreements-title = Agreements
agreements-none = No agreements yet. To fix terms, reply to the message that has them with /agree.
agree-no-reply = Reply with /agree to the message that has the terms: it becomes an agreement.
agree-of-bot = That is the bot's message. Only what a person wrote can become an agreement.
agree-of-nobody = Nobody can tell who wrote that message: it is in the name of the group, a channel or another bot. Ask them to repeat it as themselves.
agree-nothing-said = There is nothing to agree on in that message. Reply with /agree to the message that has the terms.
agree-already = That message is fixed already: agreement № { $number }.
toast-agreement-confirmed = Confirmed
toast-agreement-already = Your side has confirmed already: { $name }
toast-agreement-no-side = Only the sides of this agreement can confirm it.
toast-agreement-withdrawn = The agreement is withdrawn.
toast-agreement-already-withdrawn = It was withdrawn already.
toast-agreement-confirmed-already = One side has confirmed the agreement, so it cannot be withdrawn. Agree on the change and fix the new message.
toast-agreement-not-yours = It can be withdrawn by whoever fixed it, or by the manager.
toast-agreement-stranger = You are not a member of this group.
toast-agreement-room-closed = The group is closed, and agreements in it do not change. The manager can open it again.
toast-agreement-gone = There is no such agreement any more.

## Checkpoints

checkpoint-menu = a checkpoint: when, and what is to be done
checkpoints-menu = all checkpoints
checkpoint-move-menu = move a checkpoint
checkpoint-title = Checkpoint № { $number }
checkpoint-due = Due: { $date }, { $time }
checkpoint-responsible = Responsible: { $name }
checkpoint-nobody = nobody yet
checkpoint-is-done = Done
checkpoint-is-cancelled = Cancelled
checkpoint-is-late = Overdue
checkpoint-moved-line = { $name }: moved from { $before }
checkpoint-done = Done
checkpoint-move = Move
checkpoint-who = Responsible
checkpoint-cancel = Cancel
checkpoint-rings-day = Due tomorrow: “{ $title }”, { $date } at { $time }.
checkpoint-rings-hour = Due in an hour: “{ $title }”, { $time }.
checkpoint-rings-late = Overdue: “{ $title }” was expected on { $date } by { $time }. Mark it as done, or move it.
checkpoint-rings-manager = Overdue for more than an hour, and nobody has answered: “{ $title }”, due on { $date } at { $time }.
checkpoint-in-room = Group: { $title }
checkpoint-ask-when = How far should “{ $title }” (№ { $number }) be moved?
checkpoint-ask-when-hint = For another time, write in the group: /move { $number } friday 15:00 waiting for the certificate
checkpoint-ask-why = Why is “{ $title }” (№ { $number }) being moved?
checkpoint-ask-who = Who is responsible for “{ $title }” (№ { $number })?
checkpoint-days-1 = By a day
checkpoint-days-3 = By 3 days
checkpoint-days-7 = By a week
checkpoint-reason-papers = Waiting for papers
checkpoint-reason-side = Waiting for the other side
checkpoint-reason-time = More time is needed
checkpoint-reason-terms = The terms have changed
checkpoint-moved = Checkpoint № { $number } is moved to { $date }, { $time }. Reason:
checkpoint-next = Next due:
checkpoints-title = Checkpoints
checkpoints-none-yet = There are no checkpoints yet. To add one: /checkpoint tomorrow at 10 send the specification
checkpoints-none = No checkpoints yet.
checkpoints-hint = To add one: /checkpoint tomorrow at 10 send the specification
checkpoint-no-title = What is to be done? Write it with the time: /checkpoint tomorrow at 10 send the specification
checkpoint-no-date = The time was not understood. Write it like this: /checkpoint tomorrow at 10 send the specification, or /checkpoint 25.11 15:00 approve the contract
checkpoint-past = That time is over. Please name one in the future.
checkpoint-too-far = It can be due within a year at most.
checkpoint-move-usage = Write the number, the new time and the reason: /move 3 friday 15:00 waiting for the certificate. /checkpoints shows the numbers.
checkpoint-no-reason = Please add the reason: /move 3 friday 15:00 waiting for the certificate
toast-checkpoint-done = Marked as done
toast-checkpoint-cancelled = The checkpoint is cancelled.
toast-checkpoint-named = The responsible person is named.
toast-checkpoint-moved = The checkpoint is moved.
toast-checkpoint-gone = There is no such checkpoint any more.
toast-checkpoint-over = This checkpoint is settled already.
toast-checkpoint-stranger = You are not a member of this group.
toast-checkpoint-not-theirs = That is for whoever is responsible for the checkpoint, whoever set it, or the manager.
toast-checkpoint-not-here = They are not in the group any more. Please choose somebody else.
toast-checkpoint-outdated = The time was changed meanwhile. Open “Move” again.

## Files
# The beginnings of words in a file's name that tell its kind; parted by commas, every language is understood.

file-words-specification = spec, specification, datasheet, requirements
file-words-certificate = cert, certificate, declaration
file-words-contract = contract, agreement
file-words-invoice = invoice, proforma, bill
file-words-schedule = schedule, timeline, plan
file-words-presentation = presentation, catalog, brochure
files-menu = files of the group
files-title = Files
files-none = No files yet. Everything sent to the group will be here.
files-hint = Press a number to get the file again. There you can also say what it is.
files-all = All files
file-kind-specification = Specification
file-kind-certificate = Certificate
file-kind-contract = Contract
file-kind-invoice = Invoice
file-kind-schedule = Schedule
file-kind-presentation = Presentation
file-kind-other = Other
file-ask-kind = What is this file?
file-hash-waiting = SHA-256: being computed
file-hash-too-large = No hash: the file is larger than 20 MB.
file-hash-failed = No hash: Telegram did not give the file.
toast-file-kind = Kind of file: { $kind }
toast-file-gone = There is no such file any more.
toast-file-stranger = You are not a member of this group.

## Support

support-menu = call support
support-why = What has happened? Support will see the latest messages of the group and answer right here.
support-reason-dispute = Dispute
support-reason-delay = Delay
support-reason-broken = Agreements broken
support-reason-other = Something else
support-title = Support is called
support-caller = Called by { $name }, { $at }
support-is-waits = Support: waiting for an answer
support-is-works = Support: { $name } is on it
support-is-closed = Support: the matter is closed
support-hint = For support to read your words, reply to this message or to its answer.
support-call =
    🛟 Support is called in the group “{ $title }”: { $reason }
    Called by { $name }
support-again =
    🛟 Called once more in the group “{ $title }”: { $reason }
    Called by { $name }
support-room-personal = Exporter's group
support-room-product = Product group
support-room-support = Support group
support-people = People: { $people }
support-last-words = Latest messages:
support-no-words = Nothing has been written in the group yet.
support-desk-hint = Your answer here goes to the group, signed “Support” with your name.
support-enter = Enter the group
support-room-closed = 🔒 The group “{ $title }” has been closed. Answers still arrive there. When all is settled, close the dialog.
support-look = Open the group
relay-signed = 🛟 Support, { $name }:
channel-room = Group
toast-support-called = Support is called
toast-support-added = Support was called already; we have passed this on too.
toast-support-again = Support is called already and knows about this.
toast-support-stranger = You are not a member of this group.
toast-enter-invited = Your personal link was sent to your chat with the bot.
toast-enter-already-invited = Your personal link was sent to your chat with the bot once more.
toast-enter-already-in = You are in this group already.
toast-enter-room-closed = This group is closed.
toast-enter-gone = There is no such call any more.

## A checkpoint step by step

checkpoint-form-title = What is to be done?
checkpoint-form-when = By when?
checkpoint-form-in-tomorrow = Tomorrow at 9:00
checkpoint-form-in-3 = In 3 days
checkpoint-form-in-7 = In a week
checkpoint-form-in-other = Another time
checkpoint-form-time = Write the time: tomorrow at 10, friday 15:00 or 25.11 12:00.
checkpoint-form-who = Who is responsible?
