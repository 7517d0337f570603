## Диалоги: утром руководителю

digest-title = Доброе утро! Ждут ответа: { $count }
digest-late = Срок ответа уже прошёл: { $count }
digest-undelivered = Не доставлено: { $count } — /undelivered
digest-dialog = № { $number } · { $name }
digest-nobody = пока ничей
digest-more = … и ещё { $count }
