## escrow: the safe deal

room-item-escrow = Safe deal (escrow)
escrow-shown = The card of the deal is below, in the group.
escrow-title = 🤝 Safe deal No. { $number }
escrow-role-exporter = exporter
escrow-role-importer = importer
escrow-role-manager = manager
escrow-who = { $name } ({ $role })

escrow-status-draft = Agreeing on the terms
escrow-status-invoiced = Waiting for the payment
escrow-status-paid = Checking that the money has come
escrow-status-working = Stage { $stage } of { $stages }: in work
escrow-status-checking = Stage { $stage } of { $stages }: the importer is checking it
escrow-status-releasing = Stage { $stage } of { $stages }: accepted, to be paid out
escrow-status-asked = Stage { $stage } of { $stages }: the sides are deciding how to go on
escrow-status-disputed = Dispute: the deal is on hold
escrow-status-settling = Decided, waiting for the transfer
escrow-status-completed = Completed: everything is paid out
escrow-status-cancelled = Cancelled

escrow-sum-agreed = Total: { $amount }
escrow-sum-held = held: { $amount }
escrow-sum-released = paid out: { $amount }
escrow-sum-refunded = refunded: { $amount }

escrow-stage = { $number }. { $title } — { $amount }
escrow-stage-due = { $number }. { $title } — { $amount }, by { $date }
escrow-stage-waiting = to come
escrow-stage-working = 🔨 in work
escrow-stage-done = 📦 being checked
escrow-stage-confirmed = ✅ accepted
escrow-stage-released = 💰 paid out
escrow-stage-refunded = ↩️ refunded

escrow-agrees-yes = ✅ { $side }: terms accepted
escrow-agrees-no = ▫️ { $side }: no answer yet
escrow-change-proposed = Proposed in place of what is not done:

escrow-next-draft = Waiting for: { $who }. Please check the stages, amounts and dates. If all is right, press “{ escrow-button-agree }”.
escrow-next-invoiced = Importer’s move: please pay the invoice and press “{ escrow-button-report-payment }”.
escrow-next-paid = Manager’s move: check whether the money has come.
escrow-next-working = Exporter’s move: please finish stage { $stage } and press “{ escrow-button-stage-done }”.
escrow-next-checking = Importer’s move: please check stage { $stage } and press “{ escrow-button-confirm-stage }” or “{ escrow-button-return-stage }”.
escrow-next-releasing = Manager’s move: pay out stage { $stage }: { $amount }.
escrow-next-asked = Waiting for: { $who }. Please press “{ escrow-button-accept }” or “{ escrow-button-decline }”.
escrow-next-disputed = Manager’s move: look into it and decide. The money stays where it is.
escrow-next-settling = Manager’s move: make the transfer that was decided: { $amount }.
escrow-until = Due: { $until }
escrow-late-since = Was due: { $until }
escrow-moment = { $date } { $time } ({ $zone })
escrow-summary = 🤝 Safe deal No. { $number }. { $step }. Whose move: { $who }, by { $until }
escrow-summary-over = 🤝 Safe deal No. { $number }. { $step }

escrow-button-agree = Accept the terms
escrow-button-change-terms = Change the terms
escrow-button-cancel = Cancel the deal
escrow-button-report-payment = Paid
escrow-button-confirm-funding = Money received
escrow-button-deny-payment = No money yet
escrow-button-stage-done = Stage done
escrow-button-confirm-stage = Confirm the stage
escrow-button-return-stage = Not done yet
escrow-button-release-stage = Payout sent
escrow-button-ask-cancel = Propose to part
escrow-button-ask-change = Change the terms
escrow-button-accept = Agree
escrow-button-decline = Disagree
escrow-button-withdraw = Withdraw the proposal
escrow-button-dismiss = Drop the question
escrow-button-dispute = Open a dispute
escrow-button-resolve-continue = Go on with the deal
escrow-button-resolve-release = Pay the exporter
escrow-button-resolve-refund = Refund the importer
escrow-button-reconsider = Reconsider
escrow-button-settle = Transfer sent
escrow-button-paper = State as PDF
escrow-button-begin = Propose terms

## escrow: what the group reads

