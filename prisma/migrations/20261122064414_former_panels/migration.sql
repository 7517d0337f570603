-- AlterTable
ALTER TABLE "former_thread" ADD COLUMN     "panel_id" INTEGER;
