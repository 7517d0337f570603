## reports: the trail of a room for a dispute

room-item-export = Export everything
trail-export-ask = All that was in this group: who, what and when, with the hashes of files. It comes to you in private.
trail-export-as-pdf = PDF
trail-export-as-xlsx = Excel spreadsheet
trail-export-coming = The file is being made. It comes to your private chat with the bot.
trail-export-gone = This group is not there any more.
trail-export-no-right = The sides of the deal and employees can export.
trail-export-not-started = The bot cannot write to you in private yet. Please open the chat with the bot, press “Start” and try again.
trail-export-caption =
    Export of the group “{ $title }”.
    SHA-256 of this file: { $sha256 }
trail-export-file-name = group-{ $number }
trail-export-title = Group “{ $title }”: what happened there
trail-export-footer = Made { $moment }, times are { $zone }. Deskroom.
trail-export-cut = The latest is shown. All of it is in the Excel spreadsheet.
trail-export-people = People
trail-export-story = Who, what and when
trail-export-who = Who
trail-export-role = Role
trail-export-since = Since
trail-export-until = Until
trail-export-when = When
trail-export-what = What
trail-export-nobody = —
trail-export-reworded = Message changed: { $words }
trail-export-file = File “{ $name }” ({ $facts })
trail-export-nameless = without a name
trail-export-size = { $kilobytes } KB
trail-export-hash-waiting = hash not made yet
trail-export-hash-too-large = over 20 MB, no hash
trail-export-hash-failed = could not be opened, no hash
trail-export-agreement-fixed = Agreement No. { $number } recorded: { $words }
trail-export-agreement-confirmed = Agreement No. { $number } confirmed: { $words }
trail-export-agreement-withdrawn = Agreement No. { $number } withdrawn: { $words }
trail-export-checkpoint-set = Checkpoint No. { $number } “{ $title }”, due { $date }
trail-export-checkpoint-moved = Checkpoint No. { $number } “{ $title }” moved to { $date }
trail-export-checkpoint-done = Checkpoint No. { $number } “{ $title }” done, was due { $date }
trail-export-checkpoint-cancelled = Checkpoint No. { $number } “{ $title }” cancelled, was due { $date }
trail-export-joined = In the group: { $name } ({ $role })
trail-export-left = Left the group: { $name } ({ $role })
trail-export-parted = Removed from the group: { $name } ({ $role })
trail-export-role-set = Role of { $name }: { $role }
trail-export-escrow = Safe deal No. { $number }: { $step }
