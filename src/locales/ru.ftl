# Все слова, которые читают люди: на «вы» со строчной буквы, с ё, коротко и по-человечески.
# Ключ начинается с имени своей части: dialog-…, staff-…, desk-…. Имена приходят уже очищенными.

## clients: что бот говорит клиенту сам

client-nameless = Клиент
client-start =
    Здравствуйте! Это { $company }.
    Напишите ваш вопрос прямо сюда — можно с фото или файлом. Ответит сотрудник.
client-help =
    Это чат с компанией { $company }.
    Напишите вопрос обычным сообщением: его получит сотрудник и ответит здесь же. Сколько бы сообщений вы ни прислали, ни одно не потеряется.
client-unknown-command = Такой команды нет. Напишите, пожалуйста, ваш вопрос словами — сотрудник ответит здесь же.
client-desk-choice = Кому вы пишете? Нажмите кнопку — или сразу напишите вопрос, мы разберёмся.
client-desk = Вы пишете сюда: «{ $desk }». Задайте, пожалуйста, ваш вопрос. Выбрать заново можно командой /start.
client-menu-start = Начать
client-menu-help = Помощь

## staff: роли и кто здесь работает

staff-role-manager = менеджер
staff-role-support = поддержка
staff-role-supervisor = руководитель
staff-role-admin = администратор
# Слова команды /staff, через запятую.
staff-word-manager = менеджер
staff-word-support = поддержка, саппорт
staff-word-supervisor = руководитель
staff-word-admin = администратор, админ
staff-word-remove = убрать, удалить, снять
staff-usage =
    Чтобы дать роль, ответьте на сообщение человека: /staff менеджер. Или допишите его ID в Telegram: /staff менеджер 123456789.
    Роли: менеджер, поддержка, руководитель, администратор.
    Чтобы забрать роль: /staff убрать — ответом на сообщение или с ID.
staff-menu = Сотрудники и роли
staff-list-title = Сотрудники:
staff-list-line = { $number }. { $name } — { $role }, ID { $id }
staff-granted = Готово: { $name } — { $role }, сотрудник № { $number }.
staff-unchanged = Ничего не изменилось: { $name } — уже { $role }.
staff-removed = Готово: { $name } больше не в списке сотрудников.
staff-removed-dialogs =
    { $openDialogs ->
        [one] За этим человеком остаётся { $openDialogs } открытый диалог.
        [few] За этим человеком остаются { $openDialogs } открытых диалога.
       *[many] За этим человеком остаётся { $openDialogs } открытых диалогов.
    } Ответить там может любой сотрудник.
staff-not-staff = { $name } и так не в списке сотрудников.
staff-refused-no-right = Это могут только администраторы и руководители. Попросите кого-нибудь из них.
staff-refused-role-above-actor = Нельзя дать роль выше своей. Попросите администратора.
staff-refused-person-above-actor = { $name }: роль этого человека выше вашей. Изменить её может только администратор.
staff-refused-last-admin = { $name } — последний администратор. Сначала назначьте ещё одного, иначе настраивать бота будет некому.
staff-refused-admin-by-setting = { $name } — администратор по настройке сервера ADMIN_IDS. Сначала уберите оттуда ID и перезапустите бота.
staff-anonymous = Вы пишете от имени группы, и бот не видит, кто вы. Выключите «Анонимность» в своих правах администратора и повторите.
staff-where = Эта команда работает в личном чате с ботом и в рабочей группе.
staff-unknown-word = Не понимаю слово «{ $word }».
staff-target-missing = О ком речь? Ответьте этой командой на сообщение человека или допишите его ID: /staff менеджер 123456789.
staff-target-username = По имени @{ $word } Telegram не даёт боту найти человека. Ответьте командой на его сообщение или напишите его ID: /staff менеджер 123456789.
staff-target-nonsense = «{ $word }» не похоже на ID человека в Telegram. ID — это число, например 123456789. Проще ответить командой на сообщение этого человека.
staff-target-anonymous-admin = Это сообщение написано от имени группы, автора не видно. Попросите человека выключить «Анонимность» и написать ещё раз.
staff-target-channel = Это сообщение от канала, а роль можно дать только человеку. Ответьте командой на сообщение самого сотрудника.
staff-target-telegram = Это служебное сообщение Telegram. Ответьте командой на сообщение самого сотрудника.
staff-target-bot = Это бот, а роль можно дать только человеку. Ответьте командой на сообщение самого сотрудника.
staff-target-nobody = За этим ID или сообщением нет человека. Ответьте командой на сообщение самого сотрудника.
staff-welcome =
    Теперь у вас есть роль: { $role }.
    Сообщения клиентов приходят в рабочую группу, у каждого диалога там своя тема: возьмите диалог в работу и отвечайте прямо в теме. Сюда бот пишет только то, что касается лично вас.
staff-not-told-never-started = { $name } ещё не знает о роли: бот не может написать первым. Попросите открыть { $link } и нажать «Старт». Если ID введён с ошибкой, уберите его: /staff убрать и тот же ID.
staff-not-told-blocked = { $name } ещё не знает о роли: бот заблокирован. Попросите его разблокировать: { $link }
staff-not-told-deactivated = { $name }: этот аккаунт Telegram удалён. Уберите его из списка: /staff убрать и ID.
staff-first-admin = Вы — первый администратор этого бота.
staff-code-refused = Код не подошёл. Нужен последний код из журнала запуска бота.
staff-code-too-many = Слишком много попыток. Попробуйте через час.

## operations: события, которые не удалось обработать

# Слова команды /poison, через запятую.
poison-word-replay = повторить, повтор
poison-word-drop = убрать, удалить
poison-word-all = все, всё
poison-menu = Необработанные события
poison-none = Необработанных событий нет.
poison-title = Не удалось обработать: { $count }
poison-line =
    № { $number } · { $time } · { $kind }
    { $failure }
poison-more = … и ещё { $count }
poison-usage =
    Обработать ещё раз: /poison повторить 123 или /poison повторить все.
    Убрать без обработки: /poison убрать 123.
poison-kind-message = сообщение
poison-kind-edited_message = исправление сообщения
poison-kind-callback_query = нажатие кнопки
poison-kind-other = событие { $kind }
poison-kind-unreadable = событие, которое не удалось сохранить
poison-replayed =
    { $count ->
        [one] Обрабатываем ещё раз { $count } событие.
        [few] Обрабатываем ещё раз { $count } события.
       *[many] Обрабатываем ещё раз { $count } событий.
    } Что снова не получится, вернётся в этот список: /poison
