## exporters: сотрудникам

exporters-menu = Экспортёры: список и поиск
company-menu = Моя компания: группы и сотрудники
exporter-menu = Новый экспортёр
exporters-where = Экспортёров показываем в личном чате с ботом и в рабочей группе. Напишите команду там.
exporters-title = Экспортёры: { $count }
exporters-found = «{ $words }»: найдено { $count }
exporters-line = № { $number } { $name } — { $status }
exporters-open = № { $number } { $name }
exporters-narrow = Показаны не все. Уточните слова: /exporters и часть названия.
exporters-none = Таких экспортёров нет. Попробуйте часть названия или имя контакта. Весь список: /exporters
exporters-empty = Экспортёров пока нет. Добавить первого: /exporter и название компании.
exporter-made = Экспортёр добавлен. Перешлите ему ссылку для регистрации: она внизу карточки.
exporter-exists = Экспортёр с таким названием уже есть. Если это другая компания, добавьте к названию город.
exporter-undecided = Напоминание: экспортёр ждёт решения. Подтвердите его или отклоните.
exporters-undecided = { $count ->
    [one] Решения ждёт { $count } экспортёр.
    [few] Решения ждут { $count } экспортёра.
   *[other] Решения ждут { $count } экспортёров.
} Откройте карточку, чтобы подтвердить или отклонить. Все экспортёры: /exporters
exporter-yours = Вы — менеджер этого экспортёра.
exporters-taken = { $former } здесь больше не работает. Теперь вы менеджер экспортёров: { $names }. Ссылки в их группы придут сюда.
exporter-orphan = { $former } здесь больше не работает, и у этого экспортёра нет менеджера. Назначьте его кнопкой «Сменить менеджера».
exporters-orphans = Без менеджера и другие экспортёры, которых вёл сотрудник { $former }: { $count }. Назначьте менеджеров в списке /exporters.
exporter-not-yours = Экспортёра «{ $name }» теперь ведёт { $manager }. Из его рабочих групп вы вышли, кроме тех, что создали сами: владельца Telegram оставляет.
exporter-gone = Такого экспортёра нет.
exporter-card-title = 🏢 Экспортёр № { $number }: { $name }
exporter-status-invited = ✉️ Приглашён, ещё не зарегистрировался
exporter-status-pending = ⏳ Зарегистрировался, ждёт подтверждения
exporter-status-confirmed = ✅ Подтверждён
exporter-status-rejected = ❌ Отклонён
exporter-status-blocked = ⛔ Заблокирован
exporter-is-invited = приглашён
exporter-is-pending = ждёт подтверждения
exporter-is-confirmed = подтверждён
exporter-is-rejected = отклонён
exporter-is-blocked = заблокирован
exporter-card-reason = Причина: { $reason }
exporter-card-decided = Решение: { $name }, { $when }
exporter-card-decided-itself = Подтверждён автоматически, { $when }
exporter-card-url = Страница: { $url }
exporter-card-contact = Контакт: { $name }, { $phone }
exporter-card-contact-expected = Контакт: { $name } (ещё не в Telegram)
exporter-card-no-phone = телефон не указан
exporter-card-people = Сотрудники: { $names }
exporter-card-more = и ещё { $count }
exporter-card-hours = Рабочее время: { $from }–{ $to }, { $zone }
exporter-card-manager = Менеджер: { $name }
exporter-card-no-manager = Менеджер: не назначен
exporter-card-announced = Передан площадкой, ID { $id }
exporter-card-by-hand = Добавлен сотрудником
exporter-card-asked = 🙋 { $name } говорит, что работает в этой компании
exporter-card-link =
    Ссылка для регистрации, только для этого экспортёра:
    { $link }
