## escrow: безопасная сделка

room-item-escrow = Безопасная сделка
escrow-shown = Карточка сделки — внизу, в группе.
escrow-title = 🤝 Безопасная сделка № { $number }
escrow-role-exporter = экспортёр
escrow-role-importer = импортёр
escrow-role-manager = менеджер
escrow-who = { $name } ({ $role })

escrow-status-draft = Согласуем условия
escrow-status-invoiced = Ждём оплату
escrow-status-paid = Проверяем поступление денег
escrow-status-working = Этап { $stage } из { $stages }: выполняется
escrow-status-checking = Этап { $stage } из { $stages }: на проверке у импортёра
escrow-status-releasing = Этап { $stage } из { $stages }: принят, ждёт выплаты
escrow-status-asked = Этап { $stage } из { $stages }: стороны решают, как быть дальше
escrow-status-disputed = Спор: сделка остановлена
escrow-status-settling = Решение принято, ждём перевода
escrow-status-completed = Завершена: всё выплачено
escrow-status-cancelled = Отменена

escrow-sum-agreed = Сумма: { $amount }
escrow-sum-held = на счёте сделки: { $amount }
escrow-sum-released = выплачено: { $amount }
escrow-sum-refunded = возвращено: { $amount }

escrow-stage = { $number }. { $title } — { $amount }
escrow-stage-due = { $number }. { $title } — { $amount }, до { $date }
escrow-stage-waiting = впереди
escrow-stage-working = 🔨 выполняется
escrow-stage-done = 📦 на проверке
escrow-stage-confirmed = ✅ принят
escrow-stage-released = 💰 выплачен
escrow-stage-refunded = ↩️ возвращён

escrow-agrees-yes = ✅ { $side }: условия приняты
escrow-agrees-no = ▫️ { $side }: ждём ответа
escrow-change-proposed = Предлагают вместо невыполненных этапов:

escrow-next-draft = Ждём ответа: { $who }. Проверьте этапы, суммы и сроки. Если всё верно, нажмите «{ escrow-button-agree }».
escrow-next-invoiced = Ход импортёра: оплатите счёт и нажмите «{ escrow-button-report-payment }».
escrow-next-paid = Ход менеджера: проверить, пришли ли деньги.
escrow-next-working = Ход экспортёра: выполните этап { $stage } и нажмите «{ escrow-button-stage-done }».
escrow-next-checking = Ход импортёра: проверьте этап { $stage } и нажмите «{ escrow-button-confirm-stage }» или «{ escrow-button-return-stage }».
escrow-next-releasing = Ход менеджера: отправить выплату за этап { $stage }: { $amount }.
escrow-next-asked = Ждём ответа: { $who }. Нажмите «{ escrow-button-accept }» или «{ escrow-button-decline }».
escrow-next-disputed = Ход менеджера: разобраться и решить. Деньги остаются на счёте сделки.
escrow-next-settling = Ход менеджера: отправить перевод по решению: { $amount }.
escrow-until = Срок: { $until }
escrow-late-since = Срок прошёл: { $until }
escrow-moment = { $date } { $time } ({ $zone })
escrow-summary = 🤝 Безопасная сделка № { $number }. { $step }. Чей ход: { $who }, до { $until }
escrow-summary-over = 🤝 Безопасная сделка № { $number }. { $step }

escrow-button-agree = Принимаю условия
escrow-button-change-terms = Изменить условия
escrow-button-cancel = Отменить сделку
escrow-button-report-payment = Оплачено
escrow-button-confirm-funding = Деньги поступили
escrow-button-deny-payment = Деньги не поступили
escrow-button-stage-done = Этап выполнен
escrow-button-confirm-stage = Подтверждаю этап
escrow-button-return-stage = Этап не выполнен
escrow-button-release-stage = Выплата отправлена
escrow-button-ask-cancel = Предложить расторжение
escrow-button-ask-change = Изменить условия
escrow-button-accept = Согласиться
escrow-button-decline = Отказаться
escrow-button-withdraw = Отозвать предложение
escrow-button-dismiss = Снять вопрос
escrow-button-dispute = Открыть спор
escrow-button-resolve-continue = Продолжить сделку
escrow-button-resolve-release = Выплатить экспортёру
escrow-button-resolve-refund = Вернуть импортёру
escrow-button-reconsider = Пересмотреть решение
escrow-button-settle = Перевод отправлен
escrow-button-paper = Состояние в PDF
escrow-button-begin = Предложить условия

## escrow: что читает группа

