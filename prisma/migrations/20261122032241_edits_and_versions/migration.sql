-- AlterTable
ALTER TABLE "message" ADD COLUMN     "answered_by_id" INTEGER,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "message_copy" ADD COLUMN     "retired" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sent_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "shown_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "message_version" (
    "message_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_version_pkey" PRIMARY KEY ("message_id","version")
);

-- AddForeignKey
ALTER TABLE "message_version" ADD CONSTRAINT "message_version_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a datamodel cannot say.
ALTER TABLE "message" DROP CONSTRAINT "message_delivery";
ALTER TABLE "message" ADD CONSTRAINT "message_delivery" CHECK ("delivery" IN ('queued', 'delivered', 'failed', 'unknown', 'taking-back', 'taken-back'));
ALTER TABLE "message" ADD CONSTRAINT "message_versions_count" CHECK ("version" >= 1);
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_versions" CHECK ("shown_version" >= "sent_version" AND "sent_version" >= 1);

CREATE FUNCTION "refuse_change_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of messages is append-only';
END
$$;
CREATE TRIGGER "message_version_is_append_only" BEFORE UPDATE OR DELETE ON "message_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_version"();
