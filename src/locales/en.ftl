# Every word that people read: short, polite, human. The same keys and arguments as in ru.ftl.
# A key begins with the name of its part: dialog-…, staff-…, desk-…. Names come cleaned already.

## clients: what the bot itself says to a client

client-nameless = Client
client-start =
    Hello! This is { $company }.
    Write your question right here; photos and files are welcome. A member of our staff will answer.
client-help =
    This is the chat with { $company }.
    Write your question as an ordinary message: our staff get it and answer here. However many messages you send, none of them gets lost.
client-unknown-command = There is no such command. Please write your question in words, and our staff will answer here.
client-menu-start = Start
client-menu-help = How to ask a question

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
    Give a role: reply to the person's message with /staff manager, or write /staff manager 123456789 with their Telegram id.
    Roles: manager, support, supervisor, admin.
    Take it away: /staff remove, as a reply or with the id.
staff-menu = Staff and roles
staff-list-title = Staff:
staff-list-line = { $number }. { $name }, { $role }, id { $id }
staff-granted = Done: { $name } is { $role } now, employee no. { $number }.
staff-unchanged = Nothing has changed: { $name } is { $role } already.
staff-removed = Done: { $name } is not on the staff list any more.
staff-removed-dialogs =
    { $openDialogs ->
        [one] { $openDialogs } open dialog still has them as the responsible person.
       *[other] { $openDialogs } open dialogs still have them as the responsible person.
    } Any employee may answer there.
staff-not-staff = { $name } is not on the staff list anyway.
staff-refused-no-right = Only admins and supervisors give roles.
staff-refused-role-above-actor = You cannot give a role above your own.
staff-refused-person-above-actor = { $name } has a role above yours; only an admin can change it.
staff-refused-last-admin = { $name } is the last admin. Appoint another one first, or nobody could repair the bot.
staff-refused-admin-by-setting = { $name } is an admin by the setting ADMIN_IDS. Take the id out of there and restart the bot.
staff-anonymous = You write in the name of the group, so the bot cannot see who you are. Turn off “Remain Anonymous” in your admin rights and try again.
staff-where = This command works in the private chat with the bot and in the desk group.
staff-unknown-word = The word “{ $word }” means nothing here.
staff-target-missing = Who is it about? Reply to the person's message with this command or add their id: /staff manager 123456789.
staff-target-username = Telegram lets no bot find a person by the name @{ $word }. Reply to their message with the command or write their id: /staff manager 123456789.
staff-target-nonsense = “{ $word }” does not look like a person's Telegram id. An id is a number like 123456789; it is easier to reply to the person's message.
staff-target-anonymous-admin = That message was written in the name of the group: nobody can see by whom. Let the person turn off “Remain Anonymous” and write again.
staff-target-channel = That message is from a channel, and only a person can have a role.
staff-target-telegram = That is a service message of Telegram, and only a person can have a role.
staff-target-bot = That is a bot, and only a person can have a role.
staff-target-nobody = There is no person behind that id or message. Reply to a message of the employee's own.
staff-welcome =
    You have a role now: { $role }.
    What clients write comes to the desk group, where every dialog has a topic of its own: take it and answer right in the topic. Here the bot will tell you what concerns you personally.
staff-not-told-never-started = { $name } gets no messages from the bot before starting it. Ask them to open { $link } and press “Start”. If the id was mistyped, take it back: /staff remove and the id.
staff-not-told-blocked = { $name } has blocked the bot and does not know about the role. Ask them to unblock it: { $link }
staff-not-told-deactivated = { $name }: this Telegram account has been deleted.
staff-first-admin = You are the first admin of this bot.
staff-code-refused = That code is not right.
staff-code-too-many = Too many tries. Try again in an hour.
