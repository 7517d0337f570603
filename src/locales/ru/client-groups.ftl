## tickets: клиенты, которых мы обслуживаем, — сотрудникам

clients-menu = Клиенты на обслуживании: список, договоры, группы
clients-in-private = Клиенты видны в личном чате с ботом: напишите /clients туда.
clients-none = Клиентов на обслуживании пока нет. Добавьте первого кнопкой ниже.
clients-title = Клиенты на обслуживании: { $count }
clients-line = • { $name } — открытых заявок: { $open }. Менеджер: { $manager }. Группа: { $group }
clients-line-ended = • { $name } — больше не обслуживаем. Открытых заявок: { $open }
clients-nobody = не назначен
clients-group-none = не подключена
clients-group-waiting = ждёт группу из запаса
clients-group-ready = работает
clients-group-lost = потеряна
clients-group-closed = закрыта
clients-group-title = { $name } · поддержка
clients-new = Новый клиент
clients-back = ‹ Все клиенты
clients-back-one = ‹ К клиенту
clients-one = Клиент: { $name }
clients-one-ended = Клиент: { $name } (больше не обслуживаем)
clients-one-manager = Менеджер: { $manager }
clients-one-group = Группа: { $group }
clients-one-open = Открытых заявок: { $count }
clients-one-plan = Договор: { $plan }. Календарь: { $calendar }
clients-one-hours = Работаем: { $hours }
clients-one-language = Язык: { $language }
clients-one-raise = Сообщение без ответа поднимаем через { $minutes } мин рабочего времени
clients-one-rules-usual = Правила: обычные
clients-one-rules-own = Правила: свои
clients-one-qr-on = Вход по QR-коду: включён
clients-one-qr-off = Вход по QR-коду: выключен
clients-from-stock = Взять группу из запаса
clients-connect = Подключить существующую группу
clients-set-name = Название
clients-set-manager = Менеджер
clients-set-plan = Договор
clients-set-calendar = Календарь
clients-set-language = Язык
clients-set-zone = Часовой пояс
clients-set-raise = Когда поднимать
clients-set-rules = Правила
clients-end = Завершить обслуживание
clients-resume = Возобновить обслуживание
clients-choose-manager = Кто отвечает за клиента «{ $name }»?
clients-choose-plan = По какому договору обслуживаем клиента «{ $name }»? Сроки открытых заявок пересчитаются с этой минуты.
clients-choose-calendar = По какому календарю работаем с клиентом «{ $name }»? Сроки открытых заявок пересчитаются с этой минуты.
clients-choose-language = На каком языке писать в группе клиента «{ $name }»?
clients-choose-zone = В каком часовом поясе живёт клиент «{ $name }»? По нему показываем часы и сроки в группе.
clients-calendar-of-plan = Как в договоре
clients-zone-other = Другой город
clients-yours = Теперь вы менеджер клиента «{ $name }». Всё о нём: /clients
clients-change-changed = Готово.
clients-change-same = Так уже есть.
clients-change-ended = Этого клиента мы больше не обслуживаем. Сначала возобновите обслуживание: /clients
clients-change-repeated = Уже сделано.
clients-change-gone = Такого клиента нет. Откройте список заново: /clients
clients-change-choice-gone = Этого варианта больше нет. Выберите другой.
clients-change-no-right = Менять настройки клиентов могут менеджер, руководитель и администратор.
clients-stock-given = Группа из запаса выдана. Пригласите в неё сотрудников клиента: в группе есть /qr.
clients-stock-waits = Запас пуст. Клиент получит группу, как только она появится. Пополнить запас: /stock
clients-stock-has-group = У этого клиента группа уже есть.
clients-stock-ended = Этого клиента мы больше не обслуживаем. Сначала возобновите обслуживание.
clients-stock-repeated = Уже сделано.
clients-stock-gone = Такого клиента нет. Откройте список заново: /clients
clients-stock-no-right = Выдавать группы клиентам могут менеджер, руководитель и администратор.
clients-end-sure = Завершить обслуживание клиента «{ $name }»? Группа закроется, новые заявки приниматься не будут. Переписка и история останутся, возобновить обслуживание можно в любой момент.
clients-end-open =
    { $rest ->
        [0] Ещё открыты заявки: { $named }.
       *[other] Ещё открыты заявки: { $named } и другие ({ $rest }).
    } Они останутся открытыми, их нужно довести до конца.
