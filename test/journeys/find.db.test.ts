// Finding words in what was said: in any form, from their beginning, mistyped; by staff alone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let anna: OpenDialog;
let john: OpenDialog;

/** What Катя reads when she looks for words. */
async function finds(words: string): Promise<string> {
  const { katya } = company;
  await does(katya.says(`/find ${words}`));
  return (await katya.messages()).at(-1)?.text ?? '';
}

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  anna = await asks(
    company,
    'Анна',
    'Пришлите, пожалуйста, договора на подпись. И ёлочные игрушки!',
  );
  john = await asks(company, 'John', 'Where are the contracts for deliveries?', {
    languageCode: 'en',
  });
  const { katya } = company;
  await does(katya.in(anna.topic).says('Отправим счёт сегодня'));
  await does(katya.in(anna.topic).says('// скидка только через руководителя'));
  await does(anna.client.sendsDocument('вот реквизиты', { fileName: 'Карточка_предприятия.pdf' }));
  // The search is a second behind.
  await company.later(1_000);
});

afterAll(() => company.close());

describe('/find', () => {
  it.each([
    ['договор', 'договора'],
    ['договором', 'договора'],
    ['дог', 'договора'],
    ['ДОГОВОР подпись', 'подпись'],
    ['елочный', 'ёлочные'],
    ['ёлочные', 'ёлочные'],
    ['contract', 'contracts'],
    ['delivery', 'deliveries'],
    ['счета', 'счёт'],
    ['скидки', 'скидка'],
    ['предприятие', 'Карточка_предприятия.pdf'],
    ['реквизит', 'реквизиты'],
  ])('«%s» finds «%s»', async (words, found) => {
    const text = await finds(words);
    expect(text).toMatch(/: 1 сообщение/);
    expect(text).toContain(found);
  });

  it.each([
    ['дагавор', 'договора'],
    ['дагавором', 'договора'],
    ['догвоор', 'договора'],
    ['contrats', 'contracts'],
    ['реквезиты', 'реквизиты'],
  ])('forgives «%s»: finds «%s», and says so', async (words, found) => {
    const text = await finds(words);
    expect(text).toContain('Точно так никто не писал. Похожее:');
    expect(text).toContain(found);
  });

  it('marks the words, tells who said them, and leads to the very message', async () => {
    const { katya, desk } = company;
    await finds('договор');
    const answer = (await katya.messages()).at(-1);
    const copy = await katya.in(anna.topic).reads('договора на подпись');
    const chat = String(desk.chatId).replace('-100', '');
    expect(JSON.stringify(answer)).toContain(
      `https://t.me/c/${chat}/${anna.topic.threadId}/${copy.messageId}`,
    );
    expect(answer?.text).toMatch(/Анна · 12:00 · № \d+\nПришлите, пожалуйста, договора на подпись/);
    expect(JSON.stringify(answer?.entities)).toContain('bold');
    expect(await finds('скидка')).toMatch(/📝 Катя Смирнова · 12:00 · № \d+ · Анна/);
  });

  it('finds what a message says now, not what it said before it was changed', async () => {
    const said = await anna.client.says('Нужен трактор');
    await company.later(1_000);
    await does(anna.client.edits(said, 'Нужен экскаватор'));
    await company.later(1_000);
    expect(await finds('экскаватор')).toContain('1 сообщение');
    expect(await finds('трактор')).toContain('Ничего не нашлось');
  });

  it('says what to write where there is nothing to look for', async () => {
    expect(await finds('')).toContain('Напишите, что найти: /find договор');
    expect(await finds('и как')).toContain('Эти слова есть почти везде');
    expect(await finds('жираф')).toContain('Ничего не нашлось. Попробуйте меньше слов');
  });

  it('in a thread looks through what was said with its client first, then everywhere', async () => {
    const { katya } = company;
    await does(katya.in(john.topic).says('/find договор'));
    const here = katya.in(john.topic);
    expect((await here.reads('«договор»')).text).toContain(
      'В переписке с этим клиентом такого нет',
    );
    await does(here.presses('Во всех диалогах'));
    const everywhere = await here.reads('1 сообщение');
    expect(everywhere.text).toContain('договора на подпись');
    await does(here.presses('Только с этим клиентом'));
    await here.reads('В переписке с этим клиентом такого нет');
    expect((await john.client.sees()).join()).not.toContain('договор');
  });

  it('has pages, and finds everything that was said on the way', async () => {
    const { katya } = company;
    for (let number = 1; number <= 7; number += 1) await anna.client.says(`Груз ${number} прибыл`);
    await company.later(1_000);
    expect(await finds('груза')).toContain('7 сообщений');
    const list = () => katya.reads('«груза»');
    expect((await list()).text).toContain('Груз 7 прибыл');
    await does(katya.presses('▶'));
    expect((await list()).text).toContain('Груз 1 прибыл');
    expect((await list()).text).not.toContain('Груз 3 прибыл');
    expect(labels(await list())).toEqual(['◀', '2 из 2']);
    await does(katya.presses('◀'));
    expect((await list()).text).toContain('Груз 3 прибыл');
  });

  it('shows nothing to whoever does not work here', async () => {
    await does(john.client.says('/find'));
    expect((await john.client.sees()).at(-1)).toContain('There is no such command');
    await does(john.client.forges(await john.client.reads('There is no such'), 'find:1:1:again'));
    expect(await john.client.lastToast()).toBe('This button is not for you. Nothing has changed.');
  });
});

describe('/history', () => {
  /** The newest file in a thread. */
  async function fileIn({ topic }: OpenDialog) {
    const { katya, sandbox } = company;
    const file = (await katya.in(topic).messages()).findLast(({ fileName }) => fileName !== null);
    const bytes = await fetch(`${sandbox.url}/control/files/${file?.fileId}`);
    return { name: file?.fileName, page: await bytes.text() };
  }

  it('sends the whole dialog as a file: words, files, notes, changes, what was done', async () => {
    const { katya } = company;
    const before = await anna.client.sees();
    await does(katya.presses('Взять в работу', { in: anna.topic }));
    await does(katya.in(anna.topic).says('/history'));
    const { name, page } = await fileIn(anna);
    expect(name).toMatch(/^dialog-\d+\.html$/);
    expect(page.startsWith('<!doctype html><html lang="ru">')).toBe(true);
    expect(page.endsWith('</body></html>\n')).toBe(true);
    for (const part of [
      'Пришлите, пожалуйста, договора на подпись. И ёлочные игрушки!',
      'Отправим счёт сегодня',
      'заметка, клиент не видит',
      'скидка только через руководителя',
      '[файл: Карточка_предприятия.pdf] вот реквизиты',
      'Нужен экскаватор',
      'Нужен трактор',
      'взято в работу',
      'Europe/Moscow',
    ])
      expect(page).toContain(part);
    expect(await anna.client.sees()).toEqual(before);
  });

  it('comes from «Ещё…» too, and words of people stay words', async () => {
    const { katya } = company;
    await john.client.says('<script>alert(1)</script> & "more"');
    await company.settle();
    await does(katya.presses('Ещё…', { in: john.topic }));
    await does(katya.presses('История файлом', { in: john.topic }));
    const { page } = await fileIn(john);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(page).not.toContain('<script');
  });
});
