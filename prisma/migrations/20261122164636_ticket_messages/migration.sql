-- AlterTable
ALTER TABLE "room_message" ADD COLUMN     "album_key" TEXT;

-- CreateTable
CREATE TABLE "ticket_message" (
    "id" SERIAL NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "author" TEXT NOT NULL,
    "content" JSON,
    "album_key" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_message_ticket_id_id_idx" ON "ticket_message"("ticket_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_message_chat_id_message_id_key" ON "ticket_message"("chat_id", "message_id");

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules that the tables themselves keep, whatever code writes to them.
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_side" CHECK ("side" IN ('client', 'ours'));
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_words_of_clients" CHECK (("side" = 'client') = ("content" IS NOT NULL));
