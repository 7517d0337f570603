// «Спросить коллегу»: asked in private with all that they need, answered into the thread as a note; nothing of it ever
// reaches the client.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asks, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

const MINUTE = 60_000;

let desk: TicketDesk;
let does: TicketDesk['does'];
let katya: Person;
let boris: Person;
let ticket: OnDesk;

beforeAll(async () => {
  desk = await openTicketDesk();
  ({ does } = desk);
  ({ katya, boris } = desk.company);
  ticket = await desk.opened('Не печатает касса', { description: 'Касса № 5, чек не выходит' });
});

afterAll(() => desk.close());

/** Катя asks a colleague at the card of a thread; without words she passes the question over. */
async function asksColleague(topic: Place, name: string, words: string | null): Promise<void> {
  for (const label of ['Ещё…', 'Спросить коллегу', name])
    await does(katya.presses(label, { in: topic }));
  if (words === null) await does(katya.presses('Пропустить', { in: topic }));
  else await does(katya.in(topic).says(words));
}

const lastInThread = async (topic = ticket.topic) => (await katya.in(topic).sees()).at(-1);
const inGroup = async () => (await desk.anna.in(desk.group).messages()).length;

describe('a question about a ticket', () => {
  let question: Message;

  it('reaches the colleague in private with company, number, words and the way to the thread', async () => {
    const before = await inGroup();
    await asksColleague(ticket.topic, 'Борис Орлов', 'Это гарантия?');
    question = await boris.reads('Катя Смирнова спрашивает вас');
    expect(question.text).toBe(
      [
        '❓ Катя Смирнова спрашивает вас',
        `${ticket.number} · Вкусно и рядом`,
        'Это гарантия?',
        'Последнее от клиента: Касса № 5, чек не выходит',
        'Ответьте на это сообщение словами или файлом. Ответ увидят только коллеги.',
      ].join('\n'),
    );
    expect(labels(question)).toEqual(['Открыть обсуждение']);
    const told = await katya.in(ticket.topic).reads('спрашивает: «Это гарантия?»');
    expect(told.text).toContain('Отвечает Борис Орлов, ответ придёт сюда. Клиент этого не видит.');
    expect(labels(told)).toEqual(['Отозвать вопрос']);
    expect(await inGroup()).toBe(before);
  });

  it('comes back as a note under the colleague’s name, and stays inside whatever is replied to it', async () => {
    const before = await inGroup();
    await does(boris.replies(question, 'Да, до марта'));
    expect((await katya.in(ticket.topic).sees()).slice(-2)).toEqual([
      'Катя Смирнова: отвечает Борис Орлов. Клиент этого не видит.',
      'Да, до марта',
    ]);
    expect((await boris.sees()).at(-1)).toBe('Передано. Ответ увидят только коллеги.');
    const note = await katya.in(ticket.topic).reads('Да, до марта');
    await does(katya.in(ticket.topic).replies(note, 'Спасибо!'));
    expect(await inGroup()).toBe(before);
    const { prisma } = desk.company.app().database;
    const kept = await prisma.message.findMany({
      where: { purpose: 'note' },
      orderBy: { id: 'asc' },
    });
    expect(kept.map(({ staffId }) => staffId)).toHaveLength(2);
    expect((await desk.statusOf(ticket)).respondedAt).toBeNull();
  });

  it('may be answered with files, an album as one, and more than once', async () => {
    const before = await inGroup();
    const { control } = desk.company;
    const items = [
      { kind: 'photo', caption: 'Талон' },
      { kind: 'photo', caption: '' },
    ] as const;
    await control.sendAlbum({ userId: boris.id, items: [...items], replyTo: question.messageId });
    await desk.company.settle();
    await desk.company.later(3_000);
    const files = (await katya.in(ticket.topic).messages()).filter(
      ({ albumId }) => albumId !== null,
    );
    expect(files.map(({ text }) => text)).toEqual(['Талон', '']);
    const passed = (await boris.sees()).filter((text) => text.startsWith('Передано'));
    expect(passed).toHaveLength(2);
    expect(await inGroup()).toBe(before);
  });

  it('is no message for anybody where it is a reply to something else', async () => {
    const other = await boris.reads('Передано');
    await does(boris.replies(other, 'Ещё кое-что'));
    expect((await katya.in(ticket.topic).sees()).join('\n')).not.toContain('Ещё кое-что');
  });
});

