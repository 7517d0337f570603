// Support is called from a room: a dialog of the desk with what happened there, answered in the room.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/platform/i18n.ts';
import { createDeedWords } from '../../src/reports/deed-words.ts';
import { createTrailRepository } from '../../src/reports/trail-repository.ts';
import { createSupportOutgoing } from '../../src/rooms/trail/support/outgoing.ts';
import { createSupportRepository } from '../../src/rooms/trail/support/repository.ts';
import { answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { createMemoryLogger } from '../support/logger.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { countingQueries } from '../support/queries.ts';
import { openRooms } from '../support/rooms.ts';

let company: DeskCompany;
let room: Place;
let anna: Person;
let john: Person;
let stranger: Person;
let topic: Place;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  anna = await company.client('Анна');
  john = await company.client('John', { languageCode: 'en' });
  stranger = await company.client('Чужой');
  [room] = (await openRooms(company, [
    {
      ...{ kind: 'product', title: 'Пшеница', locales: ['ru', 'en'] },
      people: [
        { person: anna, role: 'exporter' },
        { person: john, role: 'importer', locale: 'en' },
      ],
    },
  ])) as [Place];
});

afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

async function thread(): Promise<readonly string[]> {
  return company.katya.in(topic).sees();
}

async function status(): Promise<Message> {
  return anna.in(room).reads('Поддержка вызвана / Support is called');
}

