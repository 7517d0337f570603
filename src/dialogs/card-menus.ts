// The buttons of a card that change nothing by themselves: each opens a list in the thread, for whoever
// pressed it.

import type { Dialog } from './dialog.ts';

export const CARD_MENUS = ['transfer', 'more'] as const;
export type CardMenu = (typeof CARD_MENUS)[number];

/** Which lists the card of a dialog offers, in the order of its buttons, after those of its status. */
export function menusOf({ status }: Pick<Dialog, 'status'>): readonly CardMenu[] {
  return status === 'closed' ? ['more'] : CARD_MENUS;
}
