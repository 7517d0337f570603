-- CreateTable
CREATE TABLE "storefront" (
    "segment" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "storefront_pkey" PRIMARY KEY ("segment")
);

-- CreateTable
CREATE TABLE "product" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "company_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "category" TEXT,
    "is_offered" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_import" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "file_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_stage" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "lead_stage_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "company_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "external_id" TEXT,
    "code" TEXT,
    "importer_name" TEXT NOT NULL,
    "importer_company" TEXT,
    "locale" TEXT NOT NULL,
    "request" TEXT,
    "state" TEXT NOT NULL,
    "merged_into_id" INTEGER,
    "room_id" INTEGER,
    "stage_key" TEXT NOT NULL DEFAULT 'request',
    "asked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "nudged_at" TIMESTAMPTZ(3),
    "move" TEXT,
    "move_since" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "silence" TEXT NOT NULL DEFAULT 'none',
    "silence_due_at" TIMESTAMPTZ(3),
    "draft" TEXT,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_suggestion" (
    "lead_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_suggestion_pkey" PRIMARY KEY ("lead_id","product_id")
);

-- CreateTable
CREATE TABLE "answer_template" (
    "company_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_template_pkey" PRIMARY KEY ("company_id","locale")
);

-- CreateIndex
CREATE UNIQUE INDEX "product_code_key" ON "product"("code");

-- CreateIndex
CREATE UNIQUE INDEX "product_external_id_key" ON "product"("external_id");

-- CreateIndex
CREATE INDEX "product_company_id_idx" ON "product"("company_id");

-- CreateIndex
CREATE INDEX "product_category" ON "product"("category") WHERE (is_offered AND category IS NOT NULL);

-- CreateIndex
CREATE INDEX "product_import_waiting" ON "product_import"("id") WHERE (state = 'waiting');

-- CreateIndex
CREATE UNIQUE INDEX "lead_stage_position_key" ON "lead_stage"("position");

-- CreateIndex
CREATE UNIQUE INDEX "lead_external_id_key" ON "lead"("external_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_code_key" ON "lead"("code");

-- CreateIndex
CREATE UNIQUE INDEX "lead_room_id_key" ON "lead"("room_id");

-- CreateIndex
CREATE INDEX "lead_person_id_created_at_idx" ON "lead"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "lead_waiting" ON "lead"("company_id") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "lead_asking" ON "lead"("asked_until") WHERE (state = 'asking');

-- CreateIndex
CREATE INDEX "lead_silence" ON "lead"("silence_due_at") WHERE (silence_due_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "lead_once" ON "lead"("product_id", "person_id") WHERE (person_id IS NOT NULL AND state <> 'merged');

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_import" ADD CONSTRAINT "product_import_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_stage_key_fkey" FOREIGN KEY ("stage_key") REFERENCES "lead_stage"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_suggestion" ADD CONSTRAINT "lead_suggestion_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_suggestion" ADD CONSTRAINT "lead_suggestion_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_suggestion" ADD CONSTRAINT "lead_suggestion_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_template" ADD CONSTRAINT "answer_template_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- States that may be.
ALTER TABLE "product_import" ADD CONSTRAINT "product_import_state" CHECK ("state" IN ('waiting', 'done', 'failed'));
ALTER TABLE "product_import" ADD CONSTRAINT "product_import_ended_means_when" CHECK (("state" = 'waiting') = ("ended_at" IS NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_state" CHECK ("state" IN ('asking', 'waiting', 'open', 'merged'));
ALTER TABLE "lead" ADD CONSTRAINT "lead_open_has_room" CHECK (("state" = 'open') <= ("room_id" IS NOT NULL AND "opened_at" IS NOT NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_asking_until" CHECK (("state" = 'asking') = ("asked_until" IS NOT NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_is_somebodys" CHECK ("person_id" IS NOT NULL OR "code" IS NOT NULL);
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_one" CHECK (("state" = 'merged') = ("merged_into_id" IS NOT NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_move" CHECK ("move" IN ('exporter', 'importer') AND ("move" IS NULL) = ("move_since" IS NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_answered_by" CHECK ("answered_by" IN ('exporter', 'staff') AND ("answered_by" IS NULL) = ("answered_at" IS NULL));
ALTER TABLE "lead" ADD CONSTRAINT "lead_silence_step" CHECK ("silence" IN ('none', 'reminded', 'escalated'));
-- Whoever has answered is not reminded.
ALTER TABLE "lead" ADD CONSTRAINT "lead_silence_until_answered" CHECK ("silence_due_at" IS NULL OR ("answered_at" IS NULL AND "state" = 'open'));

-- The storefronts there are; a company adds its own.
INSERT INTO "storefront" ("segment", "flag", "name_ru", "name_en") VALUES
  ('russia', '🇷🇺', 'Россия', 'Russia'),
  ('brazil', '🇧🇷', 'Бразилия', 'Brazil'),
  ('india', '🇮🇳', 'Индия', 'India'),
  ('china', '🇨🇳', 'Китай', 'China'),
  ('south-africa', '🇿🇦', 'ЮАР', 'South Africa'),
  ('egypt', '🇪🇬', 'Египет', 'Egypt'),
  ('ethiopia', '🇪🇹', 'Эфиопия', 'Ethiopia'),
  ('iran', '🇮🇷', 'Иран', 'Iran'),
  ('uae', '🇦🇪', 'ОАЭ', 'United Arab Emirates'),
  ('indonesia', '🇮🇩', 'Индонезия', 'Indonesia');

INSERT INTO "lead_stage" ("key", "position", "name_ru", "name_en") VALUES
  ('request', 1, 'Запрос', 'Request'),
  ('qualification', 2, 'Квалификация', 'Qualification'),
  ('terms', 3, 'Условия', 'Terms'),
  ('payment', 4, 'Оплата', 'Payment'),
  ('delivery', 5, 'Поставка', 'Delivery'),
  ('done', 6, 'Завершено', 'Completed');
