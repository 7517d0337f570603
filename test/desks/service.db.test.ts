import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/platform/outbox/words.ts';
import type { Staff } from '../../src/staff/staff.ts';
import { someCause } from '../support/causes.ts';
import { employee, igor, olga, useDesks, window } from './desks-on-database.ts';

const { clock, database, open, theDesk } = useDesks();

describe('who writes where', () => {
  const place = {
    chatId: window.id,
    withPerson: null,
    mark: { threadId: null, inTopic: false },
    locale: 'en',
  } as const;

  it('is answered in the private chat, at the desk or in the topic, in the language read there', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.readerAt({ ...place, chatId: 901, withPerson: 901 })).toEqual({
      destination: 'person:901',
      locale: 'en',
    });
    expect(await desks.readerAt(place)).toEqual({ destination: 'desk:1', locale: 'ru' });
    expect(await desks.readerAt({ ...place, mark: { threadId: 77, inTopic: true } })).toEqual({
      destination: 'thread:7',
      locale: 'ru',
    });
    expect(await desks.readerAt({ ...place, mark: { threadId: 78, inTopic: true } })).toEqual({
      destination: 'desk:1',
      locale: 'ru',
    });
    expect(await desks.readerAt({ ...place, chatId: -1 })).toBeNull();
  });
});

describe('somebody without rights who writes at the desk', () => {
  const anna = { deskId: 1, userId: 555, dialogId: null };
  const DAY_MS = 86_400_000;

  async function setUp() {
    const desks = open();
    await desks.setUp();
    return (outsider: Parameters<typeof desks.noteOutsider>[1] = anna) =>
      database().inTransaction((tx) => desks.noteOutsider(tx, outsider));
  }

  async function workedUntil(removedAt: Date | null) {
    const rest = { name: 'Анна', locale: 'ru', role: 'manager', createdAt: clock.now() };
    await database().prisma.staff.upsert({
      where: { userId: 555 },
      create: { userId: 555, ...rest, removedAt },
      update: { removedAt },
    });
  }

  it('is told that nobody outside reads it, and again a day later, but not before', async () => {
    const isTold = await setUp();

    expect([await isTold(), await isTold()]).toEqual([true, false]);
    await clock.advance(DAY_MS - 1);
    expect(await isTold()).toBe(false);
    await clock.advance(1);
    expect([await isTold(), await isTold()]).toEqual([true, false]);
  });

  it('and has had a role and lost it since is told anew', async () => {
    const isTold = await setUp();
    await isTold();

    await clock.advance(60_000);
    await workedUntil(null);
    await clock.advance(60_000);
    await workedUntil(clock.now());
    await clock.advance(60_000);

    expect([await isTold(), await isTold()]).toEqual([true, false]);
  });

  it('behind a name that others may use is told in each dialog', async () => {
    const isTold = await setUp();
    const group = { deskId: 1, userId: -100500 };

    expect(await isTold({ ...group, dialogId: 1 })).toBe(true);
    expect(await isTold({ ...group, dialogId: 2 })).toBe(true);
    expect(await isTold({ ...group, dialogId: 1 })).toBe(false);
  });
});

describe('a chat', () => {
  it('is ours while a desk is there, and for ever after: its threads, and its cards', async () => {
    const desks = open();
    await desks.setUp();
    const [desk] = await desks.listDesks();
    if (!desk) throw new Error('no desk');
    const inChannel = { kind: 'channel', chatId: -100701, channelId: -100702 } as const;
    const inForum = { kind: 'forum', chatId: -100703, channelId: null } as const;
    const move = (
      from: Parameters<typeof desks.moveTo>[1],
      to: Parameters<typeof desks.moveTo>[2],
    ) => database().inTransaction((tx) => desks.moveTo(tx, from, to, someCause));
    await move(desk, inChannel);
    expect(await desks.wasEverIn([-100702])).toBe(true);
    await move({ ...desk, ...inChannel }, inForum);

    for (const chatId of [window.id, -100701, -100702, -100703])
      expect(await desks.wasEverIn([-1, chatId])).toBe(true);
    expect(await desks.wasEverIn([-100704])).toBe(false);
    expect(await desks.wasEverIn([])).toBe(false);
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
    const [saying] = await database().prisma.outboxMessage.findMany({
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
    expect(await database().prisma.cardHeader.count()).toBe(2);
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
