-- AlterTable
ALTER TABLE "company" ADD COLUMN     "announced_name" TEXT,
ADD COLUMN     "blocked_from" TEXT;

-- CreateTable
CREATE TABLE "company_registration" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "invitation_id" INTEGER,
    "locale" TEXT,
    "company_name" TEXT,
    "contact_name" TEXT,
    "phone_asked" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT,
    "works_from" TEXT,
    "works_to" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_invitation" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "code" TEXT,
    "person_id" INTEGER,
    "invited_by_id" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "company_registration_open" ON "company_registration"("company_id", "person_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "company_invitation_code_key" ON "company_invitation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "company_invitation_asked" ON "company_invitation"("company_id", "person_id") WHERE (state = 'open' AND code IS NULL);

-- CreateIndex
CREATE INDEX "company_status_idx" ON "company"("status");

-- CreateIndex
CREATE UNIQUE INDEX "company_person_contact" ON "company_person"("company_id") WHERE (left_at IS NULL AND is_contact);

-- AddForeignKey
ALTER TABLE "company_registration" ADD CONSTRAINT "company_registration_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_registration" ADD CONSTRAINT "company_registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_registration" ADD CONSTRAINT "company_registration_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "company_invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- States that may be; what is blocked knows what it will be again, and why is never left out.
ALTER TABLE "company" ADD CONSTRAINT "company_blocked_from" CHECK (("status" = 'blocked') = ("blocked_from" IS NOT NULL));
ALTER TABLE "company" ADD CONSTRAINT "company_blocked_from_what" CHECK ("blocked_from" IN ('invited', 'pending', 'confirmed'));
ALTER TABLE "company" ADD CONSTRAINT "company_reason_is_told" CHECK (("status" IN ('rejected', 'blocked')) = ("reason" IS NOT NULL));
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_state" CHECK ("state" IN ('open', 'accepted', 'refused', 'closed'));
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_ended_means_when" CHECK (("state" = 'open') = ("ended_at" IS NULL));
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_is_somebodys" CHECK ("code" IS NOT NULL OR "person_id" IS NOT NULL);
ALTER TABLE "company_invitation" ADD CONSTRAINT "company_invitation_accepted_by_somebody" CHECK ("state" <> 'accepted' OR "person_id" IS NOT NULL);
