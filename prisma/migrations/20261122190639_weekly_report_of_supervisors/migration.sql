-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "weekly_report" BOOLEAN NOT NULL DEFAULT true;
