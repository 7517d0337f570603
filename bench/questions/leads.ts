// A thousand requests that the marketplace hands in at once: how soon each exporter's notice is kept, and
// how soon Telegram's limits let the last of them be sent. Over as many rooms as there are dialogs.

import type { Database } from '../../src/platform/database/index.ts';
import { createSender } from '../../test/support/intake.ts';
import { withBot } from '../bench-run.ts';
import { type Figure, percentile } from '../figures.ts';
import type { Plan } from '../plan.ts';
import type { Store } from '../stores.ts';
import { groupIdOf, noticeOf, userIdOf } from '../world.ts';

const SECRET = 'a-secret-of-the-bench';
/** Requests under way at a time. */
const SIDE_BY_SIDE = 50;
/** Each has several requests; a private chat takes one message a second. */
const EXPORTERS = 200;
const PATIENCE_MS = 300_000;
/** Overall, as Telegram allows. */
const CALLS_PER_SECOND = 30;

export async function askLeads(seeded: Store, { leads: wanted }: Plan): Promise<Figure[]> {
  const stocked = await seeded.copy();
  try {
    const database = await stocked.open();
    await fill(database, wanted).finally(() => database.close());
    return await withBot(
      stocked,
      { limits: 'kept', end: 'kill', env: { INTAKE_SECRET: SECRET, INTAKE_PER_MINUTE: '0' } },
      async ({ standIn, bot }) => {
        const sender = createSender({
          address: bot.address,
          secret: SECRET,
          now: () => new Date(),
        });
        const begin = performance.now();
        const took = await handIn(wanted, (n) => sender.post('/api/leads', requestOf(n)));
        const stored = (performance.now() - begin) / 1_000;
        await standIn.until('noticed', ({ noticed }) => noticed >= wanted, PATIENCE_MS);
        return figures(wanted, took, stored, (performance.now() - begin) / 1_000);
      },
    );
  } finally {
    await stocked.remove();
  }
}

function figures(wanted: number, took: number[], stored: number, sent: number): Figure[] {
  const name = `${wanted.toLocaleString('en-US')} leads at once`;
  const atBest = wanted / CALLS_PER_SECOND;
  return [
    { name: `${name}: notices stored after`, value: stored, unit: 's', better: 'less' },
    { name: '… answered, p99', value: percentile(took, 0.99), unit: 'ms' },
    { name: '… last notice sent after', value: sent, unit: 's', better: 'less' },
    {
      name: '… that is, to what the limits allow at best',
      value: sent / atBest,
      unit: '',
      aim: { atMost: 1.5 },
    },
  ];
}

/** How long each took, in milliseconds; each must be taken. */
async function handIn(
  wanted: number,
  post: (n: number) => Promise<{ readonly status: number }>,
): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < wanted) {
      next += 1;
      const n = next;
      const begin = performance.now();
      const { status } = await post(n);
      if (status !== 201) throw new Error(`request ${n} was answered with ${status}`);
      took.push(performance.now() - begin);
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return took;
}

function requestOf(n: number) {
  return {
    external_id: `lead-${n}`,
    product_id: `product-${n}`,
    importer: { name: `Importer ${n}`, locale: 'en' },
    request: 'Twenty tonnes a month',
  };
}

/** Exporters with products, and as many rooms at work as there are dialogs. */
async function fill({ prisma, kind }: Database, wanted: number): Promise<void> {
  const tell = (sql: string) => prisma.$executeRawUnsafe(sql);
  const rooms = (await prisma.dialog.count()) - EXPORTERS;
  await tell(`INSERT INTO staff (id, user_id, name, locale, role, created_at)
    VALUES (1, 1, 'Manager', 'ru', 'manager', now()) ON CONFLICT DO NOTHING`);
  await tell(`INSERT INTO person (id, user_id, name, locale, started_at, created_at)
    SELECT n, ${userIdOf(0)} + n, 'Person ' || n, 'ru', now(), now()
    FROM generate_series(1, ${EXPORTERS + Math.max(0, rooms)}) AS n`);
  // Whoever comes later (a manager who gets a way into a room) has a number of their own.
  await tell(`SELECT setval('person_id_seq', (SELECT max(id) FROM person))`);
  await tell(`INSERT INTO company (id, code, external_id, name, status, manager_id, locale, time_zone,
      works_from, works_to, created_at)
    SELECT n, 'code-' || n, 'exporter-' || n, 'Exporter ' || n, 'confirmed', 1, 'ru', 'Europe/Moscow',
      '00:00', '23:59', now() FROM generate_series(1, ${EXPORTERS}) AS n`);
  await tell(`INSERT INTO company_person (company_id, person_id, is_contact, since)
    SELECT n, n, true, now() FROM generate_series(1, ${EXPORTERS}) AS n`);
  await tell(`INSERT INTO product (code, external_id, company_id, name, url, created_at, updated_at)
    SELECT 'product-code-' || n, 'product-' || n, n % ${EXPORTERS} + 1, '${noticeOf('')}' || n,
      'https://shop.example/brazil/' || n, now(), now() FROM generate_series(1, ${wanted}) AS n`);
  if (rooms > 0) await fillRooms(tell, rooms);
  if (kind === 'postgres') await tell('CHECKPOINT');
  await tell('VACUUM (ANALYZE)');
}

/** Each with its group, its people and the lead it came of. */
async function fillRooms(tell: (sql: string) => Promise<unknown>, rooms: number): Promise<void> {
  const each = `FROM generate_series(1, ${rooms}) AS n`;
  await tell(`INSERT INTO product (id, code, external_id, company_id, name, url, created_at, updated_at)
    VALUES (1000000, 'old', 'old', 1, 'Old', 'https://shop.example/old', now(), now())`);
  await tell(`INSERT INTO room (id, kind, state, title, company_id, manager_id, locales, created_at, ready_at)
    SELECT n, 'product', 'ready', 'Room ' || n, n % ${EXPORTERS} + 1, 1, '{ru,en}', now(), now() ${each}`);
  await tell(`INSERT INTO room_group (chat_id, room_id, state, title, missing, insiders, added_by_id, added_at, used_at)
    SELECT ${groupIdOf(0)} - n, n, 'used', 'Room ' || n, '{}', '{}', 1, now(), now() ${each}`);
  await tell(`INSERT INTO room_member (room_id, person_id, role, since)
    SELECT n, CASE role WHEN 'exporter' THEN n % ${EXPORTERS} + 1 ELSE ${EXPORTERS} + n END, role, now()
    ${each}, (VALUES ('exporter'), ('importer')) AS r (role)`);
  await tell(`INSERT INTO lead (product_id, company_id, person_id, importer_name, locale, state, room_id,
      created_at, opened_at, answered_at, answered_by)
    SELECT 1000000, 1, ${EXPORTERS} + n, 'Importer ' || n, 'en', 'open', n, now(), now(), now(), 'exporter' ${each}`);
  for (const table of ['room', 'product']) {
    await tell(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`,
    );
  }
}
