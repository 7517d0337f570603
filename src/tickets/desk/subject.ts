// What dialogs ask of tickets: how a ticket's thread is shown, and what words to the client answer.

import type { DialogSubject } from '../../dialogs/subject-port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import type { Sla } from '../../sla/index.ts';
import { REQUEST_CARD } from '../client-card/shown.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import type { TicketCardRepository } from './card-repository.ts';
import type { TicketViews } from './card-views.ts';

export interface TicketSubjectDeps {
  readonly database: Database;
  readonly outbox: Pick<Outbox, 'shownBy'>;
  readonly clock: Clock;
  readonly sla: Pick<Sla, 'clocks'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly cards: TicketCardRepository;
  readonly views: TicketViews;
}

export function createTicketSubject(deps: TicketSubjectDeps) {
  const { database, outbox, clock, sla, tickets, cards, views: ticketViews } = deps;
  const { prisma } = database;

  /** The message of this chat that stands for a ticket; null: none does. */
  async function anchorOf(
    { id, source }: Pick<KeptTicket, 'id' | 'source'>,
    chatId: number,
  ): Promise<number | null> {
    const shown = await outbox.shownBy(prisma, { kind: REQUEST_CARD, subjectId: id });
    return shown ?? (source?.chatId === chatId ? source.messageId : null);
  }

  const subject: DialogSubject = {
    async views(facts) {
      const ticketIds = await cards.ticketsOf(facts.map(({ dialog }) => dialog.id));
      const ids = [...ticketIds.values()];
      const kept = new Map((await cards.find(ids)).map((one) => [one.ticket.id, one]));
      const clocks = await sla.clocks.openOn(prisma, 'ticket', ids);
      const now = clock.now();
      return new Map(
        facts.flatMap(({ dialog: { id: dialogId }, deskLocale: locale }) => {
          const ticketId = ticketIds.get(dialogId) ?? 0;
          const found = kept.get(ticketId);
          if (!found) return [];
          const own = { ...found, clocks: clocks.get(ticketId) ?? [] };
          return [[dialogId, ticketViews.view(own, { dialogId, locale, now })] as const];
        }),
      );
    },

    async anchors(dialogs) {
      const ticketIds = await cards.ticketsOf(dialogs.map(({ dialogId }) => dialogId));
      const found = ticketIds.size > 0 ? await tickets.find(prisma, [...ticketIds.values()]) : [];
      const anchors = new Map<number, number>();
      for (const { dialogId, chatId } of dialogs) {
        const ticket = found.find(({ id }) => id === ticketIds.get(dialogId));
        const anchor = ticket ? await anchorOf(ticket, chatId) : null;
        if (anchor !== null) anchors.set(dialogId, anchor);
      }
      return anchors;
    },
  };

  return { subject, anchorOf };
}
