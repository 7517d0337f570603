-- DropIndex
DROP INDEX "dialog_by_assignee";

-- CreateIndex
CREATE INDEX "dialog_by_assignee" ON "dialog"("assignee_id", "status", "last_question_at", "id") WHERE (assignee_id IS NOT NULL);
