-- CreateIndex
CREATE INDEX "room_lost" ON "room"("id") WHERE (state = 'lost');

-- CreateIndex
CREATE INDEX "lead_clock_stands" ON "lead"("id") WHERE (state = 'open' AND answered_at IS NULL AND silence_due_at IS NULL AND silence IN ('none', 'reminded'));

-- CreateIndex
CREATE INDEX "lead_owed" ON "lead"("company_id") WHERE (state IN ('waiting', 'open') AND answered_at IS NULL);

ALTER TABLE "lead" DROP CONSTRAINT "lead_silence_step";
ALTER TABLE "lead" ADD CONSTRAINT "lead_silence_step" CHECK ("silence" IN ('none', 'reminded', 'escalated', 'taken-up'));

-- Nobody is waited for where there is no chat to answer in yet.
UPDATE "lead" SET "silence_due_at" = NULL, "move" = NULL, "move_since" = NULL
WHERE "state" = 'open' AND "answered_at" IS NULL AND "room_id" IN (SELECT "id" FROM "room" WHERE "state" = 'waiting');
