## Заявки: карточка клиента

request-urgency-low = Не срочно
request-urgency-normal = Обычная
request-urgency-high = Срочно
request-urgency-critical = Критично

request-status-new = Новая
request-status-in_progress = В работе
request-status-waiting = Ждём вашего ответа
request-status-done = Выполнена
request-status-closed = Закрыта
request-status-reopened = Снова в работе
request-status-cancelled = Отменена
request-merged = Объединена с { $number }

request-due-response = Ответим до { $time }
request-due-next_response = Ответим до { $time }
request-due-resolution = Решим до { $time }
request-late-response = Обещали ответить к { $time } и опаздываем. Уже торопимся.
request-late-next_response = Обещали ответить к { $time } и опаздываем. Уже торопимся.
request-late-resolution = Обещали решить к { $time } и опаздываем. Уже торопимся.
request-responsible = Занимается: { $name }
request-since = Открыта: { $time }
request-since-by = Открыта: { $time }, { $name }
request-rating = Оценка: { $stars }
request-hint-open = Чтобы что-то добавить, ответьте на это сообщение.
request-hint-waiting = Ответьте, пожалуйста, на это сообщение: без вашего ответа мы не можем продолжить.
request-hint-done = Всё в порядке? Подтвердите. Если не ответить, заявка закроется сама: { $time }.
request-confirm = Подтвердить
request-return = Вернуть в работу
request-withdraw = Отозвать

request-ping-waiting = по заявке { $number } ждём вашего ответа. Ответьте, пожалуйста, на её карточку.
request-ping-done = заявка { $number } выполнена. Проверьте, пожалуйста, и нажмите «Подтвердить» или «Вернуть в работу» на её карточке. Если не ответить, она закроется сама: { $time }.
request-ping-done-stays = заявка { $number } выполнена. Проверьте, пожалуйста, и нажмите «Подтвердить» или «Вернуть в работу» на её карточке.

request-heard-over = Заявка { $number } уже закрыта. Ваши слова мы сохранили; чтобы мы снова взялись за работу, нажмите «Вернуть в работу» на её карточке.
request-heard-ended = Заявка { $number } уже закрыта. Ваши слова мы сохранили; если нужна помощь, создайте новую заявку: /ticket.

## Заявки: как их создают

request-item-new = Создать заявку
request-item-list = Заявки
request-item-status = мои заявки

request-ask-company = От какой компании заявка?
request-ask-type = Что случилось?
request-go-on = Продолжить в личном чате
request-ask-urgency = Насколько это срочно?
request-urgency-means-low = Не срочно: подождёт
request-urgency-means-normal = Обычная: мешает, но работать можно
request-urgency-means-high = Срочно: работать очень трудно
request-urgency-means-critical = Критично: работа стоит
request-urgency-line = { $meaning }. Ответ — { $time }
request-ask-words = Опишите, что нужно сделать. Можно словами, голосом, фото или файлом.
request-ask-files = Прикрепите фото или файлы. Если их нет или всё уже здесь, нажмите «Готово».
request-ask-same =
    Похоже на { $number } «{ $summary }» ({ $status }).
    Это то же самое?
request-same-yes = Да, добавить туда
request-same-return = Да, вернуть её в работу
request-same-no = Нет, новая заявка
request-ask-send =
    Проверьте, пожалуйста:

    { $type } · { $urgent }
    { $summary }
    { $files ->
        [0] Без вложений
       *[other] 📎 Вложений: { $files }
    }

    Отправляем?
request-send = Отправить
request-opened = Готово: заявка { $number }. Её карточка — в вашей группе, там видно, как идёт работа. Спросить о ней здесь: /status
request-added = Добавили к заявке { $number }.
request-not-added = К заявке { $number } добавить не получилось: она успела измениться. Посмотрите /status или создайте новую: /ticket.

# Слова, которые есть в любом обращении: по ним нельзя судить о сходстве.
request-common-words = здравствуйте добрый день утро вечер привет пожалуйста спасибо коллеги нужно можно прошу помогите подскажите сделать работает

