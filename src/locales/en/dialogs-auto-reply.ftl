## Dialogs: the answer out of hours

auto-reply = We are closed at the moment, but your message has reached us. We will answer { $when } ({ $zone }).
auto-reply-today = today from { $time }
auto-reply-tomorrow = tomorrow from { $time }
auto-reply-weekday-1 = on Monday, { $date }, from { $time }
auto-reply-weekday-2 = on Tuesday, { $date }, from { $time }
auto-reply-weekday-3 = on Wednesday, { $date }, from { $time }
auto-reply-weekday-4 = on Thursday, { $date }, from { $time }
auto-reply-weekday-5 = on Friday, { $date }, from { $time }
auto-reply-weekday-6 = on Saturday, { $date }, from { $time }
auto-reply-weekday-7 = on Sunday, { $date }, from { $time }
auto-reply-date = on { $date } from { $time }
log-auto-replied = the client was told when we will answer
