import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClientDestination } from '../../src/clients/destination.ts';
import { createClientRepository } from '../../src/clients/repository.ts';
import {
  createClientService,
  type MetPerson,
  type Reachability,
} from '../../src/clients/service.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
const clock = createTestClock();
const repository = createClientRepository();

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma
    .$executeRaw`TRUNCATE client, outbox_message, inbox_update RESTART IDENTITY CASCADE`;
});

function open() {
  const heard: Omit<Reachability, 'cause'>[] = [];
  const service = createClientService({
    database,
    repository,
    outbox: createOutbox({ clock }),
    clock,
    departments: async () => [],
    onDeskChosen: async () => {},
    nameless: (locale) => (locale === 'ru' ? 'Клиент' : 'Client'),
    onReachability: async (_tx, { cause: _cause, ...change }) => {
      heard.push(change);
    },
  });
  const destination = createClientDestination({ database, repository, service, placesOn: {} });
  const meet = (...people: MetPerson[]) => database.inTransaction((tx) => service.meet(tx, people));
  return { ...service, destination, heard, meetNow: meet };
}

function anna(more: Partial<MetPerson> = {}): MetPerson {
  return {
    channel: 'telegram',
    externalId: '501',
    name: 'Анна',
    username: 'anna',
    locale: 'ru',
    ...more,
  };
}

describe('meeting clients', () => {
  it('strangers become clients, each once, and are answered in the order asked', async () => {
    const { meetNow } = open();
    const boris = anna({ externalId: '502', name: 'Борис', username: null, locale: 'en' });

    const met = await meetNow(boris, anna(), boris);

    expect(met.map(({ isNew }) => isNew)).toEqual([true, true, true]);
    expect(met[0]).toEqual(met[2]);
    expect(met[0]).not.toEqual(met[1]);
    const clients = await database.prisma.client.findMany({
      include: { addresses: true },
      orderBy: { name: 'asc' },
    });
    expect(clients).toMatchObject([
      { name: 'Анна', username: 'anna', locale: 'ru', addresses: [{ externalId: '501' }] },
      { name: 'Борис', username: null, locale: 'en', addresses: [{ externalId: '502' }] },
    ]);
  });

  it('known ones are found again, with their new name and the hour of their last action', async () => {
    const { meetNow } = open();
    const [first] = await meetNow(anna());
    await clock.advance(60_000);

    const [again] = await meetNow(anna({ name: 'Анна Петрова', username: null, locale: 'en' }));

    expect(again).toEqual({ ...first, isNew: false });
    expect(await database.prisma.client.findFirst()).toMatchObject({
      name: 'Анна Петрова',
      username: null,
      locale: 'en',
      lastActionAt: clock.now(),
    });
  });

  it('names that hide or turn lines around are cleaned, and an empty one is replaced', async () => {
    const { meetNow } = open();
    await meetNow(
      anna({ name: '\u202eАнна\u200b  Петрова' }),
      anna({ externalId: '502', name: '\u200b\u2066' }),
      anna({ externalId: '503', name: '\u00a0', locale: 'en' }),
    );

    const clients = await database.prisma.client.findMany({ orderBy: { id: 'asc' } });
    expect(clients.map(({ name }) => name)).toEqual(['Анна Петрова', 'Клиент', 'Client']);
  });

  it('the same stranger met by two at once is one client', async () => {
    const { meetNow } = open();

    const [[first], [second]] = await Promise.all([meetNow(anna()), meetNow(anna())]);

    expect(second?.addressId).toBe(first?.addressId);
    expect(await database.prisma.client.count()).toBe(1);
  });

  it('one person on two channels is two clients, until somebody says otherwise', async () => {
    const { meetNow } = open();

    const met = await meetNow(anna(), anna({ channel: 'webchat' }));

    expect(new Set(met.map(({ clientId }) => clientId)).size).toBe(2);
  });
});