escrow-said-propose = 🤝 { $who } proposes safe deal No. { $number }. Money is released stage by stage, once each is confirmed.
escrow-said-agree = ✅ { $who }: the terms of deal No. { $number } are accepted.
escrow-said-change-terms = ✏️ { $who } changes the terms of deal No. { $number }. What was accepted before no longer counts: both sides check the new terms.
escrow-said-cancel = ✖️ { $who } cancels deal No. { $number }. Nothing is to be paid; if you have paid already, the manager returns the money.
escrow-said-report-payment = 💸 { $who }: the invoice of deal No. { $number } is paid.
escrow-said-confirm-funding = ✅ { $who }: the money of deal No. { $number } has come, { $amount } is held.
escrow-said-deny-payment = ⏳ { $who }: the money of deal No. { $number } has not come yet. Please check the payment.
escrow-said-stage-done = 📦 { $who }: stage { $stage } “{ $title }” is done.
escrow-said-confirm-stage = ✅ { $who }: stage { $stage } “{ $title }” is confirmed.
escrow-said-return-stage = ↩️ { $who }: stage { $stage } “{ $title }” is not done yet. Please write here what is to be put right.
escrow-said-release-stage = 💰 { $who }: the payout for stage { $stage } “{ $title }” is on its way to the exporter, { $amount }.
escrow-completed = 🎉 Deal No. { $number } is complete: everything is paid out. Thank you both!
escrow-said-ask-cancel = { $who } proposes to end deal No. { $number }. The remaining { $amount } goes back to the importer. The stage’s time stands still until the other side answers.
escrow-said-ask-change = ✏️ { $who } proposes other terms for deal No. { $number }, for the same total. The stage’s time stands still until the other side answers.
escrow-said-accept = ✅ { $who } accepts the proposal in deal No. { $number }.
escrow-said-decline = { $who } does not accept the proposal in deal No. { $number }. Everything goes on as agreed before.
escrow-said-withdraw = { $who } withdraws the proposal in deal No. { $number }. Everything goes on as agreed before.
escrow-said-dismiss = { $who } drops the question in deal No. { $number }: there was no answer. Everything goes on as agreed before.
escrow-said-dispute = ⚠️ { $who } opens a dispute in deal No. { $number }. Deadlines are on hold and the money stays where it is: { $amount } is held. The manager, a supervisor and support know. Please write here what happened.
escrow-said-resolve-continue = { $who }: the dispute in deal No. { $number } is settled, the deal goes on.
escrow-said-resolve-release = { $who }: decided in deal No. { $number }: the remaining { $amount } goes to the exporter.
escrow-said-resolve-refund = { $who }: decided in deal No. { $number }: the remaining { $amount } goes back to the importer.
escrow-said-reconsider = { $who }: the decision in deal No. { $number } is being reconsidered. The money stays where it is.
escrow-said-settle = 💰 { $who }: the transfer of deal No. { $number } is made, { $amount }. The deal is closed.

escrow-invoice = 🧾 Invoice No. { $number } of the safe deal
escrow-invoice-total =
    To pay: { $amount }
    Reference: “Safe deal No. { $number }”. The manager will send the bank details.
escrow-waits = ⏰ Deal No. { $number } is waiting for an answer.
escrow-late = ⏰ The deadline in deal No. { $number } has passed. Nothing happens by itself: money and terms stay as they are. The manager knows.
escrow-reminder = ⏰ “{ $room }”: deal No. { $number } is waiting for you.

escrow-manager-move = Deal No. { $number }, group “{ $room }”: your move.
escrow-manager-invoiced = Deal No. { $number }, group “{ $room }”: the sides have agreed. Please send the bank details to the group.
escrow-manager-paid-and-cancelled = Deal No. { $number }, group “{ $room }”: it was cancelled after the importer had reported the payment. If the money has come, please send it back to the importer.
escrow-manager-remind = ⏰ Deal No. { $number }, group “{ $room }”: due soon, and it is your move.
escrow-manager-late = ⏰ Deal No. { $number }, group “{ $room }”: overdue, no answer. Please get in touch with the side and help.
escrow-manager-own-late = ⏰ Deal No. { $number }, group “{ $room }”: overdue, and it is the manager’s move. Please step in.

## escrow: answers to presses and to /escrow

escrow-toast-done = Done
escrow-toast-already = You have done this already. We are waiting for the other side.
escrow-toast-not-yours = This is for the { $who } to press.
escrow-toast-not-now = That is not possible now. { $step }.
escrow-toast-stale = The terms or the stage have changed since. Please look at the card and press again.
escrow-toast-too-early = A dispute can be opened from { $time }. Please write to the other side first: that usually settles it.
escrow-toast-no-party = This button is for the sides of the deal and the manager who keeps it.
escrow-toast-gone = There is no such deal any more.
escrow-toast-paper = The PDF is on its way here.
escrow-only-rooms = A safe deal is made in the group of a product, where both the exporter and the importer are.
escrow-none = There is no safe deal here yet. The sides agree on stages and amounts, the importer pays the invoice, and money is released stage by stage, once each is confirmed. What is not confirmed is not paid out.
escrow-ask-currency = Which currency is the deal in?
escrow-ask-stages =
    Please write the stages in one message: each on its own line, with dashes between what, how much and by when. The date may be left out.

    { escrow-example }