poison-dropped = Событие № { $number } убрано.
poison-gone = Необработанного события № { $number } нет. Весь список: /poison
poison-unreadable = Событие № { $number } повторить нельзя: его не удалось сохранить целиком. Убрать его: /poison убрать { $number }
poison-unknown-word = Не понимаю «{ $word }».

## Диалоги: карточка

topic-name = № { $number } · { $name }
status-unanswered = НЕ ОТВЕЧЕНО
status-in_work = В РАБОТЕ
status-answered = ОТВЕЧЕНО
status-had_call = БЫЛ СОЗВОН
status-to_continue = ПРОДОЛЖИТЬ
status-note = ВНУТРЕННЯЯ ЗАМЕТКА
status-closed = ЗАКРЫТО
# Где пишут клиенту: в теме с карточкой или в комментариях под ней.
next-step-where-here = здесь
next-step-where-comments = в комментариях
next-step-unanswered = Возьмите диалог в работу или ответьте прямо { $where }.
next-step-in_work = Ответьте клиенту: всё, что вы напишете { $where }, уйдёт ему.
next-step-abandoned = Ответственный больше здесь не работает: возьмите диалог в работу или ответьте прямо { $where }.
next-step-answered = Ответ у клиента. Если вопрос решён, закройте диалог.
next-step-had_call = Созвонились. Запишите итог заметкой или закройте диалог.
next-step-to_continue = Клиент написал ещё: ответьте прямо { $where }.
next-step-reopened = Диалог снова открыт: напишите клиенту прямо { $where }.
next-step-note = Заметка только для сотрудников. Продолжите работу или закройте диалог.
next-step-note-waiting = Заметка только для сотрудников. Клиент всё ещё ждёт ответа.
next-step-closed = Диалог завершён. Если клиент напишет снова, он откроется сам.
next-step-thanked = Клиент поблагодарил. Если хотите ответить, нажмите «Продолжить».
card-new-count = новых: { $count }
card-waits-since = ждёт с { $time }
card-number = Диалог № { $number }
card-client = Клиент № { $number }: { $name }
card-questions = Вопросы клиента
card-last-question = Последний вопрос
card-more-questions = … и ещё { $count } раньше
card-deadline = Ответить до { $time }
card-deadline-missed = Срок ответа прошёл в { $time }
card-assignee = Ответственный: { $name }
card-former = Что было раньше
card-unreachable-blocked = Сообщения не доходят: клиент остановил бота
card-unreachable-never-started = Сообщения не доходят: клиент ещё не открыл чат с ботом
card-unreachable-deactivated = Сообщения не доходят: аккаунт клиента удалён
card-unreachable-chat-gone = Сообщения не доходят: чата с клиентом больше нет
card-rating = Оценка { $rating } из 5
card-log = Что сделано
header-client = Клиент
header-username = Ник
header-company = Компания
header-channel = Канал
header-source = Источник трафика
header-page = Страница
header-department = Отдел
header-opened = Первое сообщение
header-previous = Прошлый диалог
channel-telegram = Telegram
channel-business = Telegram Business
log-opened = новый диалог
log-moved = диалог передан в эту рабочую группу
log-reopened = диалог открыт снова
log-taken = взято в работу
log-resumed = отвечает дальше
log-released = диалог возвращён в очередь
log-returned = вернулся в очередь от сотрудника
log-transferred = передано
log-taken-over = диалог забран у сотрудника
log-called = был созвон
log-noted = заметка
log-answer-delivered = ответ доставлен
log-answer-failed = ответ не доставлен
log-edited = сообщение изменено
log-answer-taken-back = ответ отозван
log-answer-missed = срок ответа пропущен
log-closed = диалог закрыт
log-client-blocked = клиент остановил бота
log-client-returned = клиент вернулся
log-client-lost = сообщения клиенту не доходят
action-take = Взять в работу
action-call = Был созвон
action-note = Добавить заметку
action-close = Закрыть
action-close-unrated = Закрыть без оценки
action-resume = Ещё отвечаю
action-reopen = Продолжить
card-menu-more = Ещё…
card-menu-transfer = Передать
more-title = Ещё по диалогу № { $number }
more-release = Вернуть в общую очередь
more-take-over = Забрать себе
more-take-back = Отозвать последний ответ
menu-close = Скрыть
tag-unanswered = неотвечено
tag-in_work = вработе
tag-answered = отвечено
tag-had_call = былсозвон
tag-to_continue = продолжить
tag-note = внутренняязаметка
tag-closed = закрыто
tag-waiting = ждётответа
tag-client = клиент
tag-employee = сотрудник
tag-label = метка
tag-day = д
tag-month = м
tag-week = н
kind-empty = пустое сообщение
kind-photo = фото
kind-live_photo = живое фото
kind-text = сообщение
kind-document = файл
kind-voice = голосовое сообщение
kind-video = видео
kind-animation = анимация
kind-audio = аудио
kind-video_note = видеосообщение
kind-sticker = стикер
kind-location = местоположение
kind-venue = место на карте
kind-contact = контакт
kind-poll = опрос
kind-dice = кубик
kind-story = история
kind-paid_media = платное медиа
kind-checklist = список дел
kind-game = игра
kind-invoice = счёт
kind-giveaway = розыгрыш
kind-giveaway_winners = итоги розыгрыша
kind-rich_message = сообщение особого вида
kind-gift = подарок
kind-unique_gift = подарок
kind-other = сообщение нового вида

## Диалоги: слова в теме, сотрудникам

