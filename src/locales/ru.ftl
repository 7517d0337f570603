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
client-menu-start = Начать
client-menu-help = Как задать вопрос

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
    Дать роль: ответьте на сообщение человека командой /staff менеджер — или /staff менеджер 123456789, где число — его номер в Telegram.
    Роли: менеджер, поддержка, руководитель, администратор.
    Убрать: /staff убрать, ответом или с номером.
staff-menu = Сотрудники и роли
staff-list-title = Сотрудники:
staff-list-line = { $number }. { $name } — { $role }, id { $id }
staff-granted = Готово: { $name } — { $role }, сотрудник № { $number }.
staff-unchanged = Ничего не изменилось: { $name } — уже { $role }.
staff-removed = Готово: { $name } больше не в списке сотрудников.
staff-removed-dialogs =
    { $openDialogs ->
        [one] Остаётся { $openDialogs } открытый диалог, где он указан ответственным.
        [few] Остаётся { $openDialogs } открытых диалога, где он указан ответственным.
       *[many] Остаётся { $openDialogs } открытых диалогов, где он указан ответственным.
    } Ответить в них может любой сотрудник.
staff-not-staff = { $name } и так не в списке сотрудников.
staff-refused-no-right = Роли дают только администраторы и руководители.
staff-refused-role-above-actor = Нельзя дать роль выше своей собственной.
staff-refused-person-above-actor = { $name } — роль выше вашей, менять её может только администратор.
staff-refused-last-admin = { $name } — последний администратор. Сначала назначьте ещё одного, иначе чинить бота будет некому.
staff-refused-admin-by-setting = { $name } назначен администратором в настройке ADMIN_IDS. Уберите номер оттуда и перезапустите бота.
staff-anonymous = Вы пишете от имени группы, и бот не видит, кто вы. Выключите «Анонимность» в своих правах администратора и повторите.
staff-where = Эта команда работает в личном чате с ботом и в группе-столе.
staff-unknown-word = Не понимаю слово «{ $word }».
staff-target-missing = О ком речь? Ответьте этой командой на сообщение человека или допишите его номер: /staff менеджер 123456789.
staff-target-username = По имени @{ $word } Telegram не даёт боту найти человека. Ответьте командой на его сообщение или напишите его номер: /staff менеджер 123456789.
staff-target-nonsense = «{ $word }» не похоже на номер человека в Telegram. Номер — это число, например 123456789; проще ответить командой на сообщение этого человека.
staff-target-anonymous-admin = Это сообщение написано от имени группы: кто его автор, не видно. Пусть человек выключит «Анонимность» и напишет ещё раз.
staff-target-channel = Это сообщение от канала, а роль можно дать только человеку.
staff-target-telegram = Это служебное сообщение Telegram, а роль можно дать только человеку.
staff-target-bot = Это бот, а роль можно дать только человеку.
staff-target-nobody = За этим номером или сообщением нет человека. Ответьте командой на сообщение самого сотрудника.
staff-welcome =
    Теперь у вас есть роль: { $role }.
    Обращения клиентов приходят в группу-стол, у каждого диалога там своя тема: возьмите его в работу и отвечайте прямо в теме. Сюда бот напишет то, что касается лично вас.
staff-not-told-never-started = { $name } не получит сообщений от бота, пока сам его не запустит. Попросите открыть { $link } и нажать «Старт». Если номер введён с ошибкой, уберите его: /staff убрать и номер.
staff-not-told-blocked = { $name } заблокировал бота и не узнает о роли. Попросите разблокировать: { $link }
staff-not-told-deactivated = { $name }: этот аккаунт Telegram удалён.
staff-first-admin = Вы — первый администратор этого бота.
staff-code-refused = Код не подошёл.
staff-code-too-many = Слишком много попыток. Попробуйте через час.

## Диалоги: карточка

