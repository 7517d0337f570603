// How a ticket is a client of the desk, and what its thread begins with. Pure.

import { type Content, wordsOf } from '../../dialogs/content.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { ClientCompany } from '../company.ts';
import type { KeptTicket } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';

/**
 * Where the words stand that a ticket was made of, when no message says them: a place that no chat has, its own for
 * each ticket. Calls for support have those with negative numbers.
 */
export function placeOf({ id }: Pick<KeptTicket, 'id'>) {
  return { chatId: 0, messageId: id } as const;
}

/** The ticket as the desk knows who writes. */
export function clientOf(
  { id }: Pick<KeptTicket, 'id'>,
  { name, locale }: Pick<ClientCompany, 'name' | 'locale'>,
) {
  const title = `${ticketNumber(id)} · ${plainName(name, '…', 100)}`;
  return { externalId: String(id), name: title, username: null, locale };
}

/** The words it begins with; null: a message that it was made of says them. */
export function introductionOf(
  { description, summary }: Pick<KeptTicket, 'description' | 'summary'>,
  said: readonly Content[],
): Content | null {
  const text = description.trim() || summary;
  // Several messages are described by all their words.
  const words = said.map((content) => wordsOf(content)).filter(Boolean);
  const isSaid = [...words, words.join('\n\n')].some((one) => one.trim() === text);
  return isSaid ? null : { kind: 'text', text, entities: [] };
}
