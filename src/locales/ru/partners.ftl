## partners: партнёры, приглашения, оценки

# Заявка партнёра.
partner-form-language = На каком языке вам удобнее?
# Название самого языка.
partner-form-own-language = Русский
partner-form-name = Здравствуйте! Это { $company }. Мы знакомим экспортёров с партнёрами. Как вас представить? Напишите имя или название компании.
partner-form-fields = Чем вы занимаетесь? Отметьте всё, что подходит, и нажмите «Готово».
partner-form-languages = На каких языках вы работаете?
partner-form-about = Расскажите о себе одной строкой: опыт, страны, с чем помогаете. Это прочитают те, кто выбирает партнёра.
partner-form-phone = Оставьте телефон для связи: нажмите кнопку внизу. Его видят только наши сотрудники.
partner-form-consent = Мы сохраним то, что вы написали. Имя, направления, языки и строку о себе увидят те, кто выбирает партнёра; телефон — только наши сотрудники. Вы согласны?
partner-form-consent-yes = Даю согласие
partner-form-incomplete = Не хватает направления или языка: пока вы заполняли заявку, список изменился. Откройте ссылку ещё раз, пожалуйста.
partner-received = Спасибо, заявка принята. Мы посмотрим её и напишем вам сюда.
partner-link-unknown = Ссылка не подошла: возможно, она скопирована не целиком. Попросите прислать её ещё раз.
partner-link-ended = Эта ссылка больше не действует. Попросите новую у того, кто её прислал.
partner-link-pending = Ваша заявка уже у нас. Мы посмотрим её и напишем вам сюда.
partner-link-confirmed = Вы уже наш партнёр. Ваши группы и приглашения: /my.
partner-link-blocked = Сотрудничество приостановлено. Если это ошибка, напишите нам прямо сюда.
partner-link-staff = По этой ссылке регистрируются партнёры, а вы — сотрудник. Перешлите её партнёру.

# Решение сотрудников.
partner-decided-confirmed = Заявка подтверждена: теперь вас могут приглашать в группы. Приглашение придёт сюда, отвечать на него — кнопкой. Ваши группы, приглашения и настройки: /my.
partner-decided-rejected = Заявку пока не подтвердили: { $reason }. Заполнить её заново можно по той же ссылке, а спросить — прямо здесь.
partner-decided-blocked = Сотрудничество приостановлено: новых приглашений не будет. Если это ошибка, напишите нам прямо сюда.
partner-decided-unblocked = Сотрудничество возобновлено: вас снова могут приглашать. Ваши группы и приглашения: /my.
partner-rejection-profile = нужны партнёры другого профиля
partner-rejection-data = не хватает сведений о вас
partner-rejection-twice = такая заявка у нас уже есть
partner-rejection-other = сейчас мы не можем её принять
partner-reject-profile = Не наш профиль
partner-reject-data = Не хватает сведений
partner-reject-twice = Повторная заявка
partner-reject-other = Другая причина

# Карточка партнёра для сотрудников.
partner-card-pending = 🆕 Заявка партнёра № { $number }
partner-card-confirmed = ✅ Партнёр № { $number }
partner-card-rejected = ✖️ Заявка партнёра № { $number }: отклонена
partner-card-blocked = ⛔️ Партнёр № { $number }: заблокирован
partner-card-fields = Направления: { $fields }
partner-card-languages = Языки: { $languages }
partner-card-about = О себе: { $about }
partner-card-person = Telegram: { $person }
partner-card-phone = Телефон: { $phone }
partner-card-rating = Оценка: { $rating }
partner-card-away = Сейчас отсутствует
partner-card-reason = Причина: { $reason }
partner-card-still-in = Ещё в группах:
partner-card-part = Чтобы закрыть доступ, откройте в группе /menu → «{ room-item-people }», выберите партнёра и нажмите «{ room-people-part }».
partner-confirm = Подтвердить
partner-reject = Отклонить
partner-block = Заблокировать
partner-unblock = Разблокировать
partner-back = ← Назад
partner-toast-confirm = Подтверждено. Партнёр об этом узнает.
partner-toast-reject = Отклонено. Заявитель узнает причину.
partner-toast-block = Заблокирован. Приглашения без ответа и ссылки для входа отозваны.
partner-toast-unblock = Разблокирован.
partner-toast-stale-pending = Заявка ждёт решения.
partner-toast-stale-confirmed = Уже подтверждено.
partner-toast-stale-rejected = Уже отклонено.
partner-toast-stale-blocked = Уже заблокирован.
partner-toast-gone = Такого партнёра больше нет.
partner-menu = Ссылка для партнёров
partner-link = Ссылка для регистрации партнёров: { $link }

    Её можно дать всем, кого вы хотите пригласить: каждую заявку подтверждает сотрудник. Если ссылка попала не туда, сделайте новую — старая перестанет работать.
