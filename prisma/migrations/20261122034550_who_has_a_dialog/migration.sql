-- AlterTable
ALTER TABLE "dialog" ADD COLUMN     "holder_active_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "dialog_agreement" (
    "dialog_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialog_agreement_pkey" PRIMARY KEY ("dialog_id","staff_id")
);

-- CreateTable
CREATE TABLE "dialog_transfer" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chat_id" BIGINT,
    "message_id" INTEGER,

    CONSTRAINT "dialog_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dialog_transfer_dialog_id_idx" ON "dialog_transfer"("dialog_id");

-- CreateIndex
CREATE INDEX "dialog_transfer_chat_id_message_id_idx" ON "dialog_transfer"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "dialog_held" ON "dialog"("assignee_id") WHERE (closed_at IS NULL AND assignee_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "dialog_held_waiting" ON "dialog"("desk_id", "waiting_since") WHERE (closed_at IS NULL AND assignee_id IS NOT NULL AND waiting_since IS NOT NULL);

-- AddForeignKey
ALTER TABLE "dialog_agreement" ADD CONSTRAINT "dialog_agreement_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog_agreement" ADD CONSTRAINT "dialog_agreement_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog_transfer" ADD CONSTRAINT "dialog_transfer_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog_transfer" ADD CONSTRAINT "dialog_transfer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialog_transfer" ADD CONSTRAINT "dialog_transfer_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
