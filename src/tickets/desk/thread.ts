// How a ticket is a client of the desk, and what its thread begins with. Pure.

import { type Content, wordsOf } from '../../dialogs/content.ts';
import { nowhereId, nowhereNumber } from '../../platform/telegram/nowhere.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { ClientCompany } from '../company.ts';
import type { KeptClientMessage, MessagePlace } from '../message.ts';
import type { KeptTicket } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';

/**
 * Where the words stand that a ticket was made of, when no message says them: a place that no chat has, its own for
 * each ticket. Calls for support have those with negative numbers.
 */
export function placeOf({ id }: Pick<KeptTicket, 'id'>) {
  return { chatId: 0, messageId: id } as const;
}

/** What the bot alone has seen has no number in its chat: it is known by one that nothing there has. */
export function placeOfWords({
  id,
  chatId,
  messageId,
}: Pick<KeptClientMessage, 'id' | 'chatId' | 'messageId'>): MessagePlace {
  return { chatId, messageId: messageId ?? -id };
}

/** Where words stand that are in another ticket's thread already: nowhere else, and once for each ticket. */
export function againAt({
  id,
  ticketId,
}: Pick<KeptClientMessage, 'id' | 'ticketId'>): MessagePlace {
  return { chatId: nowhereId(ticketId), messageId: id };
}

/** The number of the client's message that stands at such a place; null: its place is Telegram's. */
export function rowAt({ chatId, messageId }: MessagePlace): number | null {
  if (nowhereNumber(chatId) !== null) return messageId;
  return messageId < 0 ? -messageId : null;
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
