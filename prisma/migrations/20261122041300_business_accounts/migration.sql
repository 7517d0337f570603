-- CreateTable
CREATE TABLE "business_account" (
    "user_id" BIGINT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "can_reply" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "business_account_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "business_chat" (
    "id" SERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "business_chat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "business_account_connection_id_key" ON "business_account"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "business_chat_account_id_customer_id_key" ON "business_chat"("account_id", "customer_id");

-- Written by hand: what an employee's account has said to the client by itself.
ALTER TABLE "message" DROP CONSTRAINT "message_purpose";
ALTER TABLE "message" ADD CONSTRAINT "message_purpose" CHECK ("purpose" IN ('question', 'thanks', 'rating-words', 'answer', 'note', 'held', 'said-by-itself'));
