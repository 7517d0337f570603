-- An index on the moment of the last question had each message of a client write every index of the
-- table. Lists are read in steps of five minutes instead, and sorted within them.

-- DropIndex
DROP INDEX "dialog_by_status";

-- DropIndex
DROP INDEX "dialog_by_assignee";

-- AlterTable
ALTER TABLE "dialog" ADD COLUMN     "listed_at" TIMESTAMPTZ(3);
UPDATE "dialog" SET "listed_at" = date_bin('5 minutes', "last_question_at", 'epoch');
ALTER TABLE "dialog" ALTER COLUMN "listed_at" SET NOT NULL,
  ADD CONSTRAINT "dialog_listed_at" CHECK ("listed_at" = date_bin('5 minutes', "last_question_at", 'epoch'));

-- CreateIndex
CREATE INDEX "dialog_by_status" ON "dialog"("status", "listed_at");

-- CreateIndex
CREATE INDEX "dialog_by_assignee" ON "dialog"("assignee_id", "status", "listed_at") WHERE (assignee_id IS NOT NULL);
