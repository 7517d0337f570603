// What a client does to a ticket rings whoever answers for it; what somebody who leaves answered for is nobody's, and
// supervisors name others.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labels } from '../support/dialogs.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

let desk: TicketDesk;
let does: TicketDesk['does'];

beforeAll(async () => {
  desk = await openTicketDesk();
  ({ does } = desk);
});

afterAll(() => desk.close());

/** Катя has it, and says that it is done; then the client presses a button of its card. */
async function doneByKatya(ticket: OnDesk): Promise<void> {
  const { katya } = desk.company;
  await does(katya.presses('Выполнена', { in: ticket.topic }));
  await does(katya.presses('Пропустить', { in: ticket.topic }));
}

const ofClient = (label: string) => does(desk.anna.presses(label, { in: desk.group }));
const last = async ({ words }: OnDesk) => (await words()).at(-1);

describe('what the client does to a ticket', () => {
  let ticket: OnDesk;

  it('rings whoever answers for it when it is returned, with the words that follow', async () => {
    ticket = await desk.opened('Не печатает касса');
    await doneByKatya(ticket);
    await ofClient('Вернуть в работу');
    await does(desk.anna.in(desk.group).says('Всё равно не печатает'));
    await desk.company.later(1_000);
    const rung = await desk.company.katya.in(ticket.topic).reads('возвращает заявку');
    expect(rung.text).toBe(
      'Катя Смирнова: Анна возвращает заявку в работу. Прочитайте, что не так.',
    );
    expect(rung.entities?.map(({ type }) => type)).toContain('text_link');
    expect(await last(ticket)).toContain('Всё равно не печатает');
  });

  it('rings them when it is confirmed, and when the rating is low', async () => {
    await doneByKatya(ticket);
    await ofClient('Подтвердить');
    expect(await last(ticket)).toBe(
      'Катя Смирнова: Анна подтверждает, что всё сделано. Заявка закрыта.',
    );
    await ofClient('2 ★');
    expect(await last(ticket)).toBe(
      'Катя Смирнова: Анна ставит оценку 2 из 5. Стоит спросить, что было не так.',
    );
    await does(desk.anna.in(desk.group).says('Долго ждали'));
    expect(await last(ticket)).toBe(
      'Катя Смирнова: Анна ставит оценку 2 из 5 и пишет: «Долго ждали»',
    );
  });

  it('is silent about a good rating, and calls nobody by name where nobody answers for it', async () => {
    const other = await desk.opened('Не пришла накладная');
    await ofClient('Отозвать');
    await ofClient('Да, отозвать');
    expect(await last(other)).toBe('Анна отзывает заявку. Делать больше ничего не нужно.');
    const third = await desk.opened('Нет чеков');
    await doneByKatya(third);
    await ofClient('Подтвердить');
    const before = await third.words();
    await ofClient('5 ★');
    expect(await third.words()).toEqual(before);
  });
});

describe('somebody who leaves', () => {
  it('answers for no ticket any more: cards, threads and supervisors tell so, and others take them', async () => {
    const { company } = desk;
    const { boris, igor, olga, katya } = company;
    const held = await desk.opened('Пропал интернет');
    const done = await desk.opened('Мигает экран');
    await does(boris.presses('Взять в работу', { in: held.topic }));
    await does(boris.presses('Выполнена', { in: done.topic }));
    await does(boris.presses('Пропустить', { in: done.topic }));
    await does(igor.in(company.desk).says(`/staff remove ${boris.id}`));

    expect(await desk.statusOf(held)).toMatchObject({ responsibleId: null, status: 'in_progress' });
    const card = await held.card();
    expect(card.text).toContain('Ответственного пока нет');
    expect(card.text).toContain('Игорь Ким — снят ответственный');
    expect(labels(card)).toContain('Взять в работу');
    expect(await last(held)).toBe(
      'Борис Орлов здесь больше не работает, и за заявку никто не отвечает. Срок идёт: возьмите её в работу.',
    );
    const [own] = (await desk.anna.in(desk.group).sees()).filter((text) =>
      text.includes('Пропал интернет'),
    );
    expect(own).not.toContain('Борис');
    expect((await olga.sees()).at(-1)).toBe(
      `Борис Орлов здесь больше не работает. Заявки без ответственного (1): ${held.number}.\nПередайте их коллегам, весь список: /tickets без ответственного`,
    );
    await does(olga.says('/tickets без ответственного'));
    expect((await olga.sees()).at(-1)).toContain('Заявки: 1\nбез ответственного');
    expect((await olga.sees()).at(-1)).toContain(held.number);
    await does(katya.presses('Взять в работу', { in: held.topic }));
    expect((await held.card()).text).toContain('Ответственный: Катя');

    // What was done is the leaver's until the client returns it; then it is nobody's.
    expect((await desk.statusOf(done)).responsibleId).not.toBeNull();
    await ofClient('Вернуть в работу');
    await does(desk.anna.in(desk.group).says('Мигает опять'));
    expect(await desk.statusOf(done)).toMatchObject({ status: 'reopened', responsibleId: null });
  });

  it('looks after no client any more, and a supervisor names another manager by a press', async () => {
    const { company } = desk;
    const { katya, igor, olga } = company;
    await does(igor.in(company.desk).says(`/staff remove ${katya.id}`));
    const told = await olga.reads('у этих клиентов нет менеджера');
    expect(told.text).toContain('• Вкусно и рядом');
    await does(desk.anna.forges(told, `client-manager:${desk.companyId}:0`));
    expect(await desk.anna.lastToast()).toContain('менеджер, руководитель и администратор');
    await does(olga.presses('Назначить: Вкусно и рядом'));
    await does(olga.presses('Ольга Власова'));
    const { prisma } = company.app().database;
    const { manager } = await prisma.clientCompany.findUniqueOrThrow({
      where: { id: desk.companyId },
      select: { manager: { select: { name: true } } },
    });
    expect(manager?.name).toBe('Ольга Власова');
    await does(olga.presses('Назначить: Вкусно и рядом'));
    expect(await olga.lastToast()).toBe('Менеджер уже есть: Ольга Власова. Можно выбрать другого.');
  });
});
