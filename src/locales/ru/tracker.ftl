## tracker: связь с системой учёта компании

tracker-menu = Связь с системой учёта
tracker-off =
    Система учёта не подключена. Чтобы она узнавала об изменениях заявок, задайте в настройках WEBHOOK_URL и WEBHOOK_SECRET и перезапустите бота.
tracker-well = Система учёта получает все изменения заявок.
tracker-title =
    { $count ->
        [one] Система учёта не приняла { $count } изменение заявки.
        [few] Система учёта не приняла { $count } изменения заявок.
       *[many] Система учёта не приняла { $count } изменений заявок.
    }
tracker-line =
    № { $id } · { $number } · { $deed } · { $time }
    { $failure }
tracker-behind =
    { $count ->
        [one] За ним ждёт ещё { $count } изменение этой заявки.
        [few] За ним ждут ещё { $count } изменения этой заявки.
       *[many] За ним ждут ещё { $count } изменений этой заявки.
    }
tracker-more = … и ещё { $count }
tracker-trying =
    { $count ->
        [one] Сейчас система учёта не отвечает как надо: ждёт { $count } изменение.
        [few] Сейчас система учёта не отвечает как надо: ждут { $count } изменения.
       *[many] Сейчас система учёта не отвечает как надо: ждут { $count } изменений.
    } Повторяем сами в течение суток. Причина: { $failure }
tracker-advice =
    «Повторить» — если причина устранена. «Пропустить» — если системе учёта это изменение не нужно: в следующем она увидит заявку целиком.
tracker-failure-timeout =
    { $seconds ->
        [one] нет ответа за { $seconds } секунду
        [few] нет ответа за { $seconds } секунды
       *[many] нет ответа за { $seconds } секунд
    }
tracker-failure-line = нет связи ({ $words })
tracker-failure-code = ответ { $code }
tracker-failure-answer = ответ { $code }: { $words }
tracker-retry = Повторить № { $id }
tracker-skip = Пропустить № { $id }
tracker-retry-all = Повторить все
tracker-toast-retry =
    { $count ->
        [one] Отправляем ещё раз.
       *[other] Отправляем ещё раз: { $count }.
    }
tracker-toast-skip = Пропущено. Следующие изменения этой заявки уйдут в систему учёта.
tracker-toast-decided = Уже решено: список обновлён.
tracker-toast-admins = Это решают администраторы.
tracker-deed-open = новая заявка
tracker-deed-take = взята в работу
tracker-deed-wait = ждёт клиента
tracker-deed-resume = снова в работе
tracker-deed-done = выполнена
tracker-deed-close = закрыта
tracker-deed-cancel = отменена
tracker-deed-reopen = открыта снова
tracker-deed-confirm = клиент подтвердил выполнение
tracker-deed-return = клиент вернул в работу
tracker-deed-withdraw = клиент отозвал
tracker-deed-write = клиент написал
tracker-deed-words = слова клиента
tracker-deed-reworded = клиент исправил слова
tracker-deed-expire = закрылась сама
tracker-deed-answered = клиенту ответили
tracker-deed-assign = другой ответственный
tracker-deed-change-type = другой тип
tracker-deed-change-urgency = другая срочность
tracker-deed-merge = объединена с другой
tracker-deed-rate = оценка клиента
tracker-deed-partner = ждёт партнёра
tracker-deed-external-id = номер в системе учёта
tracker-deed-comment = ответ клиенту из системы учёта
tracker-deed-comment-inside = заметка из системы учёта
tracker-deed-other = изменение
