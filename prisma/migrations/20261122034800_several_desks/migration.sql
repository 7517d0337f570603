-- AlterTable
ALTER TABLE "client_address" ADD COLUMN     "desk_id" INTEGER;

-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "channel_id" BIGINT,
ADD COLUMN     "is_default" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "desk_route" (
    "channel" TEXT NOT NULL,
    "desk_id" INTEGER NOT NULL,

    CONSTRAINT "desk_route_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "card_post" (
    "channel_id" BIGINT NOT NULL,
    "post_id" INTEGER NOT NULL,
    "dialog_id" INTEGER,
    "root_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_post_pkey" PRIMARY KEY ("channel_id","post_id")
);

-- CreateTable
CREATE TABLE "former_thread" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "desk_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "thread_id" INTEGER,
    "card_chat" BIGINT,
    "card_id" INTEGER,
    "is_told" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_thread_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "card_post_bare" ON "card_post"("at") WHERE (root_id IS NULL AND dialog_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "former_thread_dialog_id_idx" ON "former_thread"("dialog_id");

-- CreateIndex
CREATE UNIQUE INDEX "former_thread_chat_id_thread_id_key" ON "former_thread"("chat_id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_channel_id_key" ON "desk"("channel_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_one_default" ON "desk"("is_default") WHERE (is_default);

-- AddForeignKey
ALTER TABLE "client_address" ADD CONSTRAINT "client_address_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_route" ADD CONSTRAINT "desk_route_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_thread" ADD CONSTRAINT "former_thread_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_thread" ADD CONSTRAINT "former_thread_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what a desk may be, and why a thread was left.
ALTER TABLE "desk" ADD CONSTRAINT "desk_kind" CHECK ("kind" IN ('forum', 'channel'));
ALTER TABLE "desk" ADD CONSTRAINT "desk_channel" CHECK (("kind" = 'channel') = ("channel_id" IS NOT NULL));
ALTER TABLE "former_thread" ADD CONSTRAINT "former_thread_reason" CHECK ("reason" IN ('moved', 'desk-moved', 'lost'));
ALTER TABLE "former_thread" ADD CONSTRAINT "former_thread_card" CHECK (("card_chat" IS NULL) = ("card_id" IS NULL));