thread-note-prompt = { $name }, напишите заметку следующим сообщением. Клиент её не увидит.
thread-note-kept = Заметка. Клиент не видит
thread-note-left = Эта часть альбома ушла клиенту раньше, чем стала заметкой: клиент её видит.
thread-note-empty = Заметка пустая. Напишите её текст после «//» или /note.
thread-note-cancelled = Заметка отменена.
thread-note-not-begun = Отменять нечего: вы не начинали заметку.
thread-note-timed-out = { $name }, прошло 10 минут, заметка отменена. Ваши сообщения снова уходят клиенту.
thread-note-abandoned = { $name } — больше не сотрудник, начатая заметка отменена.
thread-ask-late = Диалог закрыт. Отправить это клиенту?
thread-ask-other = Диалог ведёт { $name }. Всё равно отправить?
thread-transferred = Диалог передан: { $from } → { $to }. Чтобы добавить пару слов для коллеги, ответьте на это сообщение: клиент их не увидит.
thread-taken-over = Диалог теперь ведёт { $name }.
thread-returned = Клиент ждёт, а ответственный ({ $name }) ничего не делает. Диалог снова ждёт любого сотрудника.
thread-writers-met = Здесь сейчас отвечают { $first } и { $second }. Договоритесь, кто продолжит.
thread-delivery-unknown = Неизвестно, дошло ли: Telegram не подтвердил отправку. Спросите клиента или отправьте ещё раз.
thread-copy-failed = Клиент прислал сообщение, но показать его здесь не удалось. Оно сохранено; попросите клиента прислать его по-другому.
thread-not-carried = Клиент прислал: { $kind }. Передать это сюда не получилось; клиента попросили написать словами.
thread-not-carried-to-client = Клиенту не отправлено: { $kind }. Такое бот передать не может. Пришлите то же текстом, фото или файлом.
thread-edit-not-carried = Исправление клиенту не отправлено. Пришлите исправленный текст новым сообщением.
thread-edit-too-late-for-note = Это сообщение уже ушло клиенту и заметкой стать не может. Чтобы отозвать его, ответьте на него командой /del.
thread-edit-of-undelivered = Исправление сохранено, но само сообщение клиенту не доставлено. Нажмите «Повторить»: уйдёт уже исправленное.
thread-edit-impossible = Исправить это сообщение у клиента не получится: Telegram не подтвердил его отправку. Пришлите исправленное новым сообщением.
thread-edit-of-taken-back = Это сообщение отозвано, исправление клиенту не отправлено. Напишите новое сообщение.
thread-edit-sent-anew = Прежнее сообщение у клиента изменить не удалось, поэтому исправленное отправлено ему новым.
thread-edit-failed = Исправление не дошло, у клиента прежний текст. Нажмите «Повторить» или пришлите исправленное новым сообщением.
thread-edit-failed-blocked = Исправление не дошло: клиент остановил бота, у него прежний текст. Когда он вернётся, нажмите «Повторить».
thread-edit-failed-gone = Исправление не дошло: аккаунта клиента или чата с ним больше нет.
thread-del-usage = Чтобы отозвать свой ответ у клиента, ответьте на него командой /del.
thread-del-nothing = Отзывать нечего: здесь ещё нет ответа клиенту.
thread-del-of-client = Это сообщение клиента. Отозвать можно только то, что отправили ему вы.
thread-del-of-note = Это заметка, клиент её не видит. Отзывать нечего, её можно просто удалить.
thread-del-not-yours = Отозвать ответ может тот, кто его написал, или руководитель.
thread-del-already = Это сообщение уже отозвано.
thread-del-too-old = Telegram не даёт удалять сообщения старше 48 часов: это останется у клиента. Если в нём ошибка, напишите клиенту новое сообщение.
thread-del-unknown = Отозвать не получится: Telegram не подтвердил отправку этого сообщения. Если оно дошло, напишите клиенту новое.
thread-taken-back = Отозвано: клиент больше не видит это сообщение.
thread-kept-back = Отозвано: клиенту это не ушло и уже не уйдёт.
thread-take-back-failed = Отозвать не получилось: Telegram не дал удалить сообщение, оно осталось у клиента. Попробуйте ещё раз или напишите клиенту новое сообщение.
thread-take-back-failed-blocked = Отозвать не получилось: клиент остановил бота, сообщение осталось у него.
copy-edited = ✏️ изменено · { $time }
copy-edited-plain = ✏️ изменено
copy-deleted = 🗑 Клиент удалил это сообщение · { $time }
copy-part-removed = ✏️ эту часть убрали
copy-changed-by-client = ✏️ Клиент изменил сообщение:
copy-corrected = ✏️ Исправленное сообщение:
thread-reactions-refused = Telegram не даёт боту ставить здесь 👌. Что дошло до клиента, видно на карточке: «ответ доставлен». Чтобы бот снова ставил 👌, разрешите эту реакцию: профиль группы → «Изменить» → «Реакции».
thread-reaction = { $name }: { $reaction } на { $quote }
thread-reaction-withdrawn = { $name }: реакция на { $quote } снята
thread-reaction-not-carried = Клиент этой реакции не увидит: Telegram не даёт боту её поставить. Выберите другую или ответьте словами.
thread-no-reactions-there = В чатах Telegram Business бот не может ставить реакции: клиент её не увидит. Ответьте словами.
thread-said-elsewhere = 📱 { $name } отвечает с телефона:
thread-said-by-itself = 📱 Автоответ аккаунта ({ $name }):
reaction-custom = особый эмодзи
reaction-paid = звезда
thread-former-desk = Здесь больше не отвечают клиентам: это сообщение никому не отправлено. Диалоги теперь в группе «{ $title }».
thread-goes-on = Диалог № { $number } продолжается в другом месте: «{ $desk }». Здесь клиенту больше ничего не отправляется.
thread-goes-on-link = Перейти
more-move = Перенести в другую группу
move-menu = Перенести диалог в другую рабочую группу
move-only-here = Эта команда работает в теме диалога или в комментариях к нему.
move-title = Куда перенести диалог № { $number }? Вся переписка перейдёт вместе с ним.
move-nowhere = Переносить некуда: рабочая группа пока одна. Чтобы добавить ещё, напишите /desk в новой группе.
toast-move-nowhere = Рабочая группа пока одна, переносить некуда.
toast-moved = Диалог перенесён: «{ $desk }»
toast-here-already = Диалог уже там: «{ $desk }»
history-title = Что было сказано раньше
history-note = заметка
thread-client-blocked = Клиент остановил бота: сообщения до него не доходят. Когда он вернётся, скажем здесь.
thread-client-returned = Клиент снова на связи: можно писать.
thread-outsider = Сообщение не отправлено клиенту: отвечать могут только сотрудники. Роль даёт руководитель командой /staff. Если вы пишете от имени группы, выключите анонимность.
thread-unknown-command = Такой команды нет, клиенту ничего не отправлено. Чтобы ответить, напишите то же без «/» в начале; для заметки начните с «//».
thread-menu-note = Заметка: клиент её не увидит
thread-menu-cancel = Отменить начатую заметку
thread-menu-transfer = Передать диалог коллеге
thread-menu-del = Отозвать ответ у клиента (ответом на него)
thread-rating-words = ⭐ Слова к оценке:
thread-poll-sent = Клиент получил копию опроса. Как он проголосует, здесь не видно: его попросили написать выбор словами.
thread-low-rating = клиент поставил оценку { $rating } из 5.
thread-deadline-warning = клиент ждёт ответа, срок до { $time }.
thread-deadline-missed = срок ответа прошёл в { $time }, клиент всё ещё ждёт.
decide-send-held = Отправить
decide-keep-held = Не отправлять
decide-send-note = Отправить клиенту
decide-repeat = Повторить
decide-repeat-edit = Повторить
decide-arrived = Дошло
decide-cancel-note = Отмена
failure-blocked = Не доставлено: клиент остановил бота. Когда он вернётся, нажмите «Повторить».
failure-deactivated = Не доставлено: аккаунт клиента удалён.
failure-never-started = Не доставлено: клиент ещё не открыл чат с ботом. Когда откроет, нажмите «Повторить».
failure-chat-gone = Не доставлено: чата с клиентом больше нет.
failure-file-too-big = Не доставлено: файл слишком большой. Пришлите файл поменьше или ссылку на него.
failure-file-unavailable = Не доставлено: файл сейчас недоступен. Нажмите «Повторить» или пришлите его ещё раз.
failure-voice-forbidden = Не доставлено: клиент не принимает голосовые и видеосообщения. Пришлите то же текстом или файлом.
failure-copy-target-gone = Не доставлено: сообщение удалено раньше, чем ушло клиенту.
failure-cannot-copy = Не доставлено: Telegram не даёт боту копировать такое сообщение. Пришлите то же текстом, фото или файлом.
failure-empty-text = Не доставлено: в сообщении нет ни слова.
failure-server-error = Не доставлено: Telegram не отвечает. Нажмите «Повторить» позже.
failure-connection-off = Не доставлено: аккаунт сотрудника отключил бота или не разрешил ему отвечать. Включите: Telegram → «Настройки» → «Telegram для бизнеса» → «Чат-боты», разрешение «Отвечать на сообщения», и нажмите «Повторить».
failure-customer-silent = Не доставлено: клиент молчит больше суток, и Telegram не даёт боту писать ему первым. Напишите с телефона или нажмите «Повторить», когда клиент ответит.
failure-outcome-unknown = Не доставлено: связь с Telegram прервалась. Нажмите «Повторить» позже.
failure-other = Не доставлено: Telegram не принял это сообщение. Отправьте его в другом виде, например текстом.

