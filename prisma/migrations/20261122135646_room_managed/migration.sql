-- CreateIndex
CREATE INDEX "room_managed" ON "room"("manager_id", "kind") WHERE (closed_at IS NULL);