describe('a question that has no answer', () => {
  it('is told to whoever asked after half an hour of work, once', async () => {
    await asksColleague(ticket.topic, 'Борис Орлов', null);
    const asked = await boris.reads('Катя Смирнова спрашивает вас');
    expect(asked.text).not.toContain('гарантия');
    await desk.company.later(31 * MINUTE);
    const told = (await katya.sees()).filter((text) => text.includes('пока не отвечает'));
    expect(told).toEqual([
      `Борис Орлов пока не отвечает на ваш вопрос: ${ticket.number} · Вкусно и рядом. Спросите другого коллегу или напишите лично.`,
    ]);
    await desk.company.later(31 * MINUTE);
    expect((await katya.sees()).filter((text) => text.includes('пока не отвечает'))).toHaveLength(
      1,
    );
  });

  it('is withdrawn by whoever asked, and what is answered then goes nowhere', async () => {
    const { prisma } = desk.company.app().database;
    const { id } = await prisma.colleagueQuestion.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const told = await katya.in(ticket.topic).reads('просит совета');
    await does(boris.forges(told, `ask-withdraw:${id}:0`));
    expect(await boris.lastToast()).toContain('Отозвать вопрос может тот, кто его задал');
    await does(desk.anna.forges(told, `ask-withdraw:${id}:0`));
    expect(await desk.anna.lastToast()).toContain('Эта кнопка не для вас');
    await does(katya.presses('Отозвать вопрос', { in: ticket.topic }));
    expect(await katya.lastToast()).toBe('Вопрос отозван');
    const asked = await boris.reads('Катя Смирнова спрашивает вас');
    expect((await boris.sees()).at(-1)).toBe('Катя Смирнова больше не ждёт ответа на этот вопрос.');
    await does(boris.replies(asked, 'Уже не нужно?'));
    expect((await boris.sees()).at(-1)).toContain(
      'Этот вопрос отозвали, и ответ никуда не передан',
    );
    expect((await katya.in(ticket.topic).sees()).join('\n')).not.toContain('Уже не нужно?');
    await does(katya.forges(told, `ask-withdraw:${id}:0`));
    expect(await katya.lastToast()).toBe('Ответа на этот вопрос уже никто не ждёт');
  });

  it('to somebody who never opened the bot is told in the thread, with another to ask', async () => {
    const { company } = desk;
    // Nobody knows more of them than their number.
    const pavel = await company.staff('Павел', { id: 907 });
    await does(company.igor.in(company.desk).says(`/staff manager ${pavel.id}`));
    await asksColleague(ticket.topic, '907', 'Ты знаешь эту кассу?');
    expect(await lastInThread()).toBe(
      'Катя Смирнова: вопрос не дошёл. 907: чат с ботом не открыт или бот в нём заблокирован. Спросите другого коллегу.',
    );
    await does(katya.presses('Спросить другого', { in: ticket.topic }));
    await does(katya.presses('Ольга Власова', { in: ticket.topic }));
    await does(katya.in(ticket.topic).says('А ты?'));
    await company.olga.reads('Катя Смирнова спрашивает вас');
  });

  it('because they work here no more is told in the thread', async () => {
    const { company } = desk;
    await does(company.igor.in(company.desk).says(`/staff remove ${company.olga.id}`));
    expect(await lastInThread()).toBe(
      'Катя Смирнова: Ольга Власова здесь больше не работает и не ответит. Спросите другого коллегу.',
    );
  });
});

describe('a question about a client’s dialog', () => {
  let dialog: OpenDialog;

  it('goes the same way, and the client hears nothing of it', async () => {
    dialog = await asks(desk.company, 'Вера', 'Сколько стоит доставка в Казань?');
    await asksColleague(dialog.topic, 'Борис Орлов', 'Какая скидка?');
    const question = await boris.reads('Какая скидка?');
    expect(question.text).toContain('· Вера');
    const before = (await dialog.client.messages()).length;
    await does(boris.replies(question, 'Пять процентов'));
    expect(await lastInThread(dialog.topic)).toBe('Пять процентов');
    expect(await dialog.client.messages()).toHaveLength(before);
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
  });
});
