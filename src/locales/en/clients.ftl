## clients: what the bot itself says to a client

client-nameless = Client
client-start =
    Hello! This is { $company }.
    Write your question right here; photos and files are welcome. A member of our staff will answer.
client-help =
    This is the chat with { $company }.
    Write your question as an ordinary message: our staff get it and answer here. However many messages you send, none of them gets lost.
client-help-own =
    You can also send a command here:
    { $commands }

    In a group with an exporter, an importer or partners, send /menu: the bot shows what can be done there.
client-unknown-command = There is no such command. Please write your question in words, and our staff will answer here.
client-desk-choice = Who would you like to write to? Press a button, or just write your question: it will find its way.
client-desk = You are writing to “{ $desk }”. Please ask your question. To choose again, send /start.
client-menu-start = Start
client-menu-help = Help
