-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "ticket" SET "changed_at" = greatest("opened_at", "responded_at", "done_at", "ended_at", "rated_at");

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "failure_code" INTEGER,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_key_key" ON "webhook_delivery"("key");

-- CreateIndex
CREATE INDEX "webhook_delivery_open" ON "webhook_delivery"("ticket_id", "id") WHERE (state IN ('waiting', 'dead'));

-- CreateIndex
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery"("due_at", "id") WHERE (due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "webhook_delivery_dead" ON "webhook_delivery"("id") WHERE (state = 'dead');

-- CreateIndex
CREATE INDEX "webhook_delivery_over" ON "webhook_delivery"("ended_at") WHERE (state IN ('delivered', 'skipped'));

-- CreateIndex
CREATE INDEX "webhook_delivery_told" ON "webhook_delivery"("told_at") WHERE (told_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_one_at_a_time" ON "webhook_delivery"("ticket_id") WHERE (due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "ticket_by_change" ON "ticket"("changed_at", "id");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_state" CHECK ("state" IN ('waiting', 'delivered', 'dead', 'skipped'));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_due_while_waiting" CHECK ("due_at" IS NULL OR "state" = 'waiting');
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_ended" CHECK (("ended_at" IS NULL) = ("state" = 'waiting'));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_attempts" CHECK ("attempts" >= 0);
-- What is larger is not sent.
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_body" CHECK (octet_length("body") <= 262144);
