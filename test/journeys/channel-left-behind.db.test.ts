// What a dialog leaves behind in a channel and its discussion, and what comes along: of a post that is
// gone, of a copy that is gone, and of a dialog that is moved.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rights } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, cardOf, dialogOf, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message, Place } from '../support/people.ts';

const ELSEWHERE = 'продолжается в другом месте';
const BEFORE = 'Что было сказано раньше';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({}, undefined, 'channel');
  does = doing(company);
});

afterAll(() => company.close());

async function everythingIn(chatId: number): Promise<readonly Message[]> {
  return company.control.messages({ userId: company.igor.id, chatId, limit: 10_000 });
}

/** Somebody deletes a message, and Telegram tells the bot nothing. */
async function vanishes(chatId: number, messageId: number): Promise<void> {
  await does(company.control.deleteMessage({ userId: company.igor.id, chatId, messageId }));
}

/** What stands in the comments where a dialog was. */
async function leftIn({ topic }: OpenDialog): Promise<readonly Message[]> {
  return company.katya.in(topic).messages();
}

/** The old panel says where the dialog goes on, and has no button any more. */
async function expectLeft(old: OpenDialog): Promise<void> {
  const left = await leftIn(old);
  expect(left.flatMap(labels)).not.toContain('Закрыть');
  expect(left.filter(({ text }) => text.includes(ELSEWHERE))).toHaveLength(2);
  expect(left[0]?.text).toContain(ELSEWHERE);
  expect(left[0]?.entities.some(({ type }) => type === 'text_link')).toBe(true);
}

describe('a post that is gone', () => {
  it('is made anew with what was said; the old comments say where it goes on', async () => {
    const { katya, control, desk } = company;
    await control.promote({
      chatId: desk.chatId,
      userId: 'bot',
      rights: rights('can_delete_messages'),
    });
    const vera = await asks(company, 'Вера');
    await does(katya.in(vera.topic).says('// постоянный клиент'));
    const old = await cardOf(company, 'Вера');
    const [panel] = await leftIn(vera);
    await vanishes(old.chatId, old.messageId);
    await does(vera.client.sendsPhoto('вот фото'));

    const again = await dialogOf(company, vera.client);
    expect(again.topic.threadId).not.toBe(vera.topic.threadId);
    const fresh = await katya.in(again.topic).messages();
    const history = fresh.find(({ text }) => text.startsWith(BEFORE))?.text;
    expect(history).toContain('Вера: Здравствуйте! Сколько стоит доставка?');
    expect(history).toContain('Катя Смирнова (заметка): постоянный клиент');
    expect(fresh.filter(({ media }) => media === 'photo')).toHaveLength(1);
    await expectLeft(vera);
    // The copy of the post is deleted, and the card leads to what was said under it.
    const all = await everythingIn(desk.chatId);
    expect(all.some(({ messageId }) => messageId === vera.topic.threadId)).toBe(false);
    const ways = (await cardOf(company, 'Вера')).entities.filter(
      ({ type }) => type === 'text_link',
    );
    expect(ways).toMatchObject([{ url: expect.stringMatching(`/${panel?.messageId}$`) }]);

    await does(vera.client.says('Алло?'));
    expect(await katya.in(again.topic).sees()).toContain('Алло?');
    await does(katya.in(again.topic).says('Тут'));
    expect(await vera.client.sees()).toContain('Тут');
  });

  it('leaves its copy in the discussion where the bot may delete nothing', async () => {
    const { control, desk } = company;
    await control.promote({ chatId: desk.chatId, userId: 'bot', rights: rights() });
    const inna = await asks(company, 'Инна');
    const old = await cardOf(company, 'Инна');
    await vanishes(old.chatId, old.messageId);
    await does(inna.client.says('Вы тут?'));

    await expectLeft(inna);
    const again = await dialogOf(company, inna.client);
    const said = (await company.katya.in(again.topic).sees()).join('\n');
    expect(said).toContain('Здравствуйте! Сколько стоит доставка?');
    expect(said).toContain('Вы тут?');
    expect(await told('боту не хватает прав')).toBe(0);
  });

  it('and whose copy is gone is made anew too, with what was said: the old post is no card any more', async () => {
    const { katya } = company;
    const zoya = await asks(company, 'Зоя');
    const old = await cardOf(company, 'Зоя');
    const { chatId, threadId } = zoya.topic;
    await vanishes(chatId, Number(threadId));
    await does(zoya.client.says('Вы тут?'));

    const again = await dialogOf(company, zoya.client);
    expect(again.topic.threadId).not.toBe(threadId);
    const seen = await katya.in(again.topic).sees();
    expect(seen.filter((text) => text.includes('Вы тут?'))).toHaveLength(1);
    expect(seen.find((text) => text.startsWith(BEFORE))).toContain('Сколько стоит доставка?');
    const former = (await everythingIn(old.chatId)).find((one) => one.messageId === old.messageId);
    expect(former?.text).toContain(ELSEWHERE);
    expect(former?.text).not.toContain('#');
    expect(former?.buttons).toEqual([]);
    expect((await leftIn(zoya)).flatMap(labels)).toEqual([]);
  });
});

describe('a dialog that is moved', () => {
  let anna: OpenDialog;
  let sales: Place;

  it('leaves no button in the channel nor in the comments', async () => {
    const { igor, boris, katya } = company;
    sales = await company.forum('Отдел продаж', igor, [boris]);
    await does(igor.in(sales).says('/desk'));
    await does(igor.in(sales).presses('Добавить ещё одну'));
    anna = await asks(company, 'Анна', 'Хочу купить');
    const post = await cardOf(company, 'Анна');
    await does(katya.in(anna.topic).says('/move'));
    await does(katya.presses('Отдел продаж', { in: anna.topic }));

    await expectLeft(anna);
    for (const chatId of [post.chatId, company.desk.chatId]) {
      const all = await everythingIn(chatId);
      const tagged = all.filter(({ text }) => text.includes('Анна') && text.includes('#'));
      expect(tagged).toEqual([]);
    }
  });

  it('and comes back has its post and its one panel again', async () => {
    const { boris, katya } = company;
    const there = await boris.topic('Анна');
    await does(boris.in(there).says('Договор готов'));
    await does(boris.in(there).says('/move'));
    await does(boris.presses('Единое окно', { in: there }));

    const here = await leftIn(anna);
    const panels = here.filter((message) => labels(message).includes('Закрыть'));
    expect(panels.map(({ messageId }) => messageId)).toEqual([here[0]?.messageId]);
    expect((await cardOf(company, 'Анна')).text).toContain('#клиент_');
    // What stands there already is not told again.
    const history = here.findLast(({ text }) => text.startsWith(BEFORE))?.text;
    expect(history).toContain('Договор готов');
    expect(history).not.toContain('Хочу купить');
    await does(anna.client.says('Спасибо! А доставка?'));
    expect(await katya.in(anna.topic).sees()).toContain('Спасибо! А доставка?');
  });
});

async function told(part: string): Promise<number> {
  return (await company.igor.sees()).filter((text) => text.includes(part)).length;
}