clients-end-yes = Да, завершить
clients-end-no = Нет, оставить
clients-end-ended = Обслуживание завершено, группа закрыта.
clients-end-resumed = Обслуживание возобновлено.
clients-end-same = Уже сделано.
clients-end-repeated = Уже сделано.
clients-end-gone = Такого клиента нет. Откройте список заново: /clients
clients-end-no-right = Завершать и возобновлять обслуживание могут менеджер, руководитель и администратор.
clients-connect-how = Нажмите кнопку и выберите группу, в которой уже общается «{ $name }». Бот попросит права администратора: согласитесь, без них он не видит сообщений и не сможет впускать людей. Название и описание группы останутся прежними. Подключить группу по этой кнопке можете только вы и ваши коллеги.
clients-connect-choose = Выбрать группу
clients-connect-staff-only = Подключить эту группу к поддержке может только сотрудник компании. Попросите своего менеджера: он сделает это за минуту.
clients-connected-connected = Группа «{ $title }» подключена: теперь в ней работает поддержка клиента «{ $name }».
clients-connected-connected-already = Группа «{ $title }» уже подключена к клиенту «{ $name }».
clients-connected-has-group = У клиента «{ $name }» уже есть другая группа, поэтому «{ $title }» не подключена. Второй группы у клиента не бывает.
clients-connected-ended = Клиента «{ $name }» мы больше не обслуживаем, поэтому «{ $title }» не подключена. Сначала возобновите обслуживание: /clients
clients-connected-unknown = Группа «{ $title }» не подключена: такой ссылки нет. Возьмите новую у клиента в списке /clients
clients-connected-in-use = «{ $title }» уже занята: в ней работают с другими. Выберите для клиента «{ $name }» другую группу.
clients-connected-desk = «{ $title }» — рабочая группа сотрудников, клиентам она видна быть не должна. Выберите для клиента «{ $name }» другую группу.
clients-connected-outside = Бота в группе «{ $title }» уже нет. Добавьте его ещё раз той же кнопкой: /clients
clients-connected-lacks = Чтобы всё работало, не хватает:
clients-form-name = Как называется компания?
clients-form-name-empty = В названии нет ни одной буквы или цифры. Напишите его ещё раз.
clients-form-rename = Как компания называется теперь?
clients-form-language = На каком языке писать в её группе?
clients-form-zone = В каком часовом поясе она работает?
clients-form-zone-line = Напишите город, например «Омск», или разницу с Гринвичем: «UTC+6».
clients-form-zone-wrong = Не знаю такого пояса. Напишите крупный город или «UTC+6».
clients-form-plan = По какому договору обслуживаем?
clients-form-manager = Кто будет отвечать за клиента?
clients-form-manager-me = Я
clients-form-raise = Через сколько минут рабочего времени поднимать сообщение, на которое никто не ответил? Напишите число от 1 до 10080.
clients-form-rules-ru = Напишите правила для этой группы по-русски, до 1500 знаков: что оформлять заявкой, а о чём просто писать. Сроки, часы и порядок обращения к руководителям бот добавит сам.
clients-form-rules-en = Напишите правила для этой группы по-английски, до 1500 знаков: что оформлять заявкой, а о чём просто писать. Сроки, часы и порядок обращения к руководителям бот добавит сам.
clients-form-made = Клиент «{ $name }» добавлен. Осталось дать ему группу.
clients-form-exists = Клиент «{ $name }» уже есть в списке. Вот он:
clients-form-no-right = Добавлять клиентов могут менеджер, руководитель и администратор.
clients-form-repeated = Уже сделано.
clients-rules-edit-ru = Написать по-русски
clients-rules-edit-en = Написать по-английски
clients-rules-reset = Вернуть обычные

## tickets: в группе клиента

clients-hello =
    Здравствуйте! Это чат поддержки для «{ $name }». Здесь на связи наши сотрудники: { $hours }.

    Как попросить о помощи:
    • Напишите, что случилось, и добавьте фото или файл, если они помогут.
    • Чтобы завести заявку, ответьте на своё сообщение командой /ticket или нажмите «Создать заявку» в /menu. Номер, срок и ответственный придут сюда.
    • Правила и сроки: /rules. Позвать коллег: /qr.
