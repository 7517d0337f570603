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
shift-on = You have been on duty since { $time }. If you forget to end your shift, it ends by itself { $day ->
    [today] today at { $until }
   *[tomorrow] tomorrow at { $until }
  }.
shift-start = Begin my shift
shift-end = End my shift
shift-start-done = Your shift has begun. Have a good one!
shift-start-already = You are on duty already
shift-end-done = Your shift is over. Thank you!
shift-end-already = You are not on duty anyway
shift-forgotten = Your shift has ended by itself after 12 hours. If you are still working, begin a new one: /shift.
