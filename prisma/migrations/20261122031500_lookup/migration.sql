-- CreateTable
CREATE TABLE "label" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_label" (
    "client_id" INTEGER NOT NULL,
    "label_id" INTEGER NOT NULL,
    "added_by_id" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_label_pkey" PRIMARY KEY ("client_id","label_id")
);

-- CreateTable
CREATE TABLE "lookup" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "query" JSON NOT NULL,
    "ends" JSON NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lookup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_search" (
    "message_id" INTEGER NOT NULL,
    "dialog_id" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "message_search_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "message_reworded" (
    "message_id" INTEGER NOT NULL,

    CONSTRAINT "message_reworded_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "search_progress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_message_id" INTEGER NOT NULL,

    CONSTRAINT "search_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "near" TEXT[],

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "label_tag_key" ON "label"("tag");

-- CreateIndex
CREATE INDEX "client_label_label_id_client_id_idx" ON "client_label"("label_id", "client_id");

-- CreateIndex
CREATE INDEX "lookup_used_at_idx" ON "lookup"("used_at");

-- CreateIndex
CREATE INDEX "message_search_dialog_id_message_id_idx" ON "message_search"("dialog_id", "message_id");

-- CreateIndex
CREATE INDEX "message_search_words" ON "message_search" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_word_near" ON "search_word" USING GIN ("near");

-- CreateIndex
CREATE INDEX "dialog_client_id_id_idx" ON "dialog"("client_id", "id");

-- CreateIndex
CREATE INDEX "dialog_by_status" ON "dialog"("status", "last_question_at", "id");

-- CreateIndex
CREATE INDEX "dialog_by_assignee" ON "dialog"("assignee_id", "last_question_at", "id") WHERE (assignee_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "dialog_waiting" ON "dialog"("waiting_since", "id") WHERE (waiting_since IS NOT NULL);

-- AddForeignKey
ALTER TABLE "client_label" ADD CONSTRAINT "client_label_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_label" ADD CONSTRAINT "client_label_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "label"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody waits while the index is written, and a list of what is still to be sorted in would have to be
-- read through by each search.
ALTER INDEX "message_search_words" SET (fastupdate = off);
ALTER INDEX "search_word_near" SET (fastupdate = off);

-- Clients by the words of their name, username and company; U+0451 is searched as U+0435.
CREATE INDEX "client_words" ON "client" USING GIN (to_tsvector('simple', translate(lower(
  "name" || ' ' || coalesce("username", '') || ' ' || coalesce("company", '')), U&'\0451', U&'\0435')))
  WITH (gin_pending_list_limit = 256);

ALTER TABLE "lookup" ADD CONSTRAINT "lookup_kind" CHECK ("kind" IN ('dialogs', 'words'));
ALTER TABLE "search_progress" ADD CONSTRAINT "search_progress_one" CHECK ("id" = 1);
