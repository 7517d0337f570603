-- AlterTable
ALTER TABLE "room" ADD COLUMN     "closed_by_id" INTEGER,
ADD COLUMN     "closed_reason" TEXT;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever closed it and why are said of a closed room alone.
ALTER TABLE "room" ADD CONSTRAINT "room_closed_reason" CHECK ("closed_reason" IN ('done', 'no-deal', 'not-needed', 'other'));
ALTER TABLE "room" ADD CONSTRAINT "room_open_has_no_closing" CHECK ("closed_at" IS NOT NULL OR ("closed_by_id" IS NULL AND "closed_reason" IS NULL));
