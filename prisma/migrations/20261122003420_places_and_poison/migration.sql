-- CreateIndex
CREATE INDEX "inbox_poison" ON "inbox_update"("seq") WHERE (state = 'poison');

-- CreateIndex
CREATE INDEX "projection_destination" ON "projection"("destination");
