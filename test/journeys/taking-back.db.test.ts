// «/del» in reply to an answer, and «Отозвать последний ответ» in «Ещё…»: the client has it no more, the
// thread and the history keep it, and every other use of the command is answered.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDialogRepository } from '../../src/dialogs/dialog-repository.ts';
import type { MessageAddress } from '../../src/dialogs/message.ts';
import { createMessageRepository } from '../../src/dialogs/message-repository.ts';
import { createClientDeleted } from '../../src/dialogs/verbs/client-deleted.ts';
import { createVersionRepository } from '../../src/dialogs/version-repository.ts';
import { systemCause } from '../../src/platform/cause.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

const ANSWER = '5 рублей';
const HOUR_MS = 3_600_000;

async function answered(name: string) {
  const dialog = await asks(company, name);
  const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
  return { dialog, ours };
}

async function lastInThread({ topic }: OpenDialog): Promise<Message> {
  const last = (await company.katya.in(topic).messages()).at(-1);
  if (!last) throw new Error('nothing was said');
  return last;
}

/** What a channel does that hears of deletions. */
async function clientDeleted(at: readonly MessageAddress[]): Promise<void> {
  const { clock } = company;
  const { database } = company.app();
  const dialogs = createDialogRepository(database);
  const messages = createMessageRepository(database);
  const versions = createVersionRepository(database);
  const outbox = createOutbox({ clock });
  const deps = { database, dialogs, messages, versions, outbox, clock };
  await createClientDeleted(deps)({ cause: systemCause('test'), at });
}

