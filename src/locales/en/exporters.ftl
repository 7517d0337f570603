## exporters: for staff

exporters-menu = Exporters: list and search
company-menu = My company: groups and colleagues
exporter-menu = A new exporter
exporters-where = Exporters are shown in the private chat with the bot and at the desk. Please give the command there.
exporters-title = Exporters: { $count }
exporters-found = “{ $words }”: { $count } found
exporters-line = No. { $number } { $name } — { $status }
exporters-open = No. { $number } { $name }
exporters-narrow = Not all are shown. Be more precise: /exporters and a part of the name.
exporters-none = There is no such exporter. Try a part of the name, or the contact's. The whole list: /exporters
exporters-empty = There are no exporters yet. Add the first: /exporter and the company's name.
exporter-made = The exporter is added. Pass the registration link on to them: it is at the end of the card.
exporter-exists = There is an exporter of that name already. If this is another company, add a city to the name.
exporter-undecided = A reminder: this exporter is waiting for a decision. Please confirm or reject it.
exporters-undecided = { $count ->
    [1] One exporter is waiting for a decision.
   *[other] { $count } exporters are waiting for a decision.
} Open a card to confirm or reject it. All exporters: /exporters
exporter-yours = You look after this exporter.
exporters-taken = { $former } no longer works here. You are now the manager of: { $names }. Links to their groups will come here.
exporter-orphan = { $former } no longer works here, and this exporter has no manager. Please choose one with “Change the manager”.
exporters-orphans = More exporters that { $former } looked after have no manager: { $count }. Please choose managers in the list /exporters.
exporter-not-yours = { $manager } looks after the exporter “{ $name }” now. You have left its working groups, except those you made yourself: Telegram keeps their owner.
exporter-gone = There is no such exporter.
exporter-card-title = 🏢 Exporter No. { $number }: { $name }
exporter-status-invited = ✉️ Invited, not registered yet
exporter-status-pending = ⏳ Registered, waits for confirmation
exporter-status-confirmed = ✅ Confirmed
exporter-status-rejected = ❌ Rejected
exporter-status-blocked = ⛔ Blocked
exporter-is-invited = invited
exporter-is-pending = waiting for confirmation
exporter-is-confirmed = confirmed
exporter-is-rejected = rejected
exporter-is-blocked = blocked
exporter-card-reason = Reason: { $reason }
exporter-card-decided = Decided by { $name }, { $when }
exporter-card-decided-itself = Confirmed automatically, { $when }
exporter-card-url = Page: { $url }
exporter-card-contact = Contact: { $name }, { $phone }
exporter-card-contact-expected = Contact: { $name } (not in Telegram yet)
exporter-card-no-phone = no telephone given
exporter-card-people = People: { $names }
exporter-card-more = and { $count } more
exporter-card-hours = Working hours: { $from }–{ $to }, { $zone }
exporter-card-manager = Manager: { $name }
exporter-card-no-manager = Manager: nobody
exporter-card-announced = Announced by the marketplace, ID { $id }
exporter-card-by-hand = Added by an employee
exporter-card-asked = 🙋 { $name } says they work at this company
exporter-card-link =
    The registration link, for this exporter alone:
    { $link }
exporter-button-confirm = Confirm
exporter-button-reject = Reject
exporter-button-block = Block
exporter-button-unblock = Unblock
exporter-button-managers = Change the manager
exporter-button-take = Take it myself
exporter-button-back = Back
exporter-button-asked-accept = Let in: { $name }
exporter-button-asked-refuse = Refuse: { $name }
exporter-why-reject = Why is it rejected? The exporter will read the reason.
exporter-why-block = Why is it blocked? The exporter will read the reason.
exporter-reason-not-suitable = Does not suit the marketplace
exporter-reason-not-verified = Could not be verified
exporter-reason-duplicate = Registered already
exporter-reason-rules = Has broken the rules
exporter-reason-silent = Does not answer buyers
exporter-reason-asked-to = Asks for it themselves
exporter-reason-words = Another reason
exporter-reason-told-not-suitable = the company does not meet the conditions of the marketplace
exporter-reason-told-not-verified = the company's data could not be verified
exporter-reason-told-duplicate = this company is registered already
exporter-reason-told-rules = the rules of the marketplace were broken
exporter-reason-told-silent = buyers get no answers
exporter-reason-told-asked-to = at the company's own request
exporter-reason-reject-line = Write in one line why it is rejected. The exporter will read these words.
exporter-reason-block-line = Write in one line why it is blocked. The exporter will read these words.
exporter-reason-done = Done, the exporter will read the reason.
exporter-reason-not-done = Nothing was decided: things have changed while you were writing. Look at the card: /exporters
exporter-who = Who shall look after it? Beside each name: how many groups they have open.
exporter-manager-choice = { $name } · { $rooms }
exporter-manager-now = ✓ { $name } · { $rooms }
exporter-new-name = What is the company called?
exporter-new-url = Send the address of its page, for example https://example.com/romashka
exporter-new-url-wrong = This does not look like the address of a page. It begins with https://
exporter-toast-confirm = The exporter is confirmed
exporter-toast-unblock = The exporter is unblocked
exporter-toast-reject = The exporter is rejected and will read the reason
exporter-toast-block = The exporter is blocked and will read the reason
exporter-toast-is = The exporter is { $status } now. The card is up to date.
exporter-toast-staff-only = Only employees may do this
exporter-toast-manager-set = The manager is { $name } now
exporter-toast-manager-already = { $name } looks after this exporter already
exporter-toast-manager-gone = This person does not work here any more. Choose somebody else.
exporter-toast-manager-no-right = Only employees may do this
exporter-toast-manager-unknown = There is no such exporter

