// `/desk имя Продажи`: what was meant, in whichever language it was written.

import { LOCALES, type Locale } from '../platform/i18n.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { normal } from './header-command.ts';

export type DeskCommand =
  | { readonly kind: 'language'; readonly locale: Locale }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'default' }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'unknown' };

type Verb = Exclude<DeskCommand['kind'], 'language' | 'unknown'>;

export interface DeskVocabulary {
  readonly verbs: ReadonlyMap<string, Verb>;
  readonly channels: ReadonlyMap<string, string>;
}

/** Telegram's buttons are narrow, and a header's line too. */
const MAX_NAME = 40;
const VERBS: readonly Verb[] = ['name', 'default', 'channel'];

/** `inAll`: the words of a key in every language; several in one are parted by commas. */
export function deskVocabulary(
  inAll: (key: string) => readonly string[],
  channels: readonly string[],
): DeskVocabulary {
  const verbs = VERBS.flatMap((verb) =>
    inAll(`desk-word-${verb}`)
      .flatMap((words) => words.split(','))
      .map((word) => [normal(word), verb] as const),
  );
  const named = channels.flatMap((channel) =>
    [channel, ...inAll(`channel-${channel}`)].map((name) => [normal(name), channel] as const),
  );
  return { verbs: new Map(verbs), channels: new Map(named) };
}

/** `unknown` for whatever is none of these, and for a name without anything to be seen. */
export function parseDeskCommand(words: string, vocabulary: DeskVocabulary): DeskCommand {
  const [first = '', ...others] = words.trim().split(/\s+/);
  const rest = others.join(' ');
  const locale = LOCALES.find((known) => known === normal(first));
  if (locale && rest === '') return { kind: 'language', locale };
  switch (vocabulary.verbs.get(normal(first))) {
    case 'name': {
      const name = plainName(rest, '', MAX_NAME);
      return name === '' ? { kind: 'unknown' } : { kind: 'name', name };
    }
    case 'default':
      return rest === '' ? { kind: 'default' } : { kind: 'unknown' };
    case 'channel': {
      const channel = vocabulary.channels.get(normal(rest));
      return channel === undefined ? { kind: 'unknown' } : { kind: 'channel', channel };
    }
    case undefined:
      return { kind: 'unknown' };
  }
}
