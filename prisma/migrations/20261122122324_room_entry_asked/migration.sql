-- AlterTable
ALTER TABLE "room_group" ADD COLUMN     "insiders" BIGINT[];

-- AlterTable
ALTER TABLE "room_entry" ADD COLUMN     "asked_at" TIMESTAMPTZ(3);
