-- AlterTable
ALTER TABLE "room_entry" ADD COLUMN     "fetch_code" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "room_entry_fetch_code_key" ON "room_entry"("fetch_code");
