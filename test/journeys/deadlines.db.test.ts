// The clock of the answer: thirty working minutes, nine to nine in Moscow, warned, escalated, each once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

/** What this person reads in private about this dialog. */
async function notices(person: Person, { client }: OpenDialog): Promise<readonly string[]> {
  return (await person.sees())
    .filter((text) => text.includes(`· ${client.name}: `))
    .map((text) => text.replace(/^.*?: /, ''));
}

/** What the thread was told about the deadline. */
async function callsIn(dialog: OpenDialog): Promise<readonly string[]> {
  return (await dialog.thread()).filter((text) => /срок/i.test(text));
}

async function answered(dialog: OpenDialog): Promise<void> {
  await does(company.katya.in(dialog.topic).says('500 рублей'));
}

describe('an answer that is due', () => {
  it('is warned of to whoever has the dialog, then told to them, the supervisor and the thread', async () => {
    const { katya, boris, olga } = company;
    const dialog = await asks(company, 'Анна');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await company.later(23 * MINUTE);
    expect(await notices(katya, dialog)).toEqual([]);

    await company.later(MINUTE);
    expect(await notices(katya, dialog)).toEqual(['клиент ждёт ответа, срок до 12:30.']);
    expect(await callsIn(dialog)).toEqual([]);

    await company.later(6 * MINUTE);
    const late = 'срок ответа прошёл в 12:30, клиент всё ещё ждёт.';
    expect((await notices(katya, dialog)).at(-1)).toBe(late);
    expect(await notices(olga, dialog)).toEqual([late]);
    expect(await notices(boris, dialog)).toEqual([]);
    expect(await callsIn(dialog)).toEqual(['Срок ответа прошёл в 12:30, клиент всё ещё ждёт.']);
    const card = await dialog.card();
    expect(card).toContain('🟡 В РАБОТЕ · ждёт с 12:00\n⏰ Срок ответа прошёл в 12:30');
    expect(card).toContain('12:30 · срок ответа пропущен');

    await company.later(30 * MINUTE);
    expect(await notices(olga, dialog)).toHaveLength(1);
    expect(await notices(katya, dialog)).toHaveLength(2);
    await answered(dialog);
  });

  it('is warned of in the thread while nobody has the dialog', async () => {
    const dialog = await asks(company, 'Белла');
    await company.later(24 * MINUTE);

    expect(await callsIn(dialog)).toEqual(['Клиент ждёт ответа, срок до 13:30.']);
    await answered(dialog);
    await company.later(10 * MINUTE);
    expect(await callsIn(dialog)).toHaveLength(1);
  });

  it('calls by name in the thread whoever never started the bot', async () => {
    const rita = await company.staff('Рита', { id: 906 });
    await company.control.addMember({ chatId: company.desk.chatId, userId: rita.id });
    await does(company.igor.in(company.desk).says(`/staff manager ${rita.id}`));
    const dialog = await asks(company, 'Вера');
    await does(rita.presses('Взять в работу', { in: dialog.topic }));
    await company.later(24 * MINUTE);

    expect(await callsIn(dialog)).toEqual(['Рита, клиент ждёт ответа, срок до 14:04.']);
    await answered(dialog);
  });
});

describe('the clock', () => {
  it('runs anew for the next question, and keeps the oldest that nobody answered', async () => {
    const { olga } = company;
    const dialog = await asks(company, 'Галя');
    await company.later(10 * MINUTE);
    await does(dialog.client.says('И ещё вопрос'));
    expect(await dialog.card()).toContain('ждёт с 13:58\n⏱ Ответить до 14:28');
    await answered(dialog);
    await company.later(5 * MINUTE);
    await does(dialog.client.says('А это уже третий'));
    expect(await dialog.card()).toContain('ждёт с 14:13\n⏱ Ответить до 14:43');
    await company.later(31 * MINUTE);

    expect(await notices(olga, dialog)).toEqual([
      'срок ответа прошёл в 14:43, клиент всё ещё ждёт.',
    ]);
    await answered(dialog);
  });

  it('goes on under a note, and a call or closing stops it', async () => {
    const { katya } = company;
    const noted = await asks(company, 'Даша');
    const called = await asks(company, 'Ева');
    const closed = await asks(company, 'Жанна');
    await does(katya.presses('Добавить заметку', { in: noted.topic }));
    await does(katya.in(noted.topic).says('уточняю цену'));
    await does(katya.presses('Был созвон', { in: called.topic }));
    await does(katya.presses('Закрыть', { in: closed.topic }));
    const card = await noted.card();
    expect(card).toContain('📝 ВНУТРЕННЯЯ ЗАМЕТКА · ждёт с 14:44');
    expect(card).toContain('Заметка только для сотрудников. Клиент всё ещё ждёт ответа.');
    expect(card).toContain('#внутренняязаметка #ждётответа');

    await company.later(31 * MINUTE);
    expect(await callsIn(noted)).toContain('Срок ответа прошёл в 15:14, клиент всё ещё ждёт.');
    expect(await callsIn(called)).toEqual([]);
    expect(await callsIn(closed)).toEqual([]);
    await answered(noted);
  });

  it('after a long stop tells once that it is too late, without a warning', async () => {
    const { katya, olga } = company;
    const dialog = await asks(company, 'Зоя');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await company.stopApp();
    await company.clock.advance(90 * MINUTE);
    await company.startApp();
    await company.later(1_000);

    const late = ['срок ответа прошёл в 15:45, клиент всё ещё ждёт.'];
    expect(await notices(katya, dialog)).toEqual(late);
    expect(await notices(olga, dialog)).toEqual(late);
    await answered(dialog);
  });

  it('counts a question from when it was asked, also when the bot reads it later', async () => {
    await company.stopApp();
    const inna = await company.client('Инна');
    await inna.says('Есть кто живой?');
    await company.clock.advance(20 * MINUTE);
    await company.startApp();
    await company.settle();

    const topic = await company.katya.topic('Инна');
    expect((await company.katya.card(topic)).text).toContain('ждёт с 16:45\n⏱ Ответить до 17:15');
    await does(company.katya.in(topic).says('Да'));
  });

  it('stops at nine in the evening and goes on at nine in the morning', async () => {
    await company.stopApp();
    await company.clock.set('2026-11-21T17:50:00Z');
    await company.startApp();
    const evening = await asks(company, 'Кира');
    expect(await evening.card()).toContain('ждёт с 20:50\n⏱ Ответить до 22.11 09:20');

    await company.stopApp();
    await company.clock.set('2026-11-22T00:15:00Z');
    await company.startApp();
    const night = await asks(company, 'Лиза');
    expect(await night.card()).toContain('ждёт с 03:15\n⏱ Ответить до 09:30');
    expect(await callsIn(evening)).toEqual([]);

    await company.stopApp();
    await company.clock.set('2026-11-22T06:14:00Z');
    await company.startApp();
    await company.later(1_000);
    expect(await callsIn(evening)).toEqual(['Клиент ждёт ответа, срок до 09:20.']);
    expect(await callsIn(night)).toEqual([]);
  });
});