topic-name = № { $number } · { $name }
status-unanswered = НЕ ОТВЕЧЕНО
status-in_work = В РАБОТЕ
status-answered = ОТВЕЧЕНО
status-had_call = БЫЛ СОЗВОН
status-to_continue = ПРОДОЛЖИТЬ
status-note = ВНУТРЕННЯЯ ЗАМЕТКА
status-closed = ЗАКРЫТО
next-step-unanswered = Клиент ждёт ответа: возьмите диалог в работу или ответьте здесь.
next-step-in_work = Ответьте клиенту: всё, что вы напишете здесь, уйдёт ему.
next-step-answered = Ответ у клиента. Если вопрос решён, закройте диалог.
next-step-had_call = Созвонились. Запишите итог заметкой или закройте диалог.
next-step-to_continue = Клиент написал ещё: продолжите переписку.
next-step-note = Заметку видят только сотрудники. Следующий шаг за вами.
next-step-closed = Диалог завершён. Если клиент напишет снова, он откроется сам.
next-step-thanked = Клиент поблагодарил. Если нужно ответить, нажмите «Продолжить».
card-new-count = новых: { $count }
card-waits-since = · ждёт с { $time }
card-client = { $name } · клиент { $number }
card-questions = Вопросы клиента
card-last-question = Последний вопрос
card-more-questions = … и ещё { $count } раньше
card-deadline = Ответить до { $time }
card-deadline-missed = Срок ответа прошёл в { $time }
card-assignee = Ответственный: { $name }
card-unreachable = Сообщения не доходят: клиент остановил бота
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
log-opened = клиент написал впервые
log-reopened = диалог открыт снова
log-taken = в работе
log-resumed = отвечает дальше
log-called = был созвон
log-noted = заметка
log-answer-delivered = ответ доставлен
log-answer-failed = ответ не доставлен
log-answer-missed = срок ответа пропущен
log-closed = диалог закрыт
log-client-blocked = клиент остановил бота
log-client-returned = клиент вернулся
action-take = Взять в работу
action-call = Был созвон
action-note = Добавить заметку
action-close = Закрыть
action-close-unrated = Закрыть без оценки
action-resume = Ещё отвечаю
action-reopen = Продолжить
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
tag-day = д
tag-month = м
tag-week = н
kind-photo = фото
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
kind-rich_message = сообщение особого вида

## Диалоги: слова в теме, сотрудникам

thread-note-prompt = { $name }, напишите заметку следующим сообщением. Клиент её не увидит.
thread-note-kept = Заметка. Клиент не видит
thread-ask-late = Диалог закрыт. Отправить это клиенту?
thread-delivery-unknown = Неизвестно, дошло ли сообщение до клиента: Telegram не подтвердил отправку. Спросите клиента или отправьте ещё раз.
thread-copy-failed = Клиент прислал сообщение, которое не удалось показать здесь. Оно сохранено и есть на карточке; попросите клиента прислать его по-другому.
thread-not-carried = Клиент прислал: { $kind }. Такие сообщения пока не передаются; клиента попросили написать словами.
thread-not-carried-to-client = Такие сообщения пока не передаются клиенту. Отправьте то же текстом, фото или файлом.
thread-edit-not-carried = Исправление клиент не увидит: у него осталось прежнее сообщение. Отправьте исправленное новым сообщением.
thread-client-blocked = Клиент остановил бота: сообщения до него не доходят. Как только он вернётся, это появится здесь.
thread-client-returned = Клиент снова на связи: можно писать.
thread-outsider = Сообщение не отправлено клиенту: отвечать могут только сотрудники. Роль даёт руководитель командой /staff. Если вы пишете от имени группы, выключите анонимность.
thread-unknown-command = Такой команды нет, клиенту ничего не отправлено. Чтобы ответить, напишите обычное сообщение; для заметки начните его с «//».
thread-rating-words = ⭐ Слова к оценке:
thread-low-rating = Клиент поставил оценку { $rating } из 5.
thread-deadline-warning = клиент ждёт ответа. Срок: до { $time }.
thread-deadline-missed = срок ответа прошёл в { $time }, клиент всё ещё ждёт.
decide-send-held = Отправить
decide-keep-held = Не отправлять
decide-send-note = Отправить клиенту
decide-repeat = Повторить
decide-arrived = Дошло
decide-cancel-note = Отмена
failure-blocked = Не доставлено: клиент остановил бота. Когда он вернётся, нажмите «Повторить».
failure-deactivated = Не доставлено: аккаунт клиента удалён.
failure-never-started = Не доставлено: клиент ещё не открыл чат с ботом. Когда откроет, нажмите «Повторить».
failure-chat-gone = Не доставлено: чата с клиентом больше нет.
failure-file-too-big = Не доставлено: файл слишком большой. Пришлите файл поменьше или ссылку на него.
failure-file-unavailable = Не доставлено: файл сейчас недоступен. Нажмите «Повторить» или пришлите его ещё раз.
failure-copy-target-gone = Не доставлено: сообщение удалено раньше, чем ушло клиенту.
failure-empty-text = Не доставлено: в сообщении нет ни слова.
failure-server-error = Не доставлено: Telegram не отвечает. Нажмите «Повторить» позже.
failure-outcome-unknown = Не доставлено: связь с Telegram прервалась. Нажмите «Повторить» позже.
failure-other = Не доставлено: Telegram не принял это сообщение. Отправьте его в другом виде, например текстом.

