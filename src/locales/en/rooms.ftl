## rooms: the stock of groups, to staff

stock-menu = Groups in stock
stock-title = Groups in stock
stock-level = Ready: { $ready }. Waiting for a group: { $waiting }.
stock-used = At work already: { $used }.
stock-of-group = “{ $title }” is not ready yet. It lacks:
stock-create = Create a group for the stock
stock-how =
    To add a group: press “{ $button }” below, choose “Create a New Group”, give it any name. The bot does the rest.
    To use a group that exists: { $link }
stock-in-private = The stock of groups is shown in your private chat with the bot: write /stock there.
stock-low =
    { $ready ->
        [0] No groups are ready.
       *[other] Few groups are ready: { $ready }.
    } Please add some, so that new clients need not wait.
stock-empty = There are not enough groups: { $ready } ready, { $waiting } waiting. The clients have been told that theirs is being prepared. Please add groups: the first goes to whoever has waited longest.
stock-offered-ready = “{ $title }” is in the stock now.
stock-offered-given = “{ $title }” went straight to whoever had waited longest. It is called “{ $room }” now.
stock-offered-lacking =
    “{ $title }” is not ready yet. It lacks:
stock-offered-in-use = “{ $title }” is in use already: people work in it.
stock-offered-desk = “{ $title }” is a desk group and cannot go into the stock. Please choose another.
stock-lacking = “{ $title }” has dropped out of the stock. It lacks:
stock-lack-outside = the bot is not in the group: add it as an administrator
stock-lack-supergroup = it is a basic group: turn on “Topics” (Group settings → Topics)
stock-lack-public = anybody can find the group: remove its public link (Group type → Private)
stock-lack-strangers = there are other people in it: leave only the bot and administrators who work here
stock-lack-admin = the bot is no administrator: make it one. As long as it does not see every message, a question without an answer may be missed
stock-lack-can_change_info = the bot needs the right “Change group info”
stock-lack-can_invite_users = the bot needs the right “Add users”
stock-lack-can_restrict_members = the bot needs the right “Ban users”
stock-lack-can_pin_messages = the bot needs the right “Pin messages”
stock-lack-can_delete_messages = the bot needs the right “Delete messages”

## rooms: a group is gone or damaged

room-trouble = In the group “{ $title }” the bot lacks rights:
room-lost = The bot is no longer in the group “{ $title }”, or the group was deleted. Bring the bot back as an administrator, or give the people another group: they will get personal invitations.
room-restored = All is well again in the group “{ $title }”.
room-owner-left = The owner of the group “{ $title }”, { $name }, has left it. The group works, but please check to whom Telegram has passed it; if that is nobody who works here, prepare another group.
room-still-in = Somebody is still in the group “{ $title }” whom the bot could not remove: { $name }. They can still read everything there. Only people can remove a group's owner, and administrators whom people have made. An administrator you can remove yourself. Ask an owner to pass the group to somebody who works here and to leave; if they refuse, remove the bot from it, and it will offer at once to give the people another group.
room-look-again = Check again
room-looked = Checking. If anything is missing, I will write.
room-look-none = This group has no chat yet.
room-give-another = Give another group
room-another-given = A group was found, the invitations are sent.
room-another-waiting = The stock is empty. As soon as there is a group, the people get their invitations.
room-another-not-lost = The group is back, no other is needed.
room-another-repeated = Done already.

## rooms: to the people in them

room-entry = Your group “{ $title }” is ready. The button below opens for you alone: send the request, and the bot lets you in at once.
room-entry-waits = The group “{ $title }” is waiting for you. The button below opens for you alone: send the request, and the bot lets you in at once.
room-entry-chat = The chat “{ $title }” is ready. The button below opens for you alone: send the request, and the bot lets you in at once.
room-join-exporter = Join the chat
room-join-importer = Open the chat
room-moved = The group “{ $title }” has moved. The button below opens the new one for you: send the request, and the bot lets you in at once.
room-join = Open the group
room-door-closed = This group is no longer in use, so you were not let in. Please ask whoever called you to invite you to the new one.
room-door-nobodys = This group is not open to anybody yet, so you were not let in. If somebody asked you here, ask them for a personal invitation from the bot.
room-not-yours = This link was given to somebody else, so you were not let in. Please ask whoever called you to invite you personally.
room-code-taken = This invitation has been used already. Please ask whoever called you for a new one.
room-code-not-yours = This button works only for whoever asked for the link. For one of your own, open /menu in the group.
room-code-over = This invitation is no longer valid. Please ask whoever called you for a new one.
room-code-waits = The invitation is yours. The group is still being prepared: the bot sends the way in here as soon as it opens.
room-entry-late = While the group “{ $title }” was being prepared, your invitation ran out. Please ask for a new one: the way in opens at once now.
room-way-gone = The invitation to the group “{ $title }” is no longer valid: whoever called you has left it. If you need to get in, please ask somebody else there to invite you.
room-side-left = { $name } ({ $role }) is no longer in the group “{ $title }”. If that was a slip, give them a new personal link: /menu in the group, “Add a participant”.
room-code-unknown = There is no such invitation. Check the link, or ask whoever called you for a new one.
room-code-already-in = You are in this group already.
room-about-personal = An exporter's working group with a personal manager and partners. Menu: /menu
room-about-product = A working group about a product: terms, documents, dates. Menu: /menu
room-about-support = A company's support. Menu: /menu
room-role-exporter = Exporter
room-role-importer = Importer
room-role-client = Client
room-role-partner = Partner
room-role-manager = Manager
room-role-supervisor = Supervisor
room-role-admin = Administrator
room-role-support = Support
room-role-guest = Participant
room-card-personal = Exporter's group: { $title }
room-card-product = Product group: { $title }
room-card-support = Support: { $title }
room-card-manager = Manager: { $name }
room-card-people = People:
room-card-more = • and { $count } more: /members
room-card-menu = Menu: /menu

## rooms: Telegram lets nobody in

room-group-full = There is no place left in the group “{ $title }”: Telegram lets nobody else in. Whoever invited you knows already.
room-group-full-invited = { $name } cannot join the group “{ $title }”: there is no place left in it. Remove somebody who needs it no more, and { $name } can open the invitation again.
room-too-many-groups = Telegram did not let you into the group “{ $title }”: you are in as many groups and channels as it allows. Leave one that you do not need and open the invitation again.
room-too-many-groups-invited = { $name } cannot join the group “{ $title }” yet: Telegram limits how many groups one may be in. We have already written to them to leave one and to open the invitation again.

## rooms: several ways in at once

room-ways =
    { $count ->
        [one] { $count } group is waiting for you.
       *[other] { $count } groups are waiting for you.
    } Tap a name and the bot sends you the way in. It opens for you alone.
room-ways-none = You are in all your groups already.
room-way-coming = The way in comes with the next message.
room-way-waits = This group is still being made. The way in comes here by itself.
room-way-inside = You are in this group already.
room-way-over = This way in works no more. Ask whoever invited you for a new one.
room-way-not-yours = This way in belongs to somebody else.

## rooms: back into a group

room-back-coming = The link will come in the next message.
room-back-waits = This group is still being prepared. The link will come here as soon as it is ready.
room-back-inside = You are in this group already: it is in your list of chats.
room-back-closed = This group is closed. If you still need it, write here: somebody will open it again.
room-back-removed = You were removed from this group, so you can only come back by an invitation. Write here: somebody will help.
room-back-blocked = Your company's work is suspended, so its groups are closed for now. Write here: somebody will explain what to do.
room-back-not-yours = This group is closed to you. If that is a mistake, write here: somebody will help.
