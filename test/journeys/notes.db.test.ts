// Notes: whatever way they are written, no client ever reads them, unless an employee says so.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { areOneAlbum, asks, doing, labels, type OpenDialog, signs } from '../support/dialogs.ts';

const MINUTE = 60_000;
const KEPT = 'Заметка. Клиент не видит';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

/** The client has nothing but their own words. */
async function expectSecret({ client }: OpenDialog): Promise<void> {
  const seen = await client.messages();
  expect(seen.filter(({ from }) => from.isBot)).toEqual([]);
}

/** How many questions for the words of a note stand in the thread. */
async function asked(dialog: OpenDialog): Promise<number> {
  return (await dialog.thread()).filter((text) => text.includes('напишите заметку')).length;
}

/** How often a note was acknowledged in the thread. */
async function notesIn(dialog: OpenDialog): Promise<number> {
  return (await dialog.thread()).filter((text) => text === KEPT).length;
}

describe('a note', () => {
  it.each([
    ['with «//»', '// только своим'],
    ['with /note', '/note только своим'],
    ['with /note and the bot’s name', '/note@deskroom_bot только своим'],
    ['with /note and half a name', '/note@ только своим'],
    ['with /note and a colon', '/note: только своим'],
    ['with /note and one slash more', '/note/ только своим'],
    ['with a blank after the slash', '/ note только своим'],
    ['with a Cyrillic letter in /note', '/notе только своим'],
  ])('%s stays inside, and the status is what it was', async (how, text) => {
    const { katya } = company;
    const dialog = await asks(company, `Анна ${how}`);
    await does(katya.in(dialog.topic).says(text));

    await expectSecret(dialog);
    expect(await notesIn(dialog)).toBe(1);
    const card = await dialog.card();
    expect(card).toContain('НЕ ОТВЕЧЕНО · ждёт с 12:00');
    expect(card).toContain('Катя Смирнова — заметка: только своим');
  });

  it('is a reply to a colleague’s answer, to a note, and to the word that a note is kept', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Белла');
    const answer = await does(katya.in(dialog.topic).says('Ответ клиенту'));
    await does(boris.in(dialog.topic).replies(answer, 'Зачем ты так?'));
    const note = await does(katya.in(dialog.topic).says('// не знаю'));
    await does(katya.in(dialog.topic).replies(note, 'дополню'));
    const kept = await katya.in(dialog.topic).reads(KEPT);
    await does(boris.in(dialog.topic).replies(kept, 'понятно'));

    expect(await notesIn(dialog)).toBe(4);
    const heard = (await dialog.client.messages()).filter(({ from }) => from.isBot);
    expect(heard.map(({ text }) => text)).toEqual(['Ответ клиенту']);
  });

  it('is not a reply to one’s own answer, to the client, or to the card', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Вика');
    const own = await does(katya.in(dialog.topic).says('Первый ответ'));
    await does(katya.in(dialog.topic).replies(own, 'Второй ответ'));
    const asked = await katya.in(dialog.topic).reads('Сколько стоит доставка');
    await does(katya.in(dialog.topic).replies(asked, 'Третий ответ'));
    await does(katya.in(dialog.topic).replies(await katya.card(dialog.topic), 'Четвёртый ответ'));

    expect(await notesIn(dialog)).toBe(0);
    expect(await dialog.client.sees()).toEqual([
      'Здравствуйте! Сколько стоит доставка?',
      ...['Первый ответ', 'Второй ответ', 'Третий ответ', 'Четвёртый ответ'],
    ]);
  });

  it('is a reply to any word of the bot’s own that only staff read', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Варя');
    await does(katya.in(dialog.topic).says('/such-a-command-is-unknown'));
    await does(katya.in(dialog.topic).says('/unknown'));
    const word = await katya.in(dialog.topic).reads('Такой команды нет');
    await does(boris.in(dialog.topic).replies(word, 'Опять этот скандалист, займись'));
    await does(katya.in(dialog.topic).says('// о скидке'));
    const kept = await katya.in(dialog.topic).reads(KEPT);
    await does(katya.presses('Отправить клиенту', { in: dialog.topic }));
    await does(boris.in(dialog.topic).replies(kept, 'Зря отправила'));

    const heard = (await dialog.client.messages()).filter(({ from }) => from.isBot);
    expect(heard.map(({ text }) => text)).toEqual(['о скидке']);
  });

  it('takes a whole album with it when one part has the mark', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Галя');
    await katya
      .in(dialog.topic)
      .sendsAlbum([
        { kind: 'photo' },
        { kind: 'photo', caption: '// накладные' },
        { kind: 'photo' },
      ]);
    await company.later(2_000);

    await expectSecret(dialog);
    expect(await notesIn(dialog)).toBe(1);
    expect(await dialog.card()).toContain('заметка: [фото] накладные');

    await does(katya.presses('Отправить клиенту', { in: dialog.topic }));
    await company.later(2_000);
    const album = (await dialog.client.messages()).filter(({ from }) => from.isBot);
    expect(album.map(({ text }) => text)).toEqual(['', 'накладные', '']);
    expect(areOneAlbum(album)).toBe(true);
  });

  it('can be sent after all, without its mark, and is an answer then', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Даша');
    await does(katya.in(dialog.topic).says('// приезжайте в пять'));
    await does(katya.presses('Отправить клиенту', { in: dialog.topic }));

    expect(await katya.lastToast()).toBe('Отправляем клиенту');
    expect(await dialog.client.sees()).toContain('приезжайте в пять');
    expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
    expect(signs(await katya.in(dialog.topic).reads('// приезжайте'))).toEqual(['👌']);
    expect(labels(await katya.in(dialog.topic).reads(KEPT))).toEqual([]);
  });

  it('without words asks for them', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Жора');
    await does(katya.in(dialog.topic).says('/note'));
    await does(katya.in(dialog.topic).says('//'));

    await expectSecret(dialog);
    const words = (await dialog.thread()).filter((text) => text.startsWith('Заметка пустая.'));
    expect(words).toHaveLength(2);
  });

  it('that is corrected reads corrected on the card', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Зина');
    const note = await does(katya.in(dialog.topic).says('// придёт в чертверг'));
    await does(katya.in(dialog.topic).edits(note, '// придёт в четверг'));

    await expectSecret(dialog);
    expect(await dialog.card()).toContain('заметка: придёт в четверг');
    expect((await dialog.thread()).at(-1)).toBe(KEPT);
  });

  it('that came with /note is corrected without the command, and sent without it', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Злата');
    const note = await does(katya.in(dialog.topic).says('/note в чертверг'));
    await does(katya.in(dialog.topic).edits(note, '/note в четверг'));
    expect(await dialog.card()).toContain('заметка: в четверг');

    await does(katya.presses('Отправить клиенту', { in: dialog.topic }));
    expect((await dialog.client.sees()).at(-1)).toBe('в четверг');
  });
});

