import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.ts';
import { type Company, openCompany } from '../support/desk.ts';
import type { createSender } from '../support/intake.ts';

let company: Company;
let database: Database;
let site: ReturnType<typeof createSender>;

beforeAll(async () => {
  company = await openCompany();
  ({ database } = await company.startApp());
  site = company.site();
  const { clock } = company;
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
afterAll(() => company.close());

/** The clock goes on by a second, for no two requests are signed alike. */
async function sends(method: 'post' | 'put', body: unknown) {
  await company.clock.advance(1_000);
  return site[method]('/api/products', body);
}

const HONEY = {
  external_id: 'p-1',
  exporter_id: 'e-1',
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
    const moved = await sends('post', { ...HONEY, exporter_id: 'e-2', is_offered: false });

    expect(
      [created, same, changed, moved].map(({ status, body }) => [status, body.status]),
    ).toEqual([
      [201, 'created'],
      [200, 'unchanged'],
      [200, 'updated'],
      [200, 'updated'],
    ]);
    expect(created.body.link).toMatch(/^https:\/\/t\.me\/\w+\?start=p_[\w-]{16}$/);
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
    const answer = await sends('post', { ...HONEY, external_id: 'p-2', exporter_id: 'e-9' });

    expect(answer).toMatchObject({ status: 404, body: { error: 'exporter-unknown' } });
    expect(await stored('p-2')).toBeNull();
  });

  it('with a mistake in it is not taken, and each mistake is named', async () => {
    const answer = await sends('post', { external_id: 'p 3', exporter_id: 'e-1', url: '/honey' });

    expect(answer).toMatchObject({
      status: 422,
      body: {
        problems: [
          { path: 'external_id', rule: expect.stringContaining('without spaces') as string },
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
        { ...HONEY, external_id: 'm-1' },
        { ...HONEY, external_id: 'm-2', exporter_id: 'e-9' },
        { ...HONEY, external_id: 'p-1', exporter_id: 'e-2', is_offered: false },
      ],
    });

    expect(answer.status).toBe(200);
    expect(answer.body.products).toMatchObject([
      { external_id: 'm-1', status: 'created' },
      { external_id: 'm-2', status: 'exporter-unknown', link: null },
      { external_id: 'p-1', status: 'unchanged' },
    ]);
  });

  it('are a thousand at most, and none of them twice', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => ({ ...HONEY, external_id: `k-${n}` }));

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
    const list = Array.from({ length: 50 }, (_, n) => ({ ...HONEY, external_id: `x-${n}` }));
    await company.clock.advance(1_000);
    const one = site.put('/api/products', { products: list });
    const other = site.put('/api/products', { products: list.toReversed() });

    const statuses = (await Promise.all([one, other])).map(({ status }) => status);

    expect(statuses).toEqual([200, 200]);
    expect(
      await database.prisma.product.count({ where: { externalId: { startsWith: 'x-' } } }),
    ).toBe(50);
  });
});
