## Requests: a deadline comes near or has passed

alarm-left = { $time } of working time left
alarm-late = { $time } of working time late
alarm-turn-yours = Now it is { $turn }, and the request is yours.
alarm-turn-held = Now it is { $turn }. Responsible: { $name }.
alarm-turn-free = Now it is { $turn }. Nobody is responsible yet.