describe('a note begun by the button', () => {
  it('may be a photo', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Ира');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Напишите заметку следующим сообщением');
    await does(katya.in(dialog.topic).sendsPhoto('паспорт'));

    await expectSecret(dialog);
    expect(await dialog.card()).toContain('заметка: [фото] паспорт');
    expect(await asked(dialog)).toBe(0);
    await does(katya.in(dialog.topic).says('А это уже ответ'));
    expect(await dialog.client.sees()).toContain('А это уже ответ');
  });

  it('may be cancelled by its writer, by the button or by /cancel, and by nobody else', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Клара');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await does(boris.presses('Отмена', { in: dialog.topic }));
    expect(await boris.lastToast()).toBe('Эту заметку пишет ваш коллега.');
    expect(await dialog.status()).toContain('ВНУТРЕННЯЯ ЗАМЕТКА');

    expect(await asked(dialog)).toBe(1);
    await does(katya.presses('Отмена', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Заметка отменена');
    expect(await asked(dialog)).toBe(0);
    expect(await dialog.status()).toBe('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');

    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await does(katya.in(dialog.topic).says('/cancel'));
    await katya.in(dialog.topic).reads('Заметка отменена.');
    expect(await asked(dialog)).toBe(0);
    expect(await dialog.status()).toBe('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00');
    await does(katya.in(dialog.topic).says('/cancel'));
    await katya.in(dialog.topic).reads('Отменять нечего');
    await expectSecret(dialog);
  });

  it('waits for its writer’s words alone: a colleague’s are an answer', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Лиза');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await does(boris.in(dialog.topic).says('Отвечу пока я'));
    await does(katya.in(dialog.topic).says('а это заметка'));

    expect(await dialog.client.sees()).toContain('Отвечу пока я');
    expect(await dialog.client.sees()).not.toContain('а это заметка');
    expect(await asked(dialog)).toBe(0);
  });

  it('is not ended by an unknown command or by another button: what is in doubt stays inside', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Мила');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await does(katya.in(dialog.topic).says('/ntoe сердитый'));
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(katya.in(dialog.topic).says('сердитый'));

    await expectSecret(dialog);
    expect(await dialog.card()).toContain('заметка: сердитый');
  });

  it('ends after ten minutes, and its writer is told that words go to the client again', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Нина');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await company.later(10 * MINUTE);

    await katya.in(dialog.topic).reads('Катя Смирнова, прошло 10 минут, заметка отменена.');
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
    const prompt = await katya.in(dialog.topic).reads('напишите заметку');
    await company.later(1_000);
    await does(katya.in(dialog.topic).replies(prompt, 'а я всё-таки допишу'));
    await expectSecret(dialog);
    await does(katya.in(dialog.topic).says('Это ответ'));
    expect(await dialog.client.sees()).toContain('Это ответ');
  });

  it('that was written in time is a note, also when the bot reads it after a long stop', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Оля');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await company.stopApp();
    await company.clock.advance(2 * MINUTE);
    await katya.in(dialog.topic).says('написано вовремя');
    await company.clock.advance(60 * MINUTE);
    await company.startApp();
    await company.later(1_000);

    await expectSecret(dialog);
    expect(await notesIn(dialog)).toBe(1);
  });
});