escrow-example =
    Production — 100 000 — 07.12
    Delivery — 200 000
escrow-asked-change-note = The total stays the same: { $amount }. What is done already does not change.
escrow-other-currency = Another one
escrow-ask-code = Please write the currency’s three letters, for example KZT.
escrow-no-currency-so = We make no deals in that currency. Please write its three letters, for example KZT.
escrow-proposed = The terms are on the card. Both sides check them now, you too.
escrow-asked = The proposal is sent. We are waiting for the other side.

escrow-problem-no-currency = Please begin with the currency, for example USD, and go on with the stages on new lines.
escrow-problem-line-unclear = The line “{ $line }” is not clear. It should read: what — how much — by when.
escrow-problem-amount-unclear = The amount in “{ $line }” is not clear. Please write it in digits, for example 100 000.50.
escrow-problem-date-unclear = The date in “{ $line }” is not clear. Please write, for example, 07.12.2026.
escrow-problem-no-stages = At least one stage is needed.
escrow-problem-too-many-stages = There may be { $most } stages at most. Please join some of them.
escrow-problem-title-missing = Please write what is done in stage { $stage }.
escrow-problem-title-too-long = The name of stage { $stage } is longer than { $most } characters. Please shorten it; details can be written in the group.
escrow-problem-amount-wrong = The amount of stage { $stage } must be more than zero.
escrow-problem-sum-too-large = The bot keeps no sums that large. Please look for zeros too many.
escrow-problem-due-past = The date of stage { $stage } has passed. Please check it.
escrow-problem-due-out-of-order = Stage { $stage } is due before the stage in front of it. Stages follow one another.
escrow-problem-sum-differs = Together the stages come to { $actual }, but { $expected } is held for them. The sums must be equal.
escrow-nobody-exporter = No exporter is in the group yet: terms can be proposed once they are here.
escrow-nobody-importer = No importer is in the group yet: terms can be proposed once they are here.

# How people write roubles and “until”, with commas between; all are understood in any language.
escrow-word-roubles = rub, rur
escrow-word-until = by, until

## escrow: the paper

escrow-paper-title = Safe deal No. { $number }
escrow-paper-file = deal-{ $number }.pdf
escrow-paper-footer = Made { $moment }. Deskroom keeps the record of what was agreed and confirmed.
escrow-paper-lacking = The sign ▯ stands where the fonts lack a character.
escrow-paper-state = State
escrow-paper-room = Group
escrow-paper-status = Now
escrow-paper-deadline = Due
escrow-paper-agreed = Total
escrow-paper-held = Held
escrow-paper-released = Paid out
escrow-paper-refunded = Refunded
escrow-paper-stages = Stages
escrow-paper-stage = Stage
escrow-paper-amount = Amount
escrow-paper-due = Due
escrow-paper-stage-state = State
escrow-paper-log = Who did what
escrow-paper-when = When
escrow-paper-who = Who
escrow-paper-what = What
escrow-paper-nobody = —

escrow-log-escrow-proposed = Terms proposed
escrow-log-escrow-agreed = Terms accepted
escrow-log-escrow-terms-changed = Terms changed
escrow-log-escrow-cancelled = Deal cancelled
escrow-log-escrow-payment-reported = Payment reported
escrow-log-escrow-funded = Money received, confirmed
escrow-log-escrow-payment-denied = Money not received
escrow-log-escrow-stage-done = Stage { $stage } done
escrow-log-escrow-stage-confirmed = Stage { $stage } confirmed
escrow-log-escrow-stage-returned = Stage { $stage } not accepted
escrow-log-escrow-stage-released = Payout for stage { $stage }
escrow-log-escrow-parting-asked = Parting proposed
escrow-log-escrow-change-asked = Other terms proposed
escrow-log-escrow-accepted = Proposal accepted
escrow-log-escrow-declined = Proposal declined
escrow-log-escrow-withdrawn = Proposal withdrawn
escrow-log-escrow-dismissed = Question dropped by the manager
escrow-log-escrow-disputed = Dispute opened
escrow-log-escrow-continued = Dispute settled, the deal goes on
escrow-log-escrow-release-decided = Decided: pay the exporter
escrow-log-escrow-refund-decided = Decided: refund the importer
escrow-log-escrow-reconsidered = Decision reconsidered
escrow-log-escrow-settled = Decided transfer made
