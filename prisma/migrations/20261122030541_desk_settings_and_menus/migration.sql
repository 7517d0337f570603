-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "thread_menu" (
    "id" SERIAL NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "chat_id" BIGINT,
    "message_id" INTEGER,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_menu_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "thread_menu_dialog_id_idx" ON "thread_menu"("dialog_id");

-- CreateIndex
CREATE INDEX "thread_menu_chat_id_message_id_idx" ON "thread_menu"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "thread_menu_expires_at_idx" ON "thread_menu"("expires_at");

-- AddForeignKey
ALTER TABLE "thread_menu" ADD CONSTRAINT "thread_menu_dialog_id_fkey" FOREIGN KEY ("dialog_id") REFERENCES "dialog"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_menu" ADD CONSTRAINT "thread_menu_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "desk" ADD CONSTRAINT "desk_settings_object" CHECK (jsonb_typeof("settings") = 'object');
ALTER TABLE "thread_menu" ADD CONSTRAINT "thread_menu_place" CHECK (("chat_id" IS NULL) = ("message_id" IS NULL));
