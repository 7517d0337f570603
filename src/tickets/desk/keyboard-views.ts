// The buttons of a ticket's staff card: only those that make sense now.

import { InlineKeyboard } from 'grammy';
import { cardButton } from '../../dialogs/buttons.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { isOver, type StaffAction, staffActionsOf, type Ticket } from '../ticket.ts';
import { actionButton, assignButton, moreButton } from './buttons.ts';

/** Two in a row, in the desk's language; what opens something stands below. */
export function ticketKeyboard(
  ticket: Ticket,
  { dialogId, locale }: { readonly dialogId: number; readonly locale: Locale },
  t: Translate,
): InlineKeyboard {
  const { id, revision, status, mergedIntoId } = ticket;
  const actions = staffActionsOf(ticket).map((choice) => ({
    text: t(locale, `tdesk-action-${choice}`),
    callback_data: actionButton.encode({ id, revision, choice }),
    ...styleOf(choice),
  }));
  const note = {
    text: t(locale, 'action-note'),
    callback_data: cardButton.encode({ id: dialogId, revision: 0, choice: 'note' }),
  };
  if (mergedIntoId !== null) return InlineKeyboard.from([[note]]);
  const target = { id, revision };
  const assign = {
    text: t(locale, 'card-menu-transfer'),
    callback_data: assignButton.encode(target),
  };
  const more = { text: t(locale, 'card-menu-more'), callback_data: moreButton.encode(target) };
  return InlineKeyboard.from([
    ...pairs([...actions, note]),
    isOver(status) ? [more] : [assign, more],
  ]);
}

/** The way into a ticket's thread. */
export function wayTo(url: string, locale: Locale, t: Translate): InlineKeyboard {
  return new InlineKeyboard().url(t(locale, 'tdesk-open'), url);
}

/** What moves it on stands out; clients that know no styles show plain buttons. */
function styleOf(action: StaffAction): { style?: 'primary' | 'success' } {
  if (action === 'take' || action === 'resume' || action === 'reopen') return { style: 'primary' };
  return action === 'done' || action === 'close' ? { style: 'success' } : {};
}

function pairs<T>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let index = 0; index < items.length; index += 2) rows.push(items.slice(index, index + 2));
  return rows;
}
