-- CreateTable
CREATE TABLE "colleague_question" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "asked_of_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT,
    "chat_id" BIGINT,
    "message_id" INTEGER,
    "album_key" TEXT,

    CONSTRAINT "colleague_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "colleague_question_dialog_id_idx" ON "colleague_question"("dialog_id");

-- CreateIndex
CREATE INDEX "colleague_question_due" ON "colleague_question"("remind_at") WHERE (remind_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "colleague_question_open" ON "colleague_question"("asked_of_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "colleague_question_chat_id_message_id_key" ON "colleague_question"("chat_id", "message_id");

-- AddForeignKey
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_asked_of_id_fkey" FOREIGN KEY ("asked_of_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_ending"
  CHECK (("ending" IS NULL OR "ending" IN ('answered', 'withdrawn', 'unreachable', 'left')) AND ("ending" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_place" CHECK (("chat_id" IS NULL) = ("message_id" IS NULL));
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_other" CHECK ("asked_by_id" <> "asked_of_id");
-- Nobody waits for what is over.
ALTER TABLE "colleague_question" ADD CONSTRAINT "colleague_question_due_open" CHECK ("remind_at" IS NULL OR "ended_at" IS NULL);
