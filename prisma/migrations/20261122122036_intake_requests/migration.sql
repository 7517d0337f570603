-- CreateTable
CREATE TABLE "intake_request" (
    "id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intake_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "intake_request_taken_at_idx" ON "intake_request"("taken_at");
