## Диалоги: лично сотруднику

notice-low-rating = Диалог № { $number } · { $name }: оценка { $rating } из 5.
notice-deadline-warning = Диалог № { $number } · { $name }: клиент ждёт ответа, срок до { $time }.
notice-deadline-missed = Диалог № { $number } · { $name }: срок ответа прошёл в { $time }, клиент всё ещё ждёт.
notice-open = Открыть диалог
pass-notice-passed-to = Вам передан диалог № { $number } · { $name }. Передаёт { $by }.
pass-notice-assigned = Ваш новый диалог: № { $number } · { $name }. Клиент ждёт ответа.
pass-notice-word = К диалогу № { $number } · { $name } пишет { $by }:
pass-notice-passed-from = Диалог № { $number } · { $name } больше не у вас: теперь его ведёт { $by }.
pass-notice-released = Диалог № { $number } · { $name } больше не у вас: { $by } возвращает его в общую очередь.
pass-notice-returned = Диалог № { $number } · { $name } вернулся в общую очередь: клиент ждёт, а вы давно к нему не возвращались. Если вы им занимаетесь, возьмите его снова.
pass-thread-passed-to = этот диалог теперь ведёте вы. Передаёт { $by }.
pass-thread-assigned = это ваш новый диалог: клиент ждёт ответа.
pass-thread-word = для вас есть пара слов к этому диалогу: { $by } пишет их выше.
pass-thread-passed-from = этот диалог больше не у вас: теперь его ведёт { $by }.
pass-thread-released = этот диалог больше не у вас: { $by } возвращает его в общую очередь.
pass-thread-returned = этот диалог вернулся в общую очередь: клиент ждёт, а вы давно к нему не возвращались.
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
handover-until = Пока вы не примете, диалоги остаются там, где они сейчас.
handover-button-accept = Принять
handover-button-decline = Не могу
shift-digest-hand = Передайте их тем, кто на смене. Пока их не примут, они ваши.
shift-digest-alone = Сейчас на смене никого нет: диалоги остаются у вас. Передать любой можно кнопкой «Передать» на карточке.
shift-digest-empty = За вами не осталось открытых диалогов.
shift-hand-all = Передать всё дежурному: { $name }
told-handover-declined = { $name } не может принять ваши диалоги: они остаются у вас. Предложите их другому дежурному.
held-deadline = ответить до { $time }
held-deadline-missed = срок ответа прошёл в { $time }
shift-digest-title =
    { $count ->
        [one] Смена закончена. За вами { $count } открытый диалог:
        [few] Смена закончена. За вами { $count } открытых диалога:
       *[many] Смена закончена. За вами { $count } открытых диалогов:
    }
handover-title =
    { $count ->
        [one] { $name } передаёт вам { $count } диалог:
        [few] { $name } передаёт вам { $count } диалога:
       *[many] { $name } передаёт вам { $count } диалогов:
    }
told-handover-accepted =
    { $count ->
        [one] { $name } теперь ведёт { $count } ваш диалог.
        [few] { $name } теперь ведёт { $count } ваших диалога.
       *[many] { $name } теперь ведёт { $count } ваших диалогов.
    }