## exporters: where a link leads

exporter-language =
    Hello! This is { $company }. You have opened the link for the company “{ $name }”.
    Which language do you prefer?
exporter-language-name = English
exporter-link-unknown = This link leads nowhere. Check whether all of it was copied, or ask for a new one. You can also write here: somebody will help you.
exporter-link-staff = This link is for the exporter “{ $name }”. You work here, so there is no company for you to register: please pass the link on to the exporter.
exporter-link-rejected = The registration of “{ $name }” was rejected. If you do not agree, write here: somebody will read it and answer.
exporter-link-blocked = The work of “{ $name }” is suspended. If you do not agree, write here: somebody will read it and answer.
exporter-link-elsewhere = You represent the company “{ $name }” already, and this link is for “{ $company }”. If you have changed jobs, write here and we will put it right.
exporter-link-pending = The company “{ $name }” is being checked. We will write here as soon as it is confirmed.
exporter-link-confirmed = You are registered already: “{ $name }”. Your company, and inviting colleagues: /company
exporter-link-used = This invitation has been used already. Ask your colleague for a new one: they have the command /company
exporter-link-withdrawn = This invitation works no more: the colleague who sent it is not with “{ $name }” now. Ask somebody else there for a new one, they have the command /company
exporter-link-expired = This invitation is out of date: it is good for a week. Ask your colleague for a new one, they have the command /company
exporter-link-asked = The company “{ $name }” is registered already. We have asked your colleague who registered it, and will write here as soon as they answer.
exporter-link-refused = Your request was declined: “{ $name }” says they do not know you. If this is a mistake, ask a colleague to invite you: they have the command /company
exporter-reason = Reason: { $reason }.

## exporters: registration

exporter-form-hello = { $person }, nice to meet you! Let us register the company “{ $name }”. It takes a minute: a few questions, and a button answers most of them. If you are called away, open the same link again: we will go on from there.
exporter-form-hello-colleague = { $person }, nice to meet you! To add you to the company “{ $name }”, we have just two questions.
exporter-form-company = Is this the right name of the company? This is how buyers will see it.
    “{ $name }”
exporter-form-company-line = Write the name of the company.
exporter-form-contact = What shall we call you?
    If the name is right, press it.
exporter-form-contact-line = Write your name.
exporter-form-other-name = Correct it
exporter-form-name-empty = There is not a single letter in it. Please write words.
exporter-form-phone = Please share your telephone number: your manager will call if something is urgent. We take it by the button below only, so that we can be sure it is yours.
exporter-form-hours = When do you work? We will not disturb you at other times.
    { $from }–{ $to }, { $zone }
exporter-form-hours-right = That is right
exporter-form-hours-other = Other hours
exporter-form-hours-zone = Another time zone
exporter-form-zone = Where do you work? Choose a time zone.
exporter-form-zone-other = Another one
exporter-form-zone-line = Write your city or time zone, for example Colombo or UTC+7.
exporter-form-zone-wrong = We found no such city or time zone. Please try a larger city nearby.
exporter-form-times = From when until when do you work?
exporter-form-times-other = Other hours
exporter-form-times-line = Write your working hours, for example 9:00–18:30.
exporter-form-times-wrong = We could not read the hours. They must end later than they begin, within one day.
exporter-form-agree =
    Please check:

    Company: { $name }
    Contact: { $contact }
    Telephone: { $phone ->
        [yes] received
       *[no] not given
    }
    Working hours: { $from }–{ $to }, { $zone }

    By sending this you agree that { $company } keeps these details and what is written in the working groups in order to handle your deals. You can withdraw your consent by writing here.
exporter-form-agree-colleague =
    You are joining the company “{ $name }”.
    Telephone: { $phone ->
        [yes] received
       *[no] not given
    }

    By sending this you agree that { $company } keeps these details and what is written in the working groups in order to handle your deals. You can withdraw your consent by writing here.
exporter-form-agree-yes = Agree and send
exporter-form-agree-fix = Correct it
exporter-form-agree-no = Do not agree
exporter-form-no-consent = We cannot register you without your consent; nothing was sent. If you change your mind, open the link again. If you have questions, write here.
exporter-form-over = This registration is finished. Your company: /company
exporter-toast-registration-over = This registration is finished

