// What did not arrive, in one list: seen by whom it concerns, said again, another way, or given up.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageButton } from '../../src/dialogs/buttons.ts';
import { trayAllButton, trayItemButton } from '../../src/dialogs/tray/buttons.ts';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message, Person } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

/** The client has stopped the bot, and an answer has failed. */
async function unanswerable(name: string, answer: string): Promise<OpenDialog> {
  const dialog = await asks(company, name);
  await dialog.client.blocksTheBot();
  await does(company.katya.in(dialog.topic).says(answer));
  return dialog;
}

/** What the supervisor reads about the number, oldest first. */
async function counters(): Promise<readonly string[]> {
  await company.later(6_000);
  const seen = await company.olga.sees();
  return seen.filter((text) => /^(?:📭 Не доставлено|✅ Всё доставлено)/.test(text));
}

/** The list as it stands before this person after the command. */
async function tray(person: Person): Promise<Message> {
  await does(person.says('/undelivered'));
  return person.reads('оставлено');
}

async function turnsTo(person: Person, ...buttons: readonly string[]): Promise<Message> {
  for (const label of buttons) await does(person.presses(label));
  return (await person.messages()).at(-1) as Message;
}

async function heardBy({ client }: OpenDialog): Promise<readonly string[]> {
  return (await client.messages()).filter(({ from }) => from.isBot).map(({ text }) => text);
}

/** «Повторить» under a line that has it no more, on a telephone that shows it still. */
async function repeatsLate(person: Person, { topic }: OpenDialog, text: string): Promise<void> {
  const line = await person.in(topic).reads('Ответ убрали из недоставленных');
  const button = { id: await messageIdOf(text), revision: 0, choice: 'repeat' } as const;
  await does(person.forges(line, messageButton.encode(button)));
}

