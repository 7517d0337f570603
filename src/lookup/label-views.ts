// What staff read about labels, and the buttons that put them on and take them off.

import { InlineKeyboard } from 'grammy';
import type { LabelOutcome } from '../clients/index.ts';
import type { Label } from '../clients/label.ts';
import { closeMenuButton } from '../dialogs/buttons.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { defineButton } from '../platform/telegram/callback-data.ts';
import { escapeHtml } from '../platform/telegram/html.ts';

/** The id is the label's, the revision the client's number. */
export const labelButton = defineButton('label');

/** More do not fit a keyboard; `/label` and the name works for all of them. */
const MOST_OFFERED = 60;

export type LabelViews = ReturnType<typeof createLabelViews>;

/** HTML in the reader's language. */
export function createLabelViews(t: Translate) {
  function menu(
    locale: Locale,
    clientId: number,
    offered: readonly (Label & { readonly worn: boolean })[],
  ): { readonly text: string; readonly keyboard: InlineKeyboard } {
    const keyboard = new InlineKeyboard();
    offered.slice(0, MOST_OFFERED).forEach(({ id, name, colour, worn }, index) => {
      const text = `${worn ? '✓ ' : ''}${colour} ${name}`;
      keyboard.text(text, labelButton.encode({ id, revision: clientId }));
      if (index % 2 === 1) keyboard.row();
    });
    const hide = closeMenuButton.encode({ id: clientId, revision: 0 });
    keyboard.row().text(t(locale, 'menu-close'), hide);
    const words = t(locale, offered.length > 0 ? 'label-menu' : 'label-menu-empty');
    return { text: escapeHtml(words), keyboard };
  }

  function outcome(locale: Locale, result: LabelOutcome): string {
    const { status, ...label } = result;
    return t(locale, `label-${status}`, label);
  }

  return { menu, outcome, toast: outcome };
}
