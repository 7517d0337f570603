-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "locale" TEXT NOT NULL,
    "locale_chosen" BOOLEAN NOT NULL DEFAULT false,
    "phone" TEXT,
    "consent_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "manager_id" INTEGER,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "works_from" TEXT NOT NULL,
    "works_to" TEXT NOT NULL,
    "contact_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_person" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "is_contact" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "title" TEXT NOT NULL,
    "company_id" INTEGER,
    "manager_id" INTEGER,
    "locales" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_group" (
    "id" SERIAL NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "room_id" INTEGER,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "missing" TEXT[],
    "added_by_id" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "lost_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_member" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "tag" TEXT,
    "invited_by_id" INTEGER,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_entry" (
    "id" SERIAL NOT NULL,
    "room_id" INTEGER NOT NULL,
    "code" TEXT,
    "person_id" INTEGER,
    "role" TEXT NOT NULL,
    "tag" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "invited_by_id" INTEGER,
    "group_id" INTEGER,
    "link" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_user_id_key" ON "person"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_code_key" ON "company"("code");

-- CreateIndex
CREATE UNIQUE INDEX "company_external_id_key" ON "company"("external_id");

-- CreateIndex
CREATE INDEX "company_managed" ON "company"("manager_id") WHERE (status = 'confirmed');

-- CreateIndex
CREATE INDEX "company_person_company_id_idx" ON "company_person"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_person_one" ON "company_person"("person_id") WHERE (left_at IS NULL);

-- CreateIndex
CREATE INDEX "room_waiting" ON "room"("id") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "room_company_id_idx" ON "room"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_one_personal" ON "room"("company_id") WHERE (kind = 'personal' AND closed_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_group_chat_id_key" ON "room_group"("chat_id");

-- CreateIndex
CREATE INDEX "room_group_ready" ON "room_group"("id") WHERE (state = 'ready');

-- CreateIndex
CREATE UNIQUE INDEX "room_group_one" ON "room_group"("room_id") WHERE (state = 'used');

-- CreateIndex
CREATE INDEX "room_member_person_id_idx" ON "room_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_member_once" ON "room_member"("room_id", "person_id") WHERE (left_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_entry_code_key" ON "room_entry"("code");

-- CreateIndex
CREATE INDEX "room_entry_person_id_idx" ON "room_entry"("person_id");

-- CreateIndex
CREATE INDEX "room_entry_expires" ON "room_entry"("expires_at") WHERE (state = 'open' AND expires_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "room_entry_once" ON "room_entry"("room_id", "person_id") WHERE (state = 'open' AND person_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_person" ADD CONSTRAINT "company_person_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_person" ADD CONSTRAINT "company_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_group" ADD CONSTRAINT "room_group_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_group" ADD CONSTRAINT "room_group_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_member" ADD CONSTRAINT "room_member_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_member" ADD CONSTRAINT "room_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "room_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- States and roles that may be.
ALTER TABLE "company" ADD CONSTRAINT "company_status" CHECK ("status" IN ('invited', 'pending', 'confirmed', 'rejected', 'blocked'));
ALTER TABLE "room" ADD CONSTRAINT "room_kind" CHECK ("kind" IN ('personal', 'product', 'support'));
ALTER TABLE "room" ADD CONSTRAINT "room_state" CHECK ("state" IN ('waiting', 'ready', 'lost', 'closed'));
ALTER TABLE "room" ADD CONSTRAINT "room_closed_means_when" CHECK (("state" = 'closed') = ("closed_at" IS NOT NULL));
ALTER TABLE "room" ADD CONSTRAINT "room_speaks" CHECK (cardinality("locales") BETWEEN 1 AND 2);
ALTER TABLE "room_group" ADD CONSTRAINT "room_group_state" CHECK ("state" IN ('lacking', 'ready', 'used', 'lost'));
-- Of the stock nothing belongs to a room, and what a room has had belongs to no other.
ALTER TABLE "room_group" ADD CONSTRAINT "room_group_used_means_room" CHECK (("state" = 'used') <= ("room_id" IS NOT NULL));
ALTER TABLE "room_group" ADD CONSTRAINT "room_group_stock_has_no_room" CHECK (("state" IN ('lacking', 'ready')) <= ("room_id" IS NULL));
ALTER TABLE "room_member" ADD CONSTRAINT "room_member_role" CHECK ("role" IN ('exporter', 'importer', 'partner', 'manager', 'support', 'guest'));
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_role" CHECK ("role" IN ('exporter', 'importer', 'partner', 'manager', 'support', 'guest'));
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_state" CHECK ("state" IN ('open', 'used', 'closed'));
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_ended_means_when" CHECK (("state" = 'open') = ("ended_at" IS NULL));
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_is_somebodys" CHECK ("code" IS NOT NULL OR "person_id" IS NOT NULL);
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_link_of_group" CHECK ("link" IS NULL OR "group_id" IS NOT NULL);
