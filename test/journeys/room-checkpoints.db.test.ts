// Checkpoints of a room are made by words, speak up before and after in the hours of whoever answers for
// them, and are done, moved and given away by a tap. Files are found again, named and hashed.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPersonRepository } from '../../src/people/repository.ts';
import { systemCause } from '../../src/platform/cause.ts';
import type { Outbox } from '../../src/platform/outbox/index.ts';
import { createRoomRepository } from '../../src/rooms/repository.ts';
import { createCheckpointOutgoing } from '../../src/rooms/trail/checkpoints/outgoing.ts';
import { createCheckpointRepository } from '../../src/rooms/trail/checkpoints/repository.ts';
import { createCheckpointService } from '../../src/rooms/trail/checkpoints/service.ts';
import type { CheckpointViews } from '../../src/rooms/trail/checkpoints/views.ts';
import { createLooking } from '../../src/rooms/trail/looking.ts';
import { createRoomTimes } from '../../src/rooms/trail/room-times-repository.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { countingQueries } from '../support/queries.ts';
import { inDatabase, openRooms } from '../support/rooms.ts';
import { until } from '../support/until.ts';

const HOUR = 3_600_000;
const BYTES = Buffer.from('договор');

let company: DeskCompany;
let room: Place;
let anna: Person;
let john: Person;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  anna = await company.client('Анна');
  john = await company.client('John', { languageCode: 'en' });
  await anna.starts();
  const { katya } = company;
  [room] = (await openRooms(company, [
    {
      ...{ kind: 'product', title: 'Пшеница', locales: ['ru', 'en'], manager: katya },
      works: { from: '09:00', to: '18:00' },
      people: [
        { person: anna, role: 'exporter' },
        { person: john, role: 'importer', locale: 'en', started: false },
        { person: katya, role: 'manager' },
      ],
    },
  ])) as [Place];
});

afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

async function toast(person: Person, label: string, where?: Place): Promise<string> {
  await does(person.presses(label, where ? { in: where } : {}));
  return person.lastToast();
}

async function card(number: number): Promise<Message> {
  const found = (await anna.in(room).messages()).findLast(({ text }) =>
    text.includes(`Контрольная точка № ${number} / Checkpoint`),
  );
  if (!found) throw new Error(`no card of checkpoint ${number}`);
  return found;
}

async function rung(person: Person, words: string): Promise<readonly string[]> {
  return (await person.sees()).filter((text) => text.includes(words));
}

const DONE = 'Сделано / Done';
const MOVE = 'Перенести / Move';

