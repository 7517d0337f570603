-- CreateTable
CREATE TABLE "message_reaction" (
    "message_id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "version" SERIAL NOT NULL,
    "reactions" TEXT[],
    "in_words" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_reaction_pkey" PRIMARY KEY ("message_id","person")
);

-- AddForeignKey
ALTER TABLE "message_reaction" ADD CONSTRAINT "message_reaction_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the client, the bot's own sign, or the number of an employee.
ALTER TABLE "message_reaction" ALTER COLUMN "reactions" SET NOT NULL;
ALTER TABLE "message_reaction" ADD CONSTRAINT "message_reaction_person" CHECK ("person" >= -1);