request-not-here = Заявки создают в группах поддержки. Здесь поможет команда /support.
request-of-bot = Это сообщение бота. Ответьте командой /ticket на сообщение человека или напишите её отдельно.
request-of-nothing = В этом сообщении нечего оформить. Ответьте командой /ticket на сообщение с вопросом или напишите её отдельно.
request-refused-no-company = Эта группа пока не подключена к поддержке, поэтому заявку создать нельзя. Напишите менеджеру.
request-refused-closed = Эта группа закрыта, новых заявок здесь не создать. Напишите менеджеру.
request-refused-stranger = Заявки этой группы — для сотрудников компании. Если вы один из них, попросите менеджера добавить вас.
request-refused-no-words = В заявке пока ничего нет. Начните ещё раз и опишите, что нужно сделать: /ticket.
request-refused-too-long = Получилось длинно: описание заявки — до 4096 знаков. Начните ещё раз, а подробности приложите файлом: /ticket.
request-refused-unknown = Такого вида заявок больше нет. Начните, пожалуйста, ещё раз: /ticket.
request-refused-too-many = За час от вас уже много заявок ({ $limit }). Добавьте подробности к тем, что есть, или подождите немного.
request-refused-too-many-company = За сутки от вашей компании уже много заявок ({ $limit }). Если дело срочное, напишите прямо в группу.
request-refused-known = По этому сообщению уже есть заявка: { $number }. Чтобы что-то добавить, ответьте на её карточку.

## Заявки: что клиент делает с ними

request-ask-return = Что ещё не так с { $number }? Опишите словами, голосом, фото или файлом.
request-ask-withdraw = Отозвать заявку { $number }? Мы перестанем над ней работать.
request-withdraw-yes = Да, отозвать
request-withdraw-no = Нет, оставить
toast-request-done = Спасибо! Заявка закрыта.
toast-request-gone = Такой заявки больше нет.
toast-request-stranger = Это могут сделать только сотрудники компании, чья это заявка.
toast-request-no-longer = Заявка успела измениться. Что можно сделать сейчас, показывает её карточка.
toast-request-too-late = Эту заявку закрыли больше 30 дней назад. Создайте, пожалуйста, новую: /ticket.
toast-request-merged = Эту заявку объединили с другой: продолжайте, пожалуйста, там.
toast-request-already-yours = Вы уже занимаетесь этой заявкой.
toast-request-changed-since = Заявка успела измениться. Что можно сделать сейчас, показывает её карточка.

request-rate = как мы справились с заявкой { $number }?
request-thanks = Спасибо за оценку!
request-rated = Заявка { $number }: { $stars }. Спасибо за оценку!
request-ask-rate-words = Хотите добавить пару слов? Напишите их в ближайшие 10 минут или нажмите «Пропустить».
request-low-rating = ⚠️ { $company }: заявка { $number } получила оценку { $stars } ({ $name }).
request-low-rating-words = ⚠️ { $company }: к оценке { $stars } заявки { $number } добавили слова ({ $name }):
toast-rating-gone = Такой заявки больше нет.
toast-rating-stranger = Оценивают только сотрудники компании, чья это заявка.
toast-rating-not-yours = Этот вопрос — тому, кто подтвердил заявку.
toast-rating-no-longer = Эта заявка снова в работе. Оценить её можно будет, когда её закроют.

## Заявки: спросить о них

request-list-mine = Ваши открытые заявки: { $count }
request-list-all = Открытые заявки компании: { $count }
request-none-mine = У вас нет открытых заявок. Создать новую: /ticket
request-none-all = Открытых заявок нет. Создать новую: /ticket
request-see-mine = Мои заявки
request-see-all = Все заявки компании
request-to-card = Открыть карточку
request-log-file = 📄 История файлом (PDF)
request-back = ‹ Мои заявки
request-none-such = Такой заявки здесь нет. Номер выглядит так: T-000123. Ваши заявки: /status
request-history-open = заявка создана
request-history-take = взяли в работу
request-history-wait = ждём вашего ответа
request-history-resume = продолжили работу
request-history-done = выполнена
request-history-close = закрыта
request-history-confirm = подтверждена: всё в порядке
request-history-return = возвращена в работу
request-history-withdraw = отозвана
request-history-expire = закрылась сама: ответа не было 3 рабочих дня
request-history-cancel = отменена
request-history-reopen = снова открыта
request-history-merge = объединена с другой заявкой
request-history-rate = оценена
