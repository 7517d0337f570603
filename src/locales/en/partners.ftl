## partners: partners, invitations, ratings

# A partner's registration.
partner-form-language = Which language do you prefer?
# The name of the language itself.
partner-form-own-language = English
partner-form-name = Hello! This is { $company }. We bring exporters and partners together. How should we introduce you? Write your name or your company’s.
partner-form-fields = What do you do? Choose everything that fits and press “Done”.
partner-form-languages = Which languages do you work in?
partner-form-about = Tell us about yourself in one line: experience, countries, what you help with. Those who choose a partner will read it.
partner-form-phone = Please leave a phone number: press the button below. Only our staff see it.
partner-form-consent = We will keep what you have written. Your name, fields, languages and the line about you are shown to those who choose a partner; the phone number only to our staff. Do you agree?
partner-form-consent-yes = I agree
partner-form-incomplete = A field or a language is missing: the list has changed while you were filling in the form. Please open the link again.
partner-received = Thank you, we have your application. We will look at it and write to you here.
partner-link-unknown = This link does not work: perhaps it was not copied whole. Please ask for it again.
partner-link-ended = This link is no longer in use. Please ask whoever sent it for a new one.
partner-link-pending = We already have your application. We will look at it and write to you here.
partner-link-confirmed = You are our partner already. Your groups and invitations: /my.
partner-link-blocked = Our cooperation is paused. If this is a mistake, write to us right here.
partner-link-staff = Partners register by this link, and you work here. Please forward it to a partner.

# What staff decide.
partner-decided-confirmed = Your application is confirmed: you can now be invited to groups. Invitations come here; answer them with a button. Your groups, invitations and settings: /my.
partner-decided-rejected = Your application has not been confirmed yet: { $reason }. You can fill it in again by the same link, and ask us right here.
partner-decided-blocked = Our cooperation is paused: there will be no new invitations. If this is a mistake, write to us right here.
partner-decided-unblocked = Our cooperation goes on: you can be invited again. Your groups and invitations: /my.
partner-rejection-profile = we need partners in other fields
partner-rejection-data = we need to know more about you
partner-rejection-twice = we already have this application
partner-rejection-other = we cannot take it right now
partner-reject-profile = Another field
partner-reject-data = Too little information
partner-reject-twice = Applied before
partner-reject-other = Another reason

# A partner's card for staff.
partner-card-pending = 🆕 Partner’s application no. { $number }
partner-card-confirmed = ✅ Partner no. { $number }
partner-card-rejected = ✖️ Partner’s application no. { $number }: declined
partner-card-blocked = ⛔️ Partner no. { $number }: blocked
partner-card-fields = Fields: { $fields }
partner-card-languages = Languages: { $languages }
partner-card-about = About: { $about }
partner-card-person = Telegram: { $person }
partner-card-phone = Phone: { $phone }
partner-card-rating = Rating: { $rating }
partner-card-away = Away at the moment
partner-card-reason = Reason: { $reason }
partner-card-still-in = Still in these groups:
partner-card-part = To end their access, open /menu → “{ room-item-people }” in the group, choose the partner and press “{ room-people-part }”.
partner-confirm = Confirm
partner-reject = Decline
partner-block = Block
partner-unblock = Unblock
partner-back = ← Back
partner-toast-confirm = Confirmed. The partner will be told.
partner-toast-reject = Declined. The applicant will read why.
partner-toast-block = Blocked. Unanswered invitations and unused ways in were withdrawn.
partner-toast-unblock = Unblocked.
partner-toast-stale-pending = The application waits for a decision.
partner-toast-stale-confirmed = Confirmed already.
partner-toast-stale-rejected = Declined already.
partner-toast-stale-blocked = Blocked already.
partner-toast-gone = There is no such partner any more.
partner-menu = The link for partners
partner-link = The link by which partners register: { $link }

    Give it to everybody you want to work with: staff confirm each application. If it got into the wrong hands, make a new one, and the old one stops working.
partner-link-renew = Make a new one
partner-link-renewed = The new link is ready, the old one no longer works.
partners-menu = List of partners
partners-title = Partners: { $total }
partners-none = There are no partners yet. The link to register: /partner.
partners-line = No. { $number } { $name } — { $status }
partner-status-pending = waits for a decision
partner-status-confirmed = confirmed
partner-status-rejected = declined
partner-status-blocked = blocked
fields-menu = Partners’ fields
fields-title = Fields in which partners are chosen:
fields-line = { $number }. { $ru } / { $en }
fields-line-hidden = { $number }. { $ru } / { $en } — hidden
fields-how =
    Add: /specializations (name in Russian) / Packaging
    Rename: /specializations 3 (name in Russian) / Marketing
    A hidden field is not offered; partners keep it.
