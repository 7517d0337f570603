// Lists of buttons as people press them.

import { InlineKeyboard } from 'grammy';

/** One button in a row: their words are whole on a telephone. */
export function column(
  buttons: readonly { readonly text: string; readonly data: string }[],
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { text, data } of buttons) keyboard.text(text, data).row();
  return keyboard;
}
