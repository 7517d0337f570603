-- CreateTable
CREATE TABLE "tray_counter" (
    "staff_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tray_counter_pkey" PRIMARY KEY ("staff_id")
);

-- CreateIndex
CREATE INDEX "outbox_undelivered" ON "outbox_message"("id") WHERE (state IN ('failed', 'unknown'));

-- CreateIndex
CREATE INDEX "message_undelivered" ON "message"("id") WHERE (delivery IN ('failed', 'unknown'));

-- An answer that failed may be given up.
ALTER TABLE "message" DROP CONSTRAINT "message_delivery";
ALTER TABLE "message" ADD CONSTRAINT "message_delivery" CHECK ("delivery" IN ('queued', 'delivered', 'failed', 'unknown', 'dropped', 'taking-back', 'taken-back'));
ALTER TABLE "tray_counter" ADD CONSTRAINT "tray_counter_count" CHECK ("count" >= 0);
