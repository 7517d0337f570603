# Reports on how clients are served: /report, chart, spreadsheet.

report-menu = Report: tickets, deadlines, ratings
report-title = Report: { $period }
report-period-today = today
report-period-week = this week
report-period-last-week = last week
report-period-month = this month
report-period-last-month = last month
report-period-quarter = this quarter
report-period-dates = chosen dates
# How days are written: “from 1 to 15 November”.
report-words-until = to, until, till
report-words-from = from, since
report-words-besides = of
report-of-all = All clients, all types, all employees
report-only-ticket = Tickets only
report-only-dialog = Dialogs only
report-nothing = Nothing happened in this time.

report-tickets = Tickets
report-dialogs = Dialogs
report-opened = New: { $count }{ $more }
report-closed = closed: { $count }{ $more }
report-cancelled = cancelled: { $count }{ $more }
report-open-now = Open now: { $count }
report-open-then = Open at the end: { $count }
report-late = , of them late: { $count }
report-reopened = Returned to work: { $count }{ $more }
report-time-response = First answer: { $share } in time{ $change }, median { $median }, nine of ten within { $p90 }
report-time-next-response = Next answers: { $share } in time{ $change }, median { $median }, nine of ten within { $p90 }
report-time-resolution = Solution: { $share } in time{ $change }, median { $median }, nine of ten within { $p90 }
report-share-response = First answer: { $share } in time{ $change }
report-share-next-response = Next answers: { $share } in time{ $change }
report-share-resolution = Solution: { $share } in time{ $change }
report-rating = Average rating: { $average } of 5, ratings: { $count }{ $was }
report-rating-was = {" "}(before { $average })
report-rating-of = { $stars }★ — { $many }
report-team = The whole team
report-team-figures = New: { $opened } · in time { $share } · first answer { $response } · solution { $resolution }
report-compared = In brackets: the change since { $before }. Times are working time.
report-compared-running = In brackets: the change since the same part of the period before ({ $before }). Times are working time.

figure-percent = { $percent }%
figure-points = { $points } pp

report-button-period = 📅 Period
report-button-client = 🏢 Client
report-button-type = 🏷 Type
report-button-staff = 👤 Employee
report-button-chart = 📊 Chart
report-button-table = 📄 Spreadsheet
report-button-plan = 🔍 Try another plan
report-button-mailing = 📬 Weekly reports
report-button-again = 🔄 Refresh
report-button-back = ◀ Back
report-pick-today = Today
report-pick-week = This week
report-pick-last-week = Last week
report-pick-month = This month
report-pick-last-month = Last month
report-pick-quarter = This quarter
report-pick-dates = My own dates
report-all-client = All clients
report-all-staff = All employees
report-all-both = Tickets and dialogs
report-all-tickets = Tickets only
report-all-dialogs = Dialogs only

report-hint-period = For which time?
report-hint-client = Of which client?
report-hint-type = What shall the report be about?
report-hint-staff = Of which employee?
report-hint-plan = Which plan shall I try? I will count the last 30 days as if it had been in force and show what would have been late. Deadlines and hours stay as they are.
report-mail-own = Personally: { $name }
report-hint-mailing = Who shall hear of the last week each Monday? Clients in their group, in short, of their own tickets. Supervisors in private, of everything; each switches their own report on and off.

toast-report-chart = Drawing the chart. It comes as a message of its own.
toast-report-table = Preparing the spreadsheet. It comes as a file of its own.
toast-report-plan = Counting. The result comes as a message of its own.
toast-report-gone = This report is out of date. Ask for a new one: /report
toast-report-no-right = Reports on everybody are for supervisors. Your own figures: /report
toast-report-busy = Telegram asks to wait. Press again in a minute.
report-ask-dates = Which days shall the report be about? For example: 01.11–15.11, 1 November, or October.
report-dates-not-read = I could not read the dates “{ $words }”. Write, for example: 01.11–15.11, 1 November, or October.
report-dates-future = “{ $words }” is not over yet. Reports are about days up to today: choose an earlier end.
report-dates-backwards = In “{ $words }” the end comes before the beginning. Write the first day, then the last, for example: 01.11–15.11.
report-dates-too-long =
    { $years ->
        [one] A report covers at most { $years } year.
       *[other] A report covers at most { $years } years.
    } Choose a shorter time.

