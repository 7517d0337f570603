-- CreateTable
CREATE TABLE "sla_calendar" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "holidays" TEXT,
    "special_days" JSONB NOT NULL DEFAULT '{}',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sla_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_plan" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "warn_percents" INTEGER[] DEFAULT ARRAY[80]::INTEGER[],
    "escalation_minutes" INTEGER[] DEFAULT ARRAY[0, 15, 30]::INTEGER[],
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_target" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "type_id" INTEGER,
    "urgency" TEXT,
    "response_minutes" INTEGER,
    "next_response_minutes" INTEGER,
    "resolution_minutes" INTEGER,

    CONSTRAINT "sla_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_clock" (
    "id" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "target_minutes" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_ms" BIGINT NOT NULL DEFAULT 0,
    "running_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,
    "tell_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "company_id" INTEGER,
    "client_id" INTEGER,
    "type_id" INTEGER,
    "urgency" TEXT,
    "staff_id" INTEGER,

    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_company" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "room_id" INTEGER,
    "manager_id" INTEGER,
    "plan_id" INTEGER,
    "calendar_id" INTEGER,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "rules" TEXT,
    "raise_minutes" INTEGER NOT NULL DEFAULT 30,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "client_company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_type" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "checklist" TEXT[],
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "author_id" INTEGER,
    "type_id" INTEGER NOT NULL,
    "urgency" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'new',
    "responsible_id" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "partner_note" TEXT,
    "origin" TEXT NOT NULL,
    "source_chat_id" BIGINT,
    "source_message_id" INTEGER,
    "dialog_id" INTEGER,
    "merged_into_id" INTEGER,
    "split_from_id" INTEGER,
    "external_id" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "responded_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "close_due_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "rating" INTEGER,
    "rated_at" TIMESTAMPTZ(3),
    "rating_words" TEXT,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_link" (
    "one_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_link_pkey" PRIMARY KEY ("one_id","other_id")
);