escrow-said-propose = 🤝 { $who } предлагает безопасную сделку № { $number }. Деньги разблокируются по этапам, когда каждый из них подтверждён.
escrow-said-agree = ✅ { $who }: условия сделки № { $number } приняты.
escrow-said-change-terms = ✏️ { $who } меняет условия сделки № { $number }. Прежнее согласие больше не действует: новые условия проверяют обе стороны.
escrow-said-cancel = ✖️ { $who } отменяет сделку № { $number }. Платить по ней не нужно, а если вы уже оплатили, менеджер вернёт деньги.
escrow-said-report-payment = 💸 { $who }: счёт по сделке № { $number } оплачен.
escrow-said-confirm-funding = ✅ { $who }: деньги по сделке № { $number } поступили, на счёте сделки { $amount }.
escrow-said-deny-payment = ⏳ { $who }: деньги по сделке № { $number } пока не поступили. Проверьте платёж.
escrow-said-stage-done = 📦 { $who }: этап { $stage } «{ $title }» выполнен.
escrow-said-confirm-stage = ✅ { $who }: этап { $stage } «{ $title }» подтверждён.
escrow-said-return-stage = ↩️ { $who }: этап { $stage } «{ $title }» ещё не выполнен. Напишите здесь, что нужно исправить.
escrow-said-release-stage = 💰 { $who }: выплата за этап { $stage } «{ $title }» отправлена экспортёру, { $amount }.
escrow-completed = 🎉 Сделка № { $number } завершена: всё выплачено. Спасибо обеим сторонам!
escrow-said-ask-cancel = { $who } предлагает расторгнуть сделку № { $number }. Остаток { $amount } вернётся импортёру. Пока вторая сторона не ответит, срок этапа не идёт.
escrow-said-ask-change = ✏️ { $who } предлагает изменить условия сделки № { $number }, сумма прежняя. Пока вторая сторона не ответит, срок этапа не идёт.
escrow-said-accept = ✅ { $who } принимает предложение по сделке № { $number }.
escrow-said-decline = { $who } не принимает предложение по сделке № { $number }. Всё идёт по прежним условиям.
escrow-said-withdraw = { $who } отзывает своё предложение по сделке № { $number }. Всё идёт по прежним условиям.
escrow-said-dismiss = { $who } снимает вопрос по сделке № { $number }: ответа не было. Всё идёт по прежним условиям.
escrow-said-dispute = ⚠️ { $who } открывает спор по сделке № { $number }. Сроки остановлены, деньги никуда не уходят: на счёте сделки { $amount }. Менеджер, руководитель и поддержка уже знают. Опишите здесь, что случилось.
escrow-said-resolve-continue = { $who }: спор по сделке № { $number } закрыт, сделка продолжается.
escrow-said-resolve-release = { $who }: решение по сделке № { $number } — остаток { $amount } выплатить экспортёру.
escrow-said-resolve-refund = { $who }: решение по сделке № { $number } — остаток { $amount } вернуть импортёру.
escrow-said-reconsider = { $who }: решение по сделке № { $number } пересматривается. Деньги остаются на счёте сделки.
escrow-said-settle = 💰 { $who }: перевод по сделке № { $number } отправлен, { $amount }. Сделка закрыта.

escrow-invoice = 🧾 Счёт № { $number } по безопасной сделке
escrow-invoice-total =
    Итого к оплате: { $amount }
    Назначение платежа: «Безопасная сделка № { $number }». Реквизиты пришлёт менеджер.
escrow-waits = ⏰ Сделка № { $number } ждёт ответа.
escrow-late = ⏰ Срок по сделке № { $number } прошёл. Само ничего не произойдёт: деньги и условия остаются как есть. Менеджер уже знает.
escrow-reminder = ⏰ «{ $room }»: сделка № { $number } ждёт вас.

escrow-manager-move = Сделка № { $number }, группа «{ $room }»: ваш ход.
escrow-manager-invoiced = Сделка № { $number }, группа «{ $room }»: стороны договорились. Пришлите в группу реквизиты для оплаты.
escrow-manager-paid-and-cancelled = Сделка № { $number }, группа «{ $room }»: её отменили, когда импортёр уже сообщил об оплате. Если деньги пришли, верните их импортёру.
escrow-manager-remind = ⏰ Сделка № { $number }, группа «{ $room }»: скоро срок, ход за вами.
escrow-manager-late = ⏰ Сделка № { $number }, группа «{ $room }»: срок прошёл, ответа нет. Свяжитесь со стороной и помогите.
escrow-manager-own-late = ⏰ Сделка № { $number }, группа «{ $room }»: срок прошёл, а ход за менеджером. Подключитесь, пожалуйста.

## escrow: ответы на нажатия и на /escrow

escrow-toast-done = Готово
escrow-toast-already = Вы это уже сделали. Ждём вторую сторону.
escrow-toast-not-yours = Это нажимает { $who }.
escrow-toast-not-now = Сейчас так нельзя. { $step }.
escrow-toast-stale = С тех пор условия или этап изменились. Посмотрите на карточку и нажмите ещё раз.
escrow-toast-too-early = Спор можно открыть с { $time }. Сначала напишите второй стороне: обычно вопрос решается так.
escrow-toast-no-party = Эта кнопка — для сторон сделки и менеджера, который её ведёт.
escrow-toast-gone = Такой сделки больше нет.
escrow-toast-paper = Готовлю PDF, пришлю сюда.
escrow-only-rooms = Безопасная сделка бывает в группе по товару: там есть и экспортёр, и импортёр.
escrow-none = Безопасной сделки здесь пока нет. Стороны согласуют этапы и суммы, импортёр оплачивает счёт, и деньги разблокируются по этапам, когда каждый подтверждён. Неподтверждённое не выплачивается.
escrow-ask-currency = В какой валюте сделка?
escrow-ask-stages =
    Напишите этапы одним сообщением: каждый с новой строки, через тире — что, сколько и до какого числа. Число можно не указывать.

    { escrow-example }
