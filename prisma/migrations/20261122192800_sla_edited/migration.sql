-- AlterTable
ALTER TABLE "sla_calendar" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "day_notes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sla_plan" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "sla_former_hours" (
    "id" SERIAL NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "holidays" TEXT,
    "special_days" JSONB NOT NULL,

    CONSTRAINT "sla_former_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_recount" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER,
    "calendar_id" INTEGER,
    "dialogs" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_id" INTEGER NOT NULL DEFAULT 0,
    "dialog_id" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sla_recount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sla_former_hours_calendar_id_until_idx" ON "sla_former_hours"("calendar_id", "until");

-- AddForeignKey
ALTER TABLE "sla_former_hours" ADD CONSTRAINT "sla_former_hours_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sla_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the tables hold whoever writes into them.
ALTER TABLE "sla_recount" ADD CONSTRAINT "sla_recount_of" CHECK (("plan_id" IS NULL) <> ("calendar_id" IS NULL));
ALTER TABLE "sla_calendar" ADD CONSTRAINT "sla_calendar_holidays" CHECK ("holidays" IN ('ru'));
ALTER TABLE "sla_plan" ADD CONSTRAINT "sla_plan_circles" CHECK (cardinality("escalation_minutes") <= 3 AND 0 <= ALL ("escalation_minutes"));
ALTER TABLE "sla_plan" ADD CONSTRAINT "sla_plan_marks" CHECK (cardinality("warn_percents") <= 3 AND 1 <= ALL ("warn_percents") AND 99 >= ALL ("warn_percents"));
-- One row for each type and urgency; both may be any.
CREATE UNIQUE INDEX "sla_target_one" ON "sla_target" ("plan_id", "subject", coalesce("type_id", 0), coalesce("urgency", ''));
