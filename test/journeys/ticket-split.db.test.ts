// What was asked beside a ticket becomes one of its own, with its files; what is merged goes on in the other's thread
// with all its words.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areOneAlbum } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

let desk: TicketDesk;
let does: TicketDesk['does'];
let ticket: OnDesk;
let album: Message;

beforeAll(async () => {
  desk = await openTicketDesk();
  ({ does } = desk);
  ticket = await desk.opened('Не печатает касса');
});

afterAll(() => desk.close());

const inThread = (one: OnDesk, by = desk.company.katya) => by.in(one.topic);

async function presses(one: OnDesk, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await does(inThread(one).presses(label));
}

async function newest(): Promise<OnDesk> {
  await desk.company.later(1_000);
  const { prisma } = desk.company.app().database;
  const { id } = await prisma.ticket.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return await desk.onDesk(`T-${String(id).padStart(6, '0')}`);
}

const rows = () => desk.company.app().database.prisma.ticket.count();

describe('a message that asks for something else', () => {
  it('becomes a ticket of its own by /split in reply, with its whole album, for whoever wrote it', async () => {
    const { company, gleb, group } = desk;
    const card = await desk.anna.in(group).reads(ticket.number);
    await does(gleb.in(group).replies(card, 'Касса та же, номер 5'));
    const items = [
      { kind: 'photo', caption: 'А ещё погасла вывеска' },
      { kind: 'photo', caption: '' },
    ] as const;
    const sent = await company.control.sendAlbum({
      ...{ userId: gleb.id, chatId: group.chatId, items: [...items] },
      replyTo: card.messageId,
    });
    await company.later(1_000);
    await company.later(3_000);
    const asked = await inThread(ticket).reads('А ещё погасла вывеска');
    await does(inThread(ticket).replies(asked, '/split'));
    await presses(ticket, 'Вопрос', 'высокая');
    const split = await newest();
    await company.later(3_000);

    expect(await desk.statusOf(split)).toMatchObject({
      ...{ summary: 'А ещё погасла вывеска', urgency: 'high', status: 'new' },
      ...{ splitFromId: ticket.id, origin: 'reply', responsibleId: null },
      sourceMessageId: sent.messageIds[0],
    });
    const shown = await split.card();
    expect(shown.text).toContain('От кого: Глеб');
    expect(shown.text).toContain(`✂️ Выделена из ${ticket.number}`);
    expect(shown.text).not.toContain('🔗');
    const files = (await inThread(split).messages()).filter(({ albumId }) => albumId !== null);
    expect(files).toHaveLength(2);
    expect(areOneAlbum(files)).toBe(true);
    expect(files[0]?.text).toContain('Глеб:\nА ещё погасла вывеска');

    expect((await ticket.card()).text).toContain(`🔗 Связана с ${split.number}`);
    expect((await ticket.card()).text).toContain('часть выделена в другую заявку');
    const own = await desk.anna.in(group).reads(`${split.number} ·`);
    expect(own.replyTo?.messageId).toBe(sent.messageIds[0]);
    [album] = (await gleb.in(group).messages()).filter(
      ({ messageId }) => messageId === sent.messageIds[0],
    ) as [Message];
  });

  it('is spoken to from then on where it went, and what its author changes is changed there', async () => {
    const { gleb, group, company } = desk;
    const split = await newest();
    await does(gleb.in(group).replies(album, 'Она над входом'));
    await does(gleb.in(group).edits(album, 'А ещё погасла вся вывеска'));
    await company.later(1_000);
    expect((await split.words()).join('\n')).toContain('Она над входом');
    expect((await split.words()).join('\n')).toContain('погасла вся вывеска');
    expect((await ticket.words()).join('\n')).not.toContain('Она над входом');
    const said = await inThread(split).reads('Она над входом');
    await does(inThread(split).replies(said, 'Выезжаем'));
    expect((await desk.lastInGroup())?.text).toContain('Выезжаем');
  });

  it('is chosen from a list without a reply, and nothing else can be split', async () => {
    const before = await rows();
    const note = await inThread(ticket).says('// проверить гарантию');
    await does(inThread(ticket).replies(note, '/split'));
    await inThread(ticket).reads('Это не сообщение клиента из этой заявки.');
    await presses(ticket, 'Ещё…', 'Выделить в отдельную заявку');
    const question = await inThread(ticket).reads('Какое сообщение клиента станет отдельной');
    expect(question.buttons.flat().map(({ label }) => label)).toEqual([
      'Глеб: Касса та же, номер 5',
      'Отмена',
    ]);
    await presses(ticket, 'Отмена');
    expect(await rows()).toBe(before);
    const empty = await desk.opened('Без слов клиента');
    await does(inThread(empty).says('/split'));
    await inThread(empty).reads('В этой заявке нет сообщений клиента');
  });

  it('may be the message that the first was made of: that one stays what it was', async () => {
    const { anna, group } = desk;
    const said = await does(anna.in(group).says('Не идёт оплата и нужен новый сканер'));
    await does(anna.in(group).replies(said, '/ticket'));
    for (const label of ['Что-то не работает', 'Обычная', 'Отправить'])
      await does(anna.in(group).presses(label));
    const first = await newest();
    const asked = await inThread(first).reads('нужен новый сканер');
    await does(inThread(first).replies(asked, '/split'));
    await presses(first, 'Другое', 'низкая');
    const second = await newest();
    expect(second.id).toBe(first.id + 1);
    expect(await desk.statusOf(second)).toMatchObject({ sourceMessageId: null, urgency: 'low' });
    expect((await second.words()).join('\n')).toContain(
      'Анна:\nНе идёт оплата и нужен новый сканер',
    );
    expect(await desk.statusOf(first)).toMatchObject({ sourceMessageId: said.messageId });
  });
});

describe('a ticket that is merged', () => {
  it('goes on in the other’s thread with its words and files, and answers there reach the group', async () => {
    const { anna, group, company } = desk;
    const one = await desk.opened('Весы врут');
    const other = await desk.opened('Весы не включаются');
    const card = await anna.in(group).reads(`${one.number} ·`);
    await does(anna.in(group).replies(card, 'Врут на сто грамм'));
    await company.later(1_000);
    await presses(one, 'Ещё…', 'Объединить с другой заявкой');
    await does(inThread(one).says(other.number));
    await company.later(1_000);
    const [joined, followed] = (await other.words()).slice(-2);
    expect(joined).toBe(`Сюда присоединили ${one.number}: Весы врут`);
    expect(followed).toContain('Анна:\nВрут на сто грамм');
    const said = await inThread(other).reads('Врут на сто грамм');
    await does(inThread(other).replies(said, 'Откалибруем'));
    expect((await desk.lastInGroup())?.text).toContain('Откалибруем');
    await does(anna.in(group).replies(card, 'А когда?'));
    await company.later(1_000);
    expect((await other.words()).at(-1)).toContain('А когда?');
    expect((await one.words()).join('\n')).not.toContain('А когда?');
  });
});