## Диалоги: то, что Telegram не показывает сам

relay-forwarded-user = Переслано от { $name }
relay-forwarded-hidden_user = Переслано от { $name } (аккаунт скрыт)
relay-forwarded-chat = Переслано из группы «{ $name }»
relay-forwarded-channel = Переслано из канала «{ $name }»
relay-poll-to-staff = Это копия опроса: ваших голосов клиент не увидит. Ответьте ему словами.
relay-poll-to-client = Как вы проголосуете, нам не видно. Напишите, пожалуйста, ваш выбор словами.
relay-poll-closed = Опрос завершён. Голоса: { $votes }.
told-dice = { $emoji } Выпало { $value } из { $most }
told-story = История ({ $title }): { $url }
told-story-closed = Клиент прислал историю ({ $title }). Открыть её отсюда нельзя: попросите снимок экрана или пару слов о ней.
told-paid_media = Клиент прислал платные медиа: { $count } шт., цена { $stars } ⭐. Бот не видит, что внутри; клиента попросили прислать то же обычным сообщением.
told-game = Клиент прислал игру «{ $title }». Сыграть в неё отсюда нельзя.
told-invoice = Клиент переслал счёт «{ $title }» на { $amount }. Оплатить его отсюда нельзя.
told-giveaway = Клиент переслал розыгрыш «{ $title }», победителей: { $count }.
told-giveaway_winners = Клиент переслал итоги розыгрыша «{ $title }», победителей: { $count }.
told-checklist = Список дел «{ $title }»:
told-gift = Клиент прислал подарок за { $stars } ⭐.
told-unique_gift = Клиент прислал подарок: { $title }.
told-rich_message = Клиент прислал сообщение особого вида, показать его здесь не получилось. Попросите прислать то же обычным текстом или файлом.
told-other = Клиент прислал сообщение нового вида ({ $field }), показать его здесь не получилось. Попросите прислать то же текстом, фото или файлом.

## Диалоги: лично сотруднику

notice-low-rating = Диалог № { $number } · { $name }: оценка { $rating } из 5.
notice-deadline-warning = Диалог № { $number } · { $name }: клиент ждёт ответа, срок до { $time }.
notice-deadline-missed = Диалог № { $number } · { $name }: срок ответа прошёл в { $time }, клиент всё ещё ждёт.
notice-open = Открыть диалог
pass-notice-passed-to = Вам передан диалог № { $number } · { $name }. Передаёт { $by }.
pass-notice-word = К диалогу № { $number } · { $name } пишет { $by }:
pass-notice-passed-from = Диалог № { $number } · { $name } больше не у вас: теперь его ведёт { $by }.
pass-notice-released = Диалог № { $number } · { $name } больше не у вас: он снова ждёт любого сотрудника. Так решили за вас: { $by }.
pass-notice-returned = Диалог № { $number } · { $name } вернулся в общую очередь: клиент ждёт, а вы давно ничего в нём не делали. Если он ваш, возьмите его снова.
pass-thread-passed-to = этот диалог теперь ведёте вы. Передаёт { $by }.
pass-thread-word = для вас есть пара слов к этому диалогу: { $by } пишет их выше.
pass-thread-passed-from = этот диалог больше не у вас: теперь его ведёт { $by }.
pass-thread-released = этот диалог больше не у вас: он снова ждёт любого сотрудника. Так решили за вас: { $by }.
pass-thread-returned = этот диалог вернулся в общую очередь: клиент ждёт, а вы давно ничего в нём не делали.
transfer-title = Кому передать диалог № { $number }?
transfer-page = Страница { $page } из { $pages }
transfer-colleague = { $name } · открыто: { $dialogs }
transfer-on-duty = 🟢 { $name } · открыто: { $dialogs }
transfer-closed = Диалог закрыт. Чтобы передать его, сначала нажмите «Продолжить».
transfer-chiefs-only = Диалог ведёт { $name }, и клиент сейчас не ждёт. Попросите передать его вам; забрать может руководитель.
transfer-not-yet = Диалог ведёт { $name }. Забрать или передать его можно с { $time }, если до тех пор в нём ничего не сделают.
transfer-theirs = Диалог уже у этого человека: { $name }.
transfer-left = Этот человек здесь больше не работает. Выберите другого.
transfer-nobody-else = Передать некому: других сотрудников нет. Роль даёт руководитель командой /staff.
transfer-unknown = Не знаю сотрудника «{ $name }», ничего не изменилось. Напишите /transfer без имени — покажу список.
transfer-several = Так зовут нескольких: { $names }. Напишите имя и фамилию или @имя.

## Диалоги: клиенту

