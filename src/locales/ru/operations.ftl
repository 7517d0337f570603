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
