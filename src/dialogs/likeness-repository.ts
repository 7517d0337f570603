// What staff have written, found again by its words or its file.

import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Likeness } from './content/likeness.ts';

/** As the indexes over them have it; `likeness.ts` reads the same out of a message. */
const WORDS = Prisma.sql`
  md5(coalesce(content->>'text', content->>'caption', content->>'question', content->>'phone'))`;
const FILE = Prisma.sql`content->>'uniqueId'`;

/**
 * Whether staff keep these words or this file inside, in whatever dialog, and have told it to no client.
 * One statement; answers are looked through only where there is such a note.
 */
export async function isKeptInside(tx: Tx, { words, file }: Likeness): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ inside: boolean }[]>`
    SELECT ${only(Prisma.sql`${WORDS} = md5(${words}::text)`)}
      OR ${only(Prisma.sql`${FILE} = ${file}::text`)} AS inside`;
  return row?.inside ?? false;
}

function only(same: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN EXISTS (SELECT 1 FROM message WHERE author = 'staff' AND purpose = 'note' AND ${same})
    THEN NOT EXISTS (SELECT 1 FROM message WHERE author = 'staff' AND purpose = 'answer'
      AND delivery IS DISTINCT FROM 'taken-back' AND ${same})
    ELSE false END`;
}