## exporters: what became of a registration

exporter-submitted = Thank you! The details of “{ $name }” are being checked. We will write here as soon as the company is confirmed. If you have questions, write in this chat: somebody will answer.
exporter-confirmed = Done: the company “{ $name }” is confirmed. We are glad to have you with us!
exporter-your-manager = Your manager: { $name }
exporter-no-manager = Your manager is being changed. Until then write here: somebody will answer.
exporter-confirmed-ready = Your working group with the manager is there; your personal link comes in a message of its own.
exporter-confirmed-waits = We are preparing your working group with the manager. As soon as it is ready, we will send you a personal link. Until then write in this chat: somebody will answer.
exporter-confirmed-next = When a buyer asks about your product, we will write here at once. Your company and colleagues: /company
exporter-rejected = The registration of “{ $name }” was rejected. If you do not agree, write here: somebody will read it and answer.
exporter-blocked = The work of “{ $name }” is suspended: no new requests of buyers come in. If you do not agree, write here: somebody will read it and answer.
exporter-unblocked = The company “{ $name }” works as before.

## exporters: one's own company and colleagues

exporter-own-none = You are not registered as an exporter's employee. If you were sent a registration link, open it. If you have a question, write it here: somebody will answer.
exporter-own-title = Your company: { $name }
exporter-own-invited = Not registered yet.
exporter-own-pending = Being checked. We will write here as soon as it is confirmed.
exporter-own-confirmed = At work.
exporter-own-rejected = The registration was rejected.
exporter-own-blocked = Work is suspended.
exporter-own-people = People:
exporter-own-contact = • { $name } — the company's contact
exporter-own-person = • { $name }
exporter-button-invite = Add a colleague
exporter-invitation =
    Pass this message on to your colleague. The link is for one person and good for a week.

    Invitation to the company “{ $name }”: { $link }
exporter-asked = { $name } says they work at “{ $company }” and has opened your registration link. Is this a colleague of yours? They will see the working group and what is written with buyers.
exporter-asked-accept = Yes, one of us
exporter-asked-refuse = No, I do not know them
exporter-asked-gone = This invitation is not good any more.
exporter-joined = You are now part of “{ $name }”. Your personal link into the working group comes in a message of its own. Your company: /company
exporter-joined-early = You are now part of “{ $name }”. It is still being checked: we will write here as soon as it is confirmed.
exporter-not-joined = Your request was declined: “{ $name }” says they do not know you. If this is a mistake, ask a colleague to invite you: they have the command /company
exporter-colleague-joined = { $name } is now part of your company.
exporter-toast-invited = The invitation was sent to you: pass it on to your colleague
exporter-toast-not-yours = Only people of this company may invite
exporter-toast-not-at-work = You can invite once the company is confirmed and at work
exporter-toast-asked-accepted = { $name } is now part of your company
exporter-toast-asked-refused = Refused: { $name } will not get into the company
exporter-toast-asked-over-accepted = This was answered already: they were let in
exporter-toast-asked-over-refused = This was refused already
exporter-toast-asked-over-closed = This request is not good any more
exporter-toast-asked-not-yours = Only people of this company may answer
exporter-people-parting = Who does not work at this company any more? They will leave its groups.
exporter-button-people = People of the company
exporter-button-part = Remove: { $name }
exporter-button-part-yes = Yes, remove: { $name }
exporter-parting-asked = Does { $name } not work at the company any more? Their access to the working groups ends at once. A new invitation brings them back.
exporter-toast-part-parted = { $name } is no longer part of the company
exporter-toast-part-gone = This person is no longer part of the company
exporter-toast-part-not-yours = Colleagues can be removed by the company's contact, or by your manager
exporter-parted = You are no longer part of “{ $name }”; its working groups are closed to you. If this is a mistake, write here: somebody will help you.

## exporters: time zones

zone-with-offset = { $name } (UTC{ $offset })
zone-kaliningrad = Kaliningrad
zone-moscow = Moscow
zone-samara = Samara
zone-yekaterinburg = Yekaterinburg
zone-omsk = Omsk
zone-krasnoyarsk = Krasnoyarsk
zone-irkutsk = Irkutsk
zone-yakutsk = Yakutsk
zone-vladivostok = Vladivostok
zone-kamchatka = Kamchatka
zone-minsk = Minsk
zone-almaty = Almaty
zone-dubai = Dubai
zone-tehran = Tehran
zone-delhi = Delhi
zone-beijing = Beijing
zone-jakarta = Jakarta
zone-cairo = Cairo
zone-addis = Addis Ababa
zone-johannesburg = Johannesburg
zone-saopaulo = São Paulo

## exporters: the groups of one's own company

exporter-button-rooms = My groups
exporter-rooms = Your company's groups: { $count }. Press a name and the bot will send you the link, which opens for you alone. ✓ means that you are there already.
exporter-rooms-none = Your company has no open groups yet.
exporter-toast-rooms-not-yours = Only people of a company that works with us see its groups. Your company: /company
