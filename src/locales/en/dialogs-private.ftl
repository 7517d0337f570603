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
