-- CreateTable
CREATE TABLE "room_message" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "author" TEXT NOT NULL,
    "role" TEXT,
    "kind" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "reply_to" INTEGER,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "room_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_message_version" (
    "message_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_message_version_pkey" PRIMARY KEY ("message_id","version")
);

-- CreateTable
CREATE TABLE "room_file" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "message_id" INTEGER NOT NULL,
    "unique_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "name" TEXT,
    "size" BIGINT,
    "kind" TEXT NOT NULL,
    "kind_by_id" INTEGER,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT,
    "hash_state" TEXT NOT NULL DEFAULT 'waiting',
    "hash_tries" INTEGER NOT NULL DEFAULT 0,
    "hash_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_agreement" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "message_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "fixed_by_id" INTEGER NOT NULL,
    "fixed_at" TIMESTAMPTZ(3) NOT NULL,
    "partner_id" INTEGER,
    "exporter_by_id" INTEGER,
    "exporter_at" TIMESTAMPTZ(3),
    "other_by_id" INTEGER,
    "other_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_checkpoint" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible_id" INTEGER,
    "created_by_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "done_by_id" INTEGER,
    "done_at" TIMESTAMPTZ(3),
    "cancelled_by_id" INTEGER,
    "cancelled_at" TIMESTAMPTZ(3),
    "next_ring" TEXT,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_checkpoint_move" (
    "id" SERIAL NOT NULL,
    "checkpoint_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_before" TIMESTAMPTZ(3) NOT NULL,
    "due_after" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "room_checkpoint_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_call" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "dialog_id" INTEGER,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "room_message_room_id_id_idx" ON "room_message"("room_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "room_message_chat_id_message_id_key" ON "room_message"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "room_file_room_id_id_idx" ON "room_file"("room_id", "id");

-- CreateIndex
CREATE INDEX "room_file_to_hash" ON "room_file"("hash_at") WHERE (hash_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_file_message_id_unique_id_key" ON "room_file"("message_id", "unique_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_agreement_message_id_key" ON "room_agreement"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_agreement_room_id_number_key" ON "room_agreement"("room_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "room_checkpoint_source_key" ON "room_checkpoint"("source");

-- CreateIndex
CREATE INDEX "room_checkpoint_open" ON "room_checkpoint"("room_id", "due_at") WHERE (done_at IS NULL AND cancelled_at IS NULL);

-- CreateIndex
CREATE INDEX "room_checkpoint_due" ON "room_checkpoint"("next_at") WHERE (next_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_checkpoint_room_id_number_key" ON "room_checkpoint"("room_id", "number");

-- CreateIndex
CREATE INDEX "room_checkpoint_move_checkpoint_id_idx" ON "room_checkpoint_move"("checkpoint_id");

-- CreateIndex
CREATE INDEX "support_call_to_pass_on" ON "support_call"("id") WHERE (dialog_id IS NULL AND closed_at IS NULL);

-- CreateIndex
CREATE INDEX "support_call_dialog_id_idx" ON "support_call"("dialog_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_call_chat_id_message_id_key" ON "support_call"("chat_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_call_one" ON "support_call"("room_id") WHERE (closed_at IS NULL);

-- AddForeignKey
ALTER TABLE "room_message" ADD CONSTRAINT "room_message_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_message_version" ADD CONSTRAINT "room_message_version_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "room_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "room_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "room_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_checkpoint_move" ADD CONSTRAINT "room_checkpoint_move_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "room_checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_call" ADD CONSTRAINT "support_call_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whose they are: people are no part of the datamodel's relations here, and yet nobody's rows are made up.
ALTER TABLE "room_message" ADD CONSTRAINT "room_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id");
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_kind_by_id_fkey" FOREIGN KEY ("kind_by_id") REFERENCES "person"("id");
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_fixed_by_id_fkey" FOREIGN KEY ("fixed_by_id") REFERENCES "person"("id");
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_exporter_by_id_fkey" FOREIGN KEY ("exporter_by_id") REFERENCES "person"("id");
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_other_by_id_fkey" FOREIGN KEY ("other_by_id") REFERENCES "person"("id");
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "person"("id");
ALTER TABLE "room_checkpoint_move" ADD CONSTRAINT "room_checkpoint_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id");
ALTER TABLE "support_call" ADD CONSTRAINT "support_call_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id");

-- What may be.
ALTER TABLE "room_message" ADD CONSTRAINT "room_message_role" CHECK ("role" IN ('exporter', 'importer', 'partner', 'manager', 'support', 'guest'));
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_kind" CHECK ("kind" IN ('specification', 'certificate', 'contract', 'invoice', 'schedule', 'presentation', 'other'));
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_hash_state" CHECK ("hash_state" IN ('waiting', 'done', 'too-large', 'failed'));
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_hash_means_done" CHECK (("hash_state" = 'done') = ("sha256" IS NOT NULL));
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_waits_for_a_time" CHECK (("hash_state" = 'waiting') = ("hash_at" IS NOT NULL));
ALTER TABLE "room_file" ADD CONSTRAINT "room_file_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_exporter_said_it" CHECK (("exporter_by_id" IS NULL) = ("exporter_at" IS NULL));
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_other_said_it" CHECK (("other_by_id" IS NULL) = ("other_at" IS NULL));
-- What somebody has confirmed is not withdrawn.
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_confirmed_stays" CHECK ("withdrawn_at" IS NULL OR ("exporter_at" IS NULL AND "other_at" IS NULL));
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_ring" CHECK ("next_ring" IN ('day', 'hour', 'late', 'manager'));
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_ring_has_its_time" CHECK (("next_ring" IS NULL) = ("next_at" IS NULL));
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_ends_once" CHECK ("done_at" IS NULL OR "cancelled_at" IS NULL);
ALTER TABLE "room_checkpoint" ADD CONSTRAINT "room_checkpoint_ended_is_quiet" CHECK ("next_at" IS NULL OR ("done_at" IS NULL AND "cancelled_at" IS NULL));
ALTER TABLE "support_call" ADD CONSTRAINT "support_call_reason" CHECK ("reason" IN ('dispute', 'delay', 'broken', 'other'));
