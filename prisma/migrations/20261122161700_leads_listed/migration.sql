-- AlterTable
ALTER TABLE "company" ADD COLUMN     "announced_manager_id" INTEGER,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "storefront" ADD COLUMN     "number" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "segment" TEXT GENERATED ALWAYS AS
  (lower(nullif(regexp_replace("url", '^[a-z]+://[^/?#]*/?([^/?#]*).*$', '\1', 'i'), ''))) STORED;

-- CreateIndex
CREATE INDEX "company_remind" ON "company"("remind_at") WHERE (remind_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "storefront_number_key" ON "storefront"("number");

-- CreateIndex
CREATE INDEX "product_segment_idx" ON "product"("segment");

-- CreateIndex
CREATE INDEX "lead_company_id_id_idx" ON "lead"("company_id", "id");

-- CreateIndex
CREATE INDEX "lead_product_id_idx" ON "lead"("product_id");

-- CreateIndex
CREATE INDEX "lead_unanswered" ON "lead"("opened_at") WHERE (state = 'open' AND answered_at IS NULL);

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_announced_manager_id_fkey" FOREIGN KEY ("announced_manager_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who waits for a decision is spoken of, and nobody else.
UPDATE "company" SET "remind_at" = now() WHERE "status" = 'pending';
ALTER TABLE "company" ADD CONSTRAINT "company_remind_while_pending" CHECK (("status" = 'pending') = ("remind_at" IS NOT NULL));

-- Whom the marketplace has named was not kept: naming the same again is no news.
UPDATE "company" SET "announced_manager_id" = "manager_id" WHERE "external_id" IS NOT NULL;
