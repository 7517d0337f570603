# Отчёты о работе с клиентами: /report, график, таблица.

report-menu = Отчёт: заявки, сроки, оценки
report-title = Отчёт: { $period }
report-period-today = сегодня
report-period-week = эта неделя
report-period-last-week = прошлая неделя
report-period-month = этот месяц
report-period-last-month = прошлый месяц
report-period-quarter = этот квартал
report-period-dates = выбранные даты
# Как пишут дни: «с 1 по 15 ноября».
report-words-until = по, до
report-words-from = с, со, от
report-words-besides = г, года
report-of-all = Все клиенты, все типы, все сотрудники
report-only-ticket = Только заявки
report-only-dialog = Только диалоги
report-nothing = За это время ничего не было.

report-tickets = Заявки
report-dialogs = Диалоги
report-opened = Новых: { $count }{ $more }
report-closed = закрыто: { $count }{ $more }
report-cancelled = отменено: { $count }{ $more }
report-open-now = Сейчас не закрыто: { $count }
report-open-then = Не закрыто к концу: { $count }
report-late = , из них просрочено: { $count }
report-reopened = Возвращено в работу: { $count }{ $more }
report-time-response = Первый ответ: в срок { $share }{ $change }, медиана { $median }, девять из десяти — до { $p90 }
report-time-next-response = Следующие ответы: в срок { $share }{ $change }, медиана { $median }, девять из десяти — до { $p90 }
report-time-resolution = Решение: в срок { $share }{ $change }, медиана { $median }, девять из десяти — до { $p90 }
report-share-response = Первый ответ: в срок { $share }{ $change }
report-share-next-response = Следующие ответы: в срок { $share }{ $change }
report-share-resolution = Решение: в срок { $share }{ $change }
report-rating = Средняя оценка: { $average } из 5, оценок: { $count }{ $was }
report-rating-was = {" "}(раньше { $average })
report-rating-of = { $stars }★ — { $many }
report-team = Вся команда
report-team-figures = Новых: { $opened } · в срок { $share } · первый ответ { $response } · решение { $resolution }
report-compared = В скобках — изменение к { $before }. Время считается рабочее.
report-compared-running = В скобках — изменение к той же части прошлого периода ({ $before }). Время считается рабочее.

figure-percent = { $percent } %
figure-points = { $points } п. п.

report-button-period = 📅 Период
report-button-client = 🏢 Клиент
report-button-type = 🏷 Тип
report-button-staff = 👤 Сотрудник
report-button-chart = 📊 График
report-button-table = 📄 Таблица
report-button-plan = 🔍 Примерить другой план
report-button-mailing = 📬 Еженедельные отчёты
report-button-again = 🔄 Обновить
report-button-back = ◀ Назад
report-pick-today = Сегодня
report-pick-week = Эта неделя
report-pick-last-week = Прошлая неделя
report-pick-month = Этот месяц
report-pick-last-month = Прошлый месяц
report-pick-quarter = Этот квартал
report-pick-dates = Свои даты
report-all-client = Все клиенты
report-all-staff = Все сотрудники
report-all-both = Заявки и диалоги
report-all-tickets = Только заявки
report-all-dialogs = Только диалоги

report-hint-period = За какое время показать отчёт?
report-hint-client = По какому клиенту показать отчёт?
report-hint-type = Что показать в отчёте?
report-hint-staff = По какому сотруднику показать отчёт?
report-hint-plan = Какой план примерить? Посчитаю последние 30 дней так, как если бы он действовал, и покажу, что было бы просрочено. Сроки и часы работы от этого не изменятся.
report-mail-own = Лично: { $name }
report-hint-mailing = Кому по понедельникам рассказывать о прошедшей неделе? Клиентам — в их группу, коротко об их заявках. Руководителям — лично и обо всём; каждый включает и выключает свой отчёт сам.

toast-report-chart = Рисую график. Он придёт отдельным сообщением.
toast-report-table = Готовлю таблицу. Она придёт отдельным файлом.
toast-report-plan = Считаю. Результат придёт отдельным сообщением.
toast-report-gone = Этот отчёт устарел. Запросите новый: /report
toast-report-no-right = Общие отчёты доступны руководителям. Ваши показатели — по команде /report.
toast-report-busy = Telegram просит подождать. Нажмите ещё раз через минуту.
report-ask-dates = За какие дни показать отчёт? Например: 01.11–15.11, 1 ноября или октябрь.
report-dates-not-read = Не получилось понять даты «{ $words }». Напишите, например: 01.11–15.11, 1 ноября или октябрь.
report-dates-future = «{ $words }» ещё не закончилось. Отчёт бывает о днях по сегодняшний включительно: укажите более ранний конец.
report-dates-backwards = В «{ $words }» конец раньше начала. Напишите сначала первый день, потом последний, например: 01.11–15.11.
report-dates-too-long =
    { $years ->
        [one] Отчёт можно построить не больше чем за { $years } год.
       *[other] Отчёт можно построить не больше чем за { $years } года.
    } Выберите период короче.

