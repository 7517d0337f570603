# Every word that people read: short, polite, human. The same keys and arguments as in ru.ftl.
# A key begins with the name of its part: dialog-…, staff-…, desk-…. Names come cleaned already.

## For all

# Somebody’s words, or a name, within a sentence.
quoted = “{ $words }”

# A dialog in a list or a link.
dialog-number = No. { $number }
