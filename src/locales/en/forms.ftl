## Short forms: one question after the other

forms-cancel = Cancel
forms-skip = Skip
forms-done = Done
forms-done-count = Done ({ $count })

# Stands under the question in place of an answer.
forms-skipped = skipped
forms-stopped = stopped
forms-none = nothing

forms-cancelled = All right, we stopped. Nothing was saved.
forms-expired = There was no answer for a long while, so we stopped. Nothing was saved; you can start again at any time.
forms-updated = The bot has been updated, so let us start from the beginning.
forms-updated-gone = The bot has been updated, and those questions are not needed any more. Please start again.

forms-need-text = Please answer in words here.
forms-too-long = That is { $length } characters; at most { $max } fit. Please make it shorter.
forms-too-short =
    { $min ->
        [one] At least { $min } character is needed.
       *[other] That is too short: at least { $min } characters are needed.
    }
forms-need-choice = Please choose one of the options under the question.
forms-need-several = Please tick the options under the question and press “Done”.
forms-need-more =
    { $count ->
        [one] Please tick at least one option.
       *[other] Please tick at least { $count } options.
    }
forms-enough = No more can be added: { $most } is the limit. Please press “Done”.
forms-need-whole = A whole number is needed here, for example 250.
forms-need-number = A number is needed here, for example 250 or 12.5.
forms-number-range = The number must be from { $min } to { $max }.

forms-need-date = Please write the day: for example 25/11 or 25/11/2026.
forms-date-too-early = That day will not do any more. The earliest is { $date }.
forms-date-too-late = That day is too far away. The latest is { $date }.
forms-day =
    { $days ->
        [0] Today
        [1] Tomorrow
        [3] In 3 days
        [7] In a week
        [14] In two weeks
       *[other] { $date }
    }

forms-contact-share = 📱 Send my number
forms-contact-thanks = Thank you, we have your number.
forms-contact-none = All right, we go on without the number.
forms-need-contact = Please press “📱 Send my number” below the input field: then the number arrives without mistakes.
forms-contact-foreign = That is not your number. Please press “📱 Send my number” below the input field.

forms-toast-answered = You have answered this question already.
forms-toast-closed = This question is closed. To answer it, please start again.
forms-toast-not-yours = This question is for somebody else.

## Menus

screens-not-yours = Somebody else has opened this menu. Open your own with /menu.
