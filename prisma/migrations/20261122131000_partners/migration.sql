-- CreateTable
CREATE TABLE "specialization" (
    "id" SERIAL NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "specialization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_link" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "about" TEXT,
    "languages" TEXT[],
    "away_since" TIMESTAMPTZ(3),
    "away_until" TIMESTAMPTZ(3),
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_specialization" (
    "partner_id" INTEGER NOT NULL,
    "specialization_id" INTEGER NOT NULL,

    CONSTRAINT "partner_specialization_pkey" PRIMARY KEY ("partner_id","specialization_id")
);

-- CreateTable
CREATE TABLE "partner_offer" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "specialization_id" INTEGER NOT NULL,
    "role" TEXT,
    "expects" TEXT,
    "invited_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_invitation" (
    "id" SERIAL NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "reason" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_rating" (
    "id" SERIAL NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "rater_id" INTEGER NOT NULL,
    "invitation_id" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_rating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "specialization_name_ru_key" ON "specialization"("name_ru");

-- CreateIndex
CREATE UNIQUE INDEX "specialization_name_en_key" ON "specialization"("name_en");

-- CreateIndex
CREATE UNIQUE INDEX "partner_link_code_key" ON "partner_link"("code");

-- CreateIndex
CREATE UNIQUE INDEX "partner_person_id_key" ON "partner"("person_id");

-- CreateIndex
CREATE INDEX "partner_status_id_idx" ON "partner"("status", "id");

-- CreateIndex
CREATE INDEX "partner_specialization_specialization_id_idx" ON "partner_specialization"("specialization_id");

-- CreateIndex
CREATE INDEX "partner_offer_room_id_idx" ON "partner_offer"("room_id");

-- CreateIndex
CREATE INDEX "partner_invitation_offer_id_idx" ON "partner_invitation"("offer_id");

-- CreateIndex
CREATE INDEX "partner_invitation_partner_id_sent_at_idx" ON "partner_invitation"("partner_id", "sent_at");

-- CreateIndex
CREATE INDEX "partner_invitation_room_id_partner_id_idx" ON "partner_invitation"("room_id", "partner_id");

-- CreateIndex
CREATE INDEX "partner_invitation_remind" ON "partner_invitation"("remind_at") WHERE (state = 'sent' AND reminded_at IS NULL);

-- CreateIndex
CREATE INDEX "partner_invitation_expires" ON "partner_invitation"("expires_at") WHERE (state = 'sent');

-- CreateIndex
CREATE UNIQUE INDEX "partner_offer_one_accepted" ON "partner_invitation"("offer_id") WHERE (state = 'accepted');

-- CreateIndex
CREATE UNIQUE INDEX "partner_invitation_open_once" ON "partner_invitation"("room_id", "partner_id") WHERE (state = 'sent');

-- CreateIndex
CREATE INDEX "partner_rating_partner_id_idx" ON "partner_rating"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_rating_room_id_partner_id_rater_id_key" ON "partner_rating"("room_id", "partner_id", "rater_id");

-- AddForeignKey
ALTER TABLE "partner_link" ADD CONSTRAINT "partner_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_specialization" ADD CONSTRAINT "partner_specialization_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_specialization" ADD CONSTRAINT "partner_specialization_specialization_id_fkey" FOREIGN KEY ("specialization_id") REFERENCES "specialization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_specialization_id_fkey" FOREIGN KEY ("specialization_id") REFERENCES "specialization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "partner_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_rating" ADD CONSTRAINT "partner_rating_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_rating" ADD CONSTRAINT "partner_rating_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_rating" ADD CONSTRAINT "partner_rating_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_rating" ADD CONSTRAINT "partner_rating_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "partner_invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One link at a time: whoever makes a new one ends the old.
CREATE UNIQUE INDEX "partner_link_in_force" ON "partner_link" ((true)) WHERE "ended_at" IS NULL;

-- States that may be, and what they mean.
ALTER TABLE "partner" ADD CONSTRAINT "partner_status" CHECK ("status" IN ('pending', 'confirmed', 'rejected', 'blocked'));
ALTER TABLE "partner" ADD CONSTRAINT "partner_decided_means_when" CHECK (("status" = 'pending') <= ("decided_at" IS NULL));
ALTER TABLE "partner" ADD CONSTRAINT "partner_speaks" CHECK (cardinality("languages") > 0);
ALTER TABLE "partner" ADD CONSTRAINT "partner_back_means_away" CHECK ("away_until" IS NULL OR "away_since" IS NOT NULL);
ALTER TABLE "partner" ADD CONSTRAINT "partner_rated" CHECK ("rating_count" >= 0 AND "rating_sum" BETWEEN "rating_count" AND 5 * "rating_count");
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_state" CHECK ("state" IN ('sent', 'accepted', 'declined', 'expired', 'withdrawn', 'taken', 'undeliverable'));
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_ended_means_when" CHECK (("state" = 'sent') = ("ended_at" IS NULL));
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_answered" CHECK (("state" IN ('accepted', 'declined')) = ("answered_at" IS NOT NULL));
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_in_time" CHECK ("remind_at" >= "sent_at" AND "expires_at" > "remind_at");
ALTER TABLE "partner_rating" ADD CONSTRAINT "partner_rating_stars" CHECK ("stars" BETWEEN 1 AND 5);

-- What most companies look for; staff add, rename and hide.
INSERT INTO "specialization" ("name_ru", "name_en", "created_at") VALUES
  ('Логистика', 'Logistics', now()),
  ('Сертификация', 'Certification', now()),
  ('Маркетинг', 'Marketing', now()),
  ('Таможня', 'Customs', now()),
  ('Страхование', 'Insurance', now()),
  ('Юристы', 'Legal', now()),
  ('Переводы', 'Translation', now()),
  ('Финансы', 'Finance', now());
