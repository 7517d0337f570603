## Группы: что видит каждый, кто пишет команды

trail-only-in-rooms = Команда { $command } работает в вашей группе: напишите её там.
trail-as-yourself = Сейчас вы пишете от имени группы или канала, и непонятно, кто вы. Выключите это и повторите от своего имени.
trail-stranger = Вы ещё не участник этой группы. Попросите экспортёра или менеджера дать вам роль, и команда заработает.
toast-trail-busy = Telegram просит немного подождать. Нажмите ещё раз через несколько секунд.

## Договорённости

agreement-menu = договорённость (ответом на сообщение)
agreements-menu = все договорённости
agreement-title = Договорённость № { $number }
agreement-source = сообщение
agreement-waits = ждём подтверждения
agreement-confirmed-by = подтверждено
agreement-withdrawn-line = Отменена
agreement-changed-line = Сообщение позже изменили. Договорённость остаётся в этих словах.
agreement-confirm = Подтверждаю
agreement-withdraw = Отменить
agreement-done = Договорённость № { $number } подтвердили обе стороны.
agreement-changed = Сообщение, на котором держится договорённость № { $number }, изменили. Договорённость остаётся в прежних словах. Если условия новые, зафиксируйте их ещё раз: ответьте на сообщение командой /agree.
agreement-is-open = ждёт подтверждения
agreement-is-confirmed = подтверждена обеими сторонами
agreement-is-withdrawn = отменена
agreements-title = Договорённости
agreements-none = Договорённостей пока нет. Чтобы зафиксировать условия, ответьте на сообщение с ними командой /agree.
agree-no-reply = Ответьте командой /agree на сообщение, в котором условия: оно станет договорённостью.
agree-of-bot = Это сообщение бота. Договорённостью может стать только то, что написал человек.
agree-of-nobody = Непонятно, кто написал это сообщение: оно от имени группы, канала или другого бота. Попросите повторить его от своего имени.
agree-nothing-said = В этом сообщении не о чем договариваться. Ответьте командой /agree на сообщение с условиями.
agree-already = Это сообщение уже зафиксировано: договорённость № { $number }.
toast-agreement-confirmed = Подтверждено
toast-agreement-already = Вашу сторону уже подтвердили: { $name }
toast-agreement-no-side = Подтверждают только стороны этой договорённости.
toast-agreement-withdrawn = Договорённость отменена.
toast-agreement-already-withdrawn = Её уже отменили.
toast-agreement-confirmed-already = Одна из сторон уже подтвердила договорённость, отменить её нельзя. Договоритесь об изменении и зафиксируйте новое сообщение.
toast-agreement-not-yours = Отменить может тот, кто зафиксировал договорённость, или менеджер.
toast-agreement-stranger = Вы не участник этой группы.
toast-agreement-room-closed = Группа закрыта, договорённости в ней не меняются. Снова открыть её может менеджер.
toast-agreement-gone = Такой договорённости больше нет.

## Контрольные точки

checkpoint-menu = контрольная точка: когда и что сделать
checkpoints-menu = все контрольные точки
checkpoint-move-menu = перенести контрольную точку
checkpoint-title = Контрольная точка № { $number }
checkpoint-due = Срок: { $date }, { $time }
checkpoint-responsible = Отвечает: { $name }
checkpoint-nobody = пока никто
checkpoint-is-done = Сделано
checkpoint-is-cancelled = Отменена
checkpoint-is-late = Срок прошёл
checkpoint-moved-line = { $name }: перенос с { $before }
checkpoint-done = Сделано
checkpoint-move = Перенести
checkpoint-who = Ответственный
checkpoint-cancel = Отменить
checkpoint-rings-day = Завтра срок: «{ $title }», { $date } в { $time }.
checkpoint-rings-hour = Через час срок: «{ $title }», { $time }.
checkpoint-rings-late = Срок прошёл: «{ $title }» ждали { $date } к { $time }. Отметьте «Сделано» или перенесите.
checkpoint-rings-manager = Просрочено больше часа, и никто не ответил: «{ $title }», срок был { $date } в { $time }.
checkpoint-in-room = Группа: { $title }
checkpoint-ask-when = На сколько перенести «{ $title }» (№ { $number })?
checkpoint-ask-when-hint = Другой срок напишите в группе: /move { $number } пятница 15:00 ждём сертификат
checkpoint-ask-why = Почему переносим «{ $title }» (№ { $number })?
checkpoint-ask-who = Кто отвечает за «{ $title }» (№ { $number })?
checkpoint-days-1 = На день
checkpoint-days-3 = На 3 дня
checkpoint-days-7 = На неделю
checkpoint-reason-papers = Ждём документы
checkpoint-reason-side = Ждём другую сторону
checkpoint-reason-time = Нужно больше времени
checkpoint-reason-terms = Изменились условия
checkpoint-moved = Контрольная точка № { $number } перенесена на { $date }, { $time }. Причина:
checkpoint-next = Ближайший срок:
checkpoints-title = Контрольные точки
checkpoints-none-yet = Контрольных точек пока нет. Добавить: /checkpoint завтра в 10 прислать спецификацию
checkpoints-none = Контрольных точек пока нет.
checkpoints-hint = Добавить: /checkpoint завтра в 10 прислать спецификацию
checkpoint-no-title = Что нужно сделать? Напишите вместе со сроком: /checkpoint завтра в 10 прислать спецификацию
checkpoint-no-date = Не получилось понять срок. Напишите так: /checkpoint завтра в 10 прислать спецификацию или /checkpoint 25.11 15:00 согласовать договор
checkpoint-past = Это время уже прошло. Назовите срок в будущем.
checkpoint-too-far = Срок может быть не дальше чем через год.
checkpoint-move-usage = Напишите номер, новый срок и причину: /move 3 пятница 15:00 ждём сертификат. Номера видны по команде /checkpoints.
checkpoint-no-reason = Добавьте причину: /move 3 пятница 15:00 ждём сертификат
toast-checkpoint-done = Отмечено: сделано
toast-checkpoint-cancelled = Контрольная точка отменена.
toast-checkpoint-named = Ответственный назначен.
toast-checkpoint-moved = Срок перенесён.
toast-checkpoint-gone = Такой контрольной точки больше нет.
toast-checkpoint-over = С этой контрольной точкой уже закончили.
toast-checkpoint-stranger = Вы не участник этой группы.
toast-checkpoint-not-theirs = Это может сделать тот, кто отвечает за контрольную точку, кто её поставил, или менеджер.
toast-checkpoint-not-here = Этого человека больше нет в группе. Выберите другого.
toast-checkpoint-outdated = Срок уже поменяли. Откройте «Перенести» ещё раз.

