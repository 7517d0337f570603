## lookup: найти диалог, слова, метки

lookup-menu-dialogs = Найти диалоги
lookup-menu-label = Метка клиента
lookup-title =
    { $more ->
        [yes] Диалоги: больше { $count }
       *[no] Диалоги: { $count }
    }
lookup-waits = ждёт { $time }
lookup-page = { $page } из { $pages }
lookup-again = Обновить
lookup-filters = Фильтры
lookup-reset = Сбросить
lookup-done = Готово
lookup-back = Назад
lookup-any = Не важно
lookup-empty = Ничего не нашлось. Уберите часть условий кнопкой «Фильтры» или спросите иначе, например: /dialogs все катя вчера
lookup-empty-open = Открытых диалогов нет. Завершённые покажет /dialogs все
lookup-page-empty = Диалогов с этой страницы в списке больше нет. Вернитесь назад или обновите список.
lookup-filter-status = Статус
lookup-filter-staff = Кто ведёт
lookup-filter-wait = Сколько ждут
lookup-filter-dates = Когда писали
lookup-filter-channel = Канал
lookup-filter-label = Метка
lookup-filter-desk = Рабочая группа
lookup-status-open = открытые
lookup-status-all = все
lookup-staff-mine = Мои
lookup-staff-nobody = ничьи
lookup-wait-0 = ждут ответа
lookup-dates-today = Сегодня
lookup-dates-yesterday = Вчера
lookup-dates-week = Эта неделя
lookup-dates-month = Этот месяц
lookup-by-wait = ждут дольше { $time }
lookup-by-client = клиент № { $number }
lookup-by-staff = сотрудник № { $number }
lookup-by-label-gone = метка, которой больше нет
lookup-by-from = с { $day }
lookup-by-until = по { $day }
duration-minutes =
    { $minutes ->
        [0] меньше минуты
       *[other] { $minutes } мин
    }
duration-hours = { $hours } ч
duration-hours-minutes = { $hours } ч { $minutes } мин
duration-days = { $days } дн.
toast-list-gone = Список устарел. Откройте новый командой /dialogs
toast-list-busy = Telegram просит подождать. Нажмите ещё раз через несколько секунд.
# Слова команды /dialogs: через запятую, «*» — любое окончание.
lookup-word-unanswered = неотвеч*, не отвеч*, без ответа, нов*
lookup-word-in_work = вработе, в работе
lookup-word-answered = отвечен*
lookup-word-had_call = былсозвон, был созвон, созвон*
lookup-word-to_continue = продолж*
lookup-word-note = внутренняязаметка, внутренняя заметка, заметк*
lookup-word-closed = закрыт*, заверш*
lookup-word-open = открыт*, незакрыт*, не закрыт*
lookup-word-all = все, всё, любые
lookup-word-waiting = ждет, ждут, ждущ*, ждетответа, ждут ответа, ждет ответа
lookup-word-longer = дольше, больше, более, ждут дольше, ждут больше, ждет дольше, ждет больше
lookup-word-today = сегодня*
lookup-word-yesterday = вчера*
lookup-word-day-before = позавчера*
lookup-word-week = неделя, неделю, эта неделя, этой неделе, эту неделю
lookup-word-last-week = прошлая неделя, прошлой неделе, прошлую неделю
lookup-word-month = месяц, этот месяц, этом месяце
lookup-word-last-month = прошлый месяц, прошлом месяце
lookup-word-mine = мои, мой, моё, у меня
lookup-word-nobody = ничьи, ничей, никого, без ответственного, свободн*
lookup-word-from = с, от, начиная с
lookup-word-until = по, до
lookup-word-minutes = м, мин, мин., минут, минута, минуты, минуту
lookup-word-hours = ч, час, часа, часов
lookup-word-days = дн, дн., день, дня, дней, сутки, суток
lookup-word-number = №, номер, диалог
lookup-word-client = клиент, клиента, клиентка
lookup-word-employee = сотрудник*, менеджер*, ответственн*
lookup-word-channel = канал, канала
lookup-word-label = метка, метки, меткой, с меткой
lookup-word-desk = отдел, группа, рабочая группа
lookup-word-filler = у, в, за, на, и, для, или, диалоги, покажи
find-title =
    { $more ->
        [yes] «{ $words }»: больше { $count } сообщений
       *[no] «{ $words }»: { $count ->
            [one] { $count } сообщение
            [few] { $count } сообщения
           *[many] { $count } сообщений
        }
    }
find-meant = Точно так никто не писал. Похожее: { $words }
find-within = Только переписка с этим клиентом
find-everywhere = Во всех диалогах
find-only-within = Только с этим клиентом
find-empty = Ничего не нашлось. Попробуйте меньше слов или начало слова: «дог» найдёт «договор».
find-empty-within = В переписке с этим клиентом такого нет. Поищите во всех диалогах кнопкой ниже или другими словами.
find-page-empty = Этих сообщений в списке больше нет. Вернитесь назад.
find-usage = Напишите, что найти: /find договор. Под карточкой диалога поиск идёт по переписке с этим клиентом.
find-too-common = Эти слова есть почти везде. Добавьте слово, которое говорит, о чём речь.
toast-hits-gone = Список устарел. Поищите снова: /find и слова.
lookup-menu-find = Найти слова в переписке
history-file-title = Диалог № { $number }
history-file-made = Сохранено { $time }, время — { $zone }
history-file-former = Было в { $time }:
history-file-edited = изменено
history-file-deleted = клиент удалил
history-file-note = заметка, клиент не видит
history-file-cut = Дальше не поместилось: файл достиг предела Telegram.
history-file-file = dialog
history-file-where = Историю бот присылает в сам диалог: напишите /history под его карточкой.
more-history = История файлом
toast-history = Собираем файл, он придёт сюда
lookup-menu-history = История диалога файлом
inline-nothing = Ничего не нашлось. Измените слова
label-where = Метка ставится клиенту: напишите /label под карточкой его диалога.
label-menu = Метки клиента. Нажмите, чтобы поставить или снять. Новая метка: /label и её название.
label-menu-empty = Меток пока нет. Напишите название: /label vip. Цвет можно выбрать кружком: /label vip 🔴
label-put = Метка поставлена: { $colour } { $name }
label-taken = Метка снята: { $colour } { $name }
label-coloured = Цвет метки изменён: { $colour } { $name }
label-too-long = Название метки слишком длинное. Уложитесь в 24 знака.
label-no-letters = В названии метки нужна хотя бы одна буква, например: /label vip
toast-label-gone = Такой метки больше нет.
