-- CreateTable
CREATE TABLE "passing_message" (
    "id" SERIAL NOT NULL,
    "bot_id" BIGINT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "along_id" INTEGER,
    "user_id" BIGINT NOT NULL,
    "delete_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passing_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "passing_message_bot_id_chat_id_user_id_idx" ON "passing_message"("bot_id", "chat_id", "user_id");

-- CreateIndex
CREATE INDEX "passing_message_delete_at_idx" ON "passing_message"("delete_at");

-- CreateIndex
CREATE UNIQUE INDEX "passing_message_bot_id_chat_id_message_id_key" ON "passing_message"("bot_id", "chat_id", "message_id");
