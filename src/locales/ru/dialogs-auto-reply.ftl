## Диалоги: ответ в нерабочее время

auto-reply = Сейчас мы не работаем, но ваше сообщение получили. Ответим { $when } (время: { $zone }).
auto-reply-today = сегодня с { $time }
auto-reply-tomorrow = завтра с { $time }
auto-reply-weekday-1 = в понедельник, { $date }, с { $time }
auto-reply-weekday-2 = во вторник, { $date }, с { $time }
auto-reply-weekday-3 = в среду, { $date }, с { $time }
auto-reply-weekday-4 = в четверг, { $date }, с { $time }
auto-reply-weekday-5 = в пятницу, { $date }, с { $time }
auto-reply-weekday-6 = в субботу, { $date }, с { $time }
auto-reply-weekday-7 = в воскресенье, { $date }, с { $time }
auto-reply-date = { $date } с { $time }
log-auto-replied = клиенту сказано, когда ответим
