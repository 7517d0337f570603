// What a card's own query reads of a client who sells or works with clients in groups: a column beside the
// dialog, for a statement more would cost every card.

import { Prisma } from '../generated/prisma/client.ts';

/** Of the client behind address `a`: each is found by the index of people's Telegram ids. */
export const STANDINGS = Prisma.raw(`(
  SELECT json_agg(s) FROM (
    SELECT 'exporter' AS is, o.name FROM person x
    JOIN company_person b ON b.person_id = x.id AND b.left_at IS NULL
    JOIN company o ON o.id = b.company_id AND o.status <> 'rejected'
    WHERE x.user_id = CASE WHEN a.channel = 'telegram' THEN a.external_id::bigint END
    UNION ALL
    SELECT 'partner', p.name FROM person x
    JOIN partner p ON p.person_id = x.id AND p.status = 'confirmed'
    WHERE x.user_id = CASE WHEN a.channel = 'telegram' THEN a.external_id::bigint END
  ) AS s)`);