escrow-example =
    Производство — 100 000 — 07.12
    Поставка — 200 000
escrow-asked-change-note = Сумма должна остаться прежней: { $amount }. То, что уже выполнено, не меняется.
escrow-other-currency = Другая
escrow-ask-code = Напишите код валюты тремя буквами, например KZT.
escrow-no-currency-so = Такой валюты в сделках нет. Напишите код тремя буквами, например KZT.
escrow-proposed = Условия — на карточке. Теперь их проверяют обе стороны, и вы тоже.
escrow-asked = Предложение отправлено. Ждём ответа второй стороны.

escrow-problem-no-currency = Начните с валюты, например RUB, и продолжайте этапами с новой строки.
escrow-problem-line-unclear = Не получилось понять строку «{ $line }». Нужно так: что — сколько — до какого числа.
escrow-problem-amount-unclear = Не получилось понять сумму в строке «{ $line }». Напишите её цифрами, например 100 000,50.
escrow-problem-date-unclear = Не получилось понять дату в строке «{ $line }». Напишите, например, 07.12.2026.
escrow-problem-no-stages = Нужен хотя бы один этап.
escrow-problem-too-many-stages = Этапов может быть не больше { $most }. Объедините некоторые.
escrow-problem-title-missing = Напишите, что делается на этапе { $stage }.
escrow-problem-title-too-long = Название этапа { $stage } длиннее { $most } знаков. Сократите его, подробности можно написать в группе.
escrow-problem-amount-wrong = Сумма этапа { $stage } должна быть больше нуля.
escrow-problem-sum-too-large = Такую большую сумму бот не ведёт. Проверьте, нет ли лишних нулей.
escrow-problem-due-past = Срок этапа { $stage } уже прошёл. Проверьте дату.
escrow-problem-due-out-of-order = Срок этапа { $stage } раньше, чем у этапа перед ним. Этапы идут по порядку.
escrow-problem-sum-differs = Этапы вместе стоят { $actual }, а на счёте сделки под них { $expected }. Суммы должны совпадать.
escrow-nobody-exporter = В группе пока нет экспортёра: предложить условия можно, когда он здесь.
escrow-nobody-importer = В группе пока нет импортёра: предложить условия можно, когда он здесь.

# Как люди пишут рубли и «до»; через запятую, на любом языке понимаются все.
escrow-word-roubles = руб., руб, р., р, рублей, rub, rur
escrow-word-until = до, к, by, until

## escrow: бумага

escrow-paper-title = Безопасная сделка № { $number }
escrow-paper-file = sdelka-{ $number }.pdf
escrow-paper-footer = Составлено { $moment }. Deskroom ведёт запись договорённостей и подтверждений.
escrow-paper-lacking = Знак ▯ стоит там, где нужного символа нет в шрифтах.
escrow-paper-state = Состояние
escrow-paper-room = Группа
escrow-paper-status = Сейчас
escrow-paper-deadline = Срок
escrow-paper-agreed = Сумма сделки
escrow-paper-held = На счёте сделки
escrow-paper-released = Выплачено
escrow-paper-refunded = Возвращено
escrow-paper-stages = Этапы
escrow-paper-stage = Этап
escrow-paper-amount = Сумма
escrow-paper-due = Срок
escrow-paper-stage-state = Как обстоит
escrow-paper-log = Кто что сделал
escrow-paper-when = Когда
escrow-paper-who = Кто
escrow-paper-what = Что
escrow-paper-nobody = —

escrow-log-escrow-proposed = Предложены условия
escrow-log-escrow-agreed = Условия приняты
escrow-log-escrow-terms-changed = Условия изменены
escrow-log-escrow-cancelled = Сделка отменена
escrow-log-escrow-payment-reported = Сообщено об оплате
escrow-log-escrow-funded = Поступление денег подтверждено
escrow-log-escrow-payment-denied = Деньги не поступили
escrow-log-escrow-stage-done = Этап { $stage } выполнен
escrow-log-escrow-stage-confirmed = Этап { $stage } подтверждён
escrow-log-escrow-stage-returned = Этап { $stage } не принят
escrow-log-escrow-stage-released = Выплата за этап { $stage }
escrow-log-escrow-parting-asked = Предложено расторжение
escrow-log-escrow-change-asked = Предложены другие условия
escrow-log-escrow-accepted = Предложение принято
escrow-log-escrow-declined = Предложение отклонено
escrow-log-escrow-withdrawn = Предложение отозвано
escrow-log-escrow-dismissed = Вопрос снят менеджером
escrow-log-escrow-disputed = Открыт спор
escrow-log-escrow-continued = Спор закрыт, сделка продолжается
escrow-log-escrow-release-decided = Решение: выплатить экспортёру
escrow-log-escrow-refund-decided = Решение: вернуть импортёру
escrow-log-escrow-reconsidered = Решение пересматривается
escrow-log-escrow-settled = Перевод по решению отправлен
