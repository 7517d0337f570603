// How often one employee is disturbed by what waits and by deadlines, what they read together, and what in the evening.
// Nine to six in Moscow; ten minutes to an answer here, an hour to that of a ticket.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { openRooms, type RoomPlan } from '../support/rooms.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: DeskCompany;
let rooms: readonly Place[];
let anna: Person;
let served: number;

// Five rooms of one manager: a client's, and four of sellers.
beforeAll(async () => {
  company = await openDesk({
    ...{ WORK_HOURS: '09:00-18:00', RAISE_MINUTES: '10', ANSWER_MINUTES: '60' },
  });
  anna = await company.client('Анна');
  const manager = company.katya;
  const locales = ['ru'] as const;
  rooms = await openRooms(company, [
    {
      ...{ kind: 'support', title: 'Поддержка', locales, manager },
      people: [
        { person: anna, role: 'client' },
        { person: manager, role: 'manager' },
      ],
    },
    ...['А', 'Б', 'В', 'Г'].map(
      (letter): RoomPlan => ({
        ...{ kind: 'personal', title: `Продавец ${letter}`, locales, manager },
        people: [
          { person: anna, role: 'exporter' },
          { person: manager, role: 'manager' },
        ],
      }),
    ),
  ]);
  const { prisma } = company.app().database;
  const { id: roomId } = await prisma.room.findFirstOrThrow({ where: { kind: 'support' } });
  const katya = await prisma.staff.findFirstOrThrow({ where: { userId: company.katya.id } });
  const made = await prisma.clientCompany.create({
    data: {
      ...{ code: 'code-of-vkusno', name: 'Вкусно и рядом', roomId, locale: 'ru', raiseMinutes: 10 },
      ...{ timeZone: 'Europe/Moscow', createdAt: company.clock.now(), managerId: katya.id },
    },
  });
  served = made.id;
});

afterAll(() => company.close());

async function asks(room: number, text: string): Promise<void> {
  await anna.in(rooms[room] as Place).says(text);
  await company.settle();
}

/** Walks on to this hour of the day, in Moscow. */
async function at(time: string): Promise<void> {
  const now = company.clock.now();
  const day = new Date(now.getTime() + 3 * HOUR).toISOString().slice(0, 10);
  await company.later(new Date(`${day}T${time}:00+03:00`).getTime() - now.getTime());
}

const TOLD = /^(?:💬|✅|Ждут внимания|Рабочий день|Здесь всё|⏱|⏰)/u;

async function told(): Promise<readonly Message[]> {
  const all = await company.katya.messages();
  return all.filter(({ text, from }) => from.isBot && TOLD.test(text));
}

/** What Катя was told: how it begins, and whether she heard it. */
async function heard(): Promise<readonly string[]> {
  const calls = await company.control.calls({
    method: 'sendMessage',
    chatId: company.katya.id,
  });
  return calls.flatMap(({ payload }) => {
    const text = String(payload.text).replace(/<[^>]+>/g, '');
    if (!TOLD.test(text)) return [];
    return [
      `${payload.disable_notification === true ? 'молча' : 'слышно'}: ${text.split('\n')[0]}`,
    ];
  });
}

async function opened(summary: string): Promise<void> {
  const body = { external_id: 'CRM-1', company: served, type: 'incident', summary };
  const { status } = await company.site().post('/api/tickets', body);
  expect(status).toBe(201);
  await company.later(1_000);
  const topic = await company.katya.topic('T-0');
  await company.katya.presses('Взять в работу', { in: topic });
  await company.settle();
}

