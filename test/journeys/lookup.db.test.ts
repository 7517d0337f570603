// Finding dialogs and labelling clients, as a desk at work does it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let anna: OpenDialog;
let boris: OpenDialog;
let vera: OpenDialog;

/** The newest list that Катя has in private. */
async function list(): Promise<Message> {
  return company.katya.reads('Диалоги: ');
}

/** The names of clients in it, in their order. */
async function listed(): Promise<readonly string[]> {
  return namesIn((await list()).text);
}

function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /^\S+ № \d+ · /u.test(line))
    .map((line) => line.split(' · ')[1] ?? '');
}

async function finds(words: string): Promise<readonly string[]> {
  await does(company.katya.says(`/dialogs ${words}`));
  return listed();
}

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  anna = await asks(company, 'Анна', 'Где мой заказ?', { lastName: 'Белова', username: 'anna_b' });
  await company.later(40 * 60_000);
  boris = await asks(company, 'Бориc', 'Сколько стоит?');
  vera = await asks(company, 'Вера', 'Можно счёт?', { lastName: 'Ёлкина' });
  await does(company.katya.presses('Взять в работу', { in: vera.topic }));
  const closed = await asks(company, 'Галина', 'Спасибо, а когда?');
  await does(company.katya.presses('Взять в работу', { in: closed.topic }));
  await does(company.katya.presses('Закрыть', { in: closed.topic }));
});

afterAll(() => company.close());

