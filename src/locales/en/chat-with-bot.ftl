## The chat with the bot

staff-in-private = Here the bot writes to you in person; you answer clients in the desk group, below the cards of dialogs. All commands: /help.

help-menu = All commands
help-how = You answer clients in the desk group: every dialog has its own card there, and whatever you write below it goes to the client. Begin a note for colleagues with “//”: the client does not see it.
help-both = In the desk group and in the private chat with the bot:
help-group = Only in the desk group:
help-room = In groups with exporters, importers and partners:
help-private = Only in the private chat with the bot:
