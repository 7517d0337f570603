// Rings in the threads of tickets, and what supervisors read of tickets that nobody answers for any more; made of the
// rows as they are when they leave.

import type { Desks } from '../../desks/index.ts';
import { speechPort } from '../../dialogs/outgoing/speech.ts';
import type { PeopleService } from '../../people/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { MessageJob, MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import { html } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { Staff } from '../../staff/staff.ts';
import type { TicketRepository } from '../repository.ts';
import type { Orphans } from './leaver-service.ts';

export interface RingPortsDeps {
  readonly database: Database;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly desks: Pick<Desks['service'], 'deskLocale'>;
  readonly people: Pick<PeopleService, 'find'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

const LONGEST_WORDS = 500;

/** The ports, by the names of their messages. */
export function createRingPorts(deps: RingPortsDeps): Record<string, MessagePort> {
  const { database, t, defaultLocale, desks, people, tickets, findStaff } = deps;
  const { prisma } = database;

  async function ring({ messages: [queued] }: MessageJob) {
    const { ticketId, about, personId, name } = queued?.args ?? {};
    const [ticket] = await tickets.find(prisma, [Number(ticketId)]);
    if (!ticket) return { drop: 'there is no such ticket' };
    if (about === 'orphan' && ticket.responsibleId !== null)
      return { drop: 'somebody answers for it by now' };
    const locale = (await desks.deskLocale(prisma)) ?? defaultLocale;
    const [client] = typeof personId === 'number' ? await people.find(prisma, [personId]) : [];
    const [called] = await findStaff([ticket.responsibleId ?? 0]);
    const who = typeof name === 'string' ? name : client?.name;
    const words = t(locale, `tdesk-ring-${String(about)}`, {
      ...{ name: plainName(who, '…'), rating: ticket.rating ?? 0 },
      words: truncate(ticket.ratingWords ?? '', LONGEST_WORDS),
    });
    if (!called) return { text: String(html`${words}`) };
    const mention = html`<a href="tg://user?id=${called.userId}">${plainName(called.name, '…')}</a>`;
    return { text: String(html`${mention}: ${words}`) };
  }

  return {
    'ticket-ring': speechPort(ring),
    'tickets-orphans': wordsPort<Orphans>((locale, orphans) => ({
      text: t(locale, 'tdesk-orphans', orphans),
    })),
  };
}
