// The table of specializations.

import type { Tx } from '../platform/database/index.ts';
import type { Specialization } from './partner.ts';

interface Row {
  id: number;
  nameRu: string;
  nameEn: string;
  hiddenAt: Date | null;
}

function toSpecialization({ hiddenAt, ...rest }: Row): Specialization {
  return { ...rest, hidden: hiddenAt !== null };
}

const SELECT = { id: true, nameRu: true, nameEn: true, hiddenAt: true } as const;

export interface Names {
  readonly nameRu: string;
  readonly nameEn: string;
}

export type SpecializationRepository = ReturnType<typeof createSpecializationRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createSpecializationRepository() {
  /** All of them, the hidden ones too, in the order in which they were made. */
  async function list(db: Tx): Promise<Specialization[]> {
    const rows = await db.specialization.findMany({ select: SELECT, orderBy: { id: 'asc' } });
    return rows.map(toSpecialization);
  }

  /** How many confirmed partners each has. */
  async function countPartners(db: Tx): Promise<ReadonlyMap<number, number>> {
    const rows = await db.$queryRaw<{ id: number; partners: number }[]>`
      SELECT ps.specialization_id AS id, count(*)::int AS partners
      FROM partner_specialization ps JOIN partner p ON p.id = ps.partner_id
      WHERE p.status = 'confirmed' GROUP BY 1`;
    return new Map(rows.map(({ id, partners }) => [id, partners]));
  }

  /** Null: one of the names is taken. */
  async function insert(tx: Tx, { nameRu, nameEn }: Names, now: Date): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO specialization (name_ru, name_en, created_at)
      VALUES (${nameRu}, ${nameEn}, ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  /** False: there is no such number, or one of the names is another's. */
  async function rename(tx: Tx, id: number, { nameRu, nameEn }: Names): Promise<boolean> {
    return (
      (await tx.$executeRaw`
        UPDATE specialization SET name_ru = ${nameRu}, name_en = ${nameEn}
        WHERE id = ${id} AND NOT EXISTS (SELECT FROM specialization AS other
          WHERE other.id <> ${id} AND (other.name_ru = ${nameRu} OR other.name_en = ${nameEn}))`) >
      0
    );
  }

  /** False: it was so already, or there is no such number. */
  async function setHidden(tx: Tx, id: number, hidden: boolean, now: Date): Promise<boolean> {
    const { count } = await tx.specialization.updateMany({
      where: { id, hiddenAt: hidden ? null : { not: null } },
      data: { hiddenAt: hidden ? now : null },
    });
    return count > 0;
  }

  return { list, countPartners, insert, rename, setHidden };
}
