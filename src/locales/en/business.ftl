## Business accounts: to their owners

business-connected = The account is connected: what clients write to you is shown in the desk group, and colleagues answer from there in your name. You can go on answering from your phone.
business-read-only = The account is connected, but the bot cannot reply for you. Allow it: Telegram → “Settings” → “Telegram Business” → “Chatbots” → “Reply to messages”.
business-disconnected = The account is disconnected: what your clients write does not reach the desk group any more, and nobody can answer them from there.
business-not-staff = This bot works with the accounts of employees alone: it does not read your clients’ messages and passes them to nobody. If you work here, ask a supervisor to give you a role with /staff: then the bot begins to work with your account.
