import { describe, expect, it } from 'vitest';
import { someCause } from '../support/causes.ts';
import { toFiveMinutes } from '../support/to-five-minutes.ts';
import { all, other, useDesks, window, without } from './desks-on-database.ts';

const { clock, database, open, theDesk, told } = useDesks();

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

    expect(await desks.setUp()).toMatchObject({ status: 'restored', kind: 'forum' });
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
    const { prisma } = database();
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
        listedAt: toFiveMinutes(now),
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
        kind: 'dialog-card',
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
    return database().prisma.staff.upsert({
      where: { userId: 901 },
      create: { userId: 901, name: 'Игорь', locale: 'ru', role: 'admin', createdAt: clock.now() },
      update: {},
    });
  }

  const threads = async () =>
    (await database().prisma.dialog.findMany({ orderBy: { id: 'asc' } })).map(
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
    const cards = await database().prisma.projection.findMany({ orderBy: { subjectId: 'asc' } });
    expect(cards).toMatchObject([
      { subjectId: openId, messageId: null, dirtySince: clock.now() },
      { subjectId: closedId, messageId: 10, dirtySince: null },
    ]);
    expect(await database().prisma.event.count({ where: { type: 'desk-moved' } })).toBe(1);
  });

  it('leaves messages the chat they were written in: the same number means another message in the new one', async () => {
    const desks = open();
    await desks.setUp();
    await openDialog(1, 21, false);
    await desks.migrate({ oldChatId: window.id, newChatId: -100999, cause: someCause });

    expect(await database().prisma.message.findMany()).toMatchObject([
      { chatId: BigInt(window.id), messageId: 21 },
    ]);
  });

  it('because its group was deleted goes on in the forum where /desk is written next', async () => {
    const desks = open();
    await desks.setUp();
    await openDialog(1, 21, false);
    await desks.fail({ kind: 'chat-gone', reason: 'deleted' });

    expect(await desks.setUp(other)).toMatchObject({ status: 'moved', kind: 'forum' });

    expect(await database().prisma.desk.findMany()).toMatchObject([
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
