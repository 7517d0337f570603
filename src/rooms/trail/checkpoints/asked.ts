// What «/checkpoint» is followed by: when and what, in either order: «завтра в 10 прислать оферту»,
// «прислать оферту в пятницу».

import { tokensOf } from '../../../dialogs/reminders/tokens.ts';
import { type Reading, readWhen, type When } from '../../../dialogs/reminders/when.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import { MOST_TITLE } from './checkpoint.ts';

export type Asked =
  | { readonly status: 'understood'; readonly title: string; readonly dueAt: Date }
  | { readonly status: 'no-title' | 'no-date' | 'past' | 'too-far' };

/** More words behind a date than these belong to no date. */
const LONGEST_DATE = 8;

export function readAsked(text: string, reading: Reading): Asked {
  const first = readWhen(text, reading);
  if (first.status !== 'not-understood') return judged(first, (words) => words);
  const tokens = tokensOf(text);
  // A title has a word at least, and the longest end of the text that is a date is the date.
  for (const { start } of tokens.slice(Math.max(1, tokens.length - LONGEST_DATE))) {
    const last = readWhen(text.slice(start), reading);
    if (last.status === 'understood' && last.words !== '') continue;
    if (last.status !== 'not-understood') return judged(last, () => text.slice(0, start));
  }
  return { status: 'no-date' };
}

function judged(when: When, titleOf: (words: string) => string): Asked {
  if (when.status === 'not-understood') return { status: 'no-date' };
  if (when.status !== 'understood') return { status: when.status };
  const title = plainName(titleOf(when.words), '', MOST_TITLE);
  return title === '' ? { status: 'no-title' } : { status: 'understood', title, dueAt: when.dueAt };
}
