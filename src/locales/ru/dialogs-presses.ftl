## Диалоги: ответы на нажатия

toast-take = Диалог у вас
toast-resume = Диалог снова в работе
toast-call = Созвон отмечен
toast-list-in-comments = Список — в комментариях
toast-note-in-comments = Напишите заметку в комментариях
toast-note = Напишите заметку следующим сообщением
toast-close = Диалог закрыт
toast-close-unrated = Диалог закрыт, оценку не спросим
toast-reopen = Диалог снова открыт
toast-release = Диалог снова ждёт любого сотрудника
toast-transferred = Передано: { $name }
toast-handover-offered = Предложено: { $name }. Пока не примет, диалоги ваши.
toast-handover-offered-already = Уже предложено, ответа ещё нет: { $name }.
toast-handover-on-duty-again = Вы снова на смене: диалоги остаются за вами.
toast-handover-withdrawn = Передавать больше не нужно: { $name } снова на смене.
toast-handover-off-duty = Этого человека уже нет на смене. Выберите другого.
toast-handover-nothing-left = Передавать нечего: открытых диалогов за вами нет.
toast-handover-declined = Понятно, скажем коллеге
toast-handover-accepted =
    { $count ->
        [one] Принято, теперь у вас ещё { $count } диалог
        [few] Принято, теперь у вас ещё { $count } диалога
       *[many] Принято, теперь у вас ещё { $count } диалогов
    }
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
toast-given-up = Это сообщение убрали из недоставленных, клиенту оно больше не отправляется. Если ответ всё же нужен, пришлите его новым сообщением.
toast-rated = Спасибо! Ваша оценка: { $rating }
toast-rated-already = Вы уже поставили { $rating }. Спасибо!
toast-outdated = Кнопка устарела. Откройте меню или карточку заново.
