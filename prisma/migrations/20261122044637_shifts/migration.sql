-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "last_assigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "on_shift_since" TIMESTAMPTZ(3),
ADD COLUMN     "shift_ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "shift_ends_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "dialog" ADD COLUMN     "given_back_by_id" INTEGER;

-- CreateTable
CREATE TABLE "handover" (
    "id" SERIAL NOT NULL,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_dialog" (
    "handover_id" INTEGER NOT NULL,
    "dialog_id" INTEGER NOT NULL,

    CONSTRAINT "handover_dialog_pkey" PRIMARY KEY ("handover_id","dialog_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handover_offered_once" ON "handover"("from_id", "to_id") WHERE (state = 'offered');

-- CreateIndex
CREATE INDEX "handover_dialog_dialog_id_idx" ON "handover_dialog"("dialog_id");

-- CreateIndex
CREATE INDEX "staff_shift_ends" ON "staff"("shift_ends_at") WHERE (shift_ends_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "dialog_nobodys" ON "dialog"("desk_id", "waiting_since") WHERE (closed_at IS NULL AND assignee_id IS NULL AND waiting_since IS NOT NULL);

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_dialog" ADD CONSTRAINT "handover_dialog_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_dialog" ADD CONSTRAINT "handover_dialog_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "staff" ADD CONSTRAINT "staff_shift" CHECK (("on_shift_since" IS NULL) = ("shift_ends_at" IS NULL));
ALTER TABLE "handover" ADD CONSTRAINT "handover_state" CHECK ("state" IN ('offered', 'accepted', 'declined'));
ALTER TABLE "handover" ADD CONSTRAINT "handover_decided" CHECK (("state" = 'offered') = ("decided_at" IS NULL));
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_another" CHECK ("from_id" <> "to_id");
