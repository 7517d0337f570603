# Every word that people read: short, polite, human. The same keys and arguments as in ru.ftl.
# A key begins with the name of its part: dialog-…, staff-…, desk-…. Names come cleaned already.
