-- AlterTable
ALTER TABLE "inbox_update" ADD COLUMN     "press_id" TEXT;

-- CreateIndex
CREATE INDEX "inbox_press" ON "inbox_update"("bot_id", "press_id") WHERE (press_id IS NOT NULL);
