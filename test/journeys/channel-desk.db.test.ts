// A channel with a discussion group as the desk: a post for each dialog, its comments are the thread.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import {
  areOneAlbum,
  asks,
  cardOf,
  dialogOf,
  doing,
  labels,
  type OpenDialog,
  signs,
} from '../support/dialogs.ts';
import type { Place } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({}, undefined, 'channel');
  does = doing(company);
});

afterAll(() => company.close());

async function channel(): Promise<Place> {
  const { channelId } = await company.app().database.prisma.desk.findFirstOrThrow();
  return { chatId: Number(channelId) };
}

/** Who presses has the card before the eyes. */
async function pressesOnCard(name: string, label: string, by = company.katya): Promise<void> {
  const { chatId, messageId } = await cardOf(company, name);
  await does(company.control.press({ userId: by.id, chatId, messageId, label }));
}

describe('a channel desk', () => {
  let anna: OpenDialog;

  it('posts the card of a dialog, with the question in its comments', async () => {
    anna = await asks(company, 'Анна');
    const card = await cardOf(company, 'Анна');

    expect(card.text).toContain('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');
    expect(card.text).toContain('ответьте прямо в комментариях');
    expect(card.text).toContain('#неотвечено');
    expect(labels(card)).toContain('Взять в работу');
    expect(await company.katya.in(anna.topic).sees()).toEqual([
      expect.stringContaining('🔴 НЕ ОТВЕЧЕНО'),
      'Здравствуйте! Сколько стоит доставка?',
    ]);
  });

  it('is worked with by the buttons of the post, and by the same ones in the comments', async () => {
    const { boris } = company;
    await pressesOnCard('Анна', 'Взять в работу');

    expect(await anna.status()).toBe('🟡 В РАБОТЕ · ждёт с 12:00');
    const panel = (await boris.in(anna.topic).messages())[0];
    expect(panel?.text).toContain('👤 Ответственный: Катя Смирнова');

    await does(boris.presses('Добавить заметку', { in: anna.topic }));
    await does(boris.in(anna.topic).says('Постоянный клиент'));
    await boris.in(anna.topic).reads('Заметка. Клиент не видит');
    expect(await anna.card()).toContain('Борис Орлов — заметка: Постоянный клиент');
    expect(await anna.client.sees()).toEqual(['Здравствуйте! Сколько стоит доставка?']);
  });

  it('a comment is an answer, a reply to a colleague stays inside', async () => {
    const { katya, boris } = company;
    const answer = await does(katya.in(anna.topic).says('500 рублей'));
    await does(boris.in(anna.topic).replies(answer, 'А скидка?'));
    const asked = await katya.in(anna.topic).reads('Сколько стоит доставка?');
    await does(katya.in(anna.topic).replies(asked, 'И ещё 100 за подъём'));

    expect((await anna.client.sees()).slice(1)).toEqual(['500 рублей', 'И ещё 100 за подъём']);
    expect(signs(await katya.in(anna.topic).reads('500 рублей'))).toEqual(['👌']);
    expect((await anna.client.messages()).at(-1)?.replyTo?.text).toContain('Сколько стоит');
    expect(await anna.status()).toBe('🟢 ОТВЕЧЕНО');
  });

  it('what the client goes on with stands in the same comments, replies and albums too', async () => {
    const { katya } = company;
    const answer = await anna.client.reads('500 рублей');
    await does(anna.client.replies(answer, 'А 400?'));
    await does(
      anna.client.sendsAlbum([
        { kind: 'photo', caption: 'Вот' },
        { kind: 'photo', caption: '' },
      ]),
    );
    await company.later(2_000);

    const thread = await katya.in(anna.topic).messages();
    expect(thread.find(({ text }) => text === 'А 400?')?.replyTo?.text).toBe('500 рублей');
    const album = thread.filter(({ albumId }) => albumId !== null);
    expect(album.map(({ text }) => text)).toEqual(['Вот', '']);
    expect(areOneAlbum(album)).toBe(true);
  });

  it('says in answer to a press on the post that what it opened is in the comments', async () => {
    const { katya } = company;
    const inComments = async (part: string) =>
      (await katya.in(anna.topic).sees()).filter((text) => text.includes(part)).length;
    for (const label of ['Ещё…', 'Передать']) {
      await pressesOnCard('Анна', label);
      expect(await katya.lastToast()).toBe('Список — в комментариях');
      await does(katya.presses(label, { in: anna.topic }));
      expect(await katya.lastToast()).toBe('');
    }
    const prompts = await inComments('напишите заметку следующим сообщением');
    await pressesOnCard('Анна', 'Добавить заметку');
    expect(await katya.lastToast()).toBe('Напишите заметку в комментариях');
    expect(await inComments('напишите заметку следующим сообщением')).toBe(prompts + 1);
    await does(katya.presses('Отмена', { in: anna.topic }));
  });

  it('sends nothing that is posted in the channel, and tells whoever answers a card there', async () => {
    const { katya, igor, control } = company;
    const { chatId, messageId } = await cardOf(company, 'Анна');
    const posts = () => katya.in({ chatId }).messages();
    const heard = await anna.client.sees();
    await does(control.postInChannel({ userId: igor.id, chatId, text: 'Завтра выходной' }));
    const quiet = (await posts()).length;
    await does(control.postInChannel({ userId: igor.id, chatId, text: '600', replyTo: messageId }));
    const said = (await posts()).slice(quiet);

    expect(said.map(({ text }) => text)).toEqual([
      '600',
      expect.stringContaining('напишите в комментариях под карточкой'),
    ]);
    expect(said[1]?.replyTo?.text).toBe('600');
    expect(await anna.client.sees()).toEqual(heard);
  });

  it('changes the copy of a post with the post, and takes that for nobody’s words', async () => {
    const { katya, igor, control, desk } = company;
    const { threadId } = anna.topic;
    const all = await control.messages({ userId: igor.id, chatId: desk.chatId, limit: 10_000 });
    const copy = all.find(({ messageId }) => messageId === threadId);
    expect(copy?.text).toBe(await anna.card());
    const { prisma } = company.app().database;
    const heard = await prisma.$queryRaw<unknown[]>`
      SELECT seq FROM inbox_update WHERE payload -> 'edited_message' ->> 'message_thread_id' = ${String(threadId)}`;
    expect(heard).not.toEqual([]);
    const words = (await katya.in(anna.topic).sees()).filter((text) => text.includes('отправлен'));
    expect(words).toEqual([]);
  });

  it('closes with a rating, and both are on the card', async () => {
    await pressesOnCard('Анна', 'Закрыть');
    await does(anna.client.presses('5 ⭐'));

    expect(await anna.status()).toBe('⚪️ ЗАКРЫТО');
    expect(await anna.card()).toContain('⭐⭐⭐⭐⭐ Оценка 5 из 5');
    expect(await anna.card()).toContain('#закрыто');
  });

  it('edits of cards ring nowhere, and posts are made without a sound', async () => {
    const { chatId } = await channel();
    const calls = (await company.control.calls({})).filter(
      ({ payload }) => (payload as { chat_id?: number }).chat_id === chatId,
    );
    const posts = calls.filter(({ method }) => method === 'sendMessage');
    expect(posts.length).toBeGreaterThan(0);
    for (const { payload } of posts) expect(payload).toMatchObject({ disable_notification: true });
  });
});