partner-link-renew = Сделать новую
partner-link-renewed = Новая ссылка готова, старая больше не действует.
partners-menu = Список партнёров
partners-title = Партнёры: { $total }
partners-none = Партнёров пока нет. Ссылка для регистрации: /partner.
partners-line = № { $number } { $name } — { $status }
partner-status-pending = ждёт решения
partner-status-confirmed = подтверждён
partner-status-rejected = отклонён
partner-status-blocked = заблокирован
fields-menu = Направления партнёров
fields-title = Направления, по которым выбирают партнёра:
fields-line = { $number }. { $ru } / { $en }
fields-line-hidden = { $number }. { $ru } / { $en } — скрыто
fields-how =
    Добавить: /specializations Упаковка / Packaging
    Переименовать: /specializations 3 Маркетинг и реклама / Marketing
    Скрытое направление не предлагают, у партнёров оно остаётся.
fields-hide = Скрыть { $number }
fields-show = Показать { $number }
fields-done = Готово.
fields-refused = Не получилось: такое название уже есть или нет такого номера.
fields-unreadable = Нужны два названия через косую черту, русское и английское, каждое не длиннее 40 знаков: /specializations Упаковка / Packaging

# Выбор партнёра в группе.
invite-title = Какой партнёр нужен?
invite-no-fields = Направлений пока нет. Напишите менеджеру прямо здесь, в группе.
invite-field = { $field } · { $partners }
invite-open = Ждём ответа:
invite-open-line = { $name } — { $field }, до { $until }
invite-withdraw = Отозвать: { $name }
invite-list-none = Партнёров по этому направлению пока нет. Выберите другое или напишите менеджеру.
invite-three = Спросить троих — первый, кто примет
invite-back = ← Направления
invite-back-list = ← К списку
invite-forward = Дальше →
invite-backward = ← Раньше
invite-this = Пригласить
candidate-rating = ★ { $rating } ({ $count })
candidate-unrated = без оценок
candidate-answers = отвечает за { $time }
candidate-asked = { $count ->
        [one] { $count } приглашение без ответа
        [few] { $count } приглашения без ответа
       *[many] { $count } приглашений без ответа
    }
candidate-away = отсутствует
candidate-away-until = отсутствует до { $until }
candidate-here = уже в группе
candidate-invited = уже приглашён
invite-form-role = Какая у партнёра роль в этой группе? Одной строкой, например: «Перевозка до Сантоса».
invite-form-expects = Какого результата вы ждёте? Одной строкой, например: «Расчёт ставки к пятнице».
invite-sent-one = Приглашение отправлено: { $name }. Ответ придёт вам в личный чат с ботом.
invite-sent-several = Приглашения отправлены: { $names }. Место получит тот, кто примет первым.
invite-refused-here = Этот партнёр уже в группе.
invite-refused-invited = Этот партнёр уже приглашён сюда, ждём ответа.
invite-refused-away = Этот партнёр сейчас отсутствует. Выберите, пожалуйста, другого.
invite-refused-nobody = Пригласить сейчас некого: партнёры этого направления заняты, отсутствуют или уже здесь.
invite-refused-taken = Место уже занято: приглашение принял другой партнёр.
invite-refused-no-right = Пригласить партнёра сюда могут экспортёр и менеджер.
invite-refused-room-closed = Эта группа закрыта, пригласить в неё нельзя.
invite-refused-too-many = Слишком много приглашений без ответа. Дождитесь ответов или отзовите лишние: /invite.

