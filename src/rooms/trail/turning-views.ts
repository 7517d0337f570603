// The arrows under the lists of a room: back, where one is, on. None where there is one page.

import type { InlineKeyboard } from 'grammy';

/** `page` from 0; `to`: what the button to that page carries. */
export function addTurning(
  keyboard: InlineKeyboard,
  { page, pages }: { readonly page: number; readonly pages: number },
  to: (page: number) => string,
): InlineKeyboard {
  if (page > 0) keyboard.text('‹', to(page - 1));
  if (pages > 1) keyboard.text(`${page + 1}/${pages}`, to(page));
  if (page + 1 < pages) keyboard.text('›', to(page + 1));
  return keyboard;
}
