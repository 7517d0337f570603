// Seed 003 whole: two clients, two managers, one window. It is meant to be read beside the seed.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import {
  asks,
  cardOf,
  dialogOf,
  doing,
  labels,
  type OpenDialog,
  signs,
} from '../support/dialogs.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

const DESKS = [
  { kind: 'forum', here: 'здесь', isForum: true },
  { kind: 'channel', here: 'в комментариях', isForum: false },
] as const;

describe.each(DESKS)('one window in a $kind', ({ kind, here, isForum }) => {
  let anna: OpenDialog;
  let john: OpenDialog;

  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  /** Topics have a name and an icon; comments have neither. */
  async function looks(name: string, icon: string): Promise<void> {
    if (!isForum) return;
    expect(await company.katya.topic(name)).toMatchObject({ name, icon });
  }

  it('a client writes, and a card appears that says what to do', async () => {
    anna = await asks(company, 'Анна', 'Здравствуйте! Сколько стоит доставка?', {
      lastName: 'Петрова',
      username: 'anna_p',
    });

    await looks('№ 1 · Анна Петрова', '❗️');
    const card = await cardOf(company, 'Анна');
    expect(card.pinned).toBe(isForum);
    expect(card.text).toBe(
      [
        '🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00',
        '⏱ Ответить до 12:30',
        `Возьмите диалог в работу или ответьте прямо ${here}.`,
        '',
        'Диалог № 1',
        'Клиент № 4: Анна Петрова',
        'Ник: @anna_p',
        'Канал: Telegram',
        'Первое сообщение: 12:00',
        '',
        'Вопросы клиента',
        '12:00 — Здравствуйте! Сколько стоит доставка?',
        '',
        'Что сделано',
        '12:00 · новый диалог',
        '',
        '#неотвечено #ждётответа #клиент_4 #telegram #д2026_11_21 #м2026_11 #н2026_47',
      ].join('\n'),
    );
    expect(labels(card)).toEqual([
      ...['Взять в работу', 'Был созвон', 'Добавить заметку', 'Закрыть'],
      ...['Передать', 'Ещё…'],
    ]);
    expect(await anna.thread()).toEqual(['Здравствуйте! Сколько стоит доставка?']);
  });

  it('until somebody acts the card grows with every question', async () => {
    await company.later(60_000);
    await does(anna.client.says('И ещё: есть ли самовывоз?'));
    await does(anna.client.says('А вы работаете завтра?'));

    const card = await anna.card();
    expect(card).toContain('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');
    expect(card).toContain(
      '12:00 — Здравствуйте! Сколько стоит доставка?\n12:01 — И ещё: есть ли самовывоз?\n12:01 — А вы работаете завтра?',
    );
  });

  it('a second client has a topic and a card of their own', async () => {
    john = await asks(company, 'John', 'Hello, do you ship to Brazil?', { languageCode: 'en' });

    await looks('№ 2 · John', '❗️');
    expect(await john.card()).toContain('Клиент № 5: John');
    expect(await anna.card()).not.toContain('Brazil');
  });

  it('a manager takes a dialog; the client sees 👀, the colleague reads whose it is', async () => {
    const { katya, boris } = company;
    const stale = await cardOf(company, 'Анна');
    await does(katya.presses('Взять в работу', { in: anna.topic }));

    expect(await katya.lastToast()).toBe('Диалог у вас');
    const card = await cardOf(company, 'Анна');
    expect(card.text).toContain('🟡 В РАБОТЕ · ждёт с 12:00');
    expect(card.text).toContain('👤 Ответственный: Катя Смирнова');
    expect(card.text).toContain('#вработе');
    expect(card.text).toContain('#катя_3');
    expect(labels(card)).not.toContain('Взять в работу');
    expect(signs(await anna.client.reads('А вы работаете завтра?'))).toEqual(['👀']);

    const take = stale.buttons.flat().find(({ label }) => label === 'Взять в работу');
    await does(boris.forges(stale, take?.value ?? ''));
    expect(await boris.lastToast()).toBe('Уже в работе: Катя Смирнова');
  });

  it('what the client writes meanwhile is appended as new', async () => {
    await does(anna.client.says('Ау!'));

    expect(await anna.status()).toBe('🟡 В РАБОТЕ · новых: 1 · ждёт с 12:00');
  });

  it('what the manager writes in the topic goes to the client, and 👌 says that it is there', async () => {
    const { katya } = company;
    const answer = await does(katya.in(anna.topic).says('Доставка 500 рублей, самовывоз есть.'));

    expect(await anna.client.sees()).toContain('Доставка 500 рублей, самовывоз есть.');
    expect(signs(await katya.in(anna.topic).reads('500 рублей'))).toEqual(['👌']);
    const card = await anna.card();
    expect(card).toContain('🟢 ОТВЕЧЕНО\nОтвет у клиента. Если вопрос решён, закройте диалог.');
    expect(card).toContain('12:01 · Катя Смирнова — ответ доставлен');
    expect(card).toContain('Последний вопрос\n12:01 — Ау!');
    expect(card).not.toContain('#ждётответа');
    expect(answer.threadId).toBe(anna.topic.threadId);
  });

  it('when the client goes on, the status is «ПРОДОЛЖИТЬ» and the clock begins anew', async () => {
    await company.later(120_000);
    await does(anna.client.says('Хорошо, а когда привезёте?'));

    const card = await anna.card();
    expect(card).toContain('🟠 ПРОДОЛЖИТЬ · ждёт с 12:03\n⏱ Ответить до 12:33');
    expect(card).toContain('#продолжить #ждётответа');
    await looks('№ 1 · Анна Петрова', '❓');
  });

  it('«Ещё отвечаю» takes an answered dialog back to work', async () => {
    const { katya } = company;
    await does(katya.in(anna.topic).says('Завтра до обеда.'));
    expect(labels(await cardOf(company, 'Анна'))).toEqual([
      'Ещё отвечаю',
      'Был созвон',
      'Добавить заметку',
      'Закрыть',
      'Закрыть без оценки',
      'Передать',
      'Ещё…',
    ]);

    await does(katya.presses('Ещё отвечаю', { in: anna.topic }));
    expect(await anna.status()).toBe('🟡 В РАБОТЕ');
  });

  it('«Был созвон» says who has called', async () => {
    const { boris } = company;
    await does(boris.presses('Был созвон', { in: john.topic }));

    const card = await john.card();
    expect(card).toContain('📞 БЫЛ СОЗВОН\n');
    expect(card).toContain('#былсозвон');
    expect(card).toContain('12:03 · Борис Орлов — был созвон');
    expect(card).toContain('👤 Ответственный: Борис Орлов');
  });

  it('«Добавить заметку» changes the status, and the note stays with staff', async () => {
    const { boris } = company;
    const before = await john.client.sees();
    await does(boris.presses('Добавить заметку', { in: john.topic }));
    await boris.in(john.topic).reads('Борис Орлов, напишите заметку следующим сообщением.');
    expect(await john.status()).toBe('📝 ВНУТРЕННЯЯ ЗАМЕТКА');

    await does(boris.in(john.topic).says('Ждёт цену контейнера'));
    await boris.in(john.topic).reads('Заметка. Клиент не видит');
    const card = await john.card();
    expect(card).toContain('📝 ВНУТРЕННЯЯ ЗАМЕТКА');
    expect(card).toContain('#внутренняязаметка');
    expect(card).toContain('12:03 · Борис Орлов — заметка: Ждёт цену контейнера');
    expect(await john.client.sees()).toEqual(before);
  });

  it('«Закрыть» asks the client for a rating, in the client’s language', async () => {
    const { boris, katya } = company;
    await does(boris.in(john.topic).says('Yes, from 900 dollars.'));
    await does(boris.presses('Закрыть', { in: john.topic }));
    await does(katya.presses('Закрыть', { in: anna.topic }));

    const request = await john.client.reads('The dialog is finished. How well did we help you?');
    expect(labels(request)).toEqual(['1 ⭐', '2 ⭐', '3 ⭐', '4 ⭐', '5 ⭐']);
    await anna.client.reads('Диалог завершён. Оцените, пожалуйста, как мы вам помогли:');
    expect(await anna.status()).toBe('⚪️ ЗАКРЫТО');
    await looks('№ 1 · Анна Петрова', '🏁');
  });

  it('one tap rates it, words may follow, and both stand on the card', async () => {
    await does(anna.client.presses('5 ⭐'));
    await anna.client.reads('Спасибо за оценку! ⭐⭐⭐⭐⭐');
    await does(anna.client.says('Очень быстро!'));

    await anna.client.reads('Спасибо, передали сотрудникам.');
    const card = await anna.card();
    expect(card).toContain('⚪️ ЗАКРЫТО');
    expect(card).toContain('⭐⭐⭐⭐⭐ Оценка 5 из 5 — «Очень быстро!»');
    expect(await anna.thread()).toContain('⭐ Слова к оценке:\nОчень быстро!');
  });

  it('each dialog shows its own whole conversation, and hashtags filter the desk', async () => {
    expect(await john.thread()).toEqual([
      'Hello, do you ship to Brazil?',
      'Ждёт цену контейнера',
      'Заметка. Клиент не видит',
      'Yes, from 900 dollars.',
    ]);
    const tagged = async (tag: string) => {
      const cards = [await anna.card(), await john.card()];
      return cards.map((card) => card.split(/\s/).includes(tag));
    };
    expect(await tagged('#закрыто')).toEqual([true, true]);
    expect(await tagged('#клиент_4')).toEqual([true, false]);
    expect(await tagged('#катя_3')).toEqual([true, false]);
    expect(await tagged('#борис_4')).toEqual([false, true]);
    expect(await tagged('#н2026_47')).toEqual([true, true]);
  });

  it('the log of events tells who did what, and holds no word of anybody', async () => {
    const { prisma } = company.app().database;
    const events = await prisma.event.findMany({ where: { subject: 'dialog', subjectId: 1 } });

    expect(events.map(({ type }) => type)).toEqual([
      ...['opened', 'asked', 'asked', 'asked', 'taken', 'asked', 'answer-written'],
      ...['answer-delivered', 'asked', 'answer-written', 'answer-delivered', 'resumed', 'closed'],
      ...['rating-requested', 'rated', 'rating-words'],
    ]);
    expect(
      events.every(({ cause }) => /^(?:update:\d+|press:.+|delivery)$/.test(cause ?? '')),
    ).toBe(true);
    const causes = events.filter(({ type }) => type === 'asked').map(({ cause }) => cause);
    expect(new Set(causes).size).toBe(5);
    const words = JSON.stringify(events.map(({ data }) => data));
    expect(words).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('who comes back soon goes on where they were', async () => {
    await company.later(3_600_000);
    await does(anna.client.says('Можно поменять адрес?'));

    anna = await dialogOf(company, anna.client);
    expect(await anna.card()).toContain('🟠 ПРОДОЛЖИТЬ · ждёт с');
    expect(company.fatal).toEqual([]);
  });
});
