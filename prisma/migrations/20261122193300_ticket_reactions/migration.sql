-- CreateTable
CREATE TABLE "ticket_reaction" (
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "sign" TEXT NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "status_before" TEXT NOT NULL,
    "responsible_before" INTEGER,
    "revision" INTEGER NOT NULL,
    "reacted_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_reaction_pkey" PRIMARY KEY ("chat_id","message_id","staff_id","sign")
);

-- CreateIndex
CREATE INDEX "ticket_reaction_ticket_id_idx" ON "ticket_reaction"("ticket_id");

-- AddForeignKey
ALTER TABLE "ticket_reaction" ADD CONSTRAINT "ticket_reaction_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_reaction" ADD CONSTRAINT "ticket_reaction_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ticket_reaction" ADD CONSTRAINT "ticket_reaction_sign" CHECK ("sign" IN ('👀', '👌'));
ALTER TABLE "ticket_reaction" ADD CONSTRAINT "ticket_reaction_deed" CHECK ("deed" IN ('open', 'take', 'done'));
