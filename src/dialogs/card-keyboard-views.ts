// The buttons of a card: what can be done in its status, and below them the lists it opens.

import { InlineKeyboard } from 'grammy';
import type { Locale, Translate } from '../platform/i18n.ts';
import { cardButton, menuButton } from './buttons.ts';
import { menusOf } from './card-menus.ts';
import { type Action, actionsOf, type Dialog } from './dialog.ts';

/** Two in a row, in the desk's language. */
export function cardKeyboard(dialog: Dialog, locale: Locale, t: Translate): InlineKeyboard {
  const { id, revision } = dialog;
  const buttons = actionsOf(dialog).map((choice) => ({
    text: t(locale, `action-${choice}`),
    callback_data: cardButton.encode({ id, revision, choice }),
    ...styleOf(choice),
  }));
  const lists = menusOf(dialog).map((choice) => ({
    text: t(locale, `card-menu-${choice}`),
    callback_data: menuButton.encode({ id, revision, choice }),
  }));
  return InlineKeyboard.from([...pairs(buttons), lists]);
}

/** What moves the dialog on stands out; clients that know no styles show plain buttons. */
function styleOf(action: Action): { style?: 'primary' | 'success' } {
  if (action === 'take' || action === 'resume' || action === 'reopen') return { style: 'primary' };
  return action === 'close' ? { style: 'success' } : {};
}

function pairs<T>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let index = 0; index < items.length; index += 2) rows.push(items.slice(index, index + 2));
  return rows;
}