describe('/dialogs', () => {
  it('shows open dialogs, each with its status, how long they wait, who has it and a link', async () => {
    const { katya, desk } = company;
    expect(await finds('')).toEqual(['Вера Ёлкина', 'Бориc', 'Анна Белова']);
    const shown = await list();
    expect(shown.text).toContain('Диалоги: 3\nоткрытые');
    expect(shown.text).toMatch(/🔴 № \d+ · Анна Белова · ждёт 40 мин/);
    expect(shown.text).toMatch(/🟡 № \d+ · Вера Ёлкина · ждёт меньше минуты · Катя Смирнова/);
    const link = `https://t.me/c/${String(desk.chatId).replace('-100', '')}/${anna.topic.threadId}`;
    expect(JSON.stringify(await katya.messages())).toContain(link);
  });

  it.each([
    ['неотвеченные', ['Анна Белова', 'Бориc']],
    ['#неотвечено', ['Анна Белова', 'Бориc']],
    ['not-answered', ['Анна Белова', 'Бориc']],
    ['ждут дольше 30 минут', ['Анна Белова']],
    ['#ждётответа', ['Анна Белова', 'Бориc', 'Вера Ёлкина']],
    ['у Кати в работе', ['Вера Ёлкина']],
    ['мои', ['Галина', 'Вера Ёлкина']],
    ['ничьи открытые', ['Бориc', 'Анна Белова']],
    ['елкина', ['Вера Ёлкина']],
    ['анн', ['Анна Белова']],
    ['@anna_b', ['Анна Белова']],
    ['закрытые сегодня', ['Галина']],
    ['#д2026_11_21 telegram все', ['Галина', 'Вера Ёлкина', 'Бориc', 'Анна Белова']],
    ['21.11 closed', ['Галина']],
    ['вчера', []],
  ])('«%s» finds %j', async (words, names) => {
    expect(await finds(words)).toEqual(names);
  });

  it('takes the hashtags of a card as they stand there', async () => {
    const tags = (await vera.card()).match(/#\S+/g) ?? [];
    const [client, employee] = ['#клиент_', '#катя_'].map((tag) =>
      tags.find((one) => one.startsWith(tag)),
    );
    expect(await finds(`${client}`)).toEqual(['Вера Ёлкина']);
    expect(await finds(`${employee}`)).toEqual(['Галина', 'Вера Ёлкина']);
    expect(await finds(tags.join(' '))).toEqual(['Вера Ёлкина']);
  });

  it('that finds nothing says what to change', async () => {
    await finds('вчера катя');
    expect((await list()).text).toContain('Уберите часть условий');
  });

  it('is filtered by buttons, and the menu shows what is chosen', async () => {
    const { katya } = company;
    await finds('');
    await does(katya.presses('Фильтры'));
    await does(katya.presses('Статус'));
    await does(katya.presses('В РАБОТЕ'));
    expect(await listed()).toEqual(['Вера Ёлкина']);
    expect(labels(await list())).toContain('✓ В РАБОТЕ');
    await does(katya.presses('Назад'));
    await does(katya.presses('Кто ведёт'));
    await does(katya.presses('Ничьи'));
    expect((await list()).text).toContain('Ничего не нашлось');
    await does(katya.presses('Назад'));
    await does(katya.presses('Сбросить'));
    await does(katya.presses('Готово'));
    expect(await listed()).toHaveLength(3);
  });

  it('answers in the thread of a dialog too, and nothing of it reaches the client', async () => {
    const before = await anna.client.sees();
    await does(company.katya.in(anna.topic).says('/dialogs в работе'));
    await company.katya.in(anna.topic).reads('Диалоги: 1');
    expect(await anna.client.sees()).toEqual(before);
  });

  it('shows clients to nobody who does not work here', async () => {
    const { client } = anna;
    await does(client.says('/dialogs'));
    expect((await client.sees()).at(-1)).toContain('Такой команды нет');
    const shown = await list();
    await does(client.forges(await client.reads('Такой команды нет'), 'look:1:1:again'));
    expect(await client.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    expect(shown.text).toContain('Диалоги: ');
  });
});

describe('the bot’s name typed in any chat', () => {
  async function offers(userId: number, query: string) {
    const { control } = company;
    const { queryId } = await control.askInline({ userId, query });
    return company.eventually(async () => {
      const answer = await control.inlineOffers({ queryId });
      if (!answer) throw new Error('nothing is offered yet');
      return { queryId, ...answer };
    });
  }

  it('offers the same dialogs to staff; what is sent names no client', async () => {
    const { katya, control, desk } = company;
    const { queryId, results, isPersonal, cacheTime } = await offers(katya.id, 'not-answered');
    expect(results.map(({ title }) => title.split(' · ')[1])).toEqual(['Анна Белова', 'Бориc']);
    expect({ isPersonal, cacheTime }).toEqual({ isPersonal: true, cacheTime: 0 });
    const resultId = results[0]?.id ?? '';
    await does(control.chooseInline({ userId: katya.id, chatId: desk.chatId, queryId, resultId }));
    const sent = (await katya.in(desk).messages()).at(-1);
    expect(sent?.text).toMatch(/^🔴 № \d+ · НЕ ОТВЕЧЕНО$/);
    expect(JSON.stringify(sent)).toContain('https://t.me/c/');
  });

  it('offers nothing to anybody else, and says where nothing is found', async () => {
    expect((await offers(anna.client.id, 'not-answered')).results).toEqual([]);
    const { results, button } = await offers(company.katya.id, 'вчера');
    expect({ results, button }).toEqual({
      results: [],
      button: 'Ничего не нашлось. Измените слова',
    });
  });
});

describe('a long list', () => {
  it('is turned page by page, and a press on an old page shows what is true now', async () => {
    const { katya, control } = company;
    for (let number = 1; number <= 7; number += 1) {
      await does((await company.client(`Номер${number}`)).says('Вопрос'));
    }
    const first = await finds('неотвеченные');
    expect(first).toHaveLength(8);
    expect(labels(await list())).toEqual(['1 из 2', '▶', 'Фильтры']);
    const old = await list();
    const press = () =>
      control.press({ userId: katya.id, chatId: old.chatId, messageId: old.messageId, label: '▶' });
    // Who has waited longest is answered meanwhile: nobody is missed for it.
    await does(katya.in(anna.topic).says('Едет'));
    await does(press());
    expect(await listed()).toEqual(['Номер7']);
    expect(labels(await list())).toEqual(['◀', '2 из 2', 'Фильтры']);
    await does(katya.presses('◀'));
    expect((await listed()).slice(0, 2)).toEqual(['Бориc', 'Номер1']);
  });
});

describe('/label', () => {
  it('puts a coloured label on the client: on the card, in its tags and in the filters', async () => {
    const { katya } = company;
    await does(katya.in(boris.topic).says('/label VIP'));
    await katya.in(boris.topic).reads('Метка поставлена: 🔵 VIP');
    expect(await boris.card()).toContain('🏷 🔵 VIP');
    expect(await boris.card()).toContain('#метка_vip');
    expect(await finds('#метка_vip')).toEqual(['Бориc']);
    expect(await finds('vip')).toEqual(['Бориc']);
  });

  it('offers the labels there are, and a press puts one on or takes it off', async () => {
    const { katya } = company;
    await does(katya.in(vera.topic).says('/label'));
    await does(katya.presses('🔵 VIP', { in: vera.topic }));
    expect(await katya.lastToast()).toBe('Метка поставлена: 🔵 VIP');
    expect(await vera.card()).toContain('#метка_vip');
    await does(katya.presses('✓ 🔵 VIP', { in: vera.topic }));
    expect(await vera.card()).not.toContain('метка');
    await does(katya.presses('Скрыть', { in: vera.topic }));
    expect((await vera.thread()).join()).not.toContain('Метки клиента');
  });

  it('takes a colour, and goes with the last client who has it', async () => {
    const { katya } = company;
    await does(katya.in(boris.topic).says('/label vip 🔴'));
    expect(await boris.card()).toContain('🏷 🔴 VIP');
    await does(katya.in(boris.topic).says('/label vip'));
    expect(await boris.card()).not.toContain('VIP');
    await does(katya.in(vera.topic).says('/label'));
    await katya.in(vera.topic).reads('Меток пока нет.');
  });

  it('says what is wrong with a name, and is no client’s', async () => {
    const { katya } = company;
    await does(katya.in(vera.topic).says(`/label ${'очень '.repeat(5)}важный клиент`));
    await katya.in(vera.topic).reads('Уложитесь в 24 знака');
    await does(katya.in(vera.topic).says('/label 777'));
    await katya.in(vera.topic).reads('нужна хотя бы одна буква');
    await does(vera.client.forges(await vera.client.says('Я тут'), 'label:1:1'));
    expect(await vera.client.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
  });
});
