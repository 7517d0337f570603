-- CreateTable
CREATE TABLE "form_state" (
    "id" SERIAL NOT NULL,
    "bot_id" BIGINT NOT NULL,
    "connection" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "args" JSON,
    "state" JSON,
    "prompts" JSON NOT NULL,
    "opened_by" BIGINT NOT NULL,
    "last_update_id" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT,

    CONSTRAINT "form_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "form_state_due" ON "form_state"("expires_at") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "form_state_ended" ON "form_state"("ended_at") WHERE (ended_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "form_state_bot_id_connection_chat_id_thread_id_user_id_key" ON "form_state"("bot_id", "connection", "chat_id", "thread_id", "user_id");

-- Written by hand: an open form has what it takes to go on, an ended one has said how.
ALTER TABLE "form_state"
    ADD CONSTRAINT "form_state_open" CHECK (ended_at IS NOT NULL OR (state IS NOT NULL AND args IS NOT NULL)),
    ADD CONSTRAINT "form_state_ending" CHECK ((ended_at IS NULL) = (ending IS NULL));
