import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAdjust } from '../../src/desks/adjust.ts';
import { DESK_RIGHTS, type DeskRight, type Membership } from '../../src/desks/desk.ts';
import { createDeskDestination } from '../../src/desks/destination.ts';
import { createMembership } from '../../src/desks/membership.ts';
import { createDeskRepository } from '../../src/desks/repository.ts';
import { createDeskService } from '../../src/desks/service.ts';
import { createDeskSetUp } from '../../src/desks/set-up.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { wordsFor } from '../../src/platform/outbox/words.ts';
import type { Role, Staff } from '../../src/staff/staff.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLogger } from '../support/logger.ts';

let database: TestDatabase;
const clock = createTestClock();
const repository = createDeskRepository();

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma.$executeRaw`
    TRUNCATE desk, client, card_header, outbox_message, projection, inbox_update RESTART IDENTITY CASCADE`;
});

const employee = (id: number, role: Role): Staff => ({
  id,
  userId: 900 + id,
  name: `Person ${id}`,
  username: null,
  locale: 'ru',
  role,
});
const igor = employee(1, 'admin');
const olga = employee(4, 'supervisor');

const all: Membership = { status: 'administrator', rights: DESK_RIGHTS };
const without = (...lost: DeskRight[]): Membership => ({
  status: 'administrator',
  rights: DESK_RIGHTS.filter((right) => !lost.includes(right)),
});
const window = { id: -100500, title: 'Единое окно' };
const other = { id: -100600, title: 'Второе окно' };

function open() {
  const adopted: number[] = [];
  const redrawn: number[] = [];
  const common = {
    database,
    repository,
    clock,
    outbox: createOutbox({ clock }),
    logger: silentLogger,
  };
  const service = createDeskService({
    ...common,
    caretakers: async () => [igor, olga],
    findDialog: async (_deskId, threadId) => (threadId === 77 ? 7 : null),
  });
  const rooms = {
    ...common,
    service,
    adoptDialogs: async (_tx: unknown, deskId: number) => void adopted.push(deskId),
    redrawCards: async (_tx: unknown, deskId: number) => void redrawn.push(deskId),
  };
  const setUp = createDeskSetUp(rooms);
  const destination = createDeskDestination(rooms);
  return {
    ...service,
    ...setUp,
    ...createMembership(rooms),
    ...createAdjust(rooms),
    destination,
    adopted,
    redrawn,
    setUp: (chat = window, membership: Membership = all) =>
      setUp.setUpDesk({ by: igor, chat, membership, reader: null, cause: someCause }),
    fail: (failure: Parameters<typeof service.troubled>[2]) =>
      database.inTransaction((tx) => service.troubled(tx, 1, failure)),
    member: (membership: Membership, isForum = true) =>
      createMembership(rooms).noteMembership({
        chat: { ...window, isForum },
        membership,
        by: null,
        cause: someCause,
      }),
  };
}

const theDesk = () => database.prisma.desk.findFirst();
const told = async (name: string) =>
  (await sayings(database)).filter((saying) => saying.name === name).map(({ to }) => to);

describe('setting up a desk', () => {
  it('makes a forum the desk, in the language of who did it, and says so there', async () => {
    const desks = open();

    expect(await desks.setUp()).toEqual({ status: 'set-up', missing: [] });

    expect(await theDesk()).toMatchObject({
      chatId: -100500n,
      title: 'Единое окно',
      locale: 'ru',
      state: 'ready',
    });
    expect(await sayings(database)).toEqual([
      { to: 'desk:1', name: 'desk-set-up', facts: { status: 'set-up', missing: [] } },
    ]);
    expect(desks.adopted).toEqual([1]);
  });

  it.each<DeskRight>(['can_manage_topics', 'can_pin_messages'])(
    'without %s makes none and names it',
    async (right) => {
      expect(await open().setUp(window, without(right))).toEqual({
        status: 'rights-missing',
        missing: [right],
        admin: true,
      });
      expect(await theDesk()).toBeNull();
    },
  );

  it('without the right to delete goes on, with a word on it', async () => {
    expect(await open().setUp(window, without('can_delete_messages'))).toEqual({
      status: 'set-up',
      missing: ['can_delete_messages'],
    });
  });

  it('by a bot that is no administrator says that first', async () => {
    expect(await open().setUp(window, { status: 'member' })).toEqual({
      status: 'rights-missing',
      missing: DESK_RIGHTS,
      admin: false,
    });
  });

  it('twice checks and changes nothing but the title', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp({ ...window, title: 'Окно' })).toEqual({
      status: 'checked',
      missing: [],
    });
    expect(await database.prisma.desk.findMany()).toMatchObject([{ title: 'Окно' }]);
  });

  it('in a second forum moves nothing and says which is the desk', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other)).toEqual({ status: 'other-desk', title: 'Единое окно' });
    expect(await database.prisma.desk.count()).toBe(1);
  });

  it('in two forums at the same moment makes one desk', async () => {
    const desks = open();

    const outcomes = await Promise.all([desks.setUp(), desks.setUp(other)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['other-desk', 'set-up']);
    expect(await database.prisma.desk.count()).toBe(1);
  });

  it('is not for a manager', async () => {
    const by = employee(2, 'manager');

    expect(
      await open().setUpDesk({ by, chat: window, membership: all, reader: null, cause: someCause }),
    ).toEqual({
      status: 'no-right',
    });
  });

  it('by an update that comes twice happens once', async () => {
    const desks = open();
    const cause = await keptUpdate(database, 5);
    const command = { by: igor, chat: window, membership: all, reader: null, cause };
    await desks.setUpDesk(command);

    expect(await desks.setUpDesk(command)).toEqual({ status: 'repeated' });
    expect(await sayings(database)).toHaveLength(1);
  });
});

