-- CreateTable
CREATE TABLE "support_addition" (
    "id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_addition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "support_addition_to_pass_on" ON "support_addition"("id") WHERE (passed_at IS NULL);

-- AddForeignKey
ALTER TABLE "support_addition" ADD CONSTRAINT "support_addition_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "support_addition" ADD CONSTRAINT "support_addition_reason" CHECK ("reason" IN ('dispute', 'delay', 'broken', 'other'));