chart-opened = Новых обращений
chart-in-time = Сроки соблюдены
chart-response = Первый ответ, медиана
chart-rating = Средняя оценка
chart-was = раньше { $was }
chart-ratings = оценок: { $count }
chart-volume = Обращения
chart-volume-opened = новые
chart-volume-closed = закрытые
chart-share = Сроки соблюдены, %
chart-share-response = первый ответ
chart-share-resolution = решение
chart-answers-minutes = Первый ответ, рабочие минуты
chart-answers-hours = Первый ответ, рабочие часы
chart-median = медиана
chart-p90 = 9 из 10 — быстрее
chart-empty = За это время данных нет
chart-footer = { $company } · составлено { $made }
chart-caption = { $title }, { $dates }
report-file-name = otchet-{ $from }-{ $until }
report-table-caption = { $title }, { $dates }
report-table-cut = { $title }, { $dates }. На листе «Заявки» — последние { $most }.

sheet-summary = Сводка
sheet-clients = По клиентам
sheet-types = По типам
sheet-staff = По сотрудникам
sheet-tickets = Заявки
sheet-figure = Показатель
sheet-period = За период
sheet-before = Прошлый период
sheet-change = Изменение
sheet-client = Клиент
sheet-none-client = Обращения в бот
sheet-type = Тип
sheet-none-type = Диалоги
sheet-employee = Сотрудник
sheet-none-employee = Не назначен
sheet-total = Всего
sheet-opened = Новые
sheet-closed = Закрыты
sheet-cancelled = Отменены
sheet-reopened = Возвращены в работу
sheet-backlog = Не закрыты к концу
sheet-met = В срок
sheet-missed = Просрочено
sheet-in-time = Доля в срок
sheet-share = Сроки соблюдены
sheet-share-response = Первый ответ в срок
sheet-share-next-response = Следующие ответы в срок
sheet-share-resolution = Решение в срок
sheet-median-response = Первый ответ, медиана, ч:мм
sheet-median-next-response = Следующие ответы, медиана, ч:мм
sheet-median-resolution = Решение, медиана, ч:мм
sheet-p90-response = Первый ответ, 90 %, ч:мм
sheet-p90-next-response = Следующие ответы, 90 %, ч:мм
sheet-p90-resolution = Решение, 90 %, ч:мм
sheet-rating = Средняя оценка
sheet-ratings = Оценок
sheet-stars = Оценка { $stars }
sheet-number = Номер
sheet-urgency = Срочность
sheet-summary-column = Суть
sheet-status = Статус
sheet-responsible = Ответственный
sheet-author = Кто обратился
sheet-opened-at = Открыта
sheet-responded-at = Первый ответ
sheet-done-at = Выполнена
sheet-ended-at = Завершена
sheet-response-took = Ответ, ч:мм
sheet-response-in-time = Ответ в срок
sheet-resolution-took = Решение, ч:мм
sheet-resolution-in-time = Решение в срок
sheet-returns = Возвратов
sheet-stars-given = Оценка
sheet-rating-words = Отзыв
sheet-yes = да
sheet-no = нет
sheet-urgency-low = Низкая
sheet-urgency-normal = Обычная
sheet-urgency-high = Высокая
sheet-urgency-critical = Критическая
sheet-status-new = Новая
sheet-status-in-progress = В работе
sheet-status-waiting = Ждёт клиента
sheet-status-done = Выполнена
sheet-status-closed = Закрыта
sheet-status-reopened = Возвращена
sheet-status-cancelled = Отменена

# Еженедельный отчёт в группу клиента.

weekly-title = Ваши заявки за прошлую неделю
weekly-volume = Новых: { $opened }{ $more } · решено: { $solved }
weekly-response = Первый ответ — обычно за { $time }
weekly-resolution = Решение — обычно за { $time }
weekly-share = Уложились в срок: { $share }
weekly-rating = Ваша оценка: { $average } из 5 (оценок: { $count })
weekly-none-open = Открытых заявок нет.
weekly-open = Сейчас открыто: { $count }
weekly-more = и ещё { $count }
weekly-turn-confirm = выполнена, проверьте, пожалуйста
weekly-turn-client = ждём вашего ответа
weekly-turn-nobody = ждёт ответственного
weekly-turn-desk = в работе, { $name }

# Примерка другого плана SLA.

rehearsal-title = План «{ $plan }»: последние 30 дней
rehearsal-of = заявок: { $tickets }, диалогов: { $dialogs }
rehearsal-nothing = За это время ничего не было обещано, сравнивать нечего.
rehearsal-response = Первый ответ
rehearsal-next-response = Следующие ответы
rehearsal-resolution = Решение
rehearsal-kind =
    Сейчас: в срок { $present }, просрочено { $presentMissed }
    Было бы: в срок { $tried }, просрочено { $triedMissed }
rehearsal-no-promise =
    Сейчас: в срок { $present }, просрочено { $presentMissed }
    Этот план здесь ничего не обещает
rehearsal-change = Новых просрочек было бы { $more }, исчезло бы { $fewer }.
rehearsal-worst = Больше всего опоздали бы:
rehearsal-more = и ещё { $count }
rehearsal-miss-response = { $what }: первый ответ за { $spent }, срок { $allowed }
rehearsal-miss-next-response = { $what }: ответ за { $spent }, срок { $allowed }
rehearsal-miss-resolution = { $what }: решение за { $spent }, срок { $allowed }
rehearsal-only = Это только расчёт: ни сроки, ни планы клиентов не изменились.
