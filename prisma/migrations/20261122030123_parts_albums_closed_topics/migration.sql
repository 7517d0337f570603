-- AlterTable
ALTER TABLE "inbox_update" ADD COLUMN     "album" TEXT;

-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "begun" JSON;

-- AlterTable
ALTER TABLE "dialog" ADD COLUMN     "topic_closed" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "inbox_waiting_album" ON "inbox_update"("album") WHERE (state = 'waiting' AND album IS NOT NULL);
