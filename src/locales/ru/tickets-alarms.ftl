## Заявки: срок подходит или прошёл

alarm-left = осталось { $time } рабочего времени
alarm-late = опоздание — { $time } рабочего времени
alarm-turn-yours = Сейчас { $turn }, заявка у вас.
alarm-turn-held = Сейчас { $turn }. Ответственный: { $name }.
alarm-turn-free = Сейчас { $turn }. Ответственного пока нет.
