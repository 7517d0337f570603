// The table of people.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { type Person, type SeenPerson, toPerson } from './person.ts';

const SELECT = {
  id: true,
  userId: true,
  name: true,
  username: true,
  locale: true,
  phone: true,
  consentAt: true,
  startedAt: true,
} as const;

export interface PersonChange {
  readonly locale?: Locale;
  readonly phone?: string;
  readonly consentAt?: Date;
}

export type PersonRepository = ReturnType<typeof createPersonRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createPersonRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<Person[]> {
    const rows = await db.person.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toPerson);
  }

  async function findByUser(db: Tx, userIds: readonly number[]): Promise<Person[]> {
    const rows = await db.person.findMany({
      where: { userId: { in: [...userIds] } },
      select: SELECT,
    });
    return rows.map(toPerson);
  }

  /**
   * Makes the person, or renews their names; a language they chose themselves stays. Who is a client of the desk's has
   * opened the chat with the bot already.
   */
  async function save(tx: Tx, seen: SeenPerson & { readonly locale: Locale }, now: Date) {
    await tx.$executeRaw`
      INSERT INTO person (user_id, name, username, locale, created_at, started_at)
      VALUES (${seen.userId}, ${seen.name}, ${seen.username}, ${seen.locale}, ${now}::timestamptz,
        (SELECT c.created_at FROM client_address a JOIN client c ON c.id = a.client_id
          WHERE a.channel = 'telegram' AND a.external_id = ${String(seen.userId)}))
      ON CONFLICT (user_id) DO UPDATE SET
        name = excluded.name,
        username = excluded.username,
        locale = CASE WHEN person.locale_chosen THEN person.locale ELSE excluded.locale END
      WHERE (person.name, person.username, person.locale)
        IS DISTINCT FROM (excluded.name, excluded.username,
          CASE WHEN person.locale_chosen THEN person.locale ELSE excluded.locale END)`;
    return tx.person
      .findUniqueOrThrow({ where: { userId: seen.userId }, select: SELECT })
      .then(toPerson);
  }

  async function markStarted(
    tx: Tx,
    who: { readonly id: number } | { readonly userId: number },
    now: Date,
  ): Promise<void> {
    await tx.person.updateMany({ where: { ...who, startedAt: null }, data: { startedAt: now } });
  }

  async function update(tx: Tx, id: number, change: PersonChange): Promise<void> {
    const chosen = change.locale === undefined ? {} : { localeChosen: true };
    await tx.person.update({ where: { id }, data: { ...change, ...chosen } });
  }

  /** Of everybody who has chosen their language themselves. */
  async function listChosenLocales(db: Tx) {
    const rows = await db.person.findMany({
      where: { localeChosen: true },
      select: { userId: true, locale: true },
    });
    return rows.map(({ userId, locale }) => ({
      userId: Number(userId),
      locale: locale as Locale,
    }));
  }

  return { find, findByUser, save, markStarted, update, listChosenLocales };
}