chart-opened = New requests
chart-in-time = In time
chart-response = First answer, median
chart-rating = Average rating
chart-was = before { $was }
chart-ratings = ratings: { $count }
chart-volume = Requests
chart-volume-opened = new
chart-volume-closed = closed
chart-share = In time, %
chart-share-response = first answer
chart-share-resolution = solution
chart-answers-minutes = First answer, working minutes
chart-answers-hours = First answer, working hours
chart-median = median
chart-p90 = 9 of 10 are faster
chart-empty = No data for this time
chart-footer = { $company } · made { $made }
chart-caption = { $title }, { $dates }
report-file-name = report-{ $from }-{ $until }
report-table-caption = { $title }, { $dates }
report-table-cut = { $title }, { $dates }. The sheet “Tickets” has the last { $most }.

sheet-summary = Summary
sheet-clients = By client
sheet-types = By type
sheet-staff = By employee
sheet-tickets = Tickets
sheet-figure = Figure
sheet-period = This period
sheet-before = Period before
sheet-change = Change
sheet-client = Client
sheet-none-client = Requests to the bot
sheet-type = Type
sheet-none-type = Dialogs
sheet-employee = Employee
sheet-none-employee = Nobody
sheet-total = Total
sheet-opened = New
sheet-closed = Closed
sheet-cancelled = Cancelled
sheet-reopened = Returned to work
sheet-backlog = Open at the end
sheet-met = In time
sheet-missed = Late
sheet-in-time = Share in time
sheet-share = In time
sheet-share-response = First answer in time
sheet-share-next-response = Next answers in time
sheet-share-resolution = Solution in time
sheet-median-response = First answer, median, h:mm
sheet-median-next-response = Next answers, median, h:mm
sheet-median-resolution = Solution, median, h:mm
sheet-p90-response = First answer, 90%, h:mm
sheet-p90-next-response = Next answers, 90%, h:mm
sheet-p90-resolution = Solution, 90%, h:mm
sheet-rating = Average rating
sheet-ratings = Ratings
sheet-stars = Rated { $stars }
sheet-number = Number
sheet-urgency = Urgency
sheet-summary-column = What it is about
sheet-status = Status
sheet-responsible = Responsible
sheet-author = Asked by
sheet-opened-at = Opened
sheet-responded-at = First answer
sheet-done-at = Done
sheet-ended-at = Ended
sheet-response-took = Answer, h:mm
sheet-response-in-time = Answer in time
sheet-resolution-took = Solution, h:mm
sheet-resolution-in-time = Solution in time
sheet-returns = Returns
sheet-stars-given = Rating
sheet-rating-words = Words
sheet-yes = yes
sheet-no = no
sheet-urgency-low = Low
sheet-urgency-normal = Normal
sheet-urgency-high = High
sheet-urgency-critical = Critical
sheet-status-new = New
sheet-status-in-progress = In progress
sheet-status-waiting = Waiting for the client
sheet-status-done = Done
sheet-status-closed = Closed
sheet-status-reopened = Reopened
sheet-status-cancelled = Cancelled

# The weekly report in a client's group.

weekly-title = Your requests last week
weekly-volume = New: { $opened }{ $more } · solved: { $solved }
weekly-response = First answer usually within { $time }
weekly-resolution = Solution usually within { $time }
weekly-share = In time: { $share }
weekly-rating = Your rating: { $average } of 5 (ratings: { $count })
weekly-none-open = No requests are open.
weekly-open = Open now: { $count }
weekly-more = and { $count } more
weekly-turn-confirm = done, please check it
weekly-turn-client = we wait for your answer
weekly-turn-nobody = waits for somebody to take it
weekly-turn-desk = in progress, { $name }

# SLA rehearsal.

rehearsal-title = Plan “{ $plan }”: the last 30 days
rehearsal-of = tickets: { $tickets }, dialogs: { $dialogs }
rehearsal-nothing = Nothing was promised in this time, so there is nothing to compare.
rehearsal-response = First answer
rehearsal-next-response = Next answers
rehearsal-resolution = Solution
rehearsal-kind =
    Now: { $present } in time, late { $presentMissed }
    Then: { $tried } in time, late { $triedMissed }
rehearsal-no-promise =
    Now: { $present } in time, late { $presentMissed }
    This plan promises nothing here
rehearsal-change = { $more } more would have been late, { $fewer } no longer.
rehearsal-worst = The latest ones would have been:
rehearsal-more = and { $count } more
rehearsal-miss-response = { $what }: first answer in { $spent }, due in { $allowed }
rehearsal-miss-next-response = { $what }: answer in { $spent }, due in { $allowed }
rehearsal-miss-resolution = { $what }: solution in { $spent }, due in { $allowed }
rehearsal-only = This is arithmetic only: no deadline and no client's plan has changed.