clients-card-company = Клиент: { $name }
clients-card-hours = Работаем: { $hours }
clients-card-open = Открытых заявок: { $count }
clients-card-times = Сроки в рабочее время:
clients-card-how = Нужна помощь? Напишите сюда или оформите заявку: /ticket
clients-always = круглосуточно
clients-daily = ежедневно
clients-day-1 = пн
clients-day-2 = вт
clients-day-3 = ср
clients-day-4 = чт
clients-day-5 = пт
clients-day-6 = сб
clients-day-7 = вс
clients-times-none = Сроки не назначены: отвечаем как можно скорее.
clients-times-any = • Любая заявка: { $times }
clients-times-line = • { $urgency }: { $times }
clients-times-answer = первый ответ — { $time }
clients-times-solution = решение — { $time }
clients-urgency-low = Низкая срочность
clients-urgency-normal = Обычная срочность
clients-urgency-high = Высокая срочность
clients-urgency-critical = Критическая срочность
clients-rules-title = Правила поддержки: «{ $name }»
clients-rules-usual =
    Заявкой становится всё, что нужно сделать или исправить: что-то не работает, нужен документ, доступ, расчёт. Её заводят командой /ticket, кнопкой «Создать заявку» в /menu или ответом на сообщение. У заявки есть номер, срок и ответственный.
    Обычным сообщением остаются вопрос на пару слов, уточнение, благодарность. На них мы тоже отвечаем, но срок не считаем.
    Если сообщение похоже на заявку, сотрудник оформит её за вас.
clients-rules-times = Сроки по срочности, в рабочее время:
clients-rules-hours = Работаем: { $hours }. Время вне этих часов и время, пока мы ждём вашего ответа, в срок не входит.
clients-rules-escalation = Если срок вышел, о заявке узнают:
clients-rules-circle-1 =
    { $minutes ->
        [0] 1. ответственный сотрудник — сразу
       *[other] 1. ответственный сотрудник — через { $minutes } мин
    }
clients-rules-circle-2 =
    { $minutes ->
        [0] 2. вся команда поддержки — сразу
       *[other] 2. вся команда поддержки — через { $minutes } мин
    }
clients-rules-circle-3 =
    { $minutes ->
        [0] 3. руководители — сразу
       *[other] 3. руководители — через { $minutes } мин
    }
clients-item-qr = Пригласить по QR-коду
clients-qr-none = Эта группа сейчас не подключена к клиенту, приглашать в неё некуда.
clients-qr =
    Приглашение в группу поддержки «{ $name }»:
    { $link }

    По нему войдут все коллеги, сколько бы их ни было: бот впускает сам. Распечатайте код и повесьте на рабочем месте.
clients-qr-off = Вход по QR-коду выключен: по ссылке и по старым распечаткам никто не войдёт. Позвать одного человека можно через «Добавить участника».
clients-qr-png = Картинка с QR-кодом
clients-qr-pdf = Лист для печати (PDF)
clients-qr-renew = Обновить ссылку
clients-qr-renew-sure = Обновить ссылку? Старая ссылка и все распечатки с ней сразу перестанут работать, их нужно будет заменить.
clients-qr-renew-yes = Да, обновить
clients-qr-turn-off = Выключить вход по QR-коду
clients-qr-turn-on = Включить вход по QR-коду
clients-qr-sent-told = Отправляю в личный чат с ботом.
clients-qr-sent-said = Отправляю сюда, в группу.
clients-qr-sent-gone = Эта группа сейчас не подключена к клиенту.
clients-poster-line =
    Наведите камеру —
    вступите в чат поддержки
clients-poster-how = Код откроет Telegram. Нажмите «Запустить», затем «Открыть группу»: бот впустит вас сам.
clients-poster-file = QR поддержка
clients-poster-caption = Приглашение в группу поддержки «{ $name }»: { $link }
clients-entered-waits = Группа поддержки «{ $name }» ещё готовится. Как только она будет, вход придёт сюда сам.
clients-entered-already-in = Вы уже в группе поддержки «{ $name }». Она в списке ваших чатов.
clients-entered-parted = Раньше вам закрыли доступ в группу поддержки «{ $name }», поэтому по QR-коду войти нельзя. Попросите коллегу из этой группы или менеджера пригласить вас лично.
clients-entered-off = Вход по QR-коду в группу поддержки «{ $name }» выключен. Попросите коллегу из группы пригласить вас лично.
clients-entered-ended = Группа поддержки «{ $name }» сейчас закрыта, войти в неё нельзя. Если вам нужна помощь, напишите об этом сюда.
clients-entered-no-group = Группы поддержки «{ $name }» пока нет. Попробуйте открыть код позже.
clients-entered-unknown = Эта ссылка больше не действует: её обновили. Попросите коллегу показать новый QR-код.
clients-left =
    { $former } здесь больше не работает, и у этих клиентов нет менеджера. Назначьте другого:
clients-left-name = Назначить: { $name }
clients-named = Менеджер уже есть: { $name }. Можно выбрать другого.
