-- AlterTable
ALTER TABLE "sla_plan" ADD COLUMN     "from_environment" BOOLEAN NOT NULL DEFAULT false;
