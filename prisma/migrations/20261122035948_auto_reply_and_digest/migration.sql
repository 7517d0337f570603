-- CreateTable
CREATE TABLE "auto_reply" (
    "address_id" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auto_reply_pkey" PRIMARY KEY ("address_id","opens_at")
);

-- CreateTable
CREATE TABLE "morning_digest" (
    "desk_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "morning_digest_pkey" PRIMARY KEY ("desk_id","day")
);

-- CreateIndex
CREATE INDEX "auto_reply_dialog_id_idx" ON "auto_reply"("dialog_id");
