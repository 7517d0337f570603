-- What was not sent yet gets its row when it is.
DELETE FROM "message_copy" WHERE "message_id" IS NULL;

-- AlterTable
ALTER TABLE "message_copy" ALTER COLUMN "chat_id" SET NOT NULL,
ALTER COLUMN "message_id" SET NOT NULL;
