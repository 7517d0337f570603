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
channel-is-desk = ✅ This channel is a desk. The details are in the discussion group.
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
