// Reactions of employees, a second way beside the buttons of cards.

import { wordsPort } from '../../platform/outbox/words.ts';
import { createTicketCardRepository } from '../desk/card-repository.ts';
import type { FilingService } from '../intake/filing-service.ts';
import type { IntakeRepository } from '../intake/repository.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createSignHandlers } from './handlers.ts';
import { createSignRepository } from './repository.ts';
import { createSignService } from './service.ts';

export interface TicketReactionsDeps extends TicketTools {
  readonly intake: IntakeRepository;
  readonly filing: FilingService;
}

interface SignFacts {
  readonly key: string;
  readonly number: string;
}

export function createTicketReactions(
  deps: TicketReactionsDeps,
): Required<Pick<TicketPart, 'places' | 'messages'>> {
  const { database, dialogs, t } = deps;
  const cards = createTicketCardRepository(database);
  const service = createSignService({ ...deps, signs: createSignRepository() });

  /** The ticket of whose client this message of a thread is; null: of none. */
  async function ticketSaidAt(at: { readonly chatId: number; readonly messageId: number }) {
    const kept = await dialogs.messagesAt(database.prisma, at);
    const said = kept.find(({ author }) => author === 'client');
    if (!said) return null;
    const ticketId = (await cards.ticketsOf([said.dialogId])).get(said.dialogId) ?? null;
    return ticketId === null ? null : { ticketId, dialogId: said.dialogId };
  }

  return {
    places: createSignHandlers({ ...deps, service, ticketSaidAt }),
    messages: {
      'ticket-sign': wordsPort<SignFacts & { readonly [name: string]: string }>(
        (locale, { key, number }) => ({ text: t(locale, `tdesk-sign-${key}`, { number }) }),
      ),
    },
  };
}