exporter-button-confirm = Подтвердить
exporter-button-reject = Отклонить
exporter-button-block = Заблокировать
exporter-button-unblock = Разблокировать
exporter-button-managers = Сменить менеджера
exporter-button-take = Взять себе
exporter-button-back = Назад
exporter-button-asked-accept = Впустить: { $name }
exporter-button-asked-refuse = Отказать: { $name }
exporter-why-reject = Почему отклоняем? Экспортёр прочитает причину.
exporter-why-block = Почему блокируем? Экспортёр прочитает причину.
exporter-reason-not-suitable = Не подходит площадке
exporter-reason-not-verified = Не удалось проверить
exporter-reason-duplicate = Уже зарегистрирован
exporter-reason-rules = Нарушил правила
exporter-reason-silent = Не отвечает покупателям
exporter-reason-asked-to = Просит сам
exporter-reason-words = Другая причина
exporter-reason-told-not-suitable = компания не подходит под условия площадки
exporter-reason-told-not-verified = не удалось проверить данные компании
exporter-reason-told-duplicate = эта компания уже зарегистрирована
exporter-reason-told-rules = нарушены правила площадки
exporter-reason-told-silent = покупатели не получают ответов
exporter-reason-told-asked-to = по просьбе компании
exporter-reason-reject-line = Напишите одной строкой, почему отклоняем. Экспортёр прочитает эти слова.
exporter-reason-block-line = Напишите одной строкой, почему блокируем. Экспортёр прочитает эти слова.
exporter-reason-done = Готово, экспортёр узнает причину.
exporter-reason-not-done = Решение не принято: пока вы писали, всё изменилось. Посмотрите карточку: /exporters
exporter-who = Кто будет менеджером? Рядом — сколько у кого открытых групп.
exporter-manager-choice = { $name } · { $rooms }
exporter-manager-now = ✓ { $name } · { $rooms }
exporter-new-name = Как называется компания?
exporter-new-url = Пришлите адрес её страницы, например https://example.com/romashka
exporter-new-url-wrong = Это не похоже на адрес страницы. Он начинается с https://
exporter-toast-confirm = Экспортёр подтверждён
exporter-toast-unblock = Экспортёр разблокирован
exporter-toast-reject = Экспортёр отклонён, он узнает причину
exporter-toast-block = Экспортёр заблокирован, он узнает причину
exporter-toast-is = Сейчас экспортёр { $status }. Карточка обновлена.
exporter-toast-staff-only = Это могут только сотрудники
exporter-toast-manager-set = Менеджер теперь { $name }
exporter-toast-manager-already = { $name } уже менеджер этого экспортёра
exporter-toast-manager-gone = Этот человек больше здесь не работает. Выберите другого.
exporter-toast-manager-no-right = Это могут только сотрудники
exporter-toast-manager-unknown = Такого экспортёра нет

## exporters: куда ведёт ссылка

exporter-language =
    Здравствуйте! Это { $company }. Вы открыли ссылку для компании «{ $name }».
    На каком языке вам удобнее?
exporter-language-name = Русский
exporter-link-unknown = Эта ссылка никуда не ведёт. Проверьте, вся ли она скопирована, или попросите новую. Можно написать и сюда: сотрудник поможет.
exporter-link-staff = Это ссылка для экспортёра «{ $name }». Вы здесь сотрудник, поэтому регистрировать компанию вам не нужно: перешлите ссылку экспортёру.
exporter-link-rejected = Регистрация компании «{ $name }» отклонена. Если вы не согласны, напишите сюда: сотрудник прочитает и ответит.
exporter-link-blocked = Работа компании «{ $name }» приостановлена. Если вы не согласны, напишите сюда: сотрудник прочитает и ответит.
exporter-link-elsewhere = Вы уже представляете компанию «{ $name }», а ссылка — для компании «{ $company }». Если вы сменили работу, напишите сюда: сотрудник всё поправит.
exporter-link-pending = Компания «{ $name }» уже на проверке. Как только её подтвердят, мы напишем сюда.
exporter-link-confirmed = Вы уже зарегистрированы: компания «{ $name }». Ваша компания и приглашение сотрудников: /company
exporter-link-used = Этим приглашением уже воспользовались. Попросите коллегу прислать новое: у него есть команда /company
exporter-link-withdrawn = Приглашение больше не действует: коллега, который его прислал, уже не в компании «{ $name }». Попросите новое у кого-нибудь из компании: там есть команда /company
exporter-link-expired = Приглашение устарело: оно действует неделю. Попросите коллегу прислать новое, у него есть команда /company
exporter-link-asked = Компания «{ $name }» уже зарегистрирована. Мы спросили у вашего коллеги, который её регистрировал, и напишем сюда, как только он ответит.
exporter-link-refused = В компании «{ $name }» ответили, что вас не знают. Если это ошибка, попросите коллегу прислать вам приглашение: у него есть команда /company
exporter-reason = Причина: { $reason }.

## exporters: регистрация

