// What the bot says in a room or about one: HTML, with buttons.

import type { InlineKeyboard } from 'grammy';

export interface Speech {
  readonly text: string;
  readonly keyboard?: InlineKeyboard;
  /** Whoever asked looks: nobody's telephone need ring. */
  readonly quiet?: boolean;
}

/** One that always has buttons, perhaps none of them. */
export type Keyed = Speech & { readonly keyboard: InlineKeyboard };
