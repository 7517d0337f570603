-- CreateTable
CREATE TABLE "reminder" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" INTEGER,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_due" ON "reminder"("due_at") WHERE (done_at IS NULL AND cancelled_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_once" ON "reminder"("dialog_id", "staff_id", "due_at") WHERE (done_at IS NULL AND cancelled_at IS NULL);

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A reminder ends once: it is said, or somebody has cancelled it.
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_end" CHECK ("done_at" IS NULL OR "cancelled_at" IS NULL);
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_cancelled" CHECK (("cancelled_at" IS NULL) = ("cancelled_by_id" IS NULL));