describe('a desk in trouble', () => {
  it('that lost the bot holds everything back, and who can repair it is told once', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.fail({ kind: 'chat-gone', reason: 'kicked' })).toBe('hold');
    expect(await desks.fail({ kind: 'chat-gone', reason: 'kicked' })).toBe('hold');

    expect(await theDesk()).toMatchObject({
      state: 'gone',
      trouble: 'kicked',
      troubleAt: clock.now(),
    });
    expect(await told('desk-trouble')).toEqual(['person:901', 'person:904']);
    expect(await desks.destination.resolve([1])).toEqual(new Map([[1, { status: 'suspended' }]]));
  });

  it('whose rights were taken says which, and comes back by itself when they are given back', async () => {
    const desks = open();
    await desks.setUp();

    await desks.member(without('can_manage_topics'));
    expect(await theDesk()).toMatchObject({ state: 'no-rights', trouble: 'can_manage_topics' });

    await desks.member(all);
    expect(await theDesk()).toMatchObject({ state: 'ready', trouble: null, troubleAt: null });
    expect(await told('desk-restored')).toEqual(['person:901', 'person:904']);
    expect(await desks.destination.resolve([1])).toEqual(
      new Map([[1, { status: 'ready', chatId: -100500, group: true }]]),
    );
  });

  it('that may not pin goes on: a card that is not pinned is still a card', async () => {
    const desks = open();
    await desks.setUp();

    expect(
      await desks.fail({ kind: 'no-rights', what: 'manage pinned messages in the chat' }),
    ).toBe('fail');
    await desks.member(without('can_pin_messages'));

    expect(await theDesk()).toMatchObject({ state: 'ready' });
  });

  it('is repaired by /desk as well', async () => {
    const desks = open();
    await desks.setUp();
    await desks.fail({ kind: 'not-a-forum' });

    expect(await desks.setUp()).toEqual({ status: 'restored', missing: [] });
    expect(await theDesk()).toMatchObject({ state: 'ready', trouble: null });
  });

  it('is not mistaken for another group of the bot', async () => {
    const desks = open();
    await desks.setUp();
    const chat = { ...other, isForum: true };
    await desks.noteMembership({
      chat,
      membership: { status: 'outside' },
      by: null,
      cause: someCause,
    });

    expect(await theDesk()).toMatchObject({ state: 'ready' });
  });
});

describe('a desk that moves', () => {
  async function openDialog(deskId: number, threadId: number, closed: boolean): Promise<number> {
    const { prisma } = database;
    const now = clock.now();
    const client = await prisma.client.create({
      data: { name: 'Анна', locale: 'ru', createdAt: now },
    });
    const address = await prisma.clientAddress.create({
      data: { clientId: client.id, channel: 'telegram', externalId: String(threadId) },
    });
    const { id } = await prisma.dialog.create({
      data: {
        deskId,
        clientId: client.id,
        addressId: address.id,
        channel: 'telegram',
        status: closed ? 'closed' : 'unanswered',
        closedAt: closed ? now : null,
        openedAt: now,
        lastQuestionAt: now,
        threadId,
      },
    });
    await prisma.message.create({
      data: {
        dialogId: id,
        author: 'staff',
        staffId: (await staffRow()).id,
        purpose: 'answer',
        chatId: window.id,
        messageId: threadId,
        kind: 'text',
        content: {},
        receivedAt: now,
      },
    });
    await prisma.projection.create({
      data: {
        kind: 'card',
        subjectId: id,
        destination: `thread:${id}`,
        shown: 1,
        messageId: 10,
        shownHash: 'x',
      },
    });
    return id;
  }

  async function staffRow() {
    return database.prisma.staff.upsert({
      where: { userId: 901 },
      create: { userId: 901, name: 'Игорь', locale: 'ru', role: 'admin', createdAt: clock.now() },
      update: {},
    });
  }

  const threads = async () =>
    (await database.prisma.dialog.findMany({ orderBy: { id: 'asc' } })).map(
      ({ threadId }) => threadId,
    );

  it('to a supergroup keeps its dialogs, with new topics and new cards for the open ones', async () => {
    const desks = open();
    await desks.setUp();
    const openId = await openDialog(1, 21, false);
    const closedId = await openDialog(1, 22, true);
    const move = { oldChatId: window.id, newChatId: -100999 };

    await desks.migrate({ ...move, cause: someCause });
    await desks.migrate({ ...move, cause: someCause });

    expect(await theDesk()).toMatchObject({ chatId: -100999n, state: 'ready' });
    expect(await threads()).toEqual([null, null]);
    const cards = await database.prisma.projection.findMany({ orderBy: { subjectId: 'asc' } });
    expect(cards).toMatchObject([
      { subjectId: openId, messageId: null, dirtySince: clock.now() },
      { subjectId: closedId, messageId: 10, dirtySince: null },
    ]);
    expect(await database.prisma.event.count({ where: { type: 'desk-moved' } })).toBe(1);
  });

  it('leaves messages the chat they were written in: the same number means another message in the new one', async () => {
    const desks = open();
    await desks.setUp();
    await openDialog(1, 21, false);
    await desks.migrate({ oldChatId: window.id, newChatId: -100999, cause: someCause });

    expect(await database.prisma.message.findMany()).toMatchObject([
      { chatId: BigInt(window.id), messageId: 21 },
    ]);
  });

  it('because its group was deleted goes on in the forum where /desk is written next', async () => {
    const desks = open();
    await desks.setUp();
    await openDialog(1, 21, false);
    await desks.fail({ kind: 'chat-gone', reason: 'deleted' });

    expect(await desks.setUp(other)).toEqual({ status: 'moved', missing: [] });

    expect(await database.prisma.desk.findMany()).toMatchObject([
      { id: 1, chatId: -100600n, title: 'Второе окно', state: 'ready' },
    ]);
    expect(await threads()).toEqual([null]);
    expect(await told('desk-set-up')).toEqual(['desk:1', 'desk:1']);
  });

  it('means nothing for a group that is no desk', async () => {
    const desks = open();
    await desks.setUp();
    await desks.migrate({ oldChatId: -5, newChatId: -6, cause: someCause });

    expect(await theDesk()).toMatchObject({ chatId: -100500n });
  });
});