## Диалоги: лично сотруднику

notice-low-rating = Диалог № { $number } · { $name }: оценка { $rating } из 5.
notice-deadline-warning = Диалог № { $number } · { $name }: клиент ждёт ответа, срок до { $time }.
notice-deadline-missed = Диалог № { $number } · { $name }: срок ответа прошёл в { $time }, клиент всё ещё ждёт.
notice-open = Открыть диалог

## Диалоги: клиенту

client-not-carried = Такие сообщения пока не доходят до менеджера. Напишите, пожалуйста, словами или пришлите фото или файл.
client-edit-not-carried = Менеджер видит прежний текст. Если исправление важно, пришлите его новым сообщением.
client-rating-request = Диалог завершён. Оцените, пожалуйста, как мы вам помогли:
client-rated = Спасибо за оценку! { $stars }
    Если хотите, добавьте пару слов следующим сообщением. А с новым вопросом просто напишите сюда.
client-words-kept = Спасибо, передали вашим менеджерам. Если появится вопрос, напишите сюда.
# Сообщение из одних этих слов ни о чём не спрашивает.
thanks-words = спасибо, большое спасибо, спасибо большое, спасибо вам, благодарю, благодарю вас, спс, ок спасибо, хорошо спасибо, понял спасибо, поняла спасибо, всё понятно спасибо, супер спасибо, отлично спасибо

## Диалоги: ответы на нажатия

toast-take = Диалог у вас
toast-resume = Диалог снова в работе
toast-call = Созвон отмечен
toast-note = Напишите заметку следующим сообщением
toast-close = Диалог закрыт
toast-close-unrated = Диалог закрыт, оценку не спросим
toast-reopen = Диалог снова открыт
toast-no-right = Эта кнопка не для вас: такие действия доступны только сотрудникам. Ничего не изменилось.
toast-gone = Такого диалога больше нет.
toast-another-open = У клиента уже открыт другой диалог: № { $number }.
toast-no-longer = Карточка изменилась, сейчас статус «{ $status }». Посмотрите её ещё раз.
toast-yours-already = Диалог уже у вас
toast-already-in-work = Уже в работе: { $name }
toast-not-your-note = Эту заметку пишет ваш коллега.
toast-note-cancelled = Заметка отменена
toast-note-over = Отменять нечего: заметка уже записана или время вышло
toast-send-held = Отправляем клиенту
toast-keep-held = Не отправлено, осталось заметкой
toast-send-note = Отправляем клиенту
toast-repeat = Отправляем ещё раз
toast-arrived = Отмечено: дошло
toast-decided-already = Это уже решено
toast-rated = Спасибо! Ваша оценка: { $rating }
toast-rated-already = Вы уже поставили { $rating }. Спасибо!
toast-outdated = Кнопка устарела. Откройте меню или карточку заново.

## Чат с ботом

staff-in-private = Здесь бот пишет вам лично, а клиентам вы отвечаете в темах рабочей группы. Команда /help расскажет больше.
