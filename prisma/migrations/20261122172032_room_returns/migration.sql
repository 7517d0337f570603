-- AlterTable
ALTER TABLE "room_group" ADD COLUMN     "roll_after" INTEGER;

-- AlterTable
ALTER TABLE "room_member" ADD COLUMN     "removed" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "room_group_roll" ON "room_group"("id") WHERE (roll_after IS NOT NULL);