describe('a channel that has stopped', () => {
  it('waits where the bot may not post, says so once, and goes on by itself', async () => {
    const { igor, control, katya } = company;
    const { chatId } = await channel();
    const before = (await igor.sees()).length;
    await control.promote({ chatId, userId: 'bot', rights: { can_edit_messages: true } });
    await company.settle();
    const gena = await company.client('Гена');
    await does(gena.says('Есть кто?'));

    const told = (await igor.sees()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Рабочий канал «Единое окно» остановился');
    expect(told[0]).toContain('• «Публикация сообщений»');

    await control.promote({ chatId, userId: 'bot' });
    await company.settle();
    const dialog = await dialogOf(company, gena);
    expect(await katya.in(dialog.topic).sees()).toContain('Есть кто?');
  });

  it('notices that posts do not come into the discussion, and mends it by /desk', async () => {
    const { igor, control, katya, desk } = company;
    const { chatId } = await channel();
    const lena = await company.client('Лена');
    await control.unlinkChannel({ channelId: chatId });
    await does(lena.says('Алло'));
    await company.later(130_000);
    await igor.reads('Рабочий канал «Единое окно» остановился');

    await control.linkChannel({ chatId: desk.chatId, channelId: chatId });
    await does(igor.in(desk).says('/desk'));
    const dialog = await dialogOf(company, lena);
    expect(await katya.in(dialog.topic).sees()).toContain('Алло');
    const cards = await katya.in(await channel()).sees();
    expect(cards.filter((text) => text.includes('Лена') && text.includes('#'))).toHaveLength(1);
  });
});