client-not-carried = Вы прислали: { $kind }. Сотрудник увидит это, но открыть не сможет. Напишите, пожалуйста, словами или пришлите фото или файл.
client-rating-request = Диалог завершён. Оцените, пожалуйста, как мы вам помогли:
client-rating-below = Диалог продолжился. Оценить его можно ниже.
client-rated = Спасибо за оценку! { $stars }
client-rated-add = Если хотите, добавьте пару слов следующим сообщением.
client-words-kept = Спасибо, передали сотрудникам. Если есть вопрос, напишите его сюда.
# Сообщение из одних этих слов ни о чём не спрашивает.
thanks-words = спасибо, спасибочки, спс, благодарю, благодарим, благодарна, благодарен
thanks-beside = большое, огромное, вам, вас, тебе, ок, окей, хорошо, ладно, понятно, понял, поняла, ясно, всё, супер, отлично, очень, ещё, раз, за, помощь, ответ, быстрый, оперативность, заранее, и

## Диалоги: ответы на нажатия

toast-take = Диалог у вас
toast-resume = Диалог снова в работе
toast-call = Созвон отмечен
toast-note = Напишите заметку следующим сообщением
toast-close = Диалог закрыт
toast-close-unrated = Диалог закрыт, оценку не спросим
toast-reopen = Диалог снова открыт
toast-release = Диалог снова ждёт любого сотрудника
toast-transferred = Передано: { $name }
toast-more-nothing = Сейчас здесь больше ничего нет.
toast-more-no-longer = Сейчас это уже недоступно: диалог изменился. Посмотрите карточку.
toast-no-right = Эта кнопка не для вас. Ничего не изменилось.
toast-unseen-question = Клиент только что написал ещё. Прочитайте и нажмите ещё раз.
toast-gone = Такого диалога больше нет.
toast-another-open = У клиента уже открыт другой диалог: № { $number }.
toast-no-longer = Карточка изменилась, сейчас статус «{ $status }». Посмотрите её ещё раз.
toast-yours-already = Диалог уже у вас
toast-already-in-work = Уже в работе: { $name }
toast-former-employee = бывший сотрудник
toast-not-your-note = Эту заметку пишет ваш коллега.
toast-note-cancelled = Заметка отменена
toast-note-over = Отменять нечего: заметка уже записана или время вышло
toast-send-held = Отправляем клиенту
toast-keep-held = Не отправлено, осталось заметкой
toast-send-note = Отправляем клиенту
toast-repeat = Отправляем ещё раз
toast-repeat-edit = Отправляем исправление
toast-take-back = Отзываем
toast-arrived = Отмечено: дошло
toast-decided-already = Это уже решено
toast-rated = Спасибо! Ваша оценка: { $rating }
toast-rated-already = Вы уже поставили { $rating }. Спасибо!
toast-outdated = Кнопка устарела. Откройте меню или карточку заново.

## Чат с ботом

staff-in-private = Здесь бот пишет вам лично, а клиентам вы отвечаете в темах рабочей группы. Команда /help расскажет больше.

## desks: рабочая группа, её права и шапка карточек

header-number = Номер
desk-steps-title = Чтобы отвечать клиентам, нужна рабочая группа: в ней у каждого диалога будет своя тема. Три шага:
desk-step-group = Создайте группу и включите темы: профиль группы → «Изменить» → «Темы».
desk-step-admin = Добавьте в неё { $bot } администратором (кнопка ниже) с правами «Управление темами» и «Закрепление сообщений».
desk-step-command = Напишите в этой группе /desk.
desk-steps-group-found = Группа, куда добавлен бот: «{ $title }».
desk-steps-done = Всё готово: рабочая группа — «{ $title }». Чтобы дать роль коллеге, ответьте там на его сообщение: /staff менеджер. Список сотрудников: /staff.
desk-steps-lost = Рабочей группы «{ $title }» больше нет. Новая примет все диалоги, ничего не потеряно.
desk-add-button = Добавить бота в группу
desk-staff-start =
    Клиентам вы отвечаете в рабочей группе: у каждого диалога там своя тема, и всё, что вы в ней пишете, уходит клиенту. Заметку для коллег начните с «//».
    Сюда бот пишет только то, что касается лично вас.
desk-right-can_manage_topics = «Управление темами» — чтобы у каждого диалога была своя тема
desk-right-can_pin_messages = «Закрепление сообщений» — чтобы карточка была закреплена вверху темы
desk-grant-path = Где включить: профиль группы → «Изменить» → «Администраторы» → { $bot }.
desk-then-again = Потом напишите /desk ещё раз.
desk-not-admin = Бот здесь пока не администратор. Назначьте его и дайте права:
desk-rights-missing = Боту не хватает прав:
desk-done-set-up =
    Готово, рабочая группа настроена. Каждый новый диалог появится здесь своей темой с карточкой.
    Дальше дайте роли коллегам: ответьте на сообщение человека командой /staff менеджер.
desk-done-moved = Готово: рабочая группа теперь здесь. Открытые диалоги переезжают, для каждого будет новая тема.
desk-done-restored = Готово: всё снова работает, накопившиеся сообщения отправляются.
desk-done-checked = Рабочая группа настроена, прав хватает.
desk-topics-off = Чтобы эта группа стала рабочей, включите в ней темы: профиль группы → «Изменить» → «Темы». Или привяжите её к каналу как группу обсуждения: тогда рабочим станет канал, а диалоги пойдут в комментариях. Потом напишите здесь /desk ещё раз.
desk-right-can_post_messages = «Публикация сообщений» в канале — чтобы публиковать карточки диалогов
desk-right-can_edit_messages = «Редактирование сообщений» в канале — чтобы карточки всегда были верны
desk-right-discussion = группа обсуждения — диалоги идут в комментариях. Привязать её: профиль канала → «Изменить» → «Обсуждение»
desk-right-in-discussion = бот в группе обсуждения — добавьте его туда
desk-right-hearing = бот — администратор группы обсуждения (прав можно не давать), иначе он не читает комментарии
channel-ask = Сделать этот канал рабочим? Каждый диалог станет публикацией, переписка пойдёт в комментариях. Кто пишет в канале, боту не видно, поэтому нажмите кнопку.
channel-make-desk = Сделать рабочим
channel-check-again = Проверить ещё раз
channel-needs = Чтобы канал стал рабочим, нужно:
channel-added = Бот добавлен в канал «{ $title }».
channel-ready = Всё готово: напишите в канале /desk, и он станет рабочим.
channel-then = Потом напишите в канале /desk.
channel-done-set-up =
    Готово, рабочий канал настроен. Каждый новый диалог появится публикацией с карточкой, переписка — в комментариях к ней.
    Дальше дайте роли коллегам: ответьте в группе обсуждения на сообщение человека командой /staff менеджер.