# Приглашение, как его читает партнёр.
invitation-title = Вас приглашают в группу «{ $room }»
invitation-again = Напоминаем о приглашении в группу «{ $room }»
invitation-inviter = Приглашает: { $name }
invitation-inviter-role = Приглашает: { $name } ({ $role })
invitation-field = Направление: { $field }
invitation-role = Роль: { $role }
invitation-expects = Ожидаемый результат: { $expects }
invitation-until = Ответить можно до { $until } ({ $zone }).
invitation-several = Спросили нескольких партнёров: место получит тот, кто примет первым.
invitation-accept = Принять
invitation-decline = Отклонить
invitation-why = Почему отклоняете?
decline-busy = Занят
decline-profile = Не мой профиль
decline-terms = Условия не подходят
decline-other = Другое
invitation-accepted = ✅ Вы приняли приглашение. Ссылка для входа — в отдельном сообщении.
invitation-accepted-waits = ✅ Вы приняли приглашение. Группа ещё готовится: ссылка для входа придёт сюда сама.
invitation-accepted-inside = ✅ Вы приняли приглашение. Вы уже в этой группе: теперь вы там партнёр.
invitation-declined = Вы отклонили приглашение. Спасибо за ответ.
invitation-over-accepted = Вы уже принимали это приглашение, но в группе вас больше нет. Если нужно вернуться, напишите тому, кто приглашал.
invitation-over-at-the-door = Вы уже приняли это приглашение. Ссылку для входа прислали ещё раз.
invitation-over-inside = Вы уже в этой группе.
invitation-over-declined = Вы уже отклонили это приглашение. Если передумали, напишите тому, кто приглашал: пригласить можно ещё раз.
invitation-over-expired = Срок ответа прошёл. Мы передали, что вы согласны: вас могут пригласить ещё раз.
invitation-over-too-late = Срок ответа уже прошёл, отвечать больше не нужно.
invitation-over-withdrawn = Приглашение отозвали, отвечать на него больше не нужно.
invitation-over-taken = Место уже занято: другой партнёр принял приглашение раньше.
invitation-over-undeliverable = Это приглашение больше не действует. Если оно вам нужно, напишите тому, кто приглашал.
invitation-over-room = Эта группа уже закрыта, войти в неё нельзя.
invitation-not-yours = Это приглашение не вам. Ничего не изменилось.
invitation-toast-accepted = Спасибо! Вы приняли приглашение.
invitation-toast-declined = Спасибо за ответ.
partner-taken = Место уже занято: приглашение в группу «{ $room }» принял другой партнёр. Спасибо, что были готовы помочь.
partner-withdrawn = Приглашение в группу «{ $room }» отозвали. Отвечать на него больше не нужно.
partner-expired = Срок приглашения в группу «{ $room }» прошёл. Если оно вам ещё интересно, нажмите под ним «Принять»: мы передадим.

