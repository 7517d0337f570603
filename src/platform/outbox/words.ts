// Messages that are words and perhaps buttons. Plain text without markup: nothing in it can be refused
// as unreadable, whatever a name in it looks like.

import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Locale } from '../i18n.ts';
import { targetIn } from './addressing.ts';
import { type Destination, destination, type JsonObject, type NewMessage } from './message.ts';
import type { MessageJob, MessagePort, Rendered } from './ports.ts';

export interface View {
  readonly text: string;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** The part of a call that is what is said. */
export function plainBody({ text, keyboard }: View): Record<string, unknown> {
  return {
    text,
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** Where an answer goes, and the language that is read there. */
export interface Reader {
  readonly destination: Destination;
  readonly locale: Locale;
}

/** A message for a reader, to be put into words by the port of that name when it is sent. */
export function wordsFor(reader: Reader, name: string, facts: JsonObject = {}): NewMessage {
  return { destination: reader.destination, name, args: { locale: reader.locale, facts } };
}

/** The same for somebody alone with the bot, in their language. */
export function wordsToPerson(
  { userId, locale }: { readonly userId: number; readonly locale: Locale },
  name: string,
  facts: JsonObject = {},
): NewMessage {
  return wordsFor({ destination: destination('person', userId), locale }, name, facts);
}

/** The facts that {@link wordsFor} was given; the caller says of which message they are. */
export function factsOf<Facts>(args: JsonObject): Facts {
  return args.facts as Facts;
}

/** The language that {@link wordsFor} was given. */
export function localeIn(args: JsonObject): Locale {
  return args.locale as Locale;
}

export type Wording<Facts> = (locale: Locale, facts: Facts) => View | Promise<View>;

/** The port of a message that was written with {@link wordsFor}. */
export function wordsPort<Facts = JsonObject>(wording: Wording<Facts>): MessagePort {
  async function renderOne({ messages, place }: MessageJob): Promise<Rendered> {
    const args = messages[0]?.args ?? {};
    const view = await wording(localeIn(args), factsOf<Facts>(args));
    const payload = { ...targetIn(place), ...plainBody(view) };
    return { status: 'calls', calls: [{ method: 'sendMessage', payload, repeatable: false }] };
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