channel-done-moved = Готово: рабочий канал теперь здесь. Открытые диалоги переезжают, для каждого будет новая публикация.
channel-done-restored = Готово: рабочий канал снова работает, накопившиеся сообщения отправляются.
channel-done-checked = Рабочий канал настроен, прав хватает.
channel-trouble = Рабочий канал «{ $title }» остановился. Чтобы он заработал, нужно:
channel-trouble-some-rights = В рабочем канале «{ $title }» боту не хватает прав. Напишите в канале /desk — бот скажет, каких.
channel-trouble-gone = Бота больше нет в рабочем канале «{ $title }» или в его обсуждении. Верните его администратором канала и участником обсуждения — или настройте другую рабочую группу командой /desk: диалоги перейдут в неё.
desk-added = Рабочих групп теперь несколько. Чтобы клиенты могли выбирать, назовите эту: /desk имя Продажи.
desk-which = Рабочая группа уже есть: { $titles }. Перенести её сюда или добавить ещё одну, например для другого отдела?
desk-move-here = Перенести сюда «{ $title }»
desk-add-second = Добавить ещё одну
desk-asked = Принято.
desk-only-here = Эта команда работает в рабочей группе.
# Слова после /desk, через запятую.
desk-word-name = имя, название, name
desk-word-default = основная, по-умолчанию, default
desk-word-channel = канал, channel
desk-name =
    Готово: клиенты увидят эту рабочую группу под именем «{ $name }».
    Ссылка, по которой пишут сразу сюда: { $link }
    С источником трафика: { $link }__google
desk-default = Готово: сюда придут все новые диалоги, для которых не выбрана другая рабочая группа.
desk-route = Готово: новые диалоги из канала «{ $channel }» будут начинаться здесь.
desk-usage =
    /desk — проверить рабочую группу.
    /desk ru или /desk en — язык карточек.
    /desk имя Продажи — как её видят клиенты, когда групп несколько.
    /desk основная — сюда придёт всё, для чего не выбрана другая.
    /desk канал telegram — новые диалоги этого канала начнутся здесь.
desk-language = Язык рабочей группы — русский. Карточки открытых диалогов обновляются.
desk-menu = Проверить рабочую группу
desk-menu-header = Шапка карточек
desk-menu-settings = Настройки рабочей группы
settings-title = Как работает эта группа:
settings-help = Чтобы изменить, нажмите кнопку: она переключает на следующее значение.
setting-ask-other = Спрашивать перед ответом в чужом диалоге
setting-take-after-minutes = Диалог можно забрать, если клиент ждёт, а ответственный молчит
setting-return-after-minutes = Такой диалог сам возвращается в общую очередь
setting-distribution = Новые диалоги — тем, кто на смене
setting-auto-reply = Автоответ в нерабочее время
setting-morning-digest = Утренняя сводка руководителям
setting-shift-digest = Сводка в конце смены
setting-short-ask-other = Спрашивать
setting-short-take-after-minutes = Забрать
setting-short-return-after-minutes = Вернуть
setting-short-distribution = Распределение
setting-short-auto-reply = Автоответ
setting-short-morning-digest = Утренняя сводка
setting-short-shift-digest = Сводка смены
setting-value-on = да
setting-value-off = нет
setting-value-round-robin = по очереди
setting-value-least-loaded = у кого меньше
setting-minutes = через { $minutes } мин
setting-changed = Готово: { $value }
setting-changed-before = Это только что изменили. Посмотрите, как теперь.
desk-trouble-rights = В рабочей группе «{ $title }» боту не хватает прав:
desk-trouble-some-rights = В рабочей группе «{ $title }» боту не хватает прав. Напишите там /desk — бот скажет, каких.
desk-trouble-not-a-forum = В рабочей группе «{ $title }» выключены темы. Включите их: профиль группы → «Изменить» → «Темы», затем напишите там /desk.
desk-trouble-kicked = Бота больше нет в рабочей группе «{ $title }». Верните его администратором — или настройте другую группу командой /desk: диалоги перейдут в неё.
desk-trouble-deleted = Рабочая группа «{ $title }» недоступна: похоже, её удалили. Создайте новую и напишите в ней /desk: диалоги перейдут в неё.
desk-trouble-topics-lost = В рабочей группе «{ $title }» новые темы сразу пропадают, боту негде показать сообщения клиентов. Так бывает в очень больших группах. Настройте другую группу командой /desk: диалоги перейдут в неё. Или напишите /desk в этой, чтобы попробовать ещё раз.
desk-waits = Сообщения клиентов сохраняются и придут, когда группа снова заработает.
desk-restored = Рабочая группа «{ $title }» снова работает, накопившиеся сообщения отправляются.
desk-header-title = Шапка карточек сейчас:
desk-header-everywhere = везде
# Слово после /header, которое возвращает всё как было.
desk-header-reset-word = по умолчанию
desk-header-help =
    Строки: { $names }.
    Изменить: /header номер, клиент, компания.
    Только для части диалогов: /header telegram закрыто: номер, клиент.
    Вернуть как было: /header по умолчанию.
desk-header-set = Шапка ({ $where }): { $lines }. Открытые карточки обновляются.
desk-header-reset = Шапка ({ $where }): снова как было вначале. Открытые карточки обновляются.
desk-header-unknown-line = Строки «{ $word }» нет.
desk-header-unknown-scope = Слово «{ $word }» перед двоеточием — не канал и не статус. Например: /header telegram закрыто: номер, клиент.

## Диалоги: напоминания

# Как люди называют время; через запятую, на любом языке понимаются все.
remind-word-in = через, спустя
remind-word-at = в, во, к, на
remind-word-minutes = м, мин, минут, минуту, минуты, минутку, минуток
remind-word-hours = ч, час, часа, часов, часик
remind-word-days = д, дн, день, дня, дней
remind-word-weeks = нед, неделю, недели, недель
remind-word-half-hour = полчаса, полчасика
remind-word-today = сегодня
remind-word-tomorrow = завтра
remind-word-after-tomorrow = послезавтра
remind-word-morning = утром, утра, утро
remind-word-afternoon = днём, обед, обеда
remind-word-evening = вечером, вечера, вечер
remind-weekday-1 = понедельник, пн
remind-weekday-2 = вторник, вт
remind-weekday-3 = среда, среду, ср
remind-weekday-4 = четверг, чт
remind-weekday-5 = пятница, пятницу, пт
remind-weekday-6 = суббота, субботу, сб
remind-weekday-7 = воскресенье, вс
remind-month-1 = января, янв
remind-month-2 = февраля, фев
remind-month-3 = марта, мар
remind-month-4 = апреля, апр
remind-month-5 = мая, май
remind-month-6 = июня, июн
remind-month-7 = июля, июл
remind-month-8 = августа, авг
remind-month-9 = сентября, сен
remind-month-10 = октября, окт
remind-month-11 = ноября, ноя
remind-month-12 = декабря, дек