exporter-form-hello = { $person }, рады знакомству! Сейчас зарегистрируем компанию «{ $name }». Это минута: несколько вопросов, почти на все можно ответить кнопкой. Если отвлечётесь, откройте ту же ссылку: продолжим с этого места.
exporter-form-hello-colleague = { $person }, рады знакомству! Чтобы добавить вас в компанию «{ $name }», ответьте на два вопроса.
exporter-form-company = Название компании верное? Так её увидят покупатели.
    «{ $name }»
exporter-form-company-line = Напишите, как называется компания.
exporter-form-contact = Как к вам обращаться?
    Если имя верное, нажмите его.
exporter-form-contact-line = Напишите ваше имя.
exporter-form-other-name = Исправить
exporter-form-name-empty = В ответе нет ни одной буквы. Напишите словами.
exporter-form-phone = Поделитесь номером телефона: по нему позвонит ваш менеджер, если что-то срочное. Номер принимаем только кнопкой внизу: так видно, что он ваш.
exporter-form-hours = Когда вы работаете? В другое время мы не беспокоим.
    { $from }–{ $to }, { $zone }
exporter-form-hours-right = Верно
exporter-form-hours-other = Другие часы
exporter-form-hours-zone = Другой часовой пояс
exporter-form-zone = Где вы работаете? Выберите часовой пояс.
exporter-form-zone-other = Другой
exporter-form-zone-line = Напишите город или часовой пояс, например Барнаул или UTC+7.
exporter-form-zone-wrong = Такого города или часового пояса не нашлось. Попробуйте город покрупнее рядом.
exporter-form-times = С какого и до какого часа вы работаете?
exporter-form-times-other = Другие часы
exporter-form-times-line = Напишите часы работы, например 9:00–18:30.
exporter-form-times-wrong = Не получилось понять часы. Конец должен быть позже начала, в пределах одного дня.
exporter-form-agree =
    Проверьте, пожалуйста:

    Компания: { $name }
    Контакт: { $contact }
    Телефон: { $phone ->
        [yes] получен
       *[no] не указан
    }
    Рабочее время: { $from }–{ $to }, { $zone }

    Отправляя, вы соглашаетесь, что { $company } хранит эти данные и переписку в рабочих группах, чтобы вести ваши сделки. Отозвать согласие можно, написав сюда.
exporter-form-agree-colleague =
    Вы вступаете в компанию «{ $name }».
    Телефон: { $phone ->
        [yes] получен
       *[no] не указан
    }

    Отправляя, вы соглашаетесь, что { $company } хранит эти данные и переписку в рабочих группах, чтобы вести ваши сделки. Отозвать согласие можно, написав сюда.
exporter-form-agree-yes = Согласиться и отправить
exporter-form-agree-fix = Исправить
exporter-form-agree-no = Не согласиться
exporter-form-no-consent = Без согласия зарегистрировать вас не получится, данные никуда не отправлены. Передумаете — откройте ссылку ещё раз. Есть вопросы — напишите сюда.
exporter-form-over = Эта регистрация уже закончена. Ваша компания: /company
exporter-toast-registration-over = Эта регистрация уже закончена

## exporters: что стало с регистрацией

exporter-submitted = Спасибо! Данные компании «{ $name }» отправлены на проверку. Как только её подтвердят, мы напишем сюда. Если есть вопросы, пишите прямо в этот чат: ответит сотрудник.
exporter-confirmed = Готово, компания «{ $name }» подтверждена. Рады, что вы с нами!
exporter-your-manager = Ваш менеджер: { $name }
exporter-no-manager = Вашего менеджера сейчас меняют. Пока пишите сюда: ответит сотрудник.
exporter-confirmed-ready = Ваша рабочая группа с менеджером создана, личная ссылка — в отдельном сообщении.
exporter-confirmed-waits = Вашу рабочую группу с менеджером готовим. Как только она будет готова, пришлём сюда личную ссылку. А пока пишите прямо в этот чат: ответит сотрудник.
exporter-confirmed-next = Когда покупатель спросит о вашем товаре, мы сразу напишем сюда. Ваша компания и сотрудники: /company
exporter-rejected = Регистрация компании «{ $name }» отклонена. Если вы не согласны, напишите сюда: сотрудник прочитает и ответит.
exporter-blocked = Работа компании «{ $name }» приостановлена: новые обращения покупателей пока не приходят. Если вы не согласны, напишите сюда: сотрудник прочитает и ответит.
exporter-unblocked = Компания «{ $name }» снова работает как прежде.

## exporters: своя компания и коллеги

