// What the bot has written for staff, known by how it reads: passed on without the sender's name, it looks
// like an employee's own message. Pure; in both languages.

import { LOCALES, type Locale, type Translate } from '../platform/i18n.ts';
import { BADGES } from './badges.ts';
import { type Content, wordsOf } from './content.ts';
import type { DialogStatus } from './dialog.ts';

/** Stands for whatever a sentence is filled with. */
const ANYTHING = '\u0001';
const NUMBER = '\u2116 \\d+';
const TIME = '\\d{1,2}:\\d\\d';
/** As parts of a line are set apart. */
const DOT = ' \u00b7 ';

const STATUSES = Object.keys(BADGES) as readonly DialogStatus[];
const ANY_BADGE = oneOf(Object.values(BADGES).map(literal));

/** Sentences to one person about a dialog, some with words for a colleague. */
const NOTICES = [
  ...['passed-to', 'assigned', 'word', 'passed-from', 'released', 'returned'].map(
    (kind) => `pass-notice-${kind}`,
  ),
  ...['low-rating', 'deadline-warning', 'deadline-missed'].map((kind) => `notice-${kind}`),
];

/**
 * Whether it is a card, a panel of one, a list of dialogs, of messages or of what did not arrive, what
 * was said before a dialog came to its desk, a notice of a dialog, or its history as a file; also below
 * other words.
 */
export function createBotWords(t: Translate): (content: Content) => boolean {
  const lines = LOCALES.flatMap((locale) => [
    ...cardLines(t, locale),
    ...listLines(t, locale),
    `${sentence(t, locale, 'history-title')}$`,
    ...NOTICES.map((key) => sentence(t, locale, key)),
  ]);
  const line = new RegExp(`^${oneOf(lines)}`, 'mu');
  const files = LOCALES.map((locale) => sentence(t, locale, 'history-file-file'));
  const history = new RegExp(`^${oneOf(files)}-\\d+\\.html$`, 'u');
  return (content) =>
    line.test(wordsOf(content)) ||
    (content.kind === 'document' && history.test(content.fileName ?? ''));
}

/** Its first line, and its hashtags. */
function cardLines(t: Translate, locale: Locale): readonly string[] {
  const tag = (key: string) => `#${sentence(t, locale, key)}`;
  const titles = STATUSES.map(
    (status) =>
      `${literal(BADGES[status])} (?:${NUMBER}${DOT})?${sentence(t, locale, `status-${status}`)}`,
  );
  return [
    `${oneOf(titles)}(?=${DOT}|\\s*$)`,
    `#.*${tag('tag-client')}_\\d+ .*${tag('tag-day')}\\d{4}_\\d\\d_\\d\\d `,
  ];
}

/** Of /dialogs, /find, /undelivered, the morning and the end of a shift. */
function listLines(t: Translate, locale: Locale): readonly string[] {
  const dialog = sentence(t, locale, 'digest-dialog');
  const since = sentence(t, locale, 'card-waits-since');
  const statuses = STATUSES.map((status) => sentence(t, locale, `status-${status}`));
  return [
    `${ANY_BADGE} ${NUMBER}${DOT}`,
    `.+${DOT}(?:.* )?${TIME}${DOT}${NUMBER}(?=${DOT}|$)`,
    `\\d+\\. ${sentence(t, locale, 'tray-dialog')}${DOT}(?:.* )?${TIME}$`,
    `\\d+\\. ${dialog} \u2014 ${since}${DOT}`,
    `\u2022 ${dialog} \u2014 ${oneOf(statuses)}`,
  ];
}

/** As it may read, whatever it is filled with. */
function sentence(t: Translate, locale: Locale, key: string): string {
  const names = ['number', 'name', 'by', 'rating', 'time'];
  const words = t(locale, key, Object.fromEntries(names.map((name) => [name, ANYTHING])));
  return words.split(ANYTHING).map(literal).join('.*');
}

function oneOf(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