fields-hide = Hide { $number }
fields-show = Show { $number }
fields-done = Done.
fields-refused = That did not work: the name is taken, or there is no such number.
fields-unreadable = Two names parted by a slash are needed, Russian and English, each of at most 40 characters: /specializations (name in Russian) / Packaging

# Choosing a partner in a group.
invite-title = Which partner do you need?
invite-no-fields = There are no fields yet. Write to the manager right here in the group.
invite-field = { $field } · { $partners }
invite-open = Waiting for an answer:
invite-open-line = { $name } — { $field }, until { $until }
invite-withdraw = Withdraw: { $name }
invite-list-none = There are no partners in this field yet. Choose another or write to the manager.
invite-three = Ask three, first to accept
invite-back = ← Fields
invite-back-list = ← To the list
invite-forward = Next →
invite-backward = ← Back
invite-this = Invite
candidate-rating = ★ { $rating } ({ $count })
candidate-unrated = not rated yet
candidate-answers = answers in { $time }
candidate-asked = { $count ->
        [one] { $count } invitation unanswered
       *[other] { $count } invitations unanswered
    }
candidate-away = away
candidate-away-until = away until { $until }
candidate-here = in the group already
candidate-invited = invited already
invite-form-role = What is the partner’s role in this group? One line, for example: “Shipping to Santos”.
invite-form-expects = What result do you expect? One line, for example: “A freight quote by Friday”.
invite-sent-one = Invitation sent: { $name }. The answer comes to your private chat with the bot.
invite-sent-several = Invitations sent: { $names }. The first to accept gets the place.
invite-refused-here = This partner is in the group already.
invite-refused-invited = This partner is invited here already; we are waiting for an answer.
invite-refused-away = This partner is away. Please choose another.
invite-refused-nobody = There is nobody to invite right now: the partners in this field are busy, away or here already.
invite-refused-taken = The place is taken: another partner has accepted.
invite-refused-no-right = The exporter and the manager can invite partners here.
invite-refused-room-closed = This group is closed, nobody can be invited to it.
invite-refused-too-many = Too many invitations are unanswered. Wait for answers or withdraw some: /invite.

# An invitation as the partner reads it.
invitation-title = You are invited to the group “{ $room }”
invitation-again = A reminder: you are invited to the group “{ $room }”
invitation-inviter = Invited by: { $name }
invitation-inviter-role = Invited by: { $name } ({ $role })
invitation-field = Field: { $field }
invitation-role = Role: { $role }
invitation-expects = Expected result: { $expects }
invitation-until = You can answer until { $until } ({ $zone }).
invitation-several = Several partners were asked: the first to accept gets the place.
invitation-accept = Accept
invitation-decline = Decline
invitation-why = Why do you decline?
decline-busy = Busy
decline-profile = Not my field
decline-terms = The terms do not suit me
decline-other = Something else
invitation-accepted = ✅ You have accepted. The link to the group is in a separate message.
invitation-accepted-waits = ✅ You have accepted. The group is still being prepared: the link will come here by itself.
invitation-accepted-inside = ✅ You accepted the invitation. You are in the group already: you are a partner there now.
invitation-declined = You have declined. Thank you for your answer.
invitation-over-accepted = You have accepted this invitation before, and you are no longer in the group. If you need to come back, write to whoever invited you.
invitation-over-at-the-door = You have accepted this invitation already. The link has been sent once more.
invitation-over-inside = You are in this group already.
invitation-over-declined = You have declined this invitation. If you have changed your mind, write to whoever invited you: they can do so again.
invitation-over-expired = The time to answer is over. We have passed on that you agree: you may be invited again.
invitation-over-too-late = The time to answer is over, there is no need to answer any more.
invitation-over-withdrawn = The invitation was withdrawn, there is no need to answer.
invitation-over-taken = The place is taken: another partner accepted earlier.
invitation-over-undeliverable = This invitation is no longer open. If you need it, write to whoever invited you.
invitation-over-room = This group is closed, nobody can enter it.
invitation-not-yours = This invitation is not yours. Nothing has changed.
invitation-toast-accepted = Thank you! You have accepted.
invitation-toast-declined = Thank you for your answer.
partner-taken = The place is taken: another partner has accepted the invitation to the group “{ $room }”. Thank you for being ready to help.
partner-withdrawn = The invitation to the group “{ $room }” was withdrawn. There is no need to answer.
partner-expired = The time to answer the invitation to the group “{ $room }” is over. If you are still interested, press “Accept” under it: we will pass it on.