exporter-own-none = Вы не зарегистрированы как сотрудник экспортёра. Если вам прислали ссылку для регистрации, откройте её. Если есть вопрос, напишите его сюда: ответит сотрудник.
exporter-own-title = Ваша компания: { $name }
exporter-own-invited = Ещё не зарегистрирована.
exporter-own-pending = На проверке. Как только её подтвердят, мы напишем сюда.
exporter-own-confirmed = Работает.
exporter-own-rejected = Регистрация отклонена.
exporter-own-blocked = Работа приостановлена.
exporter-own-people = Сотрудники:
exporter-own-contact = • { $name } — контакт компании
exporter-own-person = • { $name }
exporter-button-invite = Добавить сотрудника
exporter-invitation =
    Перешлите это сообщение коллеге. Ссылка — на одного человека, действует неделю.

    Приглашение в компанию «{ $name }»: { $link }
exporter-asked = По вашей ссылке для регистрации пришёл запрос: { $name } говорит, что работает в компании «{ $company }». Это ваш коллега? Если да, рабочая группа и переписка с покупателями тоже будут доступны.
exporter-asked-accept = Да, это наш сотрудник
exporter-asked-refuse = Нет, не знаю этого человека
exporter-asked-gone = Это приглашение больше не действует.
exporter-joined = Вы в компании «{ $name }». Личная ссылка в рабочую группу придёт отдельным сообщением. Ваша компания: /company
exporter-joined-early = Вы в компании «{ $name }». Она ещё на проверке: как только её подтвердят, мы напишем сюда.
exporter-not-joined = В компании «{ $name }» ответили, что вас не знают. Если это ошибка, попросите коллегу прислать вам приглашение: у него есть команда /company
exporter-colleague-joined = { $name } теперь в вашей компании.
exporter-toast-invited = Приглашение отправлено вам: перешлите его коллеге
exporter-toast-not-yours = Приглашать могут только сотрудники этой компании
exporter-toast-not-at-work = Приглашать можно, когда компания подтверждена и работает
exporter-toast-asked-accepted = { $name } теперь в вашей компании
exporter-toast-asked-refused = Отказали: { $name } в компанию не попадёт
exporter-toast-asked-over-accepted = На это уже ответили: человек принят
exporter-toast-asked-over-refused = На это уже ответили отказом
exporter-toast-asked-over-closed = Эта просьба больше не действует
exporter-toast-asked-not-yours = Ответить могут только сотрудники этой компании
exporter-people-parting = Кто больше не работает в этой компании? Он выйдет из её групп.
exporter-button-people = Сотрудники компании
exporter-button-part = Убрать: { $name }
exporter-button-part-yes = Да, убрать: { $name }
exporter-parting-asked = { $name } больше не работает в компании? Доступ к рабочим группам закроется сразу. Вернуть можно новым приглашением.
exporter-toast-part-parted = { $name } больше не в компании
exporter-toast-part-gone = Этого человека в компании уже нет
exporter-toast-part-not-yours = Убирать коллег может контакт компании или ваш менеджер
exporter-parted = Вы больше не в компании «{ $name }», её рабочие группы для вас закрыты. Если это ошибка, напишите сюда: сотрудник поможет.

## exporters: часовые пояса

zone-with-offset = { $name } (UTC{ $offset })
zone-kaliningrad = Калининград
zone-moscow = Москва
zone-samara = Самара
zone-yekaterinburg = Екатеринбург
zone-omsk = Омск
zone-krasnoyarsk = Красноярск
zone-irkutsk = Иркутск
zone-yakutsk = Якутск
zone-vladivostok = Владивосток
zone-kamchatka = Камчатка
zone-minsk = Минск
zone-almaty = Алматы
zone-dubai = Дубай
zone-tehran = Тегеран
zone-delhi = Дели
zone-beijing = Пекин
zone-jakarta = Джакарта
zone-cairo = Каир
zone-addis = Аддис-Абеба
zone-johannesburg = Йоханнесбург
zone-saopaulo = Сан-Паулу

## exporters: группы своей компании

exporter-button-rooms = Мои группы
exporter-rooms = Группы вашей компании: { $count }. Нажмите на название — бот пришлёт вход, он открывается только для вас. ✓ — вы уже там.
exporter-rooms-none = У вашей компании пока нет открытых групп.
exporter-toast-rooms-not-yours = Группы видны только сотрудникам компании, которая с нами работает. Ваша компания: /company
