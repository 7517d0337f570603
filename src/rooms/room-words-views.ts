// What is said in a room that speaks two languages is said in both, in one message.

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Locale } from '../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../platform/outbox/index.ts';
import type { View } from '../platform/outbox/words.ts';

const PARTED = '\n\n· · ·\n\n';

/** The same view in each language of a room, as one. A button stands once, with the words of both. */
export function inLanguages(locales: readonly Locale[], view: (locale: Locale) => View): View {
  const views = locales.map(view);
  const [first] = views;
  if (!first || views.length === 1) return first ?? { text: '' };
  const text = views.map((one) => one.text).join(PARTED);
  return first.keyboard ? { text, keyboard: keyboardOf(views, first.keyboard) } : { text };
}

function keyboardOf(views: readonly View[], first: InlineKeyboardMarkup): InlineKeyboardMarkup {
  const rows = first.inline_keyboard.map((row, y) =>
    row.map((button, x): InlineKeyboardButton => ({ ...button, text: labelOf(views, y, x) })),
  );
  return { inline_keyboard: rows };
}

function labelOf(views: readonly View[], y: number, x: number): string {
  const labels = views.map(({ keyboard }) => keyboard?.inline_keyboard[y]?.[x]?.text ?? '');
  return [...new Set(labels.filter((label) => label !== ''))].join(' / ');
}

/** What was put into the outbox by `say` of a room; the facts are the caller's. */
interface RoomArgs<Facts> {
  readonly locales: readonly Locale[];
  readonly facts: Facts;
}

/** The port of a message that is said in a room. */
export function roomWordsPort<Facts>(wording: (locale: Locale, facts: Facts) => View): MessagePort {
  function renderOne({ messages: [message], place }: MessageJob): Rendered {
    const { locales, facts } = (message?.args ?? {}) as unknown as RoomArgs<Facts>;
    const { text, keyboard } = inLanguages(locales, (locale) => wording(locale, facts));
    const payload = {
      ...targetIn(place),
      text,
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    };
    return { status: 'calls', calls: [{ method: 'sendMessage', payload, repeatable: false }] };
  }

  return { render: (jobs) => Promise.resolve(jobs.map(renderOne)) };
}