# What whoever invited is told.
asked-title = You have invited to the group “{ $room }”:
asked-line = { $name } — to answer until { $until }
asked-line-accepted = ✅ { $name } — accepts the invitation
asked-line-declined = { $name } — declines the invitation
asked-line-expired = { $name } — gave no answer in time
asked-line-withdrawn = { $name } — invitation withdrawn
asked-line-taken = { $name } — the place is taken
asked-line-undeliverable = { $name } — the invitation did not arrive
asked-several = The first to accept gets the place.
asked-withdraw = Withdraw: { $name }
outcome-accepted = ✅ { $name } has accepted the invitation to the group “{ $room }”. The link has been sent.
outcome-inside = ✅ { $name } accepts the invitation to the group “{ $room }” and is in it already.
outcome-declined = { $name } has declined the invitation to the group “{ $room }”: { $reason }.
outcome-expired = { $name } has not answered the invitation to the group “{ $room }”: the time is over.
outcome-undeliverable-blocked = { $name } does not get the invitation to the group “{ $room }”: this partner has blocked the bot.
outcome-undeliverable-never-started = { $name } does not get the invitation to the group “{ $room }”: this partner has not opened the bot yet.
outcome-undeliverable-deactivated = { $name } does not get the invitation to the group “{ $room }”: the Telegram account is gone.
outcome-undeliverable-other = { $name } does not get the invitation to the group “{ $room }”: Telegram did not deliver it.
outcome-late = { $name } accepts the invitation to the group “{ $room }”, but the time is over. Invite again?
outcome-silent = { $name } has not answered the invitation to the group “{ $room }” yet. We have sent a reminder and wait until { $until }.
outcome-absent = { $name } has accepted and is still not in the group “{ $room }”. We have sent the link once more.
outcome-blocked = { $name } no longer takes invitations: the invitation to the group “{ $room }” was withdrawn.
outcome-others = Others are still to answer.
outcome-nobody-else = There are no other free partners in this field right now.
reason-busy = busy at the moment
reason-profile = not their field
reason-terms = the terms do not suit
reason-other = no reason given
outcome-again = Invite again
outcome-instead = Invite: { $name }
outcome-withdraw = Withdraw the invitation
outcome-toast-sent = Invitation sent: { $name }
outcome-toast-withdrawn = The invitation was withdrawn.
outcome-toast-no-right = Whoever invited can do this, or staff.
outcome-toast-over-accepted = The invitation was accepted already.
outcome-toast-over-declined = The partner has declined already.
outcome-toast-over-expired = The time of this invitation is over already.
outcome-toast-over-withdrawn = The invitation was withdrawn already.
outcome-toast-over-taken = Another partner has the place already.
outcome-toast-over-undeliverable = The invitation did not arrive, there is nothing to withdraw.

# In the group.
partner-joined-title = 🤝 A new partner in the group: { $name } — { $field }
partner-joined-by = Invited by: { $inviter }

# Rating.
rate-ask = { $name } is no longer in the group “{ $room }”. Please rate the partner’s work from 1 to 5: it helps others to choose.
rate-thanks = Thank you! Your rating: { $stars }.
rate-already = You have rated already: { $stars }.
rate-not-yours = Whoever invited gives the rating.

# A partner about themselves.
my-menu = My groups and invitations
my-rooms = Your groups:
my-room = • { $room }
my-no-rooms = You are in no group yet. Invitations come here.
my-invitations = Waiting for your answer:
my-invitation = • “{ $room }”, until { $until }
my-show = Answer: { $room }
my-away = You are away: there are no invitations until you are back.
my-away-until = You are away until { $until }: there are no invitations until then.
my-edit-fields = Fields
my-edit-languages = Languages
my-edit-about = About me
my-go-away = I am away…
my-come-back = I am back
my-form-away = Until which day are you away? If you do not know, press “Skip”: you can come back by a button in /my.
my-done = Saved.
my-done-away = All right, no invitations until { $until }.
my-done-away-open = All right, no invitations until you press “I am back” in /my.
my-done-back = Welcome back! You can be invited again.
my-no-partner = This is for partners whom our staff have confirmed.
my-pending = Your application is still being looked at. We will write to you here.
