// Alarms as they leave: made of the rows as they are then, so that nobody reads of a deadline that has been met or
// moved meanwhile.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import { inThreadInstead } from '../../dialogs/outgoing/thread-instead.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { MessageJob, MessagePort, Outbox } from '../../platform/outbox/index.ts';
import { spentBy } from '../../sla/clock.ts';
import type { Sla } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { TicketCardRepository } from '../desk/card-repository.ts';
import { wayTo } from '../desk/keyboard-views.ts';
import type { TicketRepository } from '../repository.ts';
import type { AlarmRepository } from './repository.ts';
import { type AlarmFacts, type AlarmViewDeps, createAlarmViews } from './views.ts';

export interface AlarmOutgoingDeps extends AlarmViewDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly sla: Pick<Sla, 'clocks' | 'terms'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly companies: Pick<CompanyRepository, 'find'>;
  readonly cards: Pick<TicketCardRepository, 'place'>;
  readonly alarms: AlarmRepository;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

type Read = { readonly drop: string } | AlarmFacts;

const MINUTE_MS = 60_000;
const IN_THREAD = 'ticket-alarm-in-thread';

/** The ports, by the names of their messages. */
export function createAlarmOutgoing(deps: AlarmOutgoingDeps): Record<string, MessagePort> {
  const { database, outbox, clock, sla, tickets, companies, cards, alarms, findStaff, t } = deps;
  const { prisma } = database;
  const views = createAlarmViews(deps);

  /** How it stands now, or why there is nothing to say any more. */
  async function read({ messages: [queued] }: MessageJob): Promise<Read> {
    const ticketId = Number(queued?.args.ticketId);
    const [ticket] = await tickets.find(prisma, [ticketId]);
    const [company] = ticket ? await companies.find(prisma, [ticket.companyId]) : [];
    if (!ticket || !company) return { drop: 'there is no such ticket' };
    const open = (await sla.clocks.openOn(prisma, 'ticket', [ticketId])).get(ticketId) ?? [];
    const late = open.find(({ id }) => id === queued?.args.clockId);
    if (!late) return { drop: 'what was promised is done by now' };
    const { dueAt, kind, targetMinutes, calendarId } = late;
    if (dueAt === null) return { drop: 'it waits for the client by now' };
    const now = clock.now();
    const spentMs = spentBy(late, sla.terms.hoursOf(calendarId), now);
    const [responsible = null] =
      ticket.responsibleId === null ? [] : await findStaff([ticket.responsibleId]);
    const leftMs = targetMinutes * MINUTE_MS - spentMs;
    const url = (await cards.place(ticketId))?.url ?? null;
    return { ticket, company: company.name, kind, dueAt, leftMs, responsible, url, now };
  }

  async function toPerson(job: MessageJob) {
    const [staff] = await findStaff([Number(job.messages[0]?.args.staffId)]);
    if (!staff) return { drop: 'they do not work here any more' };
    const facts = await read(job);
    if ('drop' in facts) return facts;
    const { url } = facts;
    const keyboard = url ? { keyboard: wayTo(url, staff.locale, t) } : {};
    return { text: views.inPrivate(staff.locale, facts, staff.id), ...keyboard };
  }

  const onDesk = (say: typeof views.inThread) => async (job: MessageJob) => {
    const facts = await read(job);
    if ('drop' in facts) return facts;
    const desk = await alarms.deskOf(facts.ticket.dialogId);
    return desk ? { text: say(desk.locale, facts) } : { drop: 'its thread is gone' };
  };

  const instead = inThreadInstead(outbox, IN_THREAD);
  return {
    // Whoever cannot be reached in private is not the only one who should know.
    'ticket-alarm': speechPort(toPerson, (tx, settled) =>
      instead(
        tx,
        settled.filter(({ message }) => typeof message.args.dialogId === 'number'),
      ),
    ),
    [IN_THREAD]: speechPort(onDesk(views.inThread)),
    'ticket-alarm-at-desk': speechPort(onDesk(views.atDesk)),
  };
}
