-- AlterTable
ALTER TABLE "room" ADD COLUMN     "keeps_look" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "client_company" ADD COLUMN     "greeted_at" TIMESTAMPTZ(3),
ADD COLUMN     "qr_code" TEXT NOT NULL DEFAULT replace((gen_random_uuid())::text, '-'::text, ''::text),
ADD COLUMN     "qr_enabled" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "rules_en" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "client_company_qr_code_key" ON "client_company"("qr_code");

-- A room may also be closed because the company whose group it is is served no more.
ALTER TABLE "room" DROP CONSTRAINT "room_closed_reason";
ALTER TABLE "room" ADD CONSTRAINT "room_closed_reason" CHECK ("closed_reason" IN ('done', 'no-deal', 'not-needed', 'other', 'served'));

-- An empty text is no rules.
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_rules" CHECK ("rules" <> '' AND "rules_en" <> '');
