## rooms: the menu of a group

room-menu-command = The menu of this group
room-menu-title = Group “{ $title }”. Here you are: { $role }.
room-menu-back = ‹ Menu
room-menu-anonymous = You write in the name of the group, so the bot does not know who you are. Turn off anonymity and send /menu again.
room-menu-gone = This group is no more.
room-menu-not-for-you = Others do that here. /menu shows what you can do.
room-item-partner = Invite a partner
room-item-add = Add a participant
room-item-people = Participants
room-item-agreements = Agreements
room-item-checkpoints = Checkpoints
room-item-files = Files
room-item-support = Call support
room-item-rules = Rules
room-item-settings = Settings

## rooms: participants

room-people-title = Participants: { $count }
room-people-none = Nobody yet.
room-people-line = { $name } — { $role }, since { $date }
room-people-invited-by = Invited by { $name }
room-as-exporter = This is the exporter
room-as-importer = This is the importer
room-as-partner = This is a partner
room-as-client = This is the client’s employee
room-as-guest = This is somebody else
room-people-part = Part with them
room-people-all = ‹ All participants
room-part-sure = Part with { $name }? They lose access to this group. You can invite them again at any time.
room-part-yes = Yes, part
room-part-no = No, keep them
room-part-parted = Done: they have no access to the group any more.
room-part-repeated = That is done already.
room-part-no-right = Whoever invited a participant, or the manager, can part with them.
room-part-gone = They are not in this group any more.
room-name-named = Done, the role is set.
room-name-same = They have that role already.
room-name-repeated = That is done already.
room-name-no-right = This role is set by whoever invited them, or by the manager. The exporter, the importer and the manager can set the role of a newcomer.
room-name-gone = They are not in this group any more.
room-newcomer = Somebody new was added to the group: { $name }. Who are they?
room-newcomer-support = Somebody new is in the group: { $name }. We have noted them as the client’s employee. If that is not so, please say who they are.

## rooms: a personal link

room-add-whom = Whom do you want to add? The bot makes a personal link: it lets in one person only.
room-add-exporter = A colleague of the exporter
room-add-importer = A colleague of the importer
room-add-partner = A partner
room-add-client = An employee of the client
room-add-guest = Somebody else
room-add-told = The link is in your private chat with the bot.
room-add-fetch-how = The link is ready, and the bot gives it to you alone: open the private chat with the bot and tap “Start”.
room-add-fetch = Get the link in private
room-add-repeated = The link is ready: it is in your private chat with the bot.
room-add-no-right = The exporter, the importer and the manager can add participants here.
room-add-closed = This group is closed, nobody can be added.
room-link =
    Personal link to the group “{ $title }” (role: { $role }):
    { $link }

    Send it to one person: it works once, within 7 days.

## rooms: rules and settings

room-rules-personal =
    In this group are the exporter, their manager and invited partners.
    • Everything written here is kept: you can return to words and files in a dispute.
    • Record an important decision as an agreement, and a date as a checkpoint.
    • Add people by /menu: only the person to whom you send the link gets in.
    • If something goes wrong, call support: /menu.
room-rules-product =
    In this group the importer and the exporter agree on one product; the manager is within reach.
    • Everything written here is kept: you can return to words and files in a dispute.
    • Record the terms you have agreed on: both sides confirm them.
    • Send money only by the safe deal or a contract, not on words in a chat.
    • If something goes wrong, call support: /menu.
room-rules-support =
    In this group support helps you.
    • Everything written here is kept.
    • Say what has happened and by when you need an answer: that is faster.
room-language-ru = Русский
room-language-en = English
room-language-both = Русский + English
room-settings-mine = In which language should the bot speak with you? This is for all chats with it.
room-settings-cards = And in which language should the card and the notices of this group be?
room-settings-set = Done.
room-settings-repeated = That is done already.
room-settings-no-right = The manager changes the language of the group.