describe('a checkpoint', () => {
  it('is made by words in either order, and shows when it is due and who answers for it', async () => {
    await does(anna.in(room).says('/checkpoint завтра в 10 прислать спецификацию'));
    expect((await card(1)).text.split('\n')).toEqual([
      '📍 Контрольная точка № 1 / Checkpoint № 1',
      'прислать спецификацию',
      '🗓 Срок: 22.11.2026, 10:00 / Due: 22/11/2026, 10:00',
      '👤 Отвечает: Анна / Responsible: Анна',
    ]);
    expect(labels(await card(1))).toEqual([
      DONE,
      MOVE,
      'Ответственный / Responsible',
      'Отменить / Cancel',
    ]);

    await does(john.in(room).says('/checkpoint approve the contract on monday 23:30'));
    expect((await card(2)).text).toContain('approve the contract');
    expect((await card(2)).text).toContain('Due: 23/11/2026, 23:30');
  });

  it('that is not understood, is over or has no words is answered', async () => {
    const say = answering(company);
    expect(await say(anna, room, '/checkpoint позвонить')).toMatch(/^Не получилось понять срок\./);
    expect(await say(anna, room, '/checkpoint завтра в 10')).toMatch(/^Что нужно сделать\?/);
    expect(await say(anna, room, '/checkpoint 20.11.2026 договор')).toMatch(
      /^Это время уже прошло/,
    );
    expect(await say(anna, room, '/checkpoint через 2 года договор')).not.toContain('№');
    expect(await say(anna, null, '/checkpoint завтра договор')).toContain(
      'работает в вашей группе',
    );
  });

  it('reminds an hour before, in private where it may, and is done by one tap', async () => {
    // Sunday, 10:00: the day before was already less than a day away, an hour before is 9:00.
    await company.later(21 * HOUR);
    expect(await rung(anna, 'Через час срок: «прислать спецификацию»')).toHaveLength(1);
    expect(await toast(anna, 'Сделано')).toBe('Отмечено: сделано');
    expect((await card(1)).text).toContain('✅ Контрольная точка № 1');
    expect((await card(1)).text).toContain('Сделано / Done — Анна');
    expect(labels(await card(1))).toEqual([]);
    expect(await toast(anna, 'Сделано')).toBe('С этой контрольной точкой уже закончили.');
    await company.later(2 * HOUR);
    expect(await rung(anna, 'прислать спецификацию» ждали')).toEqual([]);
  });

  it('is changed by whoever answers for it, made it or works here, and by nobody else', async () => {
    expect(await toast(anna, DONE, room)).toBe(
      'Это может сделать тот, кто отвечает за контрольную точку, кто её поставил, или менеджер.',
    );
    await does(company.katya.presses('Ответственный / Responsible', { in: room }));
    expect(await toast(company.katya, 'Анна', room)).toBe('Ответственный назначен.');
    expect((await card(2)).text).toContain('Responsible: Анна');
  });

  it('is moved with a reason: by taps, or by words', async () => {
    await does(john.in(room).presses(MOVE));
    await does(john.in(room).presses('На день / By a day'));
    await does(john.in(room).presses('Отмена / Cancel'));
    expect((await john.in(room).sees()).join()).not.toContain('Почему переносим');
    await does(john.in(room).presses(MOVE));
    await does(john.in(room).presses('На день / By a day'));
    await does(john.in(room).presses('Ждём документы / Waiting for papers'));
    expect(await john.lastToast()).toBe('The checkpoint is moved.');
    expect((await card(2)).text).toContain('Due: 24/11/2026, 23:30');
    expect((await card(2)).text).toContain('Ждём документы / Waiting for papers');

    const say = answering(company);
    expect(await say(anna, room, '/move 2 завтра 12:00')).toMatch(/^Добавьте причину/);
    expect(await say(anna, room, '/move 2 завтра 12:00 покупатель просит раньше')).toContain(
      'Контрольная точка № 2 перенесена на 23.11.2026, 12:00. Причина: покупатель просит раньше',
    );
    expect(await say(anna, room, '/move 77 завтра 12:00 так надо')).toMatch(/^Напишите номер/);
  });

  it('that is late is said in the room, and an hour later to the manager', async () => {
    // In two steps: a word of the day before that is heard a day late would leave out the next.
    await company.later(2 * HOUR);
    await company.later(22 * HOUR);
    expect(await rung(anna, 'Через час срок: «approve the contract»')).toHaveLength(1);
    await company.later(HOUR);
    const late = await john.in(room).reads('Overdue: “approve the contract”');
    expect(late.text).toContain('Срок прошёл: «approve the contract»');
    expect((await card(2)).text).toContain('🔴 Контрольная точка № 2');
    expect(await rung(company.katya, 'approve the contract')).toEqual([]);
    await company.later(HOUR);
    expect(await rung(company.katya, 'Просрочено больше часа')).toHaveLength(1);
    await company.later(20 * HOUR);
    expect(await rung(company.katya, 'Просрочено больше часа')).toHaveLength(1);
  });

  it('calls nobody in their quiet hours, and in the room whoever the bot cannot write to', async () => {
    // Tuesday, nine in the morning: due at seven the next day, when the exporter does not work.
    await does(anna.in(room).says('/checkpoint завтра 07:00 отгрузка'));
    await does(john.in(room).says('/checkpoint tomorrow 15:00 pay the invoice'));
    await company.later(23 * HOUR);
    expect(await rung(anna, 'отгрузка')).toEqual([]);
    await company.later(HOUR);
    expect(await rung(anna, 'Через час срок: «отгрузка»')).toEqual([]);
    const late = (await anna.messages()).findLast(({ text }) => text.includes('«отгрузка» ждали'));
    expect((late as Message).date).toBe('2026-11-25T06:00:00.000Z');

    await company.later(5 * HOUR);
    expect((await john.in(room).reads('Due in an hour: “pay the invoice”')).text).toContain('John');
    await does(anna.in(room).says('/checkpoints'));
    const list = (await anna.in(room).reads('Контрольные точки / Checkpoints')).text;
    expect(list).toContain('№ 4');
    expect(list.indexOf('№ 4')).toBeLessThan(list.indexOf('✅ № 1'));
  });
});