/** Katya replies so to this message, and reads what the thread says last. */
async function replied(dialog: OpenDialog, to: Message, text = '/del', who = company.katya) {
  await does(who.in(dialog.topic).replies(to, text));
  return (await lastInThread(dialog)).text;
}

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  describe('an answer that is taken back', () => {
    it('leaves the client, stays in the thread, and who asked waits again since they asked', async () => {
      const { dialog, ours } = await answered('Анна');
      await company.later(10 * 60_000);
      expect(await replied(dialog, ours)).toBe('Отозвано: клиент больше не видит это сообщение.');

      expect(await dialog.client.sees()).toHaveLength(1);
      expect((await lastInThread(dialog)).replyTo?.messageId).toBe(ours.messageId);
      expect(signs(await company.katya.in(dialog.topic).reads(ANSWER))).toEqual([]);
      expect(await dialog.status()).toBe('🟡 В РАБОТЕ · ждёт с 12:00');
      expect(await dialog.card()).toContain('Катя Смирнова — ответ отозван');
      expect(await dialog.card()).toContain('Ответить до 12:30');
      expect(await replied(dialog, ours)).toBe('Это сообщение уже отозвано.');
    });

    it('leaves the question answered by the answer that came after it', async () => {
      const { dialog, ours } = await answered('Белла');
      await does(company.katya.in(dialog.topic).says('500 рублей'));
      await replied(dialog, ours);

      expect((await dialog.client.sees()).slice(1)).toEqual(['500 рублей']);
      expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
    });

    it('opens no dialog that was closed, and asks for no answer after a call', async () => {
      const { dialog, ours } = await answered('Вера');
      await does(company.katya.presses('Закрыть без оценки', { in: dialog.topic }));
      await replied(dialog, ours);
      expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');

      const { dialog: called, ours: first } = await answered('Галя');
      await does(company.katya.presses('Был созвон', { in: called.topic }));
      await replied(called, first);
      expect(await called.status()).toBe('📞 БЫЛ СОЗВОН');
    });

    it('is gone in all its parts, an album in all of its', async () => {
      const dialog = await asks(company, 'Дина');
      const long = await does(company.katya.in(dialog.topic).says('слово '.repeat(680)));
      await does(
        company.control.edit({
          userId: company.katya.id,
          chatId: long.chatId,
          messageId: long.messageId,
          text: 'слово '.repeat(1_000),
        }),
      );
      expect(await dialog.client.sees()).toHaveLength(3);
      await replied(dialog, long);
      expect(await dialog.client.sees()).toHaveLength(1);

      await company.katya.in(dialog.topic).sendsAlbum([{ kind: 'photo' }, { kind: 'photo' }]);
      await company.later(2_000);
      expect(await dialog.client.sees()).toHaveLength(3);
      const part = (await company.katya.in(dialog.topic).messages()).findLast(
        ({ media }) => media === 'photo',
      );
      await replied(dialog, part as Message);
      expect(await dialog.client.sees()).toHaveLength(1);
    });

    it('before it has left is never sent', async () => {
      const dialog = await asks(company, 'Ева');
      const fault = {
        kind: 'error',
        error_code: 429,
        description: 'Too Many Requests',
        parameters: { retry_after: 60 },
      } as const;
      await company.control.fail({ fault, method: 'sendMessage', chatId: dialog.client.id });
      const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
      await does(company.katya.in(dialog.topic).replies(ours, '/del'));
      await company.later(61_000);

      expect(await dialog.client.sees()).toHaveLength(1);
      expect((await lastInThread(dialog)).text).toBe(
        'Отозвано: клиенту это не ушло и уже не уйдёт.',
      );
      expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
    });

    it('that did not arrive is not repeated any more', async () => {
      const dialog = await asks(company, 'Жанна');
      await does(dialog.client.blocksTheBot());
      const ours = await does(company.katya.in(dialog.topic).says(ANSWER));
      const line = await company.katya.in(dialog.topic).reads('нажмите «Повторить»');
      const data = line.buttons.flat()[0]?.value ?? '';
      expect(await replied(dialog, ours)).toBe('Отозвано: клиенту это не ушло и уже не уйдёт.');

      await does(dialog.client.unblocksTheBot());
      await does(company.katya.forges(line, data));
      expect(await company.katya.lastToast()).toBe('Это уже решено');
      expect(await dialog.client.sees()).toHaveLength(1);
    });

    it('cannot be changed any more, and its author is told', async () => {
      const { dialog, ours } = await answered('Зоя');
      await replied(dialog, ours);
      await does(company.katya.in(dialog.topic).edits(ours, '500 рублей'));

      expect((await lastInThread(dialog)).text).toMatch(/^Это сообщение отозвано, исправление/);
      expect(await dialog.client.sees()).toHaveLength(1);
    });

    it('that the client has deleted already counts as taken back', async () => {
      const { dialog, ours } = await answered('Инна');
      const theirs = await dialog.client.reads(ANSWER);
      await company.control.fail({
        fault: {
          kind: 'error',
          error_code: 400,
          description: 'Bad Request: message to delete not found',
        },
        method: 'deleteMessages',
        chatId: theirs.chatId,
      });

      expect(await replied(dialog, ours)).toBe('Отозвано: клиент больше не видит это сообщение.');
    });

    it('by «Ещё…» is the last one', async () => {
      const { dialog } = await answered('Кира');
      await does(company.katya.in(dialog.topic).says('500 рублей'));
      await does(company.katya.presses('Ещё…', { in: dialog.topic }));
      await does(company.katya.presses('Отозвать последний ответ', { in: dialog.topic }));

      expect((await dialog.client.sees()).slice(1)).toEqual([ANSWER]);
      expect(await company.katya.lastToast()).toBe('Отзываем');
    });
  });

  describe('/del is refused in words', () => {
    it('two days later: the client keeps the message', async () => {
      const { dialog, ours } = await answered('Лада');
      // As if it had been sent two days ago: walking there would take a while.
      const { prisma } = company.app().database;
      const deliveredAt = new Date(company.clock.now().getTime() - 48 * HOUR_MS);
      const { chatId, messageId } = ours;
      await prisma.message.updateMany({ where: { chatId, messageId }, data: { deliveredAt } });

      expect(await replied(dialog, ours)).toMatch(
        /^Telegram не даёт удалять сообщения старше 48 часов/,
      );
      expect(await dialog.client.sees()).toContain(ANSWER);
    });

    it('where Telegram says that it is too old, and then nothing has changed', async () => {
      const { dialog, ours } = await answered('Майя');
      await company.control.fail({
        fault: {
          kind: 'error',
          error_code: 400,
          description: "Bad Request: message can't be deleted for everyone",
        },
        method: 'deleteMessages',
        chatId: dialog.client.id,
      });

      expect(await replied(dialog, ours)).toMatch(
        /^Telegram не даёт удалять сообщения старше 48 часов/,
      );
      expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
      expect(await replied(dialog, ours)).toBe('Отозвано: клиент больше не видит это сообщение.');
    });

    it('to whoever did not write it, but not to a supervisor', async () => {
      const { dialog, ours } = await answered('Мила');
      expect(await replied(dialog, ours, '/del', company.boris)).toBe(
        'Отозвать ответ может тот, кто его написал, или руководитель.',
      );
      expect(await replied(dialog, ours, '/DEL', company.olga)).toMatch(/^Отозвано/);
    });

    it('without a message, on a client’s, on a note and on the bot’s own words', async () => {
      const dialog = await asks(company, 'Нина');
      await does(company.katya.in(dialog.topic).says('/del'));
      const usage = await lastInThread(dialog);
      expect(usage.text).toMatch(/^Чтобы отозвать свой ответ у клиента/);
      expect(await replied(dialog, usage)).toMatch(/^Чтобы отозвать свой ответ у клиента/);
      const question = await company.katya.in(dialog.topic).reads('Сколько стоит');
      expect(await replied(dialog, question)).toMatch(/^Это сообщение клиента\./);
      const note = await does(company.katya.in(dialog.topic).says('// между нами'));
      expect(await replied(dialog, note)).toMatch(/^Это заметка, клиент её не видит\./);
      expect(await dialog.client.sees()).toHaveLength(1);
    });

    it('in «Ещё…», where it is another’s', async () => {
      const { dialog } = await answered('Оля');
      await does(company.boris.presses('Ещё…', { in: dialog.topic }));
      await does(company.boris.presses('Отозвать последний ответ', { in: dialog.topic }));

      expect(await company.boris.lastToast()).toBe(
        'Отозвать ответ может тот, кто его написал, или руководитель.',
      );
      expect(await dialog.client.sees()).toContain(ANSWER);
    });
  });

  describe('what a client deletes in a channel that tells of it', () => {
    it('keeps its words in the thread, marked, and its clock', async () => {
      const dialog = await asks(company, 'Поля', 'Где заказ?');
      const [question] = await dialog.client.messages();
      const at = [{ chatId: Number(question?.chatId), messageId: Number(question?.messageId) }];
      await clientDeleted(at);
      await clientDeleted(at);
      await company.later(1_000);

      expect(await dialog.thread()).toEqual([
        expect.stringMatching(/^Где заказ\?\n🗑 Клиент удалил это сообщение · /),
      ]);
      expect(await dialog.status()).toContain('ждёт с');
    });
  });
});