describe('who writes where', () => {
  const place = { chatId: window.id, withPerson: null, threadId: null, locale: 'en' } as const;

  it('is answered in the private chat, at the desk or in the topic, in the language read there', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.readerAt({ ...place, chatId: 901, withPerson: 901 })).toEqual({
      destination: 'person:901',
      locale: 'en',
    });
    expect(await desks.readerAt(place)).toEqual({ destination: 'desk:1', locale: 'ru' });
    expect(await desks.readerAt({ ...place, threadId: 77 })).toEqual({
      destination: 'thread:7',
      locale: 'ru',
    });
    expect(await desks.readerAt({ ...place, threadId: 78 })).toEqual({
      destination: 'desk:1',
      locale: 'ru',
    });
    expect(await desks.readerAt({ ...place, chatId: -1 })).toBeNull();
  });

  it('an outsider at the desk is told once that nobody outside reads it', async () => {
    const desks = open();
    await desks.setUp();
    const tell = () => database.inTransaction((tx) => desks.outsiderToldOnce(tx, 1, 555));

    expect([await tell(), await tell()]).toEqual([true, false]);
  });
});

describe('what managers change', () => {
  async function asked(by: Staff) {
    const [desk] = await open().listDesks();
    if (!desk) throw new Error('no desk');
    return { by, desk, reader: { destination: 'desk:1', locale: 'ru' }, cause: someCause } as const;
  }

  it('the language of the desk, in which it is answered from then on', async () => {
    const desks = open();
    await desks.setUp();
    await desks.setLocale({ ...(await asked(olga)), locale: 'en' });

    expect(await theDesk()).toMatchObject({ locale: 'en' });
    expect(desks.redrawn).toEqual([1]);
    const [saying] = await database.prisma.outboxMessage.findMany({
      where: { name: 'desk-language' },
    });
    expect(saying?.args).toEqual(
      wordsFor({ destination: 'desk:1', locale: 'en' }, 'desk-language').args,
    );
  });

  it('the header of its cards, for all or for some, and back', async () => {
    const desks = open();
    await desks.setUp();
    const change = await asked(igor);
    const everywhere = { channel: null, status: null };
    const closed = { channel: 'telegram', status: 'closed' };
    const subject = { deskId: 1, channel: 'telegram', status: 'closed' };

    await desks.setHeader({ ...change, scope: everywhere, lines: ['number', 'client'] });
    await desks.setHeader({ ...change, scope: closed, lines: ['page'] });
    await desks.setHeader({ ...change, scope: closed, lines: ['number'] });

    const headers = await desks.headers();
    expect(headers(subject)).toEqual(['number']);
    expect(headers({ ...subject, status: 'note' })).toEqual(['number', 'client']);
    expect(await database.prisma.cardHeader.count()).toBe(2);
    expect(desks.redrawn).toHaveLength(3);

    await desks.setHeader({ ...change, scope: closed, lines: null });
    expect((await desks.headers())(subject)).toEqual(['number', 'client']);
  });

  it('is refused to everybody else', async () => {
    const desks = open();
    await desks.setUp();
    const change = await asked(employee(2, 'support'));

    expect(await desks.setLocale({ ...change, locale: 'en' })).toEqual({ status: 'no-right' });
    expect(await theDesk()).toMatchObject({ locale: 'ru' });
  });
});
