## Dialogs: the morning of a supervisor

digest-title = Good morning! Waiting for an answer: { $count }
digest-late = Answers that are late: { $count }
digest-undelivered = Not delivered: { $count } — /undelivered
digest-dialog = No. { $number } · { $name }
digest-nobody = nobody’s yet
digest-more = … and { $count } more