describe('«Start»', () => {
  const greet = (service: ReturnType<typeof open>, payload: string, cause = someCause) =>
    service.greet({ person: anna(), greeting: 'start', payload, cause });

  it('makes a client, keeps the source of the link, and greets', async () => {
    const service = open();

    expect(await greet(service, 'google_ads')).toEqual({ status: 'greeted' });

    expect(await database.prisma.client.findFirst()).toMatchObject({
      name: 'Анна',
      source: 'google_ads',
    });
    expect(await sayings(database)).toEqual([
      {
        to: 'client:1',
        name: 'client-greeting',
        facts: { greeting: 'start', chosen: null, userId: null },
      },
    ]);
  });

  it('keeps the first source: later links change nothing', async () => {
    const service = open();
    await greet(service, 'google_ads');
    await greet(service, 'yandex');

    expect(await database.prisma.client.findFirst()).toMatchObject({ source: 'google_ads' });
  });

  it('of somebody known without a source adds none: it was not the first contact', async () => {
    const service = open();
    await service.meetNow(anna());
    await greet(service, 'yandex');

    expect(await database.prisma.client.findFirst()).toMatchObject({ source: null });
  });

  it('that comes twice greets once', async () => {
    const service = open();
    const cause = await keptUpdate(database, 11);
    await greet(service, '', cause);

    expect(await greet(service, '', cause)).toEqual({ status: 'repeated' });
    expect(await sayings(database)).toHaveLength(1);
  });
});

describe('a client out of reach', () => {
  const address = { channel: 'telegram', externalId: '501' };

  it('who blocks the bot is noted, once, and dialogs hear of it', async () => {
    const service = open();
    const [met] = await service.meetNow(anna());
    await service.noteAccess({ address, blocked: true, cause: someCause });
    await service.noteAccess({ address, blocked: true, cause: someCause });

    expect(await database.prisma.clientAddress.findFirst()).toMatchObject({
      unreachable: 'blocked',
      unreachableSince: clock.now(),
    });
    expect(service.heard).toEqual([
      { addressId: met?.addressId, reachable: false, reason: 'blocked' },
    ]);
  });

  it('who comes back, by unblocking or by writing, is within reach again', async () => {
    const service = open();
    const [met] = await service.meetNow(anna());
    const back = { addressId: met?.addressId, reachable: true };
    const block = () => service.noteAccess({ address, blocked: true, cause: someCause });

    await block();
    await service.noteAccess({ address, blocked: false, cause: someCause });
    expect(service.heard.at(-1)).toEqual(back);

    await block();
    await service.meetNow(anna());
    expect(service.heard.at(-1)).toEqual(back);
    expect(await database.prisma.clientAddress.findFirst()).toMatchObject({
      unreachable: null,
      unreachableSince: null,
    });
  });

  it('whom nobody knows is nobody’s loss', async () => {
    const service = open();

    expect(await service.noteAccess({ address, blocked: true, cause: someCause })).toEqual({
      status: 'stranger',
    });
  });

  it('is found out by a message that fails, which fails alone', async () => {
    const service = open();
    const [met] = await service.meetNow(anna());
    const addressId = met?.addressId ?? 0;
    const fail = (kind: 'deactivated' | 'file-too-big') =>
      database.inTransaction((tx) => service.destination.troubled(tx, addressId, { kind }));

    expect(await fail('file-too-big')).toBe('fail');
    expect(service.heard).toEqual([]);
    expect(await fail('deactivated')).toBe('fail');
    expect(service.heard).toEqual([{ addressId, reachable: false, reason: 'deactivated' }]);
  });

  it('is written to all the same when staff ask for it', async () => {
    const service = open();
    const [met] = await service.meetNow(anna());
    await service.noteAccess({ address, blocked: true, cause: someCause });

    const places = await service.destination.resolve([met?.addressId ?? 0, 999]);
    expect(places).toEqual(
      new Map([[met?.addressId, { status: 'ready', chatId: 501, group: false }]]),
    );
  });
});
