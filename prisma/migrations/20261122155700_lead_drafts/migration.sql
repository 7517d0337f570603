-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "answered_name" TEXT;

-- CreateTable
CREATE TABLE "lead_draft" (
    "lead_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_draft_pkey" PRIMARY KEY ("lead_id","person_id")
);

-- CreateTable
CREATE TABLE "lead_ring" (
    "company_id" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_ring_pkey" PRIMARY KEY ("company_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lead_draft_sent_once" ON "lead_draft"("lead_id") WHERE (sent_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "lead_ring_due" ON "lead_ring"("due_at") WHERE (due_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "lead_draft" ADD CONSTRAINT "lead_draft_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_draft" ADD CONSTRAINT "lead_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_ring" ADD CONSTRAINT "lead_ring_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A name is somebody's who has answered.
ALTER TABLE "lead" ADD CONSTRAINT "lead_answered_name" CHECK ("answered_name" IS NULL OR "answered_at" IS NOT NULL);

-- What a first answer was to say belonged to nobody: it becomes that of whoever speaks for the exporter.
INSERT INTO "lead_draft" ("lead_id", "person_id", "text")
SELECT l."id", p."person_id", l."draft" FROM "lead" l
JOIN "company_person" p ON p."company_id" = l."company_id" AND p."is_contact" AND p."left_at" IS NULL
WHERE l."draft" IS NOT NULL;
ALTER TABLE "lead" DROP COLUMN "draft";

-- Employees were told of each lead that waits.
INSERT INTO "lead_ring" ("company_id", "told_at")
SELECT "company_id", max("created_at") FROM "lead" WHERE "state" = 'waiting' GROUP BY "company_id";
