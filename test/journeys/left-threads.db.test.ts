// A thread that its dialog has left: what stands there is still corrected, taken back and reacted to, or
// its author reads why not. And what a move brings along says whose it is.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';

describe.each(['forum', 'channel'] as const)(
  'a thread of a %s that its dialog has left',
  (kind) => {
    let company: DeskCompany;
    let does: ReturnType<typeof doing>;
    let sales: Place;

    beforeAll(async () => {
      company = await openDesk({}, undefined, kind);
      does = doing(company);
      const { igor, boris } = company;
      sales = await company.forum('Отдел продаж', igor, [boris]);
      await does(igor.in(sales).says('/desk'));
      await does(igor.in(sales).presses('Добавить ещё одну'));
      await does(igor.in(sales).says('/desk имя Продажи'));
    });

    afterAll(() => company.close());

    /** Катя has answered, and the dialog has gone to another desk. */
    async function moved(name: string, before: (dialog: OpenDialog) => Promise<unknown> = nothing) {
      const { katya } = company;
      const dialog = await asks(company, name, `Вопрос: ${name}`);
      const answer = await does(katya.in(dialog.topic).says('Цена 500'));
      await before(dialog);
      await does(katya.in(dialog.topic).says('/move'));
      await does(katya.presses('Продажи', { in: dialog.topic }));
      const topics = await company.boris.topics();
      const there = topics.find((one) => one.chatId === sales.chatId && one.name.includes(name));
      return { ...dialog, answer, there: there as Place };
    }

    async function lastIn(place: Place, who: Person = company.katya): Promise<Message> {
      return (await who.in(place).messages()).at(-1) as Message;
    }

    async function asItIs({ topic }: OpenDialog, { messageId }: Message): Promise<Message> {
      const all = await company.katya.in(topic).messages();
      return all.find((one) => one.messageId === messageId) as Message;
    }

    it('corrects an answer at the client’s, and says there what could not be corrected', async () => {
      const { katya } = company;
      const dialog = await moved('Анна');
      await does(katya.in(dialog.topic).edits(dialog.answer, 'Цена 600'));
      expect((await lastIn({ chatId: dialog.client.id }, dialog.client)).text).toMatch(
        /^Цена 600\n✏️ изменено/,
      );

      await does(dialog.client.blocksTheBot());
      await does(katya.in(dialog.topic).edits(dialog.answer, 'Цена 700'));
      const word = await lastIn(dialog.topic);
      expect(word.text).toMatch(/^Исправление не дошло: клиент остановил бота/);
      expect(word.replyTo?.messageId).toBe(dialog.answer.messageId);
      await does(dialog.client.unblocksTheBot());
      await does(katya.presses('Повторить', { in: dialog.topic }));
      expect(await dialog.client.sees()).toContainEqual(expect.stringMatching(/^Цена 700\n/));

      const unsent = await does(katya.in(dialog.topic).says('Ещё скидка'));
      await does(katya.in(dialog.topic).edits(unsent, 'Ещё скидка 10%'));
      const farewell = await lastIn(dialog.topic);
      expect(farewell.text).toContain('Здесь клиенту больше ничего не отправляется');
      expect(farewell.replyTo?.messageId).toBe(unsent.messageId);
      expect((await dialog.client.sees()).join()).not.toContain('скидка');
    });

    it('takes an answer back by /del, and says so there', async () => {
      const { katya, boris } = company;
      const dialog = await moved('Белла');
      await does(katya.in(dialog.topic).replies(dialog.answer, '/del'));

      expect(await dialog.client.sees()).toEqual(['Вопрос: Белла']);
      const word = await lastIn(dialog.topic);
      expect(word.text).toBe('Отозвано: клиент больше не видит это сообщение.');
      expect(word.replyTo?.messageId).toBe(dialog.answer.messageId);
      expect(signs(await asItIs(dialog, dialog.answer))).toEqual([]);
      expect((await boris.card(dialog.there)).text).toContain('Катя Смирнова — ответ отозван');
      await does(katya.in(dialog.topic).replies(dialog.answer, '/del'));
      expect((await lastIn(dialog.topic)).text).toBe('Это сообщение уже отозвано.');
    });

    it('carries reactions across, and tells of those it cannot carry', async () => {
      const { katya, boris } = company;
      const dialog = await moved('Вера');
      const question = await katya.in(dialog.topic).reads('Вопрос: Вера');
      await does(katya.in(dialog.topic).reacts(question, '🔥'));
      expect(signs(await dialog.client.reads('Вопрос: Вера'))).toEqual(['🔥']);
      await does(katya.in(dialog.topic).reactsSpecially(question, { customEmojiId: '7' }));
      expect((await lastIn(dialog.topic)).text).toMatch(/^Клиент этой реакции не увидит/);

      await does(dialog.client.reacts(await dialog.client.reads('Цена 500'), '👍'));
      expect((await lastIn(dialog.there, boris)).text).toBe('Вера: 👍 на «Цена 500»');
    });

    it('is followed by files that say whose they are, and /del on one does what it says', async () => {
      const { katya, boris } = company;
      const dialog = await moved('Галя', async ({ client, topic }) => {
        await does(client.sendsPhoto('фото клиента'));
        await does(katya.in(topic).sendsPhoto('// внутреннее фото'));
        await does(katya.in(topic).sendsPhoto('прайс'));
        await does(katya.in(topic).sends({ kind: 'sticker' }));
      });
      const files = (await boris.in(dialog.there).messages()).filter(({ media }) => media !== null);
      expect(files.map(({ text }) => text)).toEqual([
        'Галя:\nфото клиента',
        'Катя Смирнова, заметка:\nвнутреннее фото',
        'Катя Смирнова:\nпрайс',
        '',
      ]);
      const [theirs, note, price, sticker] = files as [Message, Message, Message, Message];
      const words = await boris.in(dialog.there).messages();
      const before = words[words.findIndex((one) => one.messageId === sticker.messageId) - 1];
      expect(before?.text).toBe('Катя Смирнова:');

      const { olga } = company;
      await company.control.addMember({ chatId: sales.chatId, userId: olga.id });
      const del = async (to: Message) => {
        await does(olga.in(dialog.there).replies(to, '/del'));
        return (await company.olga.in(dialog.there).messages()).at(-1)?.text;
      };
      expect(await del(theirs)).toMatch(/^Это сообщение клиента\./);
      expect(await del(note)).toMatch(/^Это заметка, клиент её не видит\./);
      const seen = (await dialog.client.sees()).length;
      expect(await del(price)).toBe('Отозвано: клиент больше не видит это сообщение.');
      expect(await dialog.client.sees()).toHaveLength(seen - 1);
    });

    if (kind === 'forum')
      it('is called so by its name and sign, until the dialog is back', async () => {
        const { katya, boris } = company;
        const dialog = await moved('Даша');
        const look = async () => {
          const topics = await katya.topics();
          const { chatId, threadId } = dialog.topic;
          const one = topics.find(
            (topic) => topic.chatId === chatId && topic.threadId === threadId,
          );
          return `${one?.icon} ${one?.name}`;
        };
        expect(await look()).toMatch(/^🧳 Перенесён: № \d+ · Даша$/);
        await does(boris.presses('Ещё…', { in: dialog.there }));
        await does(boris.presses('Перенести диалог', { in: dialog.there }));
        await does(boris.presses('Единое окно', { in: dialog.there }));
        expect(await look()).toMatch(/^❓ № \d+ · Даша$/);
      });

    if (kind === 'channel')
      it('under a post that is gone it is the same', async () => {
        const { katya, control } = company;
        const dialog = await asks(company, 'Ева', 'Вопрос: Ева');
        const first = await does(katya.in(dialog.topic).says('Цена 500'));
        const second = await does(katya.in(dialog.topic).says('Доставка 100'));
        const { post } = await katya.comments('Ева');
        await does(
          control.deleteMessage({
            chatId: post.chatId,
            messageId: post.messageId,
            userId: company.igor.id,
          }),
        );
        await does(dialog.client.says('Алло?'));
        await does(katya.in(dialog.topic).edits(first, 'Цена 600'));
        await does(katya.in(dialog.topic).replies(second, '/del'));
        expect((await dialog.client.sees()).map((text) => text.split('\n')[0])).toEqual([
          'Вопрос: Ева',
          'Цена 600',
          'Алло?',
        ]);
        expect((await lastIn(dialog.topic)).text).toMatch(/^Отозвано: клиент больше не видит/);

        // What the client changes is read where the dialog is now.
        const question = await dialog.client.reads('Вопрос: Ева');
        await does(dialog.client.edits(question, 'Вопрос: Ева?'));
        const there = await katya.comments('Ева');
        expect((await lastIn(there)).text).toBe('✏️ Клиент изменил сообщение:\nВопрос: Ева?');
      });
  },
);

async function nothing(): Promise<void> {}
