-- DropForeignKey
ALTER TABLE "weekly_report" DROP CONSTRAINT "weekly_report_company_id_fkey";

-- CreateIndex
CREATE INDEX "support_addition_room_id_added_at_idx" ON "support_addition"("room_id", "added_at");

-- AddForeignKey
ALTER TABLE "weekly_report" ADD CONSTRAINT "weekly_report_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "client_company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