-- CreateTable
CREATE TABLE "ticket_check" (
    "id" SERIAL NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" INTEGER,

    CONSTRAINT "ticket_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sla_calendar_name_key" ON "sla_calendar"("name");

-- CreateIndex
CREATE UNIQUE INDEX "sla_plan_name_key" ON "sla_plan"("name");

-- CreateIndex
CREATE UNIQUE INDEX "sla_plan_one_default" ON "sla_plan"("is_default") WHERE (is_default);

-- CreateIndex
CREATE INDEX "sla_target_plan_id_idx" ON "sla_target"("plan_id");

-- CreateIndex
CREATE INDEX "sla_clock_subject_subject_id_idx" ON "sla_clock"("subject", "subject_id");

-- CreateIndex
CREATE INDEX "sla_clock_to_tell" ON "sla_clock"("tell_at") WHERE (tell_at IS NOT NULL AND stopped_at IS NULL);

-- CreateIndex
CREATE INDEX "sla_clock_open_by_calendar" ON "sla_clock"("calendar_id") WHERE (stopped_at IS NULL);

-- CreateIndex
CREATE INDEX "sla_clock_open_by_plan" ON "sla_clock"("plan_id") WHERE (stopped_at IS NULL);

-- CreateIndex
CREATE INDEX "sla_clock_ended" ON "sla_clock"("stopped_at") WHERE (stopped_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "sla_clock_one_open" ON "sla_clock"("subject", "subject_id", "kind") WHERE (stopped_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "client_company_code_key" ON "client_company"("code");

-- CreateIndex
CREATE UNIQUE INDEX "client_company_room_id_key" ON "client_company"("room_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_type_code_key" ON "ticket_type"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_dialog_id_key" ON "ticket"("dialog_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_external_id_key" ON "ticket"("external_id");

-- CreateIndex
CREATE INDEX "ticket_company_id_status_opened_at_idx" ON "ticket"("company_id", "status", "opened_at");

-- CreateIndex
CREATE INDEX "ticket_held" ON "ticket"("responsible_id", "status") WHERE (responsible_id IS NOT NULL AND ended_at IS NULL);

-- CreateIndex
CREATE INDEX "ticket_open_in_room" ON "ticket"("room_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "ticket_author_id_opened_at_idx" ON "ticket"("author_id", "opened_at");

-- CreateIndex
CREATE INDEX "ticket_opened_at_idx" ON "ticket"("opened_at");

-- CreateIndex
CREATE INDEX "ticket_to_close" ON "ticket"("close_due_at") WHERE (close_due_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_once_of_message" ON "ticket"("source_chat_id", "source_message_id");

-- CreateIndex
CREATE INDEX "ticket_link_other_id_idx" ON "ticket_link"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_check_ticket_id_position_key" ON "ticket_check"("ticket_id", "position");

-- AddForeignKey
ALTER TABLE "sla_plan" ADD CONSTRAINT "sla_plan_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sla_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "sla_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "ticket_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "sla_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sla_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "client_company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "ticket_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "sla_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sla_calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "client_company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "ticket_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_check" ADD CONSTRAINT "ticket_check_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_check" ADD CONSTRAINT "ticket_check_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must be true, whatever the program believes.
CREATE UNIQUE INDEX "sla_target_once" ON "sla_target" ("plan_id", "subject", coalesce("type_id", 0), coalesce("urgency", ''));
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_subject" CHECK ("subject" IN ('dialog', 'ticket'));
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_urgency" CHECK ("urgency" IN ('low', 'normal', 'high', 'critical'));
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_minutes" CHECK ("response_minutes" > 0 AND "next_response_minutes" > 0 AND "resolution_minutes" > 0);
ALTER TABLE "sla_plan" ADD CONSTRAINT "sla_plan_default_in_use" CHECK (NOT ("is_default" AND "archived_at" IS NOT NULL));
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_subject" CHECK ("subject" IN ('dialog', 'ticket'));
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_kind" CHECK ("kind" IN ('response', 'next_response', 'resolution'));
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_outcome" CHECK ("outcome" IN ('met', 'missed', 'cancelled') AND ("outcome" IS NOT NULL) = ("stopped_at" IS NOT NULL) OR "outcome" IS NULL AND "stopped_at" IS NULL);
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_stands_when_stopped" CHECK ("stopped_at" IS NULL OR "running_since" IS NULL AND "tell_at" IS NULL);
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_due_while_it_runs" CHECK (("running_since" IS NOT NULL) = ("due_at" IS NOT NULL));
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_numbers" CHECK ("target_minutes" > 0 AND "spent_ms" >= 0 AND "told" >= 0);
ALTER TABLE "client_company" ADD CONSTRAINT "client_company_raise" CHECK ("raise_minutes" BETWEEN 1 AND 10080);
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_status" CHECK ("status" IN ('new', 'in_progress', 'waiting', 'done', 'closed', 'reopened', 'cancelled'));
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_urgency" CHECK ("urgency" IN ('low', 'normal', 'high', 'critical'));
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_origin" CHECK ("origin" IN ('form', 'reply', 'reaction', 'raised', 'api'));
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_over_means_when" CHECK (("status" IN ('closed', 'cancelled')) = ("ended_at" IS NOT NULL));
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_done_means_when" CHECK ("status" <> 'done' OR "done_at" IS NOT NULL);
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_closes_itself_when_done" CHECK ("close_due_at" IS NULL OR "status" = 'done');
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_merged_is_over" CHECK ("merged_into_id" IS NULL OR "status" = 'cancelled' AND "merged_into_id" <> "id");
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_words" CHECK (length("summary") BETWEEN 1 AND 120);
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_rating" CHECK ("rating" BETWEEN 1 AND 5 AND "rated_at" IS NOT NULL OR "rating" IS NULL AND "rated_at" IS NULL);
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_message_whole" CHECK (("source_chat_id" IS NULL) = ("source_message_id" IS NULL));
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_order" CHECK ("one_id" < "other_id");
ALTER TABLE "ticket_check" ADD CONSTRAINT "ticket_check_done" CHECK ("done_by_id" IS NULL OR "done_at" IS NOT NULL);

-- What tickets are about until a company describes its own.
INSERT INTO "ticket_type" ("code", "position", "name_ru", "name_en", "checklist") VALUES
  ('incident', 1, 'Что-то не работает', 'Something is broken', '{}'),
  ('question', 2, 'Вопрос', 'Question', '{}'),
  ('change', 3, 'Изменить или доработать', 'Change request', '{}'),
  ('access', 4, 'Доступ', 'Access', '{}'),
  ('other', 5, 'Другое', 'Something else', '{}');

-- People of a company whose support we are.
ALTER TABLE "room_member" DROP CONSTRAINT "room_member_role";
ALTER TABLE "room_member" ADD CONSTRAINT "room_member_role" CHECK ("role" IN ('exporter', 'importer', 'client', 'partner', 'manager', 'support', 'guest'));
ALTER TABLE "room_entry" DROP CONSTRAINT "room_entry_role";
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_role" CHECK ("role" IN ('exporter', 'importer', 'client', 'partner', 'manager', 'support', 'guest'));
ALTER TABLE "room_message" DROP CONSTRAINT "room_message_role";
ALTER TABLE "room_message" ADD CONSTRAINT "room_message_role" CHECK ("role" IN ('exporter', 'importer', 'client', 'partner', 'manager', 'support', 'guest'));
