// What somebody changes in a message reads so on the other side too, marked; what it said before stays in
// the history. Where the change cannot reach the other side, whoever made it is told.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

const ANSWER = '5 рублей';

/** A dialog in which Катя has answered; the employee's message and the client's copy of it. */
async function answered(name: string) {
  const dialog = await asks(company, name);
  const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
  return { dialog, ours, theirs: await dialog.client.reads(ANSWER) };
}

async function inThread({ topic }: OpenDialog): Promise<readonly string[]> {
  return (await company.katya.in(topic).messages()).map(({ text }) => text);
}

async function lastInThread({ topic }: OpenDialog): Promise<Message> {
  const last = (await company.katya.in(topic).messages()).at(-1);
  if (!last) throw new Error('nothing was said');
  return last;
}

/** What the message with these words said before, oldest first. */
async function history(words: string): Promise<readonly string[]> {
  const { prisma } = company.app().database;
  const versions = await prisma.messageVersion.findMany({ orderBy: { version: 'asc' } });
  const kept = await prisma.message.findMany();
  const message = kept.find(({ content }) => JSON.stringify(content).includes(`"${words}"`));
  return versions
    .filter(({ messageId }) => messageId === message?.id)
    .map(({ content }) => {
      const { text, caption } = content as { text?: string; caption?: string };
      return text ?? caption ?? '';
    });
}

async function refusedOnce(chatId: number, method: string, description: string, code = 400) {
  const fault = { kind: 'error', error_code: code, description } as const;
  await company.control.fail({ fault, method, chatId });
}

const PARKED = { kind: 'error', error_code: 429, description: 'Too Many Requests' } as const;

