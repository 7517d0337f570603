-- AlterTable
ALTER TABLE "client_company" ADD COLUMN     "weekly_report" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "service_report" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "query" JSON NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weekly_report" (
    "id" SERIAL NOT NULL,
    "week" DATE NOT NULL,
    "company_id" INTEGER,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "weekly_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_report_used_at_idx" ON "service_report"("used_at");

-- CreateIndex
CREATE INDEX "dialog_opened" ON "dialog"("opened_at");

-- CreateIndex
CREATE INDEX "dialog_ended" ON "dialog"("closed_at") WHERE (closed_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "dialog_rated" ON "dialog"("rated_at") WHERE (rated_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "ticket_ended" ON "ticket"("ended_at") WHERE (ended_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "ticket_done" ON "ticket"("done_at") WHERE (done_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "ticket_rated" ON "ticket"("rated_at") WHERE (rated_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "ticket_reopened" ON "ticket"("opened_at") WHERE (reopened_count > 0);

-- AddForeignKey
ALTER TABLE "weekly_report" ADD CONSTRAINT "weekly_report_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "client_company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each week is told once to each client, and once to the supervisors.
CREATE UNIQUE INDEX "weekly_report_once" ON "weekly_report" ("week", coalesce("company_id", 0));