describe('support', () => {
  it('is called by anybody in a room with one tap for why, and its state stands there', async () => {
    await does(anna.in(room).says('Оплата должна была прийти вчера'));
    await does(john.in(room).sendsDocument('', { fileName: 'payment.pdf' }));
    await does(john.in(room).says('We have paid on Monday'));
    await does(john.in(room).says('/support'));
    const question = await john.in(room).reads('What has happened?');
    expect(labels(question)).toEqual([
      'Спор / Dispute',
      'Задержка / Delay',
      'Нарушены договорённости / Agreements broken',
      'Другое / Something else',
      'Отмена / Cancel',
    ]);
    await does(john.in(room).presses('Задержка / Delay'));
    expect(await john.lastToast()).toBe('Support is called');
    expect((await status()).text).toContain(
      'Поддержка: ждём ответа / Support: waiting for an answer',
    );
    expect((await status()).messageId).toBe(question.messageId);
  });

  it('is not called by whoever would rather not: the question is taken away, by those who are there', async () => {
    const { prisma } = company.app().database;
    const before = await prisma.supportCall.count();
    await does(anna.in(room).says('/support'));
    const question = await anna.in(room).reads('Что случилось?');
    const data = question.buttons.at(-1)?.[0]?.value ?? '';
    // Forged on a message that does not bear it, it takes nothing away.
    const standing = await status();
    await does(anna.forges(standing, data));
    expect((await status()).messageId).toBe(standing.messageId);
    const eve = await company.client('Ева');
    await does(eve.forges(question, data));
    expect(await anna.in(room).sees()).toContain(question.text);

    await does(anna.in(room).presses('Отмена / Cancel'));

    expect(await anna.in(room).sees()).not.toContain(question.text);
    expect(await prisma.supportCall.count()).toBe(before);
  });

  it('is a dialog of the desk with who called, why, the last words and a way in', async () => {
    await company.later(1_000);
    topic = await company.katya.topic('Пшеница');
    const said = await thread();
    expect(said.find((text) => text.startsWith('🛟 Вызов'))).toBe(
      '🛟 Вызов поддержки из группы «Пшеница»: Задержка\nВызов: John',
    );
    const context = await company.katya.in(topic).reads('Группа по товару: Пшеница');
    expect(context.text).toContain('Участники: Анна (Экспортёр), John (Импортёр)');
    expect(context.text).toContain(
      'Анна: Оплата должна была прийти вчера\nJohn: [файл] payment.pdf\nJohn: We have paid on Monday\n',
    );
    // What was only asked of the bot is no word to anybody.
    expect(context.text).not.toContain('/support');
    expect(labels(context)).toEqual(['Войти в группу', 'Открыть группу']);

    await does(company.katya.presses('Войти в группу', { in: topic }));
    expect(await company.katya.lastToast()).toBe('Личная ссылка отправлена вам в чат с ботом.');
    const way = await company.katya.reads('Группа «Пшеница» ждёт вас');
    expect(labels(way)).toEqual(['Открыть группу']);
    await does(stranger.forges(context, 'support-in:1:0'));
    expect(await stranger.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
  });

  it('answers in the room under its name, and hears what is answered to that', async () => {
    await does(company.katya.presses('Взять в работу', { in: topic }));
    expect((await status()).text).toContain(
      'в работе, занимается Катя Смирнова / Support: Катя Смирнова is on it',
    );
    await does(company.katya.in(topic).says('Проверяем платёж'));
    const answer = await john.in(room).reads('Проверяем платёж');
    expect(answer.text).toBe('🛟 Поддержка, Катя Смирнова:\nПроверяем платёж');

    const receipt = await john.in(room).replies(answer, 'Here is the receipt');
    await company.settle();
    expect((await thread()).at(-1)).toBe('John (Импортёр):\nHere is the receipt');
    await does(john.in(room).edits(receipt, 'Here is the receipt of Monday'));
    expect((await thread()).at(-1)).toContain('John (Импортёр):\nHere is the receipt of Monday');
    const before = (await thread()).length;
    await does(anna.in(room).says('Это между нами'));
    expect(await thread()).toHaveLength(before);
  });

  it('and whoever works here are in the story of the room, members or not', async () => {
    await does(company.igor.in(room).says('/checkpoint завтра 10:00 найти платёж'));
    const { database } = company.app();
    const { id } = await database.prisma.room.findFirstOrThrow({ where: { title: 'Пшеница' } });
    const trail = await createTrailRepository(database).read(id);
    const told = trail?.entries.map(({ who, role, deed }) => {
      const words = 'content' in deed && 'text' in deed.content ? deed.content.text : '';
      return `${who} ${role} ${deed.kind} ${words}`.trim();
    });
    expect(told).toContain('Катя Смирнова support message Проверяем платёж');
    expect(told?.find((line) => line.includes('checkpoint-set'))).toMatch(/^Игорь .*staff/);
    expect(told).toContain('John importer support-called');
    expect(told).toContain('Катя Смирнова support support-taken');
  });

  it('called once more goes into the same dialog', async () => {
    await does(anna.in(room).says('/support'));
    await does(anna.in(room).presses('Спор / Dispute'));
    expect(await anna.lastToast()).toBe('Поддержка уже вызвана, передали ей и это.');
    await company.later(1_000);
    expect((await thread()).at(-1)).toBe(
      '🛟 Ещё один вызов из группы «Пшеница»: Спор\nВызов: Анна',
    );
    expect(
      (await company.katya.topics()).filter(({ name }) => name.includes('Пшеница')),
    ).toHaveLength(1);
  });

  it('pressed twice is called once, and its card stays; somebody else’s press there adds theirs', async () => {
    const { prisma } = company.app().database;
    const call = await prisma.supportCall.findFirstOrThrow({ where: { closedAt: null } });
    const shown = await status();
    await prisma.supportCall.update({
      where: { id: call.id },
      data: { calledAt: company.clock.now() },
    });
    const before = (await thread()).length;
    await does(john.forges(shown, 'support:1:0:delay'));
    expect(await john.lastToast()).toBe('Support is called already and knows about this.');
    expect((await status()).messageId).toBe(shown.messageId);

    await does(anna.forges(shown, 'support:1:0:delay'));
    await does(anna.forges(shown, 'support:1:0:delay'));
    expect(await anna.lastToast()).toBe('Поддержка уже вызвана и знает об этом.');
    await company.later(1_000);
    expect((await status()).messageId).toBe(shown.messageId);
    expect((await thread()).slice(before)).toEqual([
      '🛟 Ещё один вызов из группы «Пшеница»: Задержка\nВызов: Анна',
    ]);
  });

  it('is over when the desk closes it, and nobody is asked for a rating; then it can be called again', async () => {
    await does(company.katya.in(topic).says('Платёж зачислен'));
    await does(company.katya.presses('Закрыть', { in: topic }));
    expect((await status()).text).toContain('вопрос закрыт / Support: the matter is closed');
    expect((await anna.in(room).sees()).filter((text) => text.includes('Оцените'))).toEqual([]);

    await does(john.in(room).says('/support'));
    await does(john.in(room).presses('Другое / Something else'));
    await company.later(1_000);
    expect((await status()).text).toContain('Другое / Something else');
    expect((await status()).text).toContain('ждём ответа');
  });

  it('and its calls are in the story to the end: why, once more, when it was over', async () => {
    const { database } = company.app();
    const { id } = await database.prisma.room.findFirstOrThrow({ where: { title: 'Пшеница' } });
    const trail = await createTrailRepository(database).read(id);
    const describe = createDeedWords(createTranslator({ logger: createMemoryLogger().logger }));
    const told = trail?.entries
      .map(({ deed }) => describe('ru', deed, 'Europe/Moscow'))
      .filter(({ label }) => label.includes('оддержк'))
      .map(({ label, words }) => `${label}: ${words}`.replace(/: $/, ''));
    expect(told).toEqual(
      expect.arrayContaining([
        'Вызвана поддержка: Задержка',
        'Поддержка взяла вопрос в работу',
        'Поддержка вызвана ещё раз: 🛟 Ещё один вызов из группы «Пшеница»: Спор\nВызов: Анна',
        'Поддержка закрыла вопрос',
        'Вызвана поддержка: Другое',
      ]),
    );
    // What people write to support stands in the room already.
    expect(trail?.entries.filter(({ deed }) => deed.kind === 'support-again')).toHaveLength(2);
  });

  it('is shown on the cards of many rooms with as many questions as on one', async () => {
    const { database } = company.app();
    const { prisma } = database;
    const { dialogId, ...first } = await prisma.supportCall.findFirstOrThrow({
      where: { closedAt: null },
    });
    const { kind, createdAt } = await prisma.room.findFirstOrThrow();
    const ids: number[] = [];
    for (const title of ['Один', 'Два', 'Три']) {
      const { id } = await prisma.room.create({
        data: { kind, title, createdAt, locales: ['ru'], closedAt: createdAt, state: 'closed' },
      });
      const { personId, reason, calledAt, messageId } = first;
      const call = { personId, reason, calledAt, messageId, chatId: -BigInt(id), dialogId };
      await prisma.supportCall.create({ data: { roomId: id, ...call } });
      ids.push(id);
    }
    const counted = countingQueries(database);
    const given = {
      database: counted.database,
      rooms: {},
      messages: {},
      looking: async () => null,
    };
    const calls = createSupportRepository(counted.database);
    const views = { line: () => '' };
    const { cardParts } = createSupportOutgoing({ ...given, calls, views } as never);
    expect((await cardParts(ids.slice(0, 1))).size).toBe(1);
    const ofOne = counted.take();

    expect((await cardParts([...ids, first.roomId])).size).toBe(4);
    expect(counted.take()).toBe(ofOne);
    await prisma.supportCall.deleteMany({ where: { roomId: { in: ids } } });
    await prisma.room.deleteMany({ where: { id: { in: ids } } });
  });

  it('is called by nobody outside, and nowhere but in a room', async () => {
    const say = answering(company);
    expect(await say(anna, null, '/support')).toBe(
      'Команда /support работает в вашей группе: напишите её там.',
    );
    const question = (await anna.in(room).messages()).findLast(({ from }) => from.isBot);
    await does(stranger.forges(question as Message, 'support:1:0:dispute'));
    expect(await stranger.lastToast()).toBe('Вы не участник этой группы.');
  });
});
