## Заявки: что сделал клиент, и кто больше не отвечает

tdesk-ring-confirm = { $name } подтверждает, что всё сделано. Заявка закрыта.
tdesk-ring-return = { $name } возвращает заявку в работу. Прочитайте, что не так.
tdesk-ring-withdraw = { $name } отзывает заявку. Делать больше ничего не нужно.
tdesk-ring-low-rating = { $name } ставит оценку { $rating } из 5. Стоит спросить, что было не так.
tdesk-ring-low-words = { $name } ставит оценку { $rating } из 5 и пишет: «{ $words }»
tdesk-ring-orphan = { $name } здесь больше не работает, и за заявку никто не отвечает. Срок идёт: возьмите её в работу.
tdesk-orphans =
    { $former } здесь больше не работает. Заявки без ответственного ({ $count }): { $numbers }{ $rest ->
        [0] .
       *[other] {" "}и ещё { $rest }.
    }
    Передайте их коллегам, весь список: /tickets без ответственного
tdesk-log-release = снят ответственный
proof-deed-release = Снят ответственный
tracker-deed-release = снят ответственный
