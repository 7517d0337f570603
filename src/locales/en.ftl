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
