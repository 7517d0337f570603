-- CreateTable
CREATE TABLE "room_wait" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "look_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_wait_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_wait_message" (
    "id" SERIAL NOT NULL,
    "wait_id" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "role" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "ended_by_id" INTEGER,
    "ticket_id" INTEGER,

    CONSTRAINT "room_wait_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_notice" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER,
    "desk_id" INTEGER,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rang" BOOLEAN NOT NULL,

    CONSTRAINT "staff_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_notice_item" (
    "notice_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "wait_id" INTEGER,
    "clock_id" INTEGER,

    CONSTRAINT "staff_notice_item_pkey" PRIMARY KEY ("notice_id","position")
);

-- CreateTable
CREATE TABLE "staff_held" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "wait_id" INTEGER,
    "clock_id" INTEGER,
    "calendar_id" INTEGER NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_held_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evening_digest" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evening_digest_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "room_wait_due" ON "room_wait"("look_at") WHERE (look_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_wait_one" ON "room_wait"("room_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "room_wait_message_wait_id_id_idx" ON "room_wait_message"("wait_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "room_wait_message_chat_id_message_id_key" ON "room_wait_message"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "staff_notice_rang" ON "staff_notice"("staff_id", "at") WHERE (rang);

-- CreateIndex
CREATE INDEX "staff_notice_item_wait_id_idx" ON "staff_notice_item"("wait_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_held_staff_id_wait_id_key" ON "staff_held"("staff_id", "wait_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_held_staff_id_clock_id_key" ON "staff_held"("staff_id", "clock_id");

-- AddForeignKey
ALTER TABLE "room_wait" ADD CONSTRAINT "room_wait_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_wait_message" ADD CONSTRAINT "room_wait_message_wait_id_fkey" FOREIGN KEY ("wait_id") REFERENCES "room_wait"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_wait_message" ADD CONSTRAINT "room_wait_message_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_wait_message" ADD CONSTRAINT "room_wait_message_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice_item" ADD CONSTRAINT "staff_notice_item_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "staff_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice_item" ADD CONSTRAINT "staff_notice_item_wait_id_fkey" FOREIGN KEY ("wait_id") REFERENCES "room_wait"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice_item" ADD CONSTRAINT "staff_notice_item_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "sla_clock"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_held" ADD CONSTRAINT "staff_held_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_held" ADD CONSTRAINT "staff_held_wait_id_fkey" FOREIGN KEY ("wait_id") REFERENCES "room_wait"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_held" ADD CONSTRAINT "staff_held_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "sla_clock"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_held" ADD CONSTRAINT "staff_held_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sla_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is over is looked at no more, and neither is what has been raised.
ALTER TABLE "room_wait" ADD CONSTRAINT "room_wait_looked_at"
  CHECK (look_at IS NULL OR (ended_at IS NULL AND raised_at IS NULL));

ALTER TABLE "room_wait_message" ADD CONSTRAINT "room_wait_message_outcome"
  CHECK (outcome IN ('answered', 'reaction', 'ticket', 'dialog', 'marked', 'needless', 'closed')),
  ADD CONSTRAINT "room_wait_message_ended" CHECK ((ended_at IS NULL) = (outcome IS NULL));

ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_kind"
  CHECK (kind IN ('raise', 'digest', 'evening', 'alarm')),
  ADD CONSTRAINT "staff_notice_reader" CHECK (num_nonnulls(staff_id, desk_id) = 1);

ALTER TABLE "staff_notice_item" ADD CONSTRAINT "staff_notice_item_subject"
  CHECK (num_nonnulls(wait_id, clock_id) = 1);

ALTER TABLE "staff_held" ADD CONSTRAINT "staff_held_subject" CHECK (num_nonnulls(wait_id, clock_id) = 1);