/** Nothing leaves for this client for a minute. */
async function parked({ client }: OpenDialog) {
  const fault = { ...PARKED, parameters: { retry_after: 60 } };
  await company.control.fail({ fault, method: 'sendMessage', chatId: client.id });
}

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  describe('a client’s change', () => {
    it('of a text is shown in the thread with its hour, on the card, and what it said is kept', async () => {
      const dialog = await asks(company, 'Анна', 'Скока стоит?');
      const question = await dialog.client.reads('Скока');
      await does(dialog.client.edits(question, 'Сколько стоит?'));
      expect(await dialog.thread()).toEqual(['Сколько стоит?\n✏️ изменено · 12:00']);
      expect(await dialog.card()).toContain('12:00 — Сколько стоит?');
      expect(await dialog.status()).toBe('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');

      await company.later(60_000);
      await does(dialog.client.edits(question, 'Сколько это стоит?'));
      expect(await dialog.thread()).toEqual(['Сколько это стоит?\n✏️ изменено · 12:01']);
      expect(await history('Сколько это стоит?')).toEqual(['Скока стоит?', 'Сколько стоит?']);
      expect(await dialog.client.sees()).toEqual(['Сколько это стоит?']);
      expect(await dialog.card()).toContain('сообщение изменено × 2');
      expect(await dialog.status()).toBe('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');
    });

    it('keeps its formatting', async () => {
      const dialog = await asks(company, 'Белла');
      const { id: userId } = dialog.client;
      const { messageId } = (await dialog.client.messages())[0] as Message;
      const entities = [{ type: 'bold', offset: 0, length: 5 }];
      await does(company.control.edit({ userId, messageId, text: 'Важно: срок', entities }));

      expect((await lastInThread(dialog)).entities).toMatchObject([
        entities[0],
        { type: 'italic', offset: 12 },
      ]);
    });

    it('of a caption and of a file changes both, and erases neither', async () => {
      const dialog = await asks(company, 'Вера');
      const photo = await does(dialog.client.sendsPhoto('наш склад'));
      const before = await lastInThread(dialog);
      await does(dialog.client.edits(photo, 'наш новый склад'));
      const captioned = await lastInThread(dialog);
      expect(captioned.text).toMatch(/^наш новый склад\n✏️ изменено/);
      expect(captioned.fileId).toBe(before.fileId);

      const { id: userId } = dialog.client;
      const { messageId } = photo;
      const media = { kind: 'photo' } as const;
      await does(company.control.edit({ userId, messageId, text: 'другое фото', media }));
      const replaced = await lastInThread(dialog);
      expect(replaced.text).toMatch(/^другое фото\n✏️ изменено/);
      expect(replaced.fileId).not.toBe(before.fileId);
      expect(replaced.messageId).toBe(before.messageId);
    });

    it('of one part of an album changes that part', async () => {
      const dialog = await asks(company, 'Галя');
      await dialog.client.sendsAlbum([{ kind: 'photo', caption: 'раз' }, { kind: 'photo' }]);
      await company.later(2_000);
      await does(dialog.client.edits(await dialog.client.reads('раз'), 'два'));

      const [first, second] = (await company.katya.in(dialog.topic).messages()).slice(-2);
      expect([first?.text, second?.text]).toEqual(['два\n✏️ изменено · 12:01', '']);
    });

    it('to a text of more parts sends what is more, to one of fewer removes what is less', async () => {
      const dialog = await asks(company, 'Дина', 'коротко');
      const question = await dialog.client.reads('коротко');
      const long = `${'слово '.repeat(800)}конец`;
      await does(dialog.client.edits(question, long));
      const parts = await company.katya.in(dialog.topic).messages();
      expect(parts.slice(1).map(({ text }) => text.length)).toEqual([4_091, 733]);
      expect(parts.at(-1)?.text).toMatch(/слово конец\n✏️ изменено · 12:01$/);
      expect(parts.at(-1)?.replyTo?.messageId).toBe(parts.at(1)?.messageId);

      await does(dialog.client.edits(question, 'снова коротко'));
      expect(await dialog.thread()).toEqual(['снова коротко\n✏️ изменено · 12:01']);
    });

    it('of one of several texts that left together leaves the others as they are', async () => {
      const dialog = await asks(company, 'Ева', 'раз');
      await does(dialog.client.says('два'));
      const { prisma } = company.app().database;
      const [one, two] = (await company.katya.in(dialog.topic).messages()).slice(-2) as Message[];
      // As they leave where the budget is short.
      await prisma.messageCopy.updateMany({
        where: { messageId: Number(one?.messageId) },
        data: { messageId: Number(two?.messageId) },
      });
      await does(dialog.client.edits(await dialog.client.reads('раз'), 'одно'));

      expect((await lastInThread(dialog)).text).toBe('одно\n✏️ изменено · 12:01\n\nдва');
    });

    it('many times in a moment ends as the last of them', async () => {
      const dialog = await asks(company, 'Жанна', 'версия 0');
      const question = await dialog.client.reads('версия 0');
      for (let n = 1; n <= 20; n += 1) await dialog.client.edits(question, `версия ${n}`);
      await company.settle();

      expect(await dialog.thread()).toEqual(['версия 20\n✏️ изменено · 12:01']);
      expect(await history('версия 20')).toHaveLength(20);
    });

    it('that changes no word changes nothing', async () => {
      const dialog = await asks(company, 'Зоя', 'https://example.org/');
      const { messageId } = await dialog.client.reads('example');
      await does(company.control.touch({ userId: dialog.client.id, messageId }));

      expect(await dialog.thread()).toEqual(['https://example.org/']);
      expect(await history('https://example.org/')).toEqual([]);
    });

    it('in a closed dialog is shown and opens nothing', async () => {
      const { dialog } = await answered('Инна');
      await does(company.katya.presses('Закрыть без оценки', { in: dialog.topic }));
      const [question] = (await dialog.client.messages()) as Message[];
      await does(dialog.client.edits(question as Message, 'А доставка есть?'));

      expect(await inThread(dialog)).toContain('А доставка есть?\n✏️ изменено · 12:01');
      expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
    });

    it('of a copy that somebody has deleted in the thread is said anew', async () => {
      const dialog = await asks(company, 'Кира', 'Пять штук');
      await company.igor.in(dialog.topic).deletes(await lastInThread(dialog));
      const question = await dialog.client.reads('Пять');
      await does(dialog.client.edits(question, 'Шесть штук'));
      expect((await lastInThread(dialog)).text).toBe('✏️ Клиент изменил сообщение:\nШесть штук');

      await does(dialog.client.edits(question, 'Семь штук'));
      expect((await lastInThread(dialog)).text).toBe('Семь штук\n✏️ изменено · 12:01');
    });

    it('of a command into words is a question', async () => {
      const client = await company.client('Лада');
      const command = await does(client.says('/help'));
      await does(client.edits(command, 'Помогите с заказом'));

      expect(await (await dialogOf(company, client)).thread()).toEqual(['Помогите с заказом']);
    });
  });

  describe('a live location', () => {
    it('moves on the other side without being marked, and ends where it was last', async () => {
      const dialog = await asks(company, 'Лена');
      const sent = await does(
        dialog.client.sends({ kind: 'location', latitude: 1, longitude: 1, livePeriod: 900 }),
      );
      const { id: userId } = dialog.client;
      const { messageId } = sent;
      for (const step of [2, 3, 4]) {
        await company.control.move({ userId, messageId, to: { latitude: step, longitude: step } });
      }
      await company.settle();
      const copy = await lastInThread(dialog);
      expect(copy.object).toMatchObject({ latitude: 4, longitude: 4, live_period: 900 });
      expect(await dialog.card()).not.toContain('изменено');

      await does(company.control.move({ userId, messageId }));
      const ended = await lastInThread(dialog);
      expect(ended.messageId).toBe(copy.messageId);
      expect(ended.object).toEqual({ latitude: 4, longitude: 4 });
    });
  });

  describe('an employee’s change', () => {
    it('of an answer is shown to the client, who reads that it was changed', async () => {
      const { dialog, ours, theirs } = await answered('Майя');
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));

      expect((await dialog.client.messages()).at(-1)).toMatchObject({
        messageId: theirs.messageId,
        text: '500 рублей\n✏️ изменено',
      });
      expect(await history('500 рублей')).toEqual([ANSWER]);
      expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
      expect(await dialog.card()).toContain('Катя Смирнова — сообщение изменено');
      expect((await lastInThread(dialog)).text).toBe('500 рублей');
    });

    it('of a file’s caption is shown to the client', async () => {
      const dialog = await asks(company, 'Мила');
      const file = await does(company.katya.in(dialog.topic).sendsDocument('счёт 1'));
      await does(company.katya.in(dialog.topic).edits(file, 'счёт 2'));

      expect((await dialog.client.messages()).at(-1)).toMatchObject({
        media: 'document',
        text: 'счёт 2\n✏️ изменено',
      });
    });

    it('before the answer has left is all that the client reads', async () => {
      const dialog = await asks(company, 'Нина');
      await parked(dialog);
      const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));
      await company.later(61_000);

      expect((await dialog.client.sees()).slice(1)).toEqual(['500 рублей']);
    });

    it('into a note keeps inside what has not left, and says so of what has', async () => {
      const dialog = await asks(company, 'Оля');
      await parked(dialog);
      const ours = await does(company.katya.in(dialog.topic).says('он опять недоволен'));
      await does(company.katya.in(dialog.topic).edits(ours, '// он опять недоволен'));
      await company.later(61_000);
      expect(await dialog.client.sees()).toHaveLength(1);
      expect(await inThread(dialog)).toContain('Заметка. Клиент не видит');

      const { dialog: other, ours: left } = await answered('Поля');
      await does(company.katya.in(other.topic).edits(left, '// 5 рублей'));
      expect((await lastInThread(other)).text).toMatch(/^Это сообщение уже ушло клиенту/);
      expect(await other.client.sees()).toContain(ANSWER);
    });

    it('into a command reaches nobody, and is none', async () => {
      const { dialog, ours } = await answered('Рада');
      await does(company.katya.in(dialog.topic).edits(ours, '/price 500'));
      expect((await lastInThread(dialog)).text).toMatch(/^Это сообщение уже ушло клиенту/);

      const typed = await does(company.katya.in(dialog.topic).says('/fnid чай'));
      await does(company.katya.in(dialog.topic).edits(typed, '/find чай'));
      expect((await lastInThread(dialog)).text).toMatch(/^Исправленную команду бот не выполняет/);
      expect((await dialog.client.sees()).at(-1)).toBe(ANSWER);
    });

    it('into a mistyped command keeps inside what has not left', async () => {
      const dialog = await asks(company, 'Ася');
      await parked(dialog);
      const ours = await does(company.katya.in(dialog.topic).says('он опять недоволен'));
      await does(company.katya.in(dialog.topic).edits(ours, '/nota он опять недоволен'));
      await company.later(61_000);

      expect(await dialog.client.sees()).toHaveLength(1);
      expect((await lastInThread(dialog)).text).toBe('Заметка. Клиент не видит');
    });

    it('of an answer that did not arrive leaves with «Повторить»', async () => {
      const dialog = await asks(company, 'Рая');
      await does(dialog.client.blocksTheBot());
      const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));
      const told = await lastInThread(dialog);
      expect(told.text).toMatch(
        /^Исправление сохранено, но само сообщение клиенту не доставлено\./,
      );
      expect(labels(told)).toEqual(['Повторить']);

      await does(dialog.client.unblocksTheBot());
      await does(company.katya.presses('Повторить', { in: dialog.topic }));
      expect((await dialog.client.sees()).at(-1)).toBe('500 рублей');
    });

    it('that a blocked bot cannot show is told, and shown with «Повторить»', async () => {
      const { dialog, ours } = await answered('Света');
      await does(dialog.client.blocksTheBot());
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));
      const told = await lastInThread(dialog);
      expect(told.text).toMatch(/^Исправление не дошло: клиент остановил бота/);
      expect(told.replyTo?.messageId).toBe(ours.messageId);

      await does(dialog.client.unblocksTheBot());
      await does(company.katya.presses('Повторить', { in: dialog.topic }));
      expect((await dialog.client.sees()).at(-1)).toBe('500 рублей\n✏️ изменено');
    });

    it.each([
      ['Таня', 'Bad Request: message to edit not found'],
      ['Тася', "Bad Request: message can't be edited"],
    ])('(%s) that Telegram refuses is sent anew, and both know', async (name, description) => {
      const { dialog, ours } = await answered(name);
      await refusedOnce(dialog.client.id, 'editMessageText', description);
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));

      expect((await dialog.client.sees()).slice(1)).toEqual([
        ANSWER,
        '✏️ Исправленное сообщение:\n500 рублей',
      ]);
      expect((await lastInThread(dialog)).text).toBe(
        'Прежнее сообщение у клиента изменить не удалось, поэтому исправленное отправлено ему новым.',
      );
    });

    it('of a note simply reads anew, and is kept', async () => {
      const dialog = await asks(company, 'Ульяна');
      const note = await does(company.katya.in(dialog.topic).says('// перезвонить в пять'));
      await does(company.katya.in(dialog.topic).edits(note, '// перезвонить в шесть'));

      expect(await dialog.card()).toContain('заметка: перезвонить в шесть');
      expect(await history('перезвонить в шесть')).toEqual(['перезвонить в пять']);
      expect(await dialog.client.sees()).toHaveLength(1);
    });
  });

  describe('a reply to what was changed or deleted', () => {
    it('is still sent, and is a reply to what it is now', async () => {
      const dialog = await asks(company, 'Фаина', 'Первый');
      const question = await dialog.client.reads('Первый');
      await does(dialog.client.edits(question, 'Второй'));
      await does(company.katya.in(dialog.topic).replies(await lastInThread(dialog), 'Понятно'));
      expect((await dialog.client.messages()).at(-1)?.replyTo?.text).toBe('Второй');

      await dialog.client.deletes(question);
      await does(
        company.katya
          .in(dialog.topic)
          .replies(await company.katya.in(dialog.topic).reads('Второй'), 'И ещё'),
      );
      expect((await dialog.client.sees()).at(-1)).toBe('↩️ Второй\nИ ещё');
    });
  });
});
