// A week in which two companies were served, worked out by hand in the tests that count it. The office is open from
// nine to six, each day; an hour to a first answer and eight to a solution, of what is critical 15 minutes and two
// hours.
//
//   T1  Касса, «что-то не работает»   Mon 10:00, answered 10:20, done 15:00, confirmed Tue 10:00, rated 5
//   T2  Касса, «вопрос», critical     Tue 12:00, answered 12:30 (late), waits 13:00 – 15:00 for the client, who is
//                                     answered at 15:10; done 16:00, confirmed 16:30, rated 3
//   T3  Пекарня, «что-то не работает» Wed 17:30, answered Thu 09:40 (late), done Fri 12:00, returned 14:00
//   T4  Касса                         Thu 10:00, withdrawn 10:30
//   T5  Касса                         Thu 10:00, never answered, withdrawn 12:00
//   T6  Пекарня                       the Friday before 16:00, answered 16:10, done on Monday 09:30 (late)
//
// Катя answers T1, T3 and T6, Олег T2.
import { systemCause } from '../../src/platform/cause.ts';
import type { Database } from '../../src/platform/database/index.ts';
import type { TicketAction, Urgency } from '../../src/tickets/ticket.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { openTickets, type ServedCompany, serveCompany } from './tickets.ts';

export const moscow = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+03:00`);

export interface ServedWeek {
  readonly served: ServedCompany;
  readonly bakeryId: number;
  readonly incidentId: number;
  readonly questionId: number;
  readonly katyaId: number;
  readonly olegId: number;
  readonly ids: readonly number[];
  readonly clock: TestClock;
  readonly desk: Awaited<ReturnType<typeof openTickets>>;
}

type Actor = 'katya' | 'oleg' | 'client';

export async function serveWeek(database: Database): Promise<ServedWeek> {
  const { prisma } = database;
  const clock = createTestClock('2026-11-13T16:00:00+03:00');
  const served = await serveCompany(database, clock.now());
  const desk = await openTickets(database, clock);
  const room = await prisma.room.create({
    data: { kind: 'support', title: 'Пекарня', locales: ['ru'], createdAt: clock.now() },
  });
  const bakery = await prisma.clientCompany.create({
    data: {
      ...{ code: 'code-of-bakery', name: 'Пекарня', roomId: room.id, createdAt: clock.now() },
      ...{ locale: 'en', timeZone: 'Asia/Yekaterinburg' },
    },
  });
  const question = await prisma.ticketType.findFirstOrThrow({ where: { code: 'question' } });
  const [katyaId, olegId] = served.staffIds;
  const actors = {
    katya: { kind: 'staff', id: katyaId },
    oleg: { kind: 'staff', id: olegId },
    client: { kind: 'person', id: served.personId },
  } as const;
  const cause = systemCause('test');
  const ids = new Map<string, number>();

  async function opens(name: string, at: Date, facts: Partial<Facts> = {}): Promise<void> {
    await clock.set(at);
    const { companyId = served.companyId, typeId = served.typeId, urgency = 'normal' } = facts;
    const outcome = await desk.service.open({
      ticket: {
        ...{ companyId, authorId: served.personId, typeId, urgency },
        ...{ summary: `Заявка ${name}`, description: '', responsibleId: null },
        ...{ origin: 'form', source: null },
      },
      by: actors.client,
      cause,
    });
    if (outcome.status !== 'opened') throw new Error(outcome.status);
    ids.set(name, outcome.ticket.id);
  }

  async function does(who: Actor, action: TicketAction, name: string, at: Date): Promise<void> {
    await clock.set(at);
    const ticketId = ids.get(name) ?? 0;
    const outcome = await desk.service.act({ ticketId, action, by: actors[who], cause });
    if (outcome.status !== 'done') throw new Error(`${action} ${name}: ${outcome.status}`);
  }

  async function rates(name: string, rating: number, at: Date): Promise<void> {
    await prisma.ticket.update({
      where: { id: ids.get(name) ?? 0 },
      data: { rating, ratedAt: at },
    });
  }

  await opens('T6', moscow(13, '16:00'), { companyId: bakery.id });
  await does('katya', 'answered', 'T6', moscow(13, '16:10'));
  await does('katya', 'done', 'T6', moscow(16, '09:30'));
  await opens('T1', moscow(16, '10:00'));
  await does('katya', 'answered', 'T1', moscow(16, '10:20'));
  await does('katya', 'done', 'T1', moscow(16, '15:00'));
  await does('client', 'confirm', 'T1', moscow(17, '10:00'));
  await rates('T1', 5, moscow(17, '10:01'));
  await opens('T2', moscow(17, '12:00'), { typeId: question.id, urgency: 'critical' });
  await does('oleg', 'answered', 'T2', moscow(17, '12:30'));
  await does('oleg', 'wait', 'T2', moscow(17, '13:00'));
  await does('client', 'write', 'T2', moscow(17, '15:00'));
  await does('oleg', 'answered', 'T2', moscow(17, '15:10'));
  await does('oleg', 'done', 'T2', moscow(17, '16:00'));
  await does('client', 'confirm', 'T2', moscow(17, '16:30'));
  await rates('T2', 3, moscow(17, '16:31'));
  await opens('T3', moscow(18, '17:30'), { companyId: bakery.id });
  await does('katya', 'answered', 'T3', moscow(19, '09:40'));
  await opens('T4', moscow(19, '10:00'));
  await opens('T5', moscow(19, '10:00'));
  await does('client', 'withdraw', 'T4', moscow(19, '10:30'));
  await does('client', 'withdraw', 'T5', moscow(19, '12:00'));
  await does('katya', 'done', 'T3', moscow(20, '12:00'));
  await does('client', 'return', 'T3', moscow(20, '14:00'));
  await clock.set(moscow(23, '09:00'));
  return {
    ...{ served, bakeryId: bakery.id, incidentId: served.typeId, questionId: question.id },
    ...{ katyaId, olegId, ids: [...ids.values()], clock, desk },
  };
}

interface Facts {
  readonly companyId: number;
  readonly typeId: number;
  readonly urgency: Urgency;
}
