// Tickets on the desk: a thread with a card, words that cross into the client's group, what each press does, who may
// not press, to whom a ticket is handed.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { bad, refusing } from '../support/refusing.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

describe.each(KINDS)('at a %s desk', (kind) => {
  let company: DeskCompany;
  let group: Place;
  let anna: Person;
  let opened: TicketDesk['opened'];
  let does: TicketDesk['does'];
  let firstLine: TicketDesk['firstLine'];
  let statusOf: TicketDesk['statusOf'];
  let lastInGroup: TicketDesk['lastInGroup'];

  beforeAll(async () => {
    ({ company, group, anna, opened, does, firstLine, statusOf, lastInGroup } =
      await openTicketDesk(kind));
  });

  afterAll(() => company.close());

  describe('a ticket on the desk', () => {
    let ticket: OnDesk;

    it('has a thread with its words and a card that tells how it stands, by when and whose move it is', async () => {
      ticket = await opened('Не печатает касса', { description: 'С утра.\nЧек не выходит.' });
      const card = await ticket.card();
      expect(card.text).toContain('🔴 НОВАЯ · ход за нами');
      expect(card.text).toContain('⏱ Ответить до 13:00');
      expect(card.text).toContain(`${ticket.number} · Не печатает касса`);
      expect(card.text).toContain('Компания: Вкусно и рядом');
      expect(card.text).toContain('срочность: обычная');
      expect(card.text).toContain('Ответственного пока нет');
      expect(card.text).toContain(
        `#заявка_${ticket.id} #T_${String(ticket.id).padStart(6, '0')} #новаязаявка #вкуснорядом`.replace(
          '#вкуснорядом',
          '#вкусноирядом',
        ),
      );
      expect(labels(card)).toEqual([
        ...['Взять в работу', 'Ждём клиента', 'Выполнена', 'Отменить', 'Добавить заметку'],
        ...['Передать', 'Ещё…'],
      ]);
      expect(await ticket.words()).toEqual(['С утра.\nЧек не выходит.']);
      if (kind === 'channel') return;
      const { name } = await company.katya.topic(ticket.number);
      expect(name).toContain(`${ticket.number} · Вкусно и рядом`);
    });

    it('is taken by a press, and a second press answers with what is true now', async () => {
      await does(company.katya.presses('Взять в работу', { in: ticket.topic }));
      expect(await company.katya.lastToast()).toBe('Заявка у вас');
      expect(await firstLine(ticket)).toBe('🟡 В РАБОТЕ · ход за нами');
      expect((await ticket.card()).text).toContain('👤 Ответственный: Катя');
      const card = await ticket.card();
      await does(company.boris.forges(card, `ticket-do:${ticket.id}:1:take`));
      expect(await company.boris.lastToast()).toBe(
        'Карточка изменилась: сейчас «В РАБОТЕ». Посмотрите её ещё раз.',
      );
    });

    it('answers in the group under the name of whoever writes, and is answered once that has arrived', async () => {
      expect((await statusOf(ticket)).respondedAt).toBeNull();
      await does(company.katya.in(ticket.topic).says('Перезагрузите принтер'));
      expect((await lastInGroup())?.text).toContain('Катя');
      expect((await lastInGroup())?.text).toContain('Перезагрузите принтер');
      expect((await statusOf(ticket)).respondedAt).not.toBeNull();
      expect((await ticket.card()).text).not.toContain('Ответить до');
      expect((await ticket.card()).text).toContain('клиенту ответили');
    });

    it('keeps notes inside', async () => {
      const before = (await anna.in(group).messages()).length;
      await does(company.katya.in(ticket.topic).says('// спросить у Олега'));
      await does(company.katya.presses('Добавить заметку', { in: ticket.topic }));
      await does(company.katya.in(ticket.topic).says('принтер старый'));
      expect(await anna.in(group).messages()).toHaveLength(before);
      expect(await firstLine(ticket)).toBe('🟡 В РАБОТЕ · ход за нами');
    });

    it('waits for the client with the words that go along, and its clock stands still', async () => {
      await does(company.katya.presses('Ждём клиента', { in: ticket.topic }));
      await does(company.katya.in(ticket.topic).says('Пришлите фото чека'));
      expect((await lastInGroup())?.text).toContain('Пришлите фото чека');
      expect(await firstLine(ticket)).toBe('🔵 ЖДЁТ КЛИЕНТА · ход за клиентом');
      expect((await ticket.card()).text).toContain('⏸ Срок решения стоит: ждём клиента');
      // Nothing of what was asked crosses as an answer besides.
      const told = (await anna.in(group).sees()).filter((text) => text.includes('Пришлите фото'));
      expect(told).toHaveLength(1);
    });

    it('shows the client’s words to any of ours in its thread, and what they have changed in them', async () => {
      const answer = await anna.in(group).reads('Пришлите фото чека');
      const reply = await anna.in(group).replies(answer, 'Вот чек');
      await company.later(1_000);
      expect((await ticket.words()).at(-1)).toBe(
        '↩️ 🛟 Поддержка, Катя Смирнова: Пришлите фото чека\nАнна:\nВот чек',
      );
      expect(await firstLine(ticket)).toBe('🟡 В РАБОТЕ · ход за нами');
      await does(anna.in(group).edits(reply, 'Вот чек за вторник'));
      await company.later(1_000);
      expect((await ticket.words()).join('\n')).toContain('Вот чек за вторник');
      const first = await anna.in(group).reads('Перезагрузите принтер');
      await does(anna.in(group).replies(first, 'Уже перезагружали'));
      await company.later(1_000);
      expect((await ticket.words()).at(-1)).toContain('Уже перезагружали');
      expect((await ticket.card()).text).toContain('Ответить снова до');
      expect(await company.app().database.prisma.ticketCarry.count()).toBe(0);
    });

    it('is handed to a colleague, who reads so in private', async () => {
      await does(company.katya.presses('Передать', { in: ticket.topic }));
      await does(company.katya.presses('Борис Орлов', { in: ticket.topic }));
      expect((await ticket.card()).text).toContain('👤 Ответственный: Борис Орлов');
      const told = await company.boris.reads('передаёт вам заявку');
      expect(told.text).toContain(`${ticket.number}: «Не печатает касса»`);
      expect(labels(told)).toEqual(['Открыть заявку']);
      await does(company.boris.in(ticket.topic).says('/transfer Катя'));
      expect((await ticket.words()).at(-1)).toContain('нажмите «Передать» на её карточке');
      expect((await ticket.card()).text).toContain('👤 Ответственный: Борис Орлов');
    });

    it('is cancelled or passed on by whoever answers for it or a supervisor, and by nobody else', async () => {
      await does(company.katya.presses('Отменить', { in: ticket.topic }));
      const refused = 'За заявку отвечает коллега. Попросите его или руководителя.';
      expect(await company.katya.lastToast()).toBe(refused);
      await does(company.katya.presses('Передать', { in: ticket.topic }));
      expect(await company.katya.lastToast()).toBe(refused);
      await does(anna.forges(await ticket.card(), `ticket-do:${ticket.id}:1:done`));
      expect(await anna.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
      await does(
        company.katya.forges(
          await ticket.card(),
          `card:${(await statusOf(ticket)).dialogId}:0:close`,
        ),
      );
      expect((await statusOf(ticket)).status).toBe('in_progress');
    });

    it('is more urgent with a reason, and its deadlines follow', async () => {
      await does(company.boris.presses('Ещё…', { in: ticket.topic }));
      await does(company.boris.presses('Изменить срочность', { in: ticket.topic }));
      await does(company.boris.presses('высокая', { in: ticket.topic }));
      await does(company.boris.in(ticket.topic).says('Очередь в кассу'));
      const { text } = await ticket.card();
      expect(text).toContain('срочность: высокая');
      expect(text).toContain('изменена срочность: Очередь в кассу');
    });

    it('is done without a word, where nothing is left to say, and closed for the client', async () => {
      await does(company.boris.presses('Выполнена', { in: ticket.topic }));
      await does(company.boris.presses('Пропустить', { in: ticket.topic }));
      expect(await firstLine(ticket)).toBe('🟢 ВЫПОЛНЕНА · ничей ход');
      expect(labels(await ticket.card())).toEqual([
        ...['Вернуть в работу', 'Закрыть', 'Добавить заметку', 'Передать', 'Ещё…'],
      ]);
      await does(company.boris.presses('Закрыть', { in: ticket.topic }));
      expect(await firstLine(ticket)).toBe('⚪️ ЗАКРЫТА · ничей ход');
      await does(company.olga.presses('Открыть снова', { in: ticket.topic }));
      expect(await firstLine(ticket)).toBe('🟠 ВОЗВРАЩЕНА · ход за нами');
    });

    it('is no dialog of the desk’s own: no clock of answers, no list, nobody’s in turn', async () => {
      const other = await opened('Не пришла накладная');
      const { prisma } = company.app().database;
      const { dialogId } = await statusOf(other);
      expect(await prisma.dialog.findUniqueOrThrow({ where: { id: dialogId ?? 0 } })).toMatchObject(
        {
          ...{ channel: 'ticket', waitingSince: null, assigneeId: null, deadlineAt: null },
        },
      );
      await does(company.katya.in(company.desk).says('/dialogs'));
      const list = (await company.katya.in(company.desk).sees()).at(-1);
      expect(list).not.toContain(other.number);
    });
  });

  describe('«Ещё…» of a ticket', () => {
    async function chooses(ticket: OnDesk, ...labelsAndWords: readonly string[]): Promise<void> {
      await does(company.katya.presses('Ещё…', { in: ticket.topic }));
      const [choice, ...words] = labelsAndWords as [string, ...string[]];
      await does(company.katya.presses(choice, { in: ticket.topic }));
      for (const word of words) await does(company.katya.in(ticket.topic).says(word));
    }

    it('keeps a list of what is to be done, links, notes whom we wait for, and merges', async () => {
      const one = await opened('Не работает весы');
      const other = await opened('Весы не включаются');
      await chooses(one, 'Добавить в список дел', 'Позвонить мастеру');
      expect((await one.card()).text).toContain('⬜️ Позвонить мастеру');
      await chooses(one, 'Отметить сделанное');
      await does(company.katya.presses('Позвонить мастеру', { in: one.topic }));
      await does(company.katya.presses('Готово', { in: one.topic }));
      expect((await one.card()).text).toContain('☑️ Позвонить мастеру');
      await chooses(one, 'Ждём партнёра', 'Мастер приедет в среду');
      expect(await firstLine(one)).toBe('🔴 НОВАЯ · ждём партнёра');
      await chooses(one, 'Связать с другой заявкой', other.number);
      expect((await one.card()).text).toContain(`🔗 Связана с ${other.number}`);
      expect((await other.card()).text).toContain(`🔗 Связана с ${one.number}`);

      await chooses(one, 'Объединить с другой заявкой', other.number);
      expect(await statusOf(one)).toMatchObject({ status: 'cancelled', mergedIntoId: other.id });
      expect((await one.card()).text).toContain(`⤴️ Объединена с ${other.number}`);
      expect(labels(await one.card())).toEqual(['Добавить заметку']);
      expect((await other.words()).at(-1)).toContain(`Сюда присоединили ${one.number}`);
      expect((await lastInGroup())?.text).toContain(`объединили с ${other.number}`);
      const { prisma } = company.app().database;
      const open = { subject: 'ticket', subjectId: one.id, stoppedAt: null };
      expect(await prisma.slaClock.count({ where: open })).toBe(0);
    });
  });

  describe('the history of a ticket', () => {
    it('comes in private to whoever asks for it at the card', async () => {
      const ticket = await opened('Не сканирует');
      await does(company.katya.presses('Ещё…', { in: ticket.topic }));
      await does(company.katya.presses('История файлом (PDF)', { in: ticket.topic }));
      const paper = (await company.katya.messages()).findLast(({ fileId }) => fileId !== null);
      expect(paper?.fileName).toBe(`zayavka-${ticket.number}.pdf`);
      expect((await ticket.words()).join('\n')).toContain('Он придёт вам в личный чат с ботом.');
      await does(company.site().patch(`/api/tickets/${ticket.number}`, { status: 'cancelled' }));
    });
  });

  describe('lists of tickets', () => {
    const lastAtDesk = async (by = company.katya) =>
      (await by.in(company.desk).messages()).at(-1) as Message;

    it('/tickets shows what is owed, the soonest due first, and is narrowed by buttons', async () => {
      const urgent = await opened('Горит склад', { urgency: 'critical' });
      await does(company.katya.in(company.desk).says('/tickets'));
      const list = await lastAtDesk();
      expect(list.text).toContain('Заявки: 4');
      expect(list.text).toContain(`${urgent.number} Горит склад`);
      expect(list.text).toContain('критическая · до ');
      await does(company.katya.presses('Срочность', { in: company.desk }));
      await does(company.katya.presses('критическая', { in: company.desk }));
      const narrowed = await lastAtDesk();
      expect(narrowed.text).toContain('Заявки: 1');
      expect(narrowed.text).not.toContain('Не пришла накладная');
      await does(anna.forges(narrowed, 'tickets:1:0:pages'));
      expect(await anna.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    });

    it('/my shows one’s own, and words after /tickets are understood or said not to be', async () => {
      await does(company.olga.says('/my'));
      expect((await company.olga.sees()).at(-1)).toContain('Заявки: 0');
      await does(company.boris.says('/my'));
      expect((await company.boris.sees()).at(-1)).toContain('Не печатает касса');
      await does(company.katya.says('/tickets вкусно'));
      expect((await company.katya.sees()).at(-1)).toContain('Вкусно и рядом');
      await does(company.katya.says('/tickets абракадабра'));
      expect((await company.katya.sees()).at(-1)).toContain('Не понял «абракадабра»');
    });

    it('a number typed on the desk leads to the thread', async () => {
      await does(company.katya.in(company.desk).says('т-2'));
      const led = await lastAtDesk();
      expect(led.text).toBe('T-000002 «Не пришла накладная»');
      expect(labels(led)).toEqual(['Открыть заявку']);
      await does(company.katya.says('/ticket 999'));
      expect((await company.katya.sees()).at(-1)).toBe('Заявки T-000999 нет. Проверьте номер.');
    });
  });

  describe('words of the company’s own system of record', () => {
    let ticket: OnDesk;
    const says = (comment: Readonly<Record<string, unknown>>) =>
      company.site().patch(`/api/tickets/${ticket.number}`, { comment });

    it('for employees alone stand in the thread, marked as what they are', async () => {
      ticket = await opened('Не открывается смена');
      const before = (await anna.in(group).messages()).length;
      const answer = await says({ text: 'Ждём модуль', internal: true, author: 'Пётр' });
      expect(answer).toMatchObject({ status: 200, body: { changed: ['comment'] } });
      await company.later(1_000);
      expect((await ticket.words()).at(-1)).toBe(
        '📝 Заметка из системы учёта, клиент её не видит — Пётр\nЖдём модуль',
      );
      expect((await ticket.card()).text).toContain('заметка из системы учёта: Пётр: Ждём модуль');
      expect(await anna.in(group).messages()).toHaveLength(before);
      expect((await statusOf(ticket)).respondedAt).toBeNull();
    });

    it('that nobody has written reach the client, and answer nothing', async () => {
      await says({ text: 'Мы получили вашу заявку', internal: false, automatic: true });
      await company.later(1_000);
      expect((await lastInGroup())?.text).toBe(
        '🤖 Автоматическое сообщение поддержки:\nМы получили вашу заявку',
      );
      expect(await statusOf(ticket)).toMatchObject({ status: 'new', respondedAt: null });
      expect((await ticket.card()).text).toContain('Ответить до');
    });

    it('of somebody there answer the client in reply to the card, stop the clock and are seen on the desk', async () => {
      await says({ text: 'Заменили модуль <M-3>', internal: false, author: 'Пётр' });
      await company.later(1_000);
      const said = await lastInGroup();
      expect(said?.text).toBe('🛟 Поддержка, Пётр:\nЗаменили модуль <M-3>');
      const shown = await anna.in(group).reads(ticket.number);
      expect(said?.replyTo?.messageId).toBe(shown.messageId);
      expect(await statusOf(ticket)).toMatchObject({
        ...{ status: 'in_progress', responsibleId: null, respondedAt: expect.any(Date) },
      });
      expect((await ticket.words()).at(-1)).toBe(
        '↗️ Ответ клиенту из системы учёта — Пётр\nЗаменили модуль <M-3>',
      );
      // Who replies to it speaks to the ticket.
      await does(anna.in(group).replies(said as Message, 'Спасибо, работает'));
      await company.later(1_000);
      expect((await ticket.words()).at(-1)).toContain('Спасибо, работает');
    });

    it('that did not reach the group are told to employees, and the client is still owed an answer', async () => {
      ticket = await opened('Не сходится остаток');
      const only = { chatId: group.chatId, method: 'sendMessage' };
      await refusing(company)(...bad('MESSAGE_EMPTY'), only);
      await says({ text: 'Проверили остатки', internal: false });
      await company.later(1_000);
      expect((await ticket.words()).join('\n')).toContain(
        'не дошло до группы клиента: «Проверили остатки». Напишите клиенту здесь.',
      );
      expect((await statusOf(ticket)).respondedAt).toBeNull();
    });
  });

  it('what nobody has answered in the group is made a ticket there by whoever presses', async () => {
    await does(anna.in(group).says('Кто-нибудь здесь?'));
    await company.later(31 * 60_000);
    await does(company.katya.presses('Оформить заявку', { in: company.desk }));
    const asked = (await company.katya.in(company.desk).sees()).at(-1);
    expect(asked).toBe('Катя Смирнова\nЧто случилось?');
  });
});