card-reminder = Напомнить { $date } в { $time } — { $name }
card-more-reminders = (и ещё { $count })
remind-menu = Напомнить о диалоге
more-remind = Напомнить через…
remind-question = Когда напомнить об этом диалоге?
remind-hint = Или напишите сами: /remind 2ч позвонить, /remind завтра 10:00. Клиент этого не увидит.
remind-not-understood = Не получилось понять, когда напомнить.
remind-past = Это время уже прошло.
remind-too-far = Напомнить можно не дальше чем на год вперёд.
remind-only-here = Напишите /remind в теме того диалога, о котором напомнить: например, /remind завтра 10:00.
remind-in-30m = 30 минут
remind-in-1h = 1 час
remind-in-3h = 3 часа
remind-in-morning = Завтра в 9:00
remind-today = сегодня в { $time }
remind-tomorrow = завтра в { $time }
remind-date = { $date } в { $time }
remind-set = { $name }, напомню { $time }.
remind-cancel = Отменить
remind-title = Напоминание: диалог № { $number } · { $name }
remind-in-thread = вы просили напомнить об этом диалоге.
remind-of-former = Об этом диалоге просили напомнить: { $name } здесь больше не работает.
remind-closed = Диалог уже закрыт.
toast-reminder-set = Напомню { $time }
toast-reminder-cancelled = Напоминание отменено
toast-reminder-over = Это напоминание уже прозвучало или отменено
toast-not-your-reminder = Это напоминание вашего коллеги. Отменить его может он сам или руководитель.

## lookup: найти диалог, слова, метки

lookup-menu-dialogs = Найти диалоги
lookup-menu-label = Метка клиента
lookup-title =
    { $more ->
        [yes] Диалоги: больше { $count }
       *[no] Диалоги: { $count }
    }
lookup-waits = ждёт { $time }
lookup-page = { $page } из { $pages }
lookup-again = Обновить
lookup-filters = Фильтры
lookup-reset = Сбросить
lookup-done = Готово
lookup-back = Назад
lookup-any = Не важно
lookup-empty = Ничего не нашлось. Уберите часть условий кнопкой «Фильтры» или спросите иначе, например: /dialogs все катя вчера
lookup-empty-open = Открытых диалогов нет. Завершённые покажет /dialogs все
lookup-page-empty = Диалогов с этой страницы в списке больше нет. Вернитесь назад или обновите список.
lookup-filter-status = Статус
lookup-filter-staff = Кто ведёт
lookup-filter-wait = Сколько ждут
lookup-filter-dates = Когда писали
lookup-filter-channel = Канал
lookup-filter-label = Метка
lookup-filter-desk = Рабочая группа
lookup-status-open = открытые
lookup-status-all = все
lookup-staff-mine = Мои
lookup-staff-nobody = ничьи
lookup-wait-0 = ждут ответа
lookup-dates-today = Сегодня
lookup-dates-yesterday = Вчера
lookup-dates-week = Эта неделя
lookup-dates-month = Этот месяц
lookup-by-wait = ждут дольше { $time }
lookup-by-client = клиент № { $number }
lookup-by-staff = сотрудник № { $number }
lookup-by-label-gone = метка, которой больше нет
lookup-by-from = с { $day }
lookup-by-until = по { $day }
duration-minutes = { $minutes } мин
duration-hours = { $hours } ч
duration-hours-minutes = { $hours } ч { $minutes } мин
duration-days = { $days } дн.
toast-list-gone = Список устарел. Откройте новый командой /dialogs
toast-list-busy = Telegram просит подождать. Нажмите ещё раз через несколько секунд.
# Слова команды /dialogs: через запятую, «*» — любое окончание.
lookup-word-unanswered = неотвеч*, не отвеч*, без ответа, нов*
lookup-word-in_work = вработе, в работе
lookup-word-answered = отвечен*
lookup-word-had_call = былсозвон, был созвон, созвон*
lookup-word-to_continue = продолж*
lookup-word-note = внутренняязаметка, внутренняя заметка, заметк*
lookup-word-closed = закрыт*, заверш*
lookup-word-open = открыт*, незакрыт*, не закрыт*
lookup-word-all = все, всё, любые
lookup-word-waiting = ждет, ждут, ждущ*, ждетответа, ждут ответа, ждет ответа
lookup-word-longer = дольше, больше, более, ждут дольше, ждут больше, ждет дольше, ждет больше
lookup-word-today = сегодня*
lookup-word-yesterday = вчера*
lookup-word-day-before = позавчера*
lookup-word-week = неделя, неделю, эта неделя, этой неделе, эту неделю
lookup-word-last-week = прошлая неделя, прошлой неделе, прошлую неделю
lookup-word-month = месяц, этот месяц, этом месяце
lookup-word-last-month = прошлый месяц, прошлом месяце
lookup-word-mine = мои, мой, моё, у меня
lookup-word-nobody = ничьи, ничей, никого, без ответственного, свободн*
lookup-word-from = с, от, начиная с
lookup-word-until = по, до
lookup-word-minutes = м, мин, мин., минут, минута, минуты, минуту
lookup-word-hours = ч, час, часа, часов
lookup-word-days = дн, дн., день, дня, дней, сутки, суток
lookup-word-number = №, номер, диалог
lookup-word-client = клиент, клиента, клиентка
lookup-word-employee = сотрудник*, менеджер*, ответственн*
lookup-word-channel = канал, канала
lookup-word-label = метка, метки, меткой, с меткой
lookup-word-desk = отдел, группа, рабочая группа
lookup-word-filler = у, в, за, на, и, для, или, диалоги, покажи
find-title =
    { $more ->
        [yes] «{ $words }»: больше { $count } сообщений
       *[no] «{ $words }»: { $count ->
            [one] { $count } сообщение
            [few] { $count } сообщения
           *[many] { $count } сообщений
        }
    }
