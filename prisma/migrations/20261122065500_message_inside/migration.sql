-- CreateIndex
CREATE INDEX "message_inside" ON "message"("received_at") WHERE (purpose IN ('note', 'held'));