describe('/checkpoint alone', () => {
  it('asks what, when and who, and takes the time by a tap or in words', async () => {
    await does(anna.in(room).says('/checkpoint'));
    await does(anna.in(room).says('подписать договор'));
    await does(anna.in(room).presses('Другой срок'));
    await does(anna.in(room).says('когда-нибудь'));
    await does(anna.in(room).says('завтра в 16'));
    await does(anna.in(room).presses('John'));
    const { text } = await card(5);
    expect(text).toContain('подписать договор');
    expect(text).toContain('Срок: 26.11.2026, 16:00');
    expect(text).toContain('Отвечает: John');
  });
});

describe('what two do in two chats at once', () => {
  const outbox = { enqueue: async () => {}, refresh: async () => {} } as unknown as Outbox;

  it('moves a checkpoint once', async () => {
    const { database } = company.app();
    const { prisma } = database;
    const person = await prisma.person.findFirstOrThrow({ where: { userId: anna.id } });
    const before = await prisma.roomCheckpoint.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const rooms = { members: async () => [], redraw: async () => {} };
    const service = createCheckpointService({
      ...{ database, outbox, clock: company.clock },
      checkpoints: createCheckpointRepository(database),
      rooms: rooms as unknown as Parameters<typeof createCheckpointService>[0]['rooms'],
      people: createPersonRepository() as unknown as Parameters<
        typeof createCheckpointService
      >[0]['people'],
      actorIn: async () => ({
        person: { ...person, hasStarted: true } as never,
        role: 'exporter',
        isStaff: false,
      }),
      timesOf: createRoomTimes(database, 'Europe/Moscow').of,
      officeHours: dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' }),
      ...{ findStaff: async () => [], supervisors: async () => [] },
    });
    const press = {
      ...{ cause: systemCause('test'), checkpointId: before.id, by: {} as never },
      dueAt: (due: Date) => new Date(due.getTime() + 24 * HOUR),
      ...{ reason: 'papers', revision: before.revision },
    };
    const outcomes = await Promise.all([service.move(press), service.move(press)]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['changed', 'outdated']);
    const after = await prisma.roomCheckpoint.findUniqueOrThrow({ where: { id: before.id } });
    expect(after.dueAt.getTime() - before.dueAt.getTime()).toBe(24 * HOUR);
  });

  it('is shown on the cards of many rooms with as many questions as on one', async () => {
    const { database } = company.app();
    const { prisma } = database;
    const first = await prisma.room.findFirstOrThrow();
    const now = company.clock.now();
    const ids: number[] = [];
    for (const title of ['Один', 'Два', 'Три']) {
      const kind = { kind: 'personal', locales: ['ru'], state: 'waiting', createdAt: now };
      const { id } = await prisma.room.create({ data: { ...kind, title } });
      const due = { number: 1, title, dueAt: now, createdAt: now, source: `test:${id}` };
      await prisma.roomCheckpoint.create({ data: { roomId: id, ...due } });
      ids.push(id);
    }
    const counted = countingQueries(database);
    const given = { database: counted.database, clock: company.clock };
    const stored = createRoomRepository();
    const rooms = { ...stored, placed: stored.findPlaced } as never;
    const people = createPersonRepository() as never;
    const timesOfAll = createRoomTimes(counted.database, 'Europe/Moscow').ofAll;
    const { cardParts } = createCheckpointOutgoing({
      ...{ ...given, rooms, people, outbox },
      checkpoints: createCheckpointRepository(counted.database),
      looking: createLooking({ ...given, rooms, people, timesOfAll }),
      views: {} as CheckpointViews,
    });
    const shown = await cardParts(ids.slice(0, 1));
    const ofOne = counted.take();

    expect(shown.size).toBe(1);
    expect((await cardParts([...ids, first.id])).size).toBe(3);
    expect(counted.take()).toBe(ofOne);
    await prisma.roomCheckpoint.deleteMany({ where: { roomId: { in: ids } } });
    await prisma.room.deleteMany({ where: { id: { in: ids } } });
  });
});

