// Reactions cross both ways, in front of the bot's own signs, and change nothing else; what the bot may
// not set is said in words.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, cardOf, doing, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

const ANSWER = '500 рублей';
const QUESTION = 'Здравствуйте! Сколько стоит доставка?';

/** Telegram asks the bot to wait. */
const WAIT = {
  kind: 'error',
  error_code: 429,
  description: 'Too Many Requests: retry after 5',
  parameters: { retry_after: 5 },
} as const;

/** Катя has answered a new client. */
async function answered(name: string): Promise<OpenDialog> {
  const dialog = await asks(company, name);
  await does(company.katya.in(dialog.topic).says(ANSWER));
  return dialog;
}

/** The message itself, not the card or a line that quotes it. */
async function inThread({ topic }: OpenDialog, text: string): Promise<Message> {
  const found = (await company.katya.in(topic).messages()).find((one) => one.text === text);
  if (!found) throw new Error(`«${text}» is not in the thread`);
  return found;
}

/** The last line of the thread, if it tells of a reaction. */
async function toldLast(dialog: OpenDialog): Promise<string | undefined> {
  return (await dialog.thread()).at(-1);
}

async function callsOf(method: string, chatId: number): Promise<number> {
  return (await company.control.calls({ method, chatId })).length;
}

/** On the card, or on the post that is one. */
async function reactsOnCard({ client }: OpenDialog): Promise<void> {
  const { chatId, messageId } = await cardOf(company, client.name);
  await company.control.react({ userId: company.katya.id, chatId, messageId, emoji: '❤' });
}

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  describe('a client’s reaction', () => {
    it('stands on the answer in the thread in place of 👌, which comes back when it is withdrawn', async () => {
      const dialog = await answered('Анна');
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['👌']);
      const answer = await dialog.client.reads(ANSWER);
      await does(dialog.client.reacts(answer, '❤'));
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['❤']);
      await does(dialog.client.reacts(answer, '🔥'));
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['🔥']);
      await does(dialog.client.reacts(answer, null));
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['👌']);
    });

    it('on their own words stands on the copy', async () => {
      const dialog = await asks(company, 'Белла');
      await does(dialog.client.reacts(await dialog.client.reads(QUESTION), '👍'));
      expect(signs(await inThread(dialog, QUESTION))).toEqual(['👍']);
    });

    it('starts no clock, opens nothing and is in the log', async () => {
      const dialog = await answered('Вера');
      await does(company.katya.presses('Закрыть', { in: dialog.topic }));
      const before = await dialog.card();
      await does(dialog.client.reacts(await dialog.client.reads(ANSWER), '👎'));

      expect(await dialog.card()).toBe(before);
      expect(await dialog.status()).toContain('ЗАКРЫТО');
      const { prisma } = company.app().database;
      const logged = await prisma.event.findMany({ where: { type: 'reacted', actor: 'client' } });
      expect(logged.at(-1)?.data).toMatchObject({ reactions: ['👎'] });
    });

    it('changed five times before the bot can show it is one call', async () => {
      const dialog = await answered('Галя');
      const answer = await dialog.client.reads(ANSWER);
      const { control, desk } = company;
      const before = await callsOf('setMessageReaction', desk.chatId);
      await control.fail({ fault: WAIT, method: 'setMessageReaction', chatId: desk.chatId });
      for (const emoji of ['👍', '❤', null, '🔥', '🎉']) await dialog.client.reacts(answer, emoji);
      await company.settle();
      await company.later(6_000);

      expect(signs(await inThread(dialog, ANSWER))).toEqual(['🎉']);
      expect((await callsOf('setMessageReaction', desk.chatId)) - before).toBe(2);
    });

    it('on an album stands on its first part', async () => {
      const dialog = await answered('Даша');
      const album = company.katya.in(dialog.topic);
      await does(album.sendsAlbum([{ kind: 'photo', caption: 'вот' }, { kind: 'photo' }]));
      await company.later(2_000);
      const [first] = (await dialog.client.messages()).slice(-2);
      await does(dialog.client.reacts(first as Message, '❤'));

      const parts = (await album.messages()).filter(({ albumId }) => albumId !== null);
      expect(parts.map(signs)).toEqual([['❤'], []]);
    });
  });

  describe('an employee’s reaction', () => {
    it('on what the client said stands at the client’s, in front of 👀', async () => {
      const { katya } = company;
      const dialog = await asks(company, 'Ева');
      await does(katya.presses('Взять в работу', { in: dialog.topic }));
      const theirs = () => dialog.client.reads(QUESTION);
      expect(signs(await theirs())).toEqual(['👀']);
      const copy = await inThread(dialog, QUESTION);
      await does(katya.in(dialog.topic).reacts(copy, '🤔'));
      expect(signs(await theirs())).toEqual(['🤔']);
      await does(katya.in(dialog.topic).reacts(copy, null));
      expect(signs(await theirs())).toEqual(['👀']);
    });

    it('on their own answer crosses; on a colleague’s or on a note it stays inside', async () => {
      const { katya, boris } = company;
      const dialog = await answered('Жанна');
      await does(katya.in(dialog.topic).says('// постоянный клиент'));
      const answer = await inThread(dialog, ANSWER);
      const calls = await callsOf('setMessageReaction', dialog.client.id);
      await does(boris.in(dialog.topic).reacts(answer, '👎'));
      await does(
        boris.in(dialog.topic).reacts(await inThread(dialog, '// постоянный клиент'), '😁'),
      );
      expect(await callsOf('setMessageReaction', dialog.client.id)).toBe(calls);

      await does(katya.in(dialog.topic).reacts(answer, '🙏'));
      expect(signs(await dialog.client.reads(ANSWER))).toEqual(['🙏']);
    });

    it('gives place to a newer one of a colleague, and stands again when that is withdrawn', async () => {
      const { katya, boris } = company;
      const dialog = await asks(company, 'Зоя');
      const copy = await inThread(dialog, QUESTION);
      await does(katya.in(dialog.topic).reacts(copy, '👍'));
      await does(boris.in(dialog.topic).reacts(copy, '🔥'));
      expect(signs(await dialog.client.reads(QUESTION))).toEqual(['🔥']);
      await does(boris.in(dialog.topic).reacts(copy, null));
      expect(signs(await dialog.client.reads(QUESTION))).toEqual(['👍']);
    });

    it('is no answer: the client goes on waiting', async () => {
      const dialog = await asks(company, 'Ира');
      const before = await dialog.card();
      await does(company.katya.in(dialog.topic).reacts(await inThread(dialog, QUESTION), '👍'));
      expect(await dialog.card()).toBe(before);
    });

    it('of somebody without a role, or behind the group’s name, does not cross', async () => {
      const { control, desk, igor } = company;
      const dialog = await asks(company, 'Кира');
      const copy = await inThread(dialog, QUESTION);
      const stranger = await company.client('Чужой');
      await control.addMember({ chatId: desk.chatId, userId: stranger.id });
      await does(stranger.in(dialog.topic).reacts(copy, '👎'));
      await does(igor.in(dialog.topic).reactsSpecially(copy, { as: 'anonymous' }));
      expect(signs(await dialog.client.reads(QUESTION))).toEqual([]);
    });
  });

  describe('a reaction on a copy of several texts that left together', () => {
    it('is on the last of them, and the client’s newest on any of them stands on the copy', async () => {
      const { katya } = company;
      const dialog = await asks(company, 'Лена', 'раз');
      await does(dialog.client.says('два'));
      const copy = await inThread(dialog, 'два');
      const { prisma } = company.app().database;
      const first = await inThread(dialog, 'раз');
      const { messageId } = copy;
      await prisma.messageCopy.updateMany({
        where: { messageId: first.messageId },
        data: { messageId },
      });
      await does(katya.in(dialog.topic).reacts(copy, '👍'));
      expect(signs(await dialog.client.reads('два'))).toEqual(['👍']);
      expect(signs(await dialog.client.reads('раз'))).toEqual([]);

      await does(dialog.client.reacts(await dialog.client.reads('два'), '🎉'));
      await does(dialog.client.reacts(await dialog.client.reads('раз'), '🙏'));
      expect((await inThread(dialog, 'два')).reactions.map(({ emoji }) => emoji)).toContain('🙏');
    });
  });

  describe('a reaction that the bot may not set', () => {
    it('is told in the thread once, quietly, and so is that it was withdrawn', async () => {
      const dialog = await answered('Мила');
      const answer = await dialog.client.reads(ANSWER);
      await does(dialog.client.reactsSpecially(answer, { customEmojiId: '5368324170671202286' }));
      expect(await toldLast(dialog)).toBe('Мила: особый эмодзи на «500 рублей»');
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['👌']);
      await does(dialog.client.reacts(answer, null));
      expect(await toldLast(dialog)).toBe('Мила: реакция на «500 рублей» снята');
    });

    it('because the group does not allow it, is told too, and what stood there before goes', async () => {
      const dialog = await answered('Нина');
      const answer = await dialog.client.reads(ANSWER);
      await does(dialog.client.reacts(answer, '❤'));
      await does(dialog.client.reacts(answer, '✅'));

      expect(await toldLast(dialog)).toBe('Нина: ✅ на «500 рублей»');
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['👌']);
    });

    it('of an employee: they read that the client does not see it', async () => {
      const { katya } = company;
      const dialog = await asks(company, 'Оля');
      const copy = await inThread(dialog, QUESTION);
      const words = 'Клиент этой реакции не увидит';
      const custom = { customEmojiId: '5368324170671202286' };
      await does(katya.in(dialog.topic).reactsSpecially(copy, custom));
      expect(await toldLast(dialog)).toContain(words);
      await does(katya.in(dialog.topic).reacts(copy, '✅'));
      expect((await dialog.thread()).filter((text) => text.includes(words))).toHaveLength(2);
    });

    it('because its message is gone, is told as well', async () => {
      const { katya } = company;
      const dialog = await answered('Поля');
      await does(katya.in(dialog.topic).deletes(await inThread(dialog, ANSWER)));
      await does(dialog.client.reacts(await dialog.client.reads(ANSWER), '❤'));
      expect(await toldLast(dialog)).toBe('Поля: ❤ на «500 рублей»');
    });
  });

  describe('a reaction that comes again', () => {
    it('changes nothing the second time, and one on the bot’s own words changes nothing at all', async () => {
      const dialog = await answered('Рита');
      await does(dialog.client.reacts(await dialog.client.reads(ANSWER), '❤'));
      const { prisma } = company.app().database;
      const events = () => prisma.event.count({ where: { type: 'reacted' } });
      const before = await events();
      const last = await prisma.inboxUpdate.findFirstOrThrow({ orderBy: { updateId: 'desc' } });
      await company.control.repeatUpdate({ updateId: Number(last.updateId) });
      await company.settle();
      await does(reactsOnCard(dialog));

      expect(await events()).toBe(before);
      expect(signs(await inThread(dialog, ANSWER))).toEqual(['❤']);
    });
  });
});
