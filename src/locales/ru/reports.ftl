## reports: след группы для спора

room-item-export = Выгрузить всё
trail-export-ask = Всё, что было в этой группе: кто, что и когда, с контрольными суммами файлов. Пришлю вам в личный чат.
trail-export-as-pdf = PDF
trail-export-as-xlsx = Таблица Excel
trail-export-coming = Готовлю файл. Он придёт вам в личный чат с ботом.
trail-export-gone = Этой группы больше нет.
trail-export-no-right = Выгрузить можно сторонам сделки и сотрудникам.
trail-export-not-started = Бот пока не может писать вам лично. Откройте чат с ботом, нажмите «Старт» и повторите.
trail-export-caption =
    Выгрузка группы «{ $title }».
    SHA-256 этого файла: { $sha256 }
trail-export-file-name = gruppa-{ $number }
trail-export-title = Группа «{ $title }»: что в ней было
trail-export-footer = Составлено { $moment }, время — { $zone }. Deskroom.
trail-export-cut = Показано последнее. Всё целиком — в таблице Excel.
trail-export-people = Участники
trail-export-story = Кто, что и когда
trail-export-who = Кто
trail-export-role = Роль
trail-export-since = С какого времени
trail-export-until = До какого времени
trail-export-when = Когда
trail-export-what = Что
trail-export-nobody = —
trail-export-reworded = Сообщение исправлено: { $words }
trail-export-file = Файл «{ $name }» ({ $facts })
trail-export-nameless = без имени
trail-export-size = { $kilobytes } КБ
trail-export-hash-waiting = контрольная сумма ещё считается
trail-export-hash-too-large = больше 20 МБ, контрольной суммы нет
trail-export-hash-failed = файл не открылся, контрольной суммы нет
trail-export-agreement-fixed = Договорённость № { $number } записана: { $words }
trail-export-agreement-confirmed = Договорённость № { $number } подтверждена: { $words }
trail-export-agreement-withdrawn = Договорённость № { $number } отозвана: { $words }
trail-export-checkpoint-set = Контрольная точка № { $number } «{ $title }», срок { $date }
trail-export-checkpoint-moved = Контрольная точка № { $number } «{ $title }» перенесена на { $date }
trail-export-checkpoint-done = Контрольная точка № { $number } «{ $title }» выполнена, срок был { $date }
trail-export-checkpoint-cancelled = Контрольная точка № { $number } «{ $title }» отменена, срок был { $date }
trail-export-joined = В группе: { $name } ({ $role })
trail-export-left = Выход из группы: { $name } ({ $role })
trail-export-parted = Удаление из группы: { $name } ({ $role })
trail-export-role-set = Роль участника { $name }: { $role }
trail-export-escrow = Безопасная сделка № { $number }: { $step }