async function messageIdOf(text: string): Promise<number> {
  const rows = await company.app().database.prisma.$queryRaw<{ id: number }[]>`
    SELECT id FROM message WHERE content->>'text' = ${text} OR content->>'caption' = ${text}`;
  return rows[0]?.id ?? 0;
}

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({ ANSWER_MINUTES: '100000', UNKNOWN_OUTCOME: 'ask' }, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  describe('what did not arrive', () => {
    it('is counted for supervisors in one message, shown by reason, and said again', async () => {
      const { katya, olga } = company;
      expect((await tray(olga)).text).toBe('Всё доставлено.');
      expect(await counters()).toEqual([]);
      const anna = await unanswerable('Анна', 'Доставка стоит 500 рублей');
      expect(await counters()).toEqual(['📭 Не доставлено: 1']);
      const bella = await unanswerable('Белла', 'Да, есть в наличии');
      expect(await counters()).toEqual(['📭 Не доставлено: 2']);

      const reasons = await tray(katya);
      expect(labels(reasons)).toEqual(['Клиент остановил бота: 2']);
      const list = await turnsTo(katya, 'Клиент остановил бота: 2');
      expect(list.text).toMatch(
        /^Клиент остановил бота: 2\n\nСвяжитесь с клиентом иначе\. .*\n\n1\. № \d+ · Анна · 12:0\d\nКатя Смирнова → клиенту: «Доставка стоит 500 рублей»\n\n2\. № \d+ · Белла/,
      );
      expect(labels(list)).toEqual([
        '1',
        '2',
        'Повторить все (2)',
        'Убрать все (2)',
        '← К причинам',
      ]);
      const item = await turnsTo(katya, '1');
      expect(item.text).toContain('Ответ не дошёл до клиента');
      expect(labels(item)).toEqual(['Повторить', 'Убрать', 'Открыть диалог', '← Назад']);

      await anna.client.unblocksTheBot();
      await company.settle();
      const left = await turnsTo(katya, 'Повторить');
      expect(await katya.lastToast()).toBe('Отправляем ещё раз');
      expect(await heardBy(anna)).toContain('Доставка стоит 500 рублей');
      expect(await anna.status()).toContain('ОТВЕЧЕНО');
      expect(left.text).toContain('Клиент остановил бота: 1');

      await turnsTo(katya, '1', 'Повторить');
      expect((await tray(katya)).buttons.flat()[0]?.label).toBe('Клиент остановил бота: 1');
      await bella.client.unblocksTheBot();
      await company.settle();
      await turnsTo(katya, 'Клиент остановил бота: 1', '1', 'Повторить');
      expect(await heardBy(bella)).toContain('Да, есть в наличии');
      expect(await counters()).toEqual(['✅ Всё доставлено.']);
    });

    it('rings anew for the next one, and may be repeated or given up together', async () => {
      const { katya, olga } = company;
      const names = ['Вера', 'Галя', 'Даша', 'Ева', 'Жанна', 'Зоя'];
      const dialogs: OpenDialog[] = [];
      for (const name of names) dialogs.push(await unanswerable(name, `Ответ: ${name}`));
      expect(await counters()).toEqual(['✅ Всё доставлено.', '📭 Не доставлено: 6']);

      const list = await turnsTo(olga, 'Показать', 'Клиент остановил бота: 6');
      expect(labels(list)).toContain('1 / 2');
      const second = await turnsTo(olga, '▶');
      expect(second.text).toContain('6. № ');
      expect(second.text).not.toContain('Вера');
      for (const { client } of dialogs.slice(0, 2)) await client.unblocksTheBot();
      await company.settle();
      await turnsTo(olga, 'Повторить все (6)');
      expect(await olga.lastToast()).toBe('Отправляем ещё раз: 6');
      expect(await heardBy(dialogs[0] as OpenDialog)).toContain('Ответ: Вера');
      expect(await counters()).toEqual(['✅ Всё доставлено.', '📭 Не доставлено: 4']);

      await tray(olga);
      const asked = await turnsTo(olga, 'Клиент остановил бота: 4', 'Убрать все (4)');
      expect(asked.text).toContain('Убрать из недоставленных: 4?');
      await unanswerable('Инна', 'Ответ: Инна');
      await turnsTo(olga, 'Да, убрать все (4)');
      expect(await olga.lastToast()).toBe('Убрано из недоставленных: 4');
      expect(await counters()).toEqual(['✅ Всё доставлено.', '📭 Не доставлено: 1']);
      await repeatsLate(katya, dialogs[3] as OpenDialog, 'Ответ: Ева');
      expect(await katya.lastToast()).toMatch(/^Это сообщение убрали из недоставленных/);
      expect(await (dialogs[3] as OpenDialog).card()).toContain(
        'Ольга Власова — ответ больше не отправляем',
      );
    });

    it('is seen and decided by whom it concerns, whatever is pressed or forged', async () => {
      const { katya, boris, olga, desk } = company;
      expect((await tray(boris)).text).toBe('Всё доставлено.');
      await does(katya.in(desk).says('/undelivered'));
      const list = await katya.in(desk).reads('Не доставлено: 1');
      await does(boris.presses('Клиент остановил бота: 1', { in: desk }));
      expect(await boris.lastToast()).toContain('Это список вашего коллеги.');

      const { prisma } = company.app().database;
      const { id } = await prisma.staff.findUniqueOrThrow({ where: { userId: boris.id } });
      const messageId = await messageIdOf('Ответ: Инна');
      const drop = trayItemButton.encode({ id: messageId, revision: id, choice: 'drop' });
      await does(boris.forges(list, drop));
      expect(await boris.lastToast()).toContain('в диалоге вашего коллеги');
      const all = trayAllButton.encode({
        id,
        revision: 2 ** 31 - 1,
        choice: 'drop-surely--blocked',
      });
      await does(boris.forges(list, all));
      expect(await boris.lastToast()).toBe('Убрано из недоставленных: 0');
      const stranger = await company.client('Прохожий');
      await does(stranger.says('/undelivered'));
      expect((await stranger.sees()).at(-1)).toContain('Такой команды нет');
      await does(stranger.forges(list, drop));
      expect((await tray(olga)).text).toContain('Не доставлено: 1');

      const own = trayItemButton.encode({ id: messageId, revision: id, choice: 'drop' });
      await does(olga.forges(list, own));
      expect(await olga.lastToast()).toBe('Убрано из недоставленных');
      await does(olga.forges(list, own));
      expect(await olga.lastToast()).toBe('Это уже решено');
      const logged = await prisma.event.findMany({ where: { type: 'answer-dropped' } });
      expect(
        logged.filter(({ data }) => (data as { messageId: number }).messageId === messageId),
      ).toHaveLength(1);
    });

    it('may be a message of a client, which comes into the thread after all', async () => {
      const { control, desk, olga } = company;
      const dialog = await asks(company, 'Кира');
      const refused = { error_code: 400, description: 'Bad Request: something new' };
      const method = 'sendMessage';
      await control.fail({ fault: { kind: 'error', ...refused }, method, chatId: desk.chatId });
      await does(dialog.client.says('Где мой заказ?'));
      expect(await dialog.thread()).not.toContain('Где мой заказ?');

      await tray(olga);
      const list = await turnsTo(olga, 'Telegram не принял сообщение: 1');
      expect(list.text).toContain('Клиент: «Где мой заказ?»');
      const item = await turnsTo(olga, '1');
      expect(item.text).toContain('Сообщение клиента не показано сотрудникам');
      await turnsTo(olga, 'Повторить');
      expect((await dialog.thread()).at(-1)).toBe('Где мой заказ?');
      expect((await tray(olga)).text).toBe('Всё доставлено.');
    });

    it('is said another way: its words alone', async () => {
      const { control, katya } = company;
      const lena = await asks(company, 'Лена');
      const method = 'copyMessage';
      const tooBig = { error_code: 400, description: 'Bad Request: file is too big' };
      await control.fail({ fault: { kind: 'error', ...tooBig }, method });
      await does(katya.in(lena.topic).sendsPhoto('Вот схема проезда'));
      await tray(katya);
      const item = await turnsTo(katya, 'Файл слишком большой: 1', '1');
      expect(labels(item)).toEqual([
        'Отправить только текст',
        'Убрать',
        'Открыть диалог',
        '← Назад',
      ]);
      await turnsTo(katya, 'Отправить только текст');
      expect(await heardBy(lena)).toContain('Вот схема проезда');

      expect((await tray(katya)).text).toBe('Всё доставлено.');
    });

    it('is told of in its thread as it is now, whatever was done about it and where', async () => {
      const { control, katya, olga } = company;
      const dialog = await unanswerable('Нюра', 'Раз');
      const first = await katya.in(dialog.topic).reads('Не доставлено: клиент остановил бота.');
      const line = async () => {
        const all = await katya.in(dialog.topic).messages();
        const { text, buttons } = all.find((one) => one.messageId === first.messageId) as Message;
        return [text, ...buttons.flat().map(({ label }) => label)];
      };
      expect(await line()).toEqual([first.text, 'Повторить']);

      await does(katya.in(dialog.topic).presses('Повторить'));
      expect(await line()).toEqual(['Отправили ещё раз, снова не дошло.']);
      const again = await katya.in(dialog.topic).reads('Не доставлено: клиент остановил бота.');
      expect(again.messageId).toBeGreaterThan(first.messageId);

      await does(dialog.client.unblocksTheBot());
      const minute = { kind: 'error', error_code: 429, description: 'Too Many Requests' } as const;
      const { id: chatId } = dialog.client;
      await control.fail({ fault: { ...minute, parameters: { retry_after: 60 } }, chatId });
      await tray(olga);
      await turnsTo(olga, 'Клиент остановил бота: 1', '1', 'Повторить');
      await katya.in(dialog.topic).reads('Отправляем ещё раз.');
      await company.later(61_000);
      const thread = await dialog.thread();
      expect(thread).toContain('Доставлено.');
      expect(thread.join()).not.toContain('нажмите «Повторить»');
    });

    it.each([
      ['given up', 'Ответ убрали из недоставленных, больше не отправляем.'],
      ['taken back', 'Ответ отозван, клиенту он не уйдёт.'],
      ['changed into a note', 'Теперь это заметка, клиент её не увидит.'],
    ])('%s, says so in its thread', async (how, words) => {
      const { katya, olga } = company;
      const dialog = await unanswerable(`Ия ${how}`, `Ответ, ${how}`);
      const ours = await katya.in(dialog.topic).reads(`Ответ, ${how}`);
      if (how === 'given up') {
        await tray(olga);
        await turnsTo(olga, 'Клиент остановил бота: 1', '1', 'Убрать');
      } else if (how === 'taken back') await does(katya.in(dialog.topic).replies(ours, '/del'));
      else await does(katya.in(dialog.topic).edits(ours, '// для своих'));

      expect(labels(await katya.in(dialog.topic).reads(words))).toEqual([]);
      expect((await dialog.thread()).join()).not.toContain('Не доставлено');
    });

    it('given up, is spoken of as it is: it never left, whatever its author does with it', async () => {
      const { katya } = company;
      const givenUp = async (name: string) => {
        const dialog = await unanswerable(name, `Ответ: ${name}`);
        await tray(katya);
        await turnsTo(katya, 'Клиент остановил бота: 1', '1', 'Убрать');
        await does(dialog.client.unblocksTheBot());
        return { dialog, ours: await katya.in(dialog.topic).reads(`Ответ: ${name}`) };
      };
      const last = async ({ thread }: OpenDialog) => (await thread()).at(-1);

      const { dialog: mila, ours: edited } = await givenUp('Мила');
      await repeatsLate(katya, mila, 'Ответ: Мила');
      expect(await katya.lastToast()).toMatch(/^Это сообщение убрали из недоставленных, клиенту/);
      await does(katya.in(mila.topic).edits(edited, 'Поправка'));
      expect(await last(mila)).toMatch(
        /^Исправление сохранено, но клиент это сообщение не получит/,
      );
      await does(katya.in(mila.topic).edits(edited, '// для своих'));
      expect(await last(mila)).toBe('Заметка. Клиент не видит');
      const { dialog: nana, ours: deleted } = await givenUp('Нана');
      await does(katya.in(nana.topic).replies(deleted, '/del'));
      expect(await last(nana)).toBe('Отозвано: клиенту это не ушло и уже не уйдёт.');
      expect([await heardBy(mila), await heardBy(nana)]).toEqual([[], []]);
    });

    it('of unknown outcome, is neither called sent nor unsent', async () => {
      const { katya, control } = company;
      const dialog = await asks(company, 'Павла');
      const lost = { kind: 'reset-after-accept' } as const;
      await control.fail({ fault: lost, method: 'sendMessage', chatId: dialog.client.id });
      const ours = await does(katya.in(dialog.topic).says('500 рублей'));
      await katya.in(dialog.topic).reads('Неизвестно, дошло ли');
      await does(katya.in(dialog.topic).edits(ours, '// 500 рублей'));
      expect((await dialog.thread()).at(-1)).toMatch(/^Неизвестно, дошло ли это .* заметкой/);
      await does(katya.in(dialog.topic).edits(ours, '600 рублей'));
      expect((await dialog.thread()).at(-1)).toMatch(/^Исправление сохранено, но неизвестно/);
      await does(katya.presses('Дошло', { in: dialog.topic }));
    });

    it('survives a stop: the number is not told again, and nothing is forgotten', async () => {
      await unanswerable('Нина', 'Ответ: Нина');
      const before = await counters();
      expect(before.at(-1)).toBe('📭 Не доставлено: 1');
      await company.stopApp();
      await company.startApp();
      expect(await counters()).toEqual(before);
      expect((await tray(company.katya)).text).toContain('Не доставлено: 1');
    });
  });
});
