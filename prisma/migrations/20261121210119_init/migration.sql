-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "inbox_update" (
    "seq" BIGSERIAL NOT NULL,
    "bot_id" BIGINT NOT NULL,
    "update_id" BIGINT NOT NULL,
    "lane" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "payload" JSON,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_update_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "destination" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "args" JSON,
    "rank" TEXT NOT NULL,
    "group_key" TEXT,
    "cause" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projection" (
    "kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "destination" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "shown_hash" TEXT,
    "message_id" INTEGER,
    "dirty_since" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "projection_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "actor_id" INTEGER,
    "data" JSONB,
    "cause" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" SERIAL NOT NULL,
    "user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "locale" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "added_by_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_code" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "admin_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "locale" TEXT NOT NULL,
    "company" TEXT,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_action_at" TIMESTAMPTZ(3),

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_address" (
    "id" SERIAL NOT NULL,
    "client_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "unreachable" TEXT,
    "unreachable_since" TIMESTAMPTZ(3),

    CONSTRAINT "client_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "department" TEXT,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ready',
    "trouble" TEXT,
    "trouble_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "set_up_by_id" INTEGER,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_header" (
    "id" SERIAL NOT NULL,
    "desk_id" INTEGER,
    "channel" TEXT,
    "status" TEXT,
    "lines" TEXT[],

    CONSTRAINT "card_header_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_outsider" (
    "desk_id" INTEGER NOT NULL,
    "user_id" BIGINT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_outsider_pkey" PRIMARY KEY ("desk_id","user_id")
);

-- CreateTable
CREATE TABLE "dialog" (
    "id" SERIAL NOT NULL,
    "desk_id" INTEGER,
    "client_id" INTEGER NOT NULL,
    "address_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_before_note" TEXT,
    "assignee_id" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "thread_id" INTEGER,
    "previous_id" INTEGER,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "last_question_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),
    "warned_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "new_count" INTEGER NOT NULL DEFAULT 0,
    "answers_delivered" INTEGER NOT NULL DEFAULT 0,
    "thanked_at" TIMESTAMPTZ(3),
    "late_writing_at" TIMESTAMPTZ(3),
    "rating" INTEGER,
    "rated_at" TIMESTAMPTZ(3),
    "rating_words" TEXT,

    CONSTRAINT "dialog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "staff_id" INTEGER,
    "purpose" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "media_group_id" TEXT,
    "reply_to_id" INTEGER,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "delivery" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_copy" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "chat_id" BIGINT,
    "message_id" INTEGER,

    CONSTRAINT "message_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_form" (
    "dialog_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_form_pkey" PRIMARY KEY ("dialog_id","staff_id")
);

-- CreateIndex
CREATE INDEX "inbox_waiting" ON "inbox_update"("seq") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "inbox_waiting_lane" ON "inbox_update"("lane", "seq") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "inbox_waiting_urgent" ON "inbox_update"("seq") WHERE (state = 'waiting' AND urgent);

-- CreateIndex
CREATE INDEX "inbox_done" ON "inbox_update"("done_at") WHERE (state = 'done');

-- CreateIndex
CREATE UNIQUE INDEX "inbox_update_bot_id_update_id_key" ON "inbox_update"("bot_id", "update_id");

-- CreateIndex
CREATE INDEX "outbox_open" ON "outbox_message"("id") WHERE (state IN ('waiting', 'sending'));

-- CreateIndex
CREATE INDEX "outbox_settled" ON "outbox_message"("settled_at") WHERE (state IN ('sent', 'dropped'));

-- CreateIndex
CREATE INDEX "projection_dirty" ON "projection"("dirty_since") WHERE (dirty_since IS NOT NULL);

-- CreateIndex
CREATE INDEX "event_subject_subject_id_id_idx" ON "event"("subject", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_id_key" ON "staff"("user_id");

-- CreateIndex
CREATE INDEX "client_address_client_id_idx" ON "client_address"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "client_address_channel_external_id_key" ON "client_address"("channel", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_chat_id_key" ON "desk"("chat_id");

-- CreateIndex
CREATE INDEX "dialog_address_id_id_idx" ON "dialog"("address_id", "id");

-- CreateIndex
CREATE INDEX "dialog_to_warn" ON "dialog"("warn_at") WHERE (warn_at IS NOT NULL AND warned_at IS NULL AND escalated_at IS NULL);

-- CreateIndex
CREATE INDEX "dialog_to_escalate" ON "dialog"("deadline_at") WHERE (deadline_at IS NOT NULL AND escalated_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "dialog_one_open" ON "dialog"("address_id") WHERE (closed_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "dialog_thread" ON "dialog"("desk_id", "thread_id");

-- CreateIndex
CREATE INDEX "message_dialog_id_id_idx" ON "message"("dialog_id", "id");

-- CreateIndex
CREATE INDEX "message_unanswered" ON "message"("dialog_id", "id") WHERE (purpose = 'question' AND answered_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "message_chat_id_message_id_key" ON "message"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "message_copy_source_id_idx" ON "message_copy"("source_id");

-- CreateIndex
CREATE INDEX "message_copy_chat_id_message_id_idx" ON "message_copy"("chat_id", "message_id");

-- AddForeignKey
ALTER TABLE "client_address" ADD CONSTRAINT "client_address_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_header" ADD CONSTRAINT "card_header_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_outsider" ADD CONSTRAINT "desk_outsider_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "client_address"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "dialog"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_form" ADD CONSTRAINT "note_form_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what a schema cannot say. States are text with a check, so that a new one needs no
-- type migration, and the log of events is append-only for everybody.
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_state" CHECK ("state" IN ('waiting', 'done', 'poison'));
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_state" CHECK ("state" IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'));
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_rank" CHECK ("rank" IN ('speech', 'adornment'));
ALTER TABLE "staff" ADD CONSTRAINT "staff_role" CHECK ("role" IN ('manager', 'support', 'supervisor', 'admin'));
ALTER TABLE "desk" ADD CONSTRAINT "desk_state" CHECK ("state" IN ('ready', 'no-rights', 'gone'));
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_status" CHECK ("status" IN ('unanswered', 'in_work', 'answered', 'had_call', 'to_continue', 'note', 'closed'));
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_closed" CHECK (("status" = 'closed') = ("closed_at" IS NOT NULL));
ALTER TABLE "dialog" ADD CONSTRAINT "dialog_rating" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "message" ADD CONSTRAINT "message_author" CHECK (("author" = 'client' AND "staff_id" IS NULL) OR ("author" = 'staff' AND "staff_id" IS NOT NULL));
ALTER TABLE "message" ADD CONSTRAINT "message_purpose" CHECK ("purpose" IN ('question', 'thanks', 'rating-words', 'answer', 'note', 'held'));
ALTER TABLE "message" ADD CONSTRAINT "message_delivery" CHECK ("delivery" IN ('queued', 'delivered', 'failed', 'unknown'));

CREATE FUNCTION "refuse_change_of_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of events is append-only';
END
$$;
CREATE TRIGGER "event_is_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_event"();