find-meant = Точно так никто не писал. Похожее: { $words }
find-within = Только переписка с этим клиентом
find-everywhere = Во всех диалогах
find-only-within = Только с этим клиентом
find-empty = Ничего не нашлось. Попробуйте меньше слов или начало слова: «дог» найдёт «договор».
find-empty-within = В переписке с этим клиентом такого нет. Поищите во всех диалогах кнопкой ниже или другими словами.
find-page-empty = Этих сообщений в списке больше нет. Вернитесь назад.
find-usage = Напишите, что найти: /find договор. В теме диалога поиск идёт по переписке с этим клиентом.
find-too-common = Эти слова есть почти везде. Добавьте слово, которое говорит, о чём речь.
toast-hits-gone = Список устарел. Поищите снова: /find и слова.
lookup-menu-find = Найти слова в переписке
history-file-title = Диалог № { $number }
history-file-made = Сохранено { $time }, время — { $zone }
history-file-former = Было в { $time }:
history-file-edited = изменено
history-file-deleted = клиент удалил
history-file-note = заметка, клиент не видит
history-file-cut = Дальше не поместилось: файл достиг предела Telegram.
history-file-file = dialog
history-file-where = Историю бот присылает в тему диалога: напишите /history там.
more-history = История файлом
toast-history = Собираем файл, он придёт сюда
lookup-menu-history = История диалога файлом
inline-nothing = Ничего не нашлось. Измените слова
label-where = Метка ставится клиенту: напишите /label в теме его диалога.
label-menu = Метки клиента. Нажмите, чтобы поставить или снять. Новая метка: /label и её название.
label-menu-empty = Меток пока нет. Напишите название: /label vip. Цвет можно выбрать кружком: /label vip 🔴
label-put = Метка поставлена: { $colour } { $name }
label-taken = Метка снята: { $colour } { $name }
label-coloured = Цвет метки изменён: { $colour } { $name }
label-too-long = Название метки слишком длинное. Уложитесь в 24 знака.
label-no-letters = В названии метки нужна хотя бы одна буква, например: /label vip
toast-label-gone = Такой метки больше нет.
## Диалоги: что не дошло

log-answer-dropped = ответ больше не отправляем
log-copy-dropped = сообщение клиента снято из недоставленных
tray-menu = Что не доставлено
tray-where = Эта команда работает в личном чате с ботом и в рабочей группе.
tray-nothing = Всё доставлено.
tray-title = Не доставлено: { $count }
tray-choose = Нажмите на причину: покажем сообщения и что с ними можно сделать.
tray-show = Показать
tray-reason-unknown = Неизвестно, дошло ли
tray-reason-blocked = Клиент остановил бота
tray-reason-deactivated = Аккаунт клиента удалён
tray-reason-never-started = Клиент ещё не открыл чат с ботом
tray-reason-chat-gone = Чата больше нет
tray-reason-not-allowed = Telegram не разрешает это отправить
tray-reason-file-too-big = Файл слишком большой
tray-reason-file-unavailable = Файл недоступен
tray-reason-original-gone = Сообщение удалено до отправки
tray-reason-telegram-away = Telegram не отвечал
tray-reason-other = Telegram не принял сообщение
tray-advice-unknown = Telegram не подтвердил отправку. Если клиент получил сообщение, отметьте «Дошло», иначе отправьте ещё раз.
tray-advice-blocked = Свяжитесь с клиентом иначе. Когда он вернётся, повторите.
tray-advice-deactivated = Писать больше некуда: свяжитесь с клиентом иначе.
tray-advice-never-started = Попросите клиента открыть чат с ботом, потом повторите.
tray-advice-chat-gone = Проверьте, что бот всё ещё в этом чате, и повторите.
tray-advice-not-allowed = Проверьте права бота в рабочей группе командой /desk и повторите.
tray-advice-file-too-big = Пришлите файл поменьше или ссылку на него.
tray-advice-file-unavailable = Повторите позже или пришлите файл заново.
tray-advice-original-gone = Повторите: отправим то, что сохранилось.
tray-advice-telegram-away = Скорее всего, теперь получится: повторите.
tray-advice-other = Повторите или отправьте в другом виде.
tray-dialog = № { $number } · { $name }
tray-from-client = Клиент
tray-from-staff = { $name } → клиенту
tray-item-answer = Ответ не дошёл до клиента
tray-item-copy = Сообщение клиента не показано в теме
tray-deed-repeat = Повторить
tray-deed-arrived = Дошло
tray-deed-plain = Отправить без оформления
tray-deed-words = Отправить только текст
tray-deed-elsewhere = Отправить в другой канал
tray-deed-drop = Снять
tray-all-repeat = Повторить все ({ $count })
tray-all-drop = Снять все ({ $count })
tray-are-you-sure = Снять из недоставленных: { $count }? Отправлять их больше не будем.
tray-drop-surely = Да, снять все ({ $count })
tray-back = ← Назад
tray-back-reasons = ← К причинам
toast-tray-repeat = Отправляем ещё раз
toast-tray-arrived = Отмечено: дошло
toast-tray-plain = Отправляем без оформления
toast-tray-words = Отправляем только текст
toast-tray-elsewhere = Отправляем в другой канал
toast-tray-drop = Снято из недоставленных
toast-tray-all-repeat = Отправляем ещё раз: { $count }
toast-tray-all-drop = Снято из недоставленных: { $count }
toast-tray-not-yours = Это сообщение в диалоге вашего коллеги. Решить может он или руководитель.
toast-tray-colleagues = Это список вашего коллеги. Свой откройте командой /undelivered.

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

## Диалоги: утром руководителю

digest-title = Доброе утро! Ждут ответа: { $count }
digest-late = Срок ответа уже прошёл: { $count }
digest-undelivered = Не доставлено: { $count } — /undelivered
digest-dialog = № { $number } · { $name }
digest-nobody = пока ничей
digest-more = … и ещё { $count }


## Бизнес-аккаунты: их владельцам

business-connected = Аккаунт подключён: то, что вам пишут клиенты, видно в рабочей группе, и коллеги отвечают оттуда от вашего имени. Отвечать с телефона можно по-прежнему.
business-read-only = Аккаунт подключён, но отвечать за вас бот не может. Разрешите ему: Telegram → «Настройки» → «Telegram для бизнеса» → «Чат-боты» → «Отвечать на сообщения».
business-disconnected = Аккаунт отключён: новые сообщения ваших клиентов в рабочую группу не попадут, и ответить им оттуда нельзя.
business-not-staff = Этот бот работает только с аккаунтами сотрудников: сообщения ваших клиентов он не читает и никому не передаёт. Если вы здесь работаете, попросите руководителя дать вам роль командой /staff: тогда бот начнёт работать с вашим аккаунтом.
