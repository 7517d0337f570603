-- CreateTable
CREATE TABLE "ticket_comment" (
    "id" SERIAL NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT,
    "author" TEXT,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_comment_to_show" ON "ticket_comment"("id") WHERE (shown_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_comment_ticket_id_external_id_key" ON "ticket_comment"("ticket_id", "external_id");

-- AddForeignKey
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what Prisma cannot say.
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_kind" CHECK ("kind" IN ('inside', 'answer', 'automatic'));
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_words" CHECK ("text" <> '' AND "author" <> '');
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_stays_inside" CHECK ("kind" <> 'inside' OR "delivered_at" IS NULL);
