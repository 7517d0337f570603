-- CreateIndex
CREATE INDEX "support_addition_room_id_added_at_idx" ON "support_addition"("room_id", "added_at");
