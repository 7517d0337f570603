## Ждут ответа в чатах

watch-since = Ждут ответа с { $time }.
watch-more = …и ещё { $count } { $count ->
        [one] сообщение
        [few] сообщения
       *[many] сообщений
    }
watch-ticket = Оформить заявку
watch-dialog = Открыть диалог
watch-marked = Уже ответили
watch-needless = Ответ не нужен
watch-open = Открыть чат

watch-digest-title = Ждут внимания: { $count }
watch-evening-title = Рабочий день заканчивается. Ждут внимания: { $count }
watch-all-done = Здесь всё разобрано
watch-short-ticket = Заявка
watch-short-dialog = Диалог
watch-short-marked = Ответили
watch-short-needless = Не нужен

watch-ended-answered = Ответ есть.
watch-ended-answered-by = Ответ есть: { $name }.
watch-ended-reaction = Ответ есть: знак под сообщением.
watch-ended-reaction-by = Ответ есть: знак под сообщением, { $name }.
watch-ended-ticket = Оформлена заявка { $number }.
watch-ended-dialog-by = Открыт диалог в рабочей группе: { $name }.
watch-ended-marked-by = Уже ответили — отметка: { $name }.
watch-ended-needless-by = Ответ не нужен — отметка: { $name }.
watch-ended-closed = Чат закрыт.

watch-toast-dialog = Диалог открывается в рабочей группе.
watch-toast-marked = Отмечено: уже ответили.
watch-toast-needless = Отмечено: ответ не нужен.
watch-toast-left = { $words } Пока вы читали, { $count ->
        [one] пришло ещё { $count } сообщение, оно ждёт ответа.
        [few] пришло ещё { $count } сообщения, они ждут ответа.
       *[many] пришло ещё { $count } сообщений, они ждут ответа.
    }
watch-toast-gone = Здесь уже ничего не ждёт ответа.
