// What is said where people speak two languages is said in both, in one message.

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Locale } from '../i18n.ts';
import { asWritten } from '../json.ts';
import { targetIn } from './addressing.ts';
import type { Destination, JsonObject, NewMessage } from './message.ts';
import type { MessageJob, MessagePort, Rendered } from './ports.ts';
import { plainBody, type View, type Wording } from './words.ts';

const PARTED = '\n\n· · ·\n\n';

/** The same view in each of these languages, as one. A button stands once, with the words of both. */
export function inLanguages(locales: readonly Locale[], view: (locale: Locale) => View): View {
  return joined(locales.map(view));
}

function joined(views: readonly View[]): View {
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

/** Who reads it, in which languages. */
export interface Readers {
  readonly destination: Destination;
  readonly locales: readonly Locale[];
}

/** A message for several readers, to be put into words by the port of that name when it is sent. */
export function wordsForAll(readers: Readers, name: string, facts: JsonObject = {}): NewMessage {
  const { destination, locales } = readers;
  return { destination, name, args: { locales, facts } };
}

/** What {@link wordsForAll} put into the outbox. */
interface Args<Facts> {
  readonly locales: readonly Locale[];
  readonly facts: Facts;
}

/** The port of a message that was written with {@link wordsForAll}. */
export function wordsInLanguagesPort<Facts = JsonObject>(wording: Wording<Facts>): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const { locales, facts } = asWritten<Args<Facts>>(message?.args ?? {});
    const views = await Promise.all(locales.map(async (locale) => wording(locale, facts)));
    const payload = { ...targetIn(place), ...plainBody(joined(views)) };
    return { status: 'calls', calls: [{ method: 'sendMessage', payload, repeatable: false }] };
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
