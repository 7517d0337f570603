import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLeads } from '../../src/leads/index.ts';
import { createApi } from '../../src/platform/http/api.ts';
import { createHttp } from '../../src/platform/http/http.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createSender, SECRET } from '../support/intake.ts';
import { silentLogger } from '../support/logger.ts';

const clock = createTestClock();
let database: TestDatabase;
let site: ReturnType<typeof createSender>;
let stop: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  const leads = createLeads({ database, clock, botUsername: () => 'deskroom_bot' });
  const { stop: end, start } = createHttp({
    host: '127.0.0.1',
    port: 0,
    ready: () => ({ ready: true, reasons: [] }),
    metrics: createMetrics().registry,
    logger: silentLogger,
    routes: createApi({
      routes: leads.routes,
      intakeSecret: SECRET,
      intakePerMinute: 0,
      publicUrl: undefined,
      clock,
      logger: silentLogger,
    }),
  });
  stop = end;
  site = createSender({ address: await start(), now: clock.now });
  for (const [externalId, name] of [
    ['e-1', 'Уралмёд'],
    ['e-2', 'Алтай'],
  ] as const) {
    await database.prisma.company.create({
      data: {
        code: `code-${externalId}`,
        externalId,
        name,
        status: 'confirmed',
        locale: 'ru',
        timeZone: 'Europe/Moscow',
        worksFrom: '09:00',
        worksTo: '18:00',
        createdAt: clock.now(),
      },
    });
  }
});
afterAll(async () => {
  await stop();
  await database.close();
});

/** The clock goes on by a second, for no two requests are signed alike. */
async function sends(method: 'post' | 'put', body: unknown) {
  await clock.advance(1_000);
  return site[method]('/api/products', body);
}

const HONEY = {
  externalId: 'p-1',
  exporterId: 'e-1',
  name: 'Мёд липовый',
  url: 'https://shop.example/russia/honey',
};
const stored = (externalId: string) =>
  database.prisma.product.findUnique({ where: { externalId }, include: { company: true } });

describe('a product', () => {
  it('gets a link that nobody guesses, and keeps it whatever changes', async () => {
    const created = await sends('post', HONEY);
    const same = await sends('post', HONEY);
    const changed = await sends('post', { ...HONEY, name: 'Мёд гречишный', category: 'Мёд' });
    const moved = await sends('post', { ...HONEY, exporterId: 'e-2', isOffered: false });

    expect(
      [created, same, changed, moved].map(({ status, body }) => [status, body.status]),
    ).toEqual([
      [201, 'created'],
      [200, 'unchanged'],
      [200, 'updated'],
      [200, 'updated'],
    ]);
    expect(created.body.link).toMatch(/^https:\/\/t\.me\/deskroom_bot\?start=p_[\w-]{16}$/);
    expect([same, changed, moved].map(({ body }) => body.link)).toEqual(
      Array.from({ length: 3 }, () => created.body.link),
    );
    expect(await stored('p-1')).toMatchObject({
      name: 'Мёд липовый',
      category: null,
      isOffered: false,
      company: { name: 'Алтай' },
    });
  });

  it('of an exporter nobody knows is not taken', async () => {
    const answer = await sends('post', { ...HONEY, externalId: 'p-2', exporterId: 'e-9' });

    expect(answer).toMatchObject({ status: 404, body: { error: 'exporter-unknown' } });
    expect(await stored('p-2')).toBeNull();
  });

  it('with a mistake in it is not taken, and each mistake is named', async () => {
    const answer = await sends('post', { externalId: 'p 3', exporterId: 'e-1', url: '/honey' });

    expect(answer).toMatchObject({
      status: 422,
      body: {
        problems: [
          { path: 'externalId', rule: expect.stringContaining('without spaces') as string },
          { path: 'name', rule: 'must be a text of 1 to 200 characters' },
          { path: 'url', rule: expect.stringContaining('http(s)') as string },
        ],
      },
    });
  });
});

describe('many products at once', () => {
  it('are taken each by itself', async () => {
    const answer = await sends('put', {
      products: [
        { ...HONEY, externalId: 'm-1' },
        { ...HONEY, externalId: 'm-2', exporterId: 'e-9' },
        { ...HONEY, externalId: 'p-1', exporterId: 'e-2', isOffered: false },
      ],
    });

    expect(answer.status).toBe(200);
    expect(answer.body.products).toMatchObject([
      { externalId: 'm-1', status: 'created' },
      { externalId: 'm-2', status: 'exporter-unknown', link: null },
      { externalId: 'p-1', status: 'unchanged' },
    ]);
  });

  it('are a thousand at most, and none of them twice', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => ({ ...HONEY, externalId: `k-${n}` }));

    const thousand = await sends('put', { products: many.slice(1) });
    const more = await sends('put', { products: many });
    const twice = await sends('put', { products: [HONEY, HONEY] });
    const none = await sends('put', { products: [] });

    expect([thousand, more, twice, none].map(({ status }) => status)).toEqual([200, 422, 422, 422]);
    expect(twice.body.problems).toEqual([
      { path: 'products', rule: 'must not name one product twice' },
    ]);
  });

  it('that arrive from two sides at once are each there once', async () => {
    const list = Array.from({ length: 50 }, (_, n) => ({ ...HONEY, externalId: `x-${n}` }));
    await clock.advance(1_000);
    const one = site.put('/api/products', { products: list });
    const other = site.put('/api/products', { products: list.toReversed() });

    const statuses = (await Promise.all([one, other])).map(({ status }) => status);

    expect(statuses).toEqual([200, 200]);
    expect(
      await database.prisma.product.count({ where: { externalId: { startsWith: 'x-' } } }),
    ).toBe(50);
  });
});