## Файлы
# По началу слова в имени файла узнаётся его вид; через запятую, на любом языке понимаются все.

file-words-specification = спецификац, специф, спека, тз, техзадан, характерист
file-words-certificate = сертификат, серт, деклараци, свидетельств
file-words-contract = договор, контракт, соглашен
file-words-invoice = счет, инвойс, накладн, фактур
file-words-schedule = график, расписан, план
file-words-presentation = презентац, каталог, буклет
files-menu = файлы группы
files-title = Файлы
files-none = Файлов пока нет. Всё, что пришлют в группу, появится здесь.
files-hint = Нажмите номер: пришлю файл ещё раз. Там же можно указать его вид.
files-all = Все файлы
file-kind-specification = Спецификация
file-kind-certificate = Сертификат
file-kind-contract = Договор
file-kind-invoice = Счёт
file-kind-schedule = График
file-kind-presentation = Презентация
file-kind-other = Другое
file-ask-kind = Что это за файл?
file-hash-waiting = SHA-256: считаем
file-hash-too-large = Хеш не посчитан: файл больше 20 МБ.
file-hash-failed = Хеш не посчитан: Telegram не отдал файл.
toast-file-kind = Вид файла: { $kind }
toast-file-gone = Такого файла больше нет.
toast-file-stranger = Вы не участник этой группы.

## Поддержка

support-menu = вызвать поддержку
support-why = Что случилось? Поддержка увидит последние сообщения группы и ответит здесь же.
support-reason-dispute = Спор
support-reason-delay = Задержка
support-reason-broken = Нарушены договорённости
support-reason-other = Другое
support-title = Поддержка вызвана
support-caller = Вызов: { $name }, { $at }
support-is-waits = Поддержка: ждём ответа
support-is-works = Поддержка: в работе, занимается { $name }
support-is-closed = Поддержка: вопрос закрыт
support-hint = Чтобы поддержка прочитала ваши слова, ответьте на это сообщение или на её ответ.
support-call =
    🛟 Вызов поддержки из группы «{ $title }»: { $reason }
    Вызов: { $name }
support-again =
    🛟 Ещё один вызов из группы «{ $title }»: { $reason }
    Вызов: { $name }
support-room-personal = Группа экспортёра
support-room-product = Группа по товару
support-room-support = Группа поддержки
support-people = Участники: { $people }
support-last-words = Последние сообщения:
support-no-words = В группе ещё ничего не написали.
support-desk-hint = Ваш ответ здесь придёт в группу с подписью «Поддержка» и вашим именем.
support-enter = Войти в группу
support-room-closed = 🔒 Группу «{ $title }» закрыли. Ответы туда ещё доходят. Когда всё решено, закройте диалог.
support-look = Открыть группу
relay-signed = 🛟 Поддержка, { $name }:
channel-room = Группа
toast-support-called = Поддержка вызвана
toast-support-added = Поддержка уже вызвана, передали ей и это.
toast-support-again = Поддержка уже вызвана и знает об этом.
toast-support-stranger = Вы не участник этой группы.
toast-enter-invited = Личная ссылка отправлена вам в чат с ботом.
toast-enter-already-invited = Личную ссылку отправили вам в чат с ботом ещё раз.
toast-enter-already-in = Вы уже в этой группе.
toast-enter-room-closed = Эта группа закрыта.
toast-enter-gone = Этого вызова больше нет.

## Контрольная точка по шагам

checkpoint-form-title = Что нужно сделать?
checkpoint-form-when = К какому сроку?
checkpoint-form-in-tomorrow = Завтра в 9:00
checkpoint-form-in-3 = Через 3 дня
checkpoint-form-in-7 = Через неделю
checkpoint-form-in-other = Другой срок
checkpoint-form-time = Напишите срок: завтра в 10, пятница 15:00 или 25.11 12:00.
checkpoint-form-who = Кто отвечает?