describe('the files of a room', () => {
  it('are listed with a kind guessed from the name, sent again and named by one tap', async () => {
    await does(anna.in(room).sendsDocument('', { fileName: 'Договор поставки.pdf', bytes: BYTES }));
    await does(john.in(room).sendsDocument('see page 2', { fileName: 'scan_0042.pdf' }));
    await does(john.in(room).sendsVoice());
    await does(anna.in(room).says('/files'));
    const list = await anna.in(room).reads('Файлы / Files');
    expect(list.text).toMatch(/1\. scan_0042\.pdf · Другое \/ Other · John/);
    expect(list.text).toMatch(/2\. Договор поставки\.pdf · Договор \/ Contract · Анна/);
    expect(list.text).not.toContain('3.');

    await does(john.in(room).presses('1'));
    const again = await john.in(room).reads('Что это за файл? / What is this file?');
    expect(again.text).toContain('scan_0042.pdf');
    expect(again.fileName).toBe('scan_0042.pdf');
    expect(await toast(john, 'Сертификат / Certificate', room)).toBe('Kind of file: Certificate');
    await does(anna.in(room).says('/files'));
    expect((await anna.in(room).reads('Файлы / Files')).text).toContain('Сертификат / Certificate');
  });

  it('have the hash of their bytes, read behind everything else; too large ones say so', async () => {
    await does(anna.in(room).sendsDocument('', { fileName: 'big.zip', size: 21 * 1024 * 1024 }));
    const hashes = await inDatabase(company, async ({ prisma }) => {
      const rows = await prisma.roomFile.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ name, hashState }) => `${name} ${hashState}`);
    });
    expect(hashes.at(-1)).toBe('big.zip too-large');
    await company.later(3_000);
    const sha = async (): Promise<string | null> => {
      await does(anna.in(room).says('/files'));
      await does(anna.in(room).presses('3'));
      const { text } = await anna.in(room).reads('Договор поставки.pdf');
      return /SHA-256: ([0-9a-f]{64})/.exec(text)?.[1] ?? null;
    };
    await until(async () => (await sha()) !== null, 'the file has no hash');
    expect(await sha()).toBe(createHash('sha256').update(BYTES).digest('hex'));
  });
});

describe('whoever is in the room no more', () => {
  it('answers for nothing there: the room is asked who does, and they hear nothing', async () => {
    await does(john.in(room).says('/checkpoint tomorrow 12:00 waybill'));
    await does(john.leaves(room));

    const asked = await anna.in(room).reads('Кто отвечает за «waybill»');
    expect(labels(asked)).toEqual(['Анна', 'Катя Смирнова', 'Отмена / Cancel']);
    expect((await anna.in(room).reads('waybill\n')).text).toContain('Отвечает: пока никто');
    const heard = (await john.sees()).length;
    await company.later(30 * HOUR);
    expect(await john.sees()).toHaveLength(heard);
  });

  it('and a stranger are shown nothing of it, whatever they press', async () => {
    const stranger = await company.client('Чужой');
    for (const person of [stranger, john]) {
      await person.starts();
      await company.settle();
      const own = (await person.messages()).at(-1) as Message;
      await does(person.forges(own, 'cp-days:5:1:3'));
      expect(await person.lastToast()).toMatch(/участник|member/);
      expect((await person.sees()).join()).not.toContain('подписать договор');
    }
  });
});
