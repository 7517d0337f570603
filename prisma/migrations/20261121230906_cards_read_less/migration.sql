-- CreateIndex
CREATE INDEX "event_on_card" ON "event"("subject_id", "id") WHERE (subject = 'dialog' AND type <> 'asked');
