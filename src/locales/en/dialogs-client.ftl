## Dialogs: to the client

client-not-carried = You have sent: { $kind }. Our staff will see that, but cannot open it. Please write it in words or send a photo or a file.
client-rating-request = The dialog is finished. How well did we help you?
client-rating-below = The dialog went on. You can rate it below.
client-rated = Thank you for the rating! { $stars }
client-rated-add = If you like, add a few words in your next message.
client-words-kept = Thank you, we have passed it on. If you have a question, write it here.
# A message of nothing but these words asks for nothing.
thanks-words = thanks, thank, thanx, thx, ty, tnx
thanks-beside = you, very, much, a, lot, so, many, ok, okay, great, good, got, it, all, clear, perfect, for, the, your, help, answer, reply, quick, again, and, in, advance
