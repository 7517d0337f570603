## Tickets: what the client has done, and who answers no more

tdesk-ring-confirm = { $name } confirms that all is done. The request is closed.
tdesk-ring-return = { $name } returns the request. Read what is still wrong.
tdesk-ring-withdraw = { $name } withdraws the request. There is nothing left to do.
tdesk-ring-low-rating = { $name } rates it { $rating } of 5. It is worth asking what went wrong.
tdesk-ring-low-words = { $name } rates it { $rating } of 5 and writes: “{ $words }”
tdesk-ring-orphan = { $name } works here no more, and nobody answers for the request. Its clock runs: take it.
tdesk-orphans =
    { $former } works here no more. Requests that nobody answers for ({ $count }): { $numbers }{ $rest ->
        [0] .
       *[other] {" "}and { $rest } more.
    }
    Hand them to colleagues, the whole list: /tickets nobody responsible
tdesk-log-release = nobody is responsible any more
proof-deed-release = Nobody is responsible any more
tracker-deed-release = nobody is responsible any more
