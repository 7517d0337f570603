/*
  Warnings:

  - The primary key for the `desk_outsider` table will be changed. If it partially fails, the table could be left without primary key constraint.

*/
-- AlterTable
ALTER TABLE "desk_outsider" DROP CONSTRAINT "desk_outsider_pkey",
ADD COLUMN     "dialog_id" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "desk_outsider_pkey" PRIMARY KEY ("desk_id", "user_id", "dialog_id");
