-- AlterTable
ALTER TABLE "ticket_message" ALTER COLUMN "message_id" DROP NOT NULL;
