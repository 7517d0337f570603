-- CreateTable
CREATE TABLE "ticket_carry" (
    "id" SERIAL NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "album_key" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "reworded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ticket_carry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_carry_ticket_id_id_idx" ON "ticket_carry"("ticket_id", "id");

-- CreateIndex
CREATE INDEX "ticket_to_desk" ON "ticket"("id") WHERE (dialog_id IS NULL);

-- AddForeignKey
ALTER TABLE "ticket_carry" ADD CONSTRAINT "ticket_carry_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
