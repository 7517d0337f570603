// Reactions of employees: 👀 makes a ticket of a client's message or takes one, 👌 says that it is done; taken away within
// a minute they undo what they did. Nobody else's reaction does anything.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, Person } from '../support/people.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

const SECOND = 1_000;

let desk: TicketDesk;
let does: TicketDesk['does'];
let katya: Person;

beforeAll(async () => {
  desk = await openTicketDesk();
  ({ does } = desk);
  ({ katya } = desk.company);
  await desk.company.control.addMember({
    chatId: desk.group.chatId,
    userId: desk.company.boris.id,
  });
});

afterAll(() => desk.close());

const tickets = () =>
  desk.company.app().database.prisma.ticket.findMany({ orderBy: { id: 'asc' } });
const reacts = (person: Person, message: Message, emoji: string | null) =>
  does(person.in(desk.group).reacts(message, emoji));
const inGroup = async () => (await desk.anna.in(desk.group).messages()).length;

async function says(text: string): Promise<Message> {
  const said = await desk.anna.in(desk.group).says(text);
  await desk.company.settle();
  return said;
}

async function latest(): Promise<OnDesk> {
  await desk.company.later(SECOND);
  const all = await tickets();
  return await desk.onDesk(`T-${String(all.at(-1)?.id).padStart(6, '0')}`);
}

describe('👀 on a client’s message', () => {
  let said: Message;
  let ticket: OnDesk;

  it('of an employee makes it a ticket that they answer for; of anybody else nothing', async () => {
    said = await says('Не печатает касса');
    await reacts(desk.gleb, said, '👀');
    await reacts(katya, said, '👍');
    await reacts(katya, said, null);
    const { igor } = desk.company;
    await does(igor.in(desk.group).reactsSpecially(said, { as: 'anonymous' }));
    expect(await tickets()).toHaveLength(0);
    await reacts(katya, said, '👀');
    ticket = await latest();
    expect(await desk.statusOf(ticket)).toMatchObject({
      ...{ origin: 'reaction', status: 'in_progress', urgency: 'normal' },
      ...{ summary: 'Не печатает касса', sourceMessageId: said.messageId },
    });
    expect((await ticket.card()).text).toContain('👤 Ответственный: Катя Смирнова');
    expect((await ticket.card()).text).toContain('Тип: Другое · срочность: обычная');
    expect((await ticket.card()).text).toContain('От кого: Анна');
    const card = await desk.anna.in(desk.group).reads(ticket.number);
    expect(card.replyTo?.messageId).toBe(said.messageId);
    expect(await ticket.words()).toEqual(['Анна:\nНе печатает касса']);
  });

  it('takes a ticket that it is already, and gives it back when it goes within a minute', async () => {
    const { boris } = desk.company;
    await reacts(boris, said, '👀');
    expect((await ticket.card()).text).toContain('👤 Ответственный: Борис Орлов');
    await desk.company.later(30 * SECOND);
    await reacts(boris, said, null);
    const { text } = await ticket.card();
    expect(text).toContain('👤 Ответственный: Катя Смирнова');
    expect(text).toContain('Борис Орлов — последнее действие отменено');
    expect(await tickets()).toHaveLength(1);
  });

  it('is undone with the ticket that it made within a minute, and made again by another', async () => {
    const slip = await says('Спасибо, вопрос про завтра');
    await reacts(katya, slip, '👀');
    const made = await latest();
    await reacts(katya, slip, null);
    expect(await desk.statusOf(made)).toMatchObject({ status: 'cancelled' });
    expect((await made.card()).text).toContain('отменена: реакцию сняли сразу');
    await reacts(katya, slip, '👀');
    expect(await desk.statusOf(made)).toMatchObject({ status: 'in_progress' });
    expect(await tickets()).toHaveLength(2);
  });

  it('stays after a minute, and who takes it away reads so in private', async () => {
    await desk.company.later(61 * SECOND);
    const before = await inGroup();
    await reacts(katya, said, null);
    expect((await desk.statusOf(ticket)).status).toBe('in_progress');
    expect((await katya.sees()).at(-1)).toContain(
      `Заявка ${ticket.number} осталась как есть: снять реакцией то, что она сделала, можно в течение минуты.`,
    );
    expect(await inGroup()).toBe(before);
  });

  it('makes one ticket of an album, with all its parts', async () => {
    const items = [
      { kind: 'photo', caption: 'Вот чеки' },
      { kind: 'photo', caption: '' },
    ] as const;
    const { messageIds } = await desk.anna.in(desk.group).sendsAlbum([...items]);
    await desk.company.settle();
    const [first, second] = (await desk.anna.in(desk.group).messages()).filter(({ messageId }) =>
      messageIds.includes(messageId),
    ) as [Message, Message];
    await reacts(katya, first, '👀');
    const made = await latest();
    await reacts(desk.company.boris, second, '👀');
    expect(await tickets()).toHaveLength(3);
    expect(await desk.statusOf(made)).toMatchObject({ sourceMessageId: first.messageId });
    await desk.company.later(3 * SECOND);
    const files = (await katya.in(made.topic).messages()).filter(({ albumId }) => albumId !== null);
    expect(files).toHaveLength(2);
  });

  it('does nothing on what employees or the bot have written', async () => {
    const own = await does(katya.in(desk.group).says('Коллеги, смотрю'));
    await reacts(desk.company.boris, own, '👀');
    expect(await tickets()).toHaveLength(3);
  });
});

