-- AlterTable
ALTER TABLE "room_group" ADD COLUMN     "given_up_at" TIMESTAMPTZ(3);
