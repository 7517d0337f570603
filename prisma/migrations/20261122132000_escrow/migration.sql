-- CreateTable
CREATE TABLE "escrow" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "agreed_by" TEXT[],
    "agreed" BIGINT NOT NULL,
    "unpaid" BIGINT NOT NULL,
    "held" BIGINT NOT NULL,
    "released" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL,
    "funded_at" TIMESTAMPTZ(3),
    "disputable_from" TIMESTAMPTZ(3),
    "question" JSONB,
    "stopped_status" TEXT,
    "stopped_left_ms" BIGINT,
    "settlement" TEXT,
    "step_since" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "called_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "escrow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escrow_stage" (
    "id" SERIAL NOT NULL,
    "escrow_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "settled_as" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "escrow_stage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "escrow_room_id_idx" ON "escrow"("room_id");

-- CreateIndex
CREATE INDEX "escrow_to_remind" ON "escrow"("remind_at") WHERE (reminded_at IS NULL AND called_at IS NULL AND ended_at IS NULL);

-- CreateIndex
CREATE INDEX "escrow_to_call" ON "escrow"("deadline_at") WHERE (called_at IS NULL AND ended_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "escrow_one_open" ON "escrow"("room_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "escrow_stage_escrow_id_position_key" ON "escrow_stage"("escrow_id", "position");

-- AddForeignKey
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escrow_stage" ADD CONSTRAINT "escrow_stage_escrow_id_fkey" FOREIGN KEY ("escrow_id") REFERENCES "escrow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must be true of every deal, whatever the program believes.
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_status" CHECK ("status" IN ('draft', 'invoiced', 'paid', 'working', 'checking', 'releasing', 'asked', 'disputed', 'settling', 'completed', 'cancelled'));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_sides" CHECK ("agreed_by" <@ ARRAY['exporter', 'importer']);
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_sums_add_up" CHECK ("agreed" = "unpaid" + "held" + "released" + "refunded");
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_sums_are_money" CHECK ("agreed" > 0 AND "unpaid" >= 0 AND "held" >= 0 AND "released" >= 0 AND "refunded" >= 0);
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_unpaid_until_funded" CHECK (("funded_at" IS NULL) = ("unpaid" > 0));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_funded_after_agreement" CHECK ("funded_at" IS NULL OR cardinality("agreed_by") = 2);
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_over_means_when" CHECK (("status" IN ('completed', 'cancelled')) = ("ended_at" IS NOT NULL));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_over_holds_nothing" CHECK ("ended_at" IS NULL OR "held" = 0);
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_step_has_a_deadline" CHECK (("ended_at" IS NULL) = ("step_since" IS NOT NULL AND "remind_at" IS NOT NULL AND "deadline_at" IS NOT NULL));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_asked_means_what" CHECK (("status" = 'asked') = ("question" IS NOT NULL));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_stopped" CHECK (("stopped_status" IS NULL) = ("stopped_left_ms" IS NULL) AND "stopped_status" IN ('working', 'checking', 'releasing'));
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_settlement" CHECK ("settlement" IN ('released', 'refunded') AND ("status" = 'settling') <= ("settlement" IS NOT NULL));
ALTER TABLE "escrow_stage" ADD CONSTRAINT "escrow_stage_amount" CHECK ("amount" > 0);
ALTER TABLE "escrow_stage" ADD CONSTRAINT "escrow_stage_confirmed_after_done" CHECK ("confirmed_at" IS NULL OR "done_at" IS NOT NULL);
ALTER TABLE "escrow_stage" ADD CONSTRAINT "escrow_stage_settled" CHECK (("settled_as" IS NULL) = ("settled_at" IS NULL) AND "settled_as" IN ('released', 'refunded'));