describe('👌 on a message of a ticket', () => {
  let ticket: OnDesk;
  let said: Message;

  it('marks it done, and the client is called when it can no longer be undone', async () => {
    ticket = await desk.opened('Нет интернета');
    said = await desk.anna.in(desk.group).reads(ticket.number);
    const before = await inGroup();
    await reacts(katya, said, '👌');
    expect(await desk.statusOf(ticket)).toMatchObject({ status: 'done' });
    await reacts(katya, said, null);
    expect(await desk.statusOf(ticket)).toMatchObject({
      ...{ status: 'new', responsibleId: null, doneAt: null, closeDueAt: null },
    });
    const { prisma } = desk.company.app().database;
    const open = { subject: 'ticket', subjectId: ticket.id, stoppedAt: null };
    const clocks = await prisma.slaClock.findMany({ where: open, orderBy: { id: 'asc' } });
    expect(clocks.map(({ kind, dueAt }) => [kind, dueAt !== null])).toEqual([
      ['response', true],
      ['resolution', true],
    ]);
    await desk.company.later(90 * SECOND);
    expect(await inGroup()).toBe(before);
  });

  it('is done for good after a minute, and the client is called once', async () => {
    await reacts(katya, said, '👌');
    await reacts(katya, said, null);
    await desk.company.later(5 * SECOND);
    await reacts(katya, said, '👌');
    const before = await inGroup();
    await desk.company.later(61 * SECOND);
    expect(await inGroup()).toBe(before + 1);
    await reacts(katya, said, null);
    expect(await desk.statusOf(ticket)).toMatchObject({ status: 'done' });
    expect(await inGroup()).toBe(before + 1);
  });

  it('calls a client who has written meanwhile, and promises no end by itself', async () => {
    const other = await desk.opened('Нет звука');
    const shown = await desk.anna.in(desk.group).reads(other.number);
    await reacts(katya, shown, '👌');
    await does(desk.anna.in(desk.group).replies(shown, 'А на кухне тоже починили?'));
    await desk.company.later(61 * SECOND);
    expect((await desk.lastInGroup())?.text).toMatch(
      /заявка T-\d+ выполнена\. .* «Вернуть в работу» на её карточке\.$/,
    );
  });

  it('works in the thread, on what the client has said, and tells there what it does no more', async () => {
    const second = (await tickets()).at(1)?.id ?? 0;
    const one = await desk.onDesk(`T-${String(second).padStart(6, '0')}`);
    const words = await katya.in(one.topic).reads('вопрос про завтра');
    await does(
      desk.gleb
        .in(one.topic)
        .reacts(words, '👌')
        .catch(() => undefined),
    );
    expect((await desk.statusOf(one)).status).toBe('in_progress');
    await does(katya.in(one.topic).reacts(words, '👌'));
    expect((await desk.statusOf(one)).status).toBe('done');
    await desk.company.later(30 * SECOND);
    await does(katya.presses('Вернуть в работу', { in: one.topic }));
    await does(katya.in(one.topic).reacts(words, null));
    expect((await desk.statusOf(one)).status).toBe('in_progress');
    expect((await one.words()).at(-1)).toContain('с ней уже сделали что-то ещё');
  });

  it('says in private that what is over is not taken by 👀', async () => {
    await reacts(katya, said, '👀');
    expect((await katya.sees()).at(-1)).toContain(`Заявка ${ticket.number} уже завершена`);
    expect((await desk.statusOf(ticket)).status).toBe('done');
  });
});