# Что узнаёт тот, кто пригласил.
asked-title = Вы пригласили в группу «{ $room }»:
asked-line = { $name } — ждём ответа до { $until }
asked-line-accepted = ✅ { $name } — принимает приглашение
asked-line-declined = { $name } — отклоняет приглашение
asked-line-expired = { $name } — не отвечает, срок прошёл
asked-line-withdrawn = { $name } — приглашение отозвано
asked-line-taken = { $name } — место занято
asked-line-undeliverable = { $name } — приглашение не дошло
asked-several = Место получит тот, кто примет первым.
asked-withdraw = Отозвать: { $name }
outcome-accepted = ✅ { $name } принимает приглашение в группу «{ $room }». Ссылка для входа отправлена.
outcome-inside = ✅ { $name } принимает приглашение в группу «{ $room }» и уже в ней.
outcome-declined = { $name } отклоняет приглашение в группу «{ $room }»: { $reason }.
outcome-expired = { $name } не отвечает на приглашение в группу «{ $room }»: срок прошёл.
outcome-undeliverable-blocked = { $name } не получит приглашение в группу «{ $room }»: бот у этого партнёра заблокирован.
outcome-undeliverable-never-started = { $name } не получит приглашение в группу «{ $room }»: этот партнёр ещё не открывал бота.
outcome-undeliverable-deactivated = { $name } не получит приглашение в группу «{ $room }»: аккаунта Telegram больше нет.
outcome-undeliverable-other = { $name } не получает приглашение в группу «{ $room }»: Telegram его не доставил.
outcome-late = { $name } принимает приглашение в группу «{ $room }», но срок уже прошёл. Пригласить ещё раз?
outcome-silent = { $name } пока не отвечает на приглашение в группу «{ $room }». Мы напомнили и ждём до { $until }.
outcome-absent = { $name } всё ещё не в группе «{ $room }», хотя приглашение принято. Ссылку для входа мы прислали ещё раз.
outcome-blocked = { $name } больше не принимает приглашений: приглашение в группу «{ $room }» отозвано.
outcome-others = Ответа ждём ещё от других.
outcome-nobody-else = Других свободных партнёров по этому направлению сейчас нет.
reason-busy = сейчас занят
reason-profile = не тот профиль
reason-terms = не подходят условия
reason-other = причину не назвали
outcome-again = Пригласить ещё раз
outcome-instead = Пригласить: { $name }
outcome-withdraw = Отозвать приглашение
outcome-toast-sent = Приглашение отправлено: { $name }
outcome-toast-withdrawn = Приглашение отозвано.
outcome-toast-no-right = Это может тот, кто пригласил, или сотрудник.
outcome-toast-over-accepted = Приглашение уже принято.
outcome-toast-over-declined = Партнёр уже отклонил приглашение.
outcome-toast-over-expired = Срок приглашения уже прошёл.
outcome-toast-over-withdrawn = Приглашение уже отозвано.
outcome-toast-over-taken = Место уже занято другим партнёром.
outcome-toast-over-undeliverable = Приглашение не дошло, отзывать нечего.

# В группе.
partner-joined-title = 🤝 В группе новый партнёр: { $name } — { $field }
partner-joined-by = Приглашение от: { $inviter }

# Оценка.
rate-ask = { $name } больше не в группе «{ $room }». Оцените, пожалуйста, работу партнёра от 1 до 5: это поможет другим выбирать.
rate-thanks = Спасибо! Ваша оценка: { $stars }.
rate-already = Вы уже поставили оценку: { $stars }.
rate-not-yours = Оценку ставит тот, кто приглашал.

# Партнёр о себе.
my-menu = Мои группы и приглашения
my-rooms = Ваши группы:
my-room = • { $room }
my-no-rooms = Вас пока не приняли ни в одну группу. Приглашения приходят сюда.
my-invitations = Ждут вашего ответа:
my-invitation = • «{ $room }», до { $until }
my-show = Ответить: { $room }
my-away = Сейчас вас нет: приглашений не будет, пока вы не вернётесь.
my-away-until = Сейчас вас нет до { $until }: до тех пор приглашений не будет.
my-edit-fields = Направления
my-edit-languages = Языки
my-edit-about = О себе
my-go-away = Меня нет…
my-come-back = Я снова здесь
my-form-away = До какого дня вас не будет? Если не знаете, нажмите «Пропустить»: вернуться можно кнопкой в /my.
my-done = Сохранено.
my-done-away = Хорошо, приглашений не будет до { $until }.
my-done-away-open = Хорошо, приглашений не будет, пока вы не нажмёте «Я снова здесь» в /my.
my-done-back = С возвращением! Вас снова могут приглашать.
my-no-partner = Это могут партнёры, которых подтвердили сотрудники.
my-pending = Ваша заявка ещё на рассмотрении. Мы напишем вам сюда.
