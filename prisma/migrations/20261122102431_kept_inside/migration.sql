-- What an employee sends is looked up among the notes of all dialogs, by its words and by its file: what
-- is forwarded without the sender's name bears no other sign. Only over what staff have written.
CREATE INDEX "message_staff_words" ON "message"
  (md5(coalesce(content->>'text', content->>'caption', content->>'question', content->>'phone')), "purpose")
  WHERE author = 'staff';
CREATE INDEX "message_staff_files" ON "message" ((content->>'uniqueId'), "purpose") WHERE author = 'staff';
