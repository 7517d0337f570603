-- DropIndex
DROP INDEX "partner_invitation_remind";

-- CreateIndex
CREATE INDEX "partner_invitation_remind" ON "partner_invitation"("remind_at") WHERE (state IN ('sent', 'accepted') AND reminded_at IS NULL);

-- Of one that was accepted it is the hour to ask for the partner, which has nothing to do with the time to answer.
ALTER TABLE "partner_invitation" DROP CONSTRAINT "partner_invitation_in_time";
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_in_time" CHECK ("expires_at" > "sent_at" AND "remind_at" >= "sent_at" AND ("state" <> 'sent' OR "expires_at" > "remind_at"));
UPDATE "partner_invitation" SET "reminded_at" = "ended_at" WHERE "state" = 'accepted' AND "reminded_at" IS NULL;