describe('one employee', () => {
  it('is disturbed three times an hour, and reads the rest together', async () => {
    await asks(1, 'Где груз?');
    await at('12:01');
    await asks(2, 'Где деньги?');
    await at('12:02');
    await asks(3, 'Где договор?');
    await at('12:03');
    await asks(4, 'Где сертификат?');
    await asks(0, 'Не печатает касса');
    for (const time of ['12:10', '12:11', '12:12', '12:13', '13:09']) await at(time);
    expect(await heard()).toEqual([
      'слышно: 💬 Продавец А',
      'слышно: 💬 Продавец Б',
      'слышно: 💬 Продавец В',
    ]);
    await company.stopApp();
    await company.startApp();
    await at('13:10');
    const digest = (await told()).at(-1) as Message;
    expect(digest.text).toMatch(
      /^Ждут внимания: 2\n\n1\. Продавец Г\. Ждут ответа с 12:03\.\nАнна: Где сертификат\?\n\n2\. Вкусно и рядом\. Ждут ответа с 12:03\.\nАнна: Не печатает касса$/,
    );
    expect(labels(digest)).toEqual([
      ...['1 · Диалог', '1 · Ответили', '1 · Не нужен'],
      ...['2 · Заявка', '2 · Ответили', '2 · Не нужен'],
    ]);
  });

  it('presses there as under a single one, and reads what is left', async () => {
    await company.katya.presses('1 · Не нужен');
    await company.settle();
    const digest = (await told()).at(-1) as Message;
    expect(digest.text).toMatch(
      /^Ждут внимания: 1\n\n✅ 1\. Продавец Г\. Ответ не нужен — отметка: Катя Смирнова\.\n\n2\./,
    );
    expect(labels(digest)).toEqual(['2 · Заявка', '2 · Ответили', '2 · Не нужен']);
  });
});

describe('deadlines of tickets', () => {
  it('are among the three: a warning waits, a missed one comes at once, past the third without a sound', async () => {
    const before = (await heard()).length;
    await at('13:20');
    await opened('Завис терминал');
    for (const room of [1, 2, 3]) {
      await company.katya.in(rooms[room] as Place).says('Сейчас');
      await company.settle();
      await asks(room, 'Спрашиваю ещё раз');
    }
    await company.later(15 * MINUTE);
    // Three as one: at 13:10 there was one, so that two were left.
    expect((await heard()).slice(before)).toEqual(['слышно: Ждут внимания: 3']);
    await asks(4, 'И про сертификат');
    await at('13:55');
    expect((await heard()).slice(before + 1)).toEqual(['слышно: 💬 Продавец Г']);
    // Warned of at 14:08, missed at 14:20.
    await at('14:09');
    expect((await heard()).slice(before + 2)).toEqual([]);
    await at('14:12');
    expect((await heard()).slice(before + 2)).toEqual([expect.stringMatching(/^слышно: ⏱ T-/)]);
    await at('14:22');
    expect((await heard()).slice(before + 3)).toEqual([expect.stringMatching(/^молча: ⏰ T-/)]);
  });
});

describe('in the evening', () => {
  it('everything that is open is told, also what has only just been said', async () => {
    await at('16:30');
    const before = (await heard()).length;
    await asks(4, 'Последний вопрос');
    await at('16:55');
    await company.katya.in(rooms[1] as Place).says('Груз в порту');
    await asks(1, 'Спасибо, а когда дальше?');
    await at('17:00');
    const evening = (await told()).at(-1) as Message;
    expect(evening.text.split('\n\n').map((part) => part.split(' Ждут ответа')[0])).toEqual([
      'Рабочий день заканчивается. Ждут внимания: 5',
      '1. Вкусно и рядом.',
      '2. Продавец Б.',
      '3. Продавец В.',
      '4. Продавец Г.',
      '5. Продавец А.',
    ]);
    // What falls due later was told: it stands at the desk, and rings nobody.
    await at('17:50');
    expect((await heard()).slice(before)).toEqual([
      'слышно: Рабочий день заканчивается. Ждут внимания: 5',
    ]);
  });

  it('is told once, also after a stop, and nobody is called at night', async () => {
    const before = (await heard()).length;
    await asks(4, 'Ночью');
    await company.stopApp();
    await company.startApp();
    await company.later(12 * HOUR);
    expect((await heard()).slice(before)).toEqual([]);
  });
});
