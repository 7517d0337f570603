// `/dialogs неотвеченные катя вчера`: what each word means. Forgiving: in any order and any of the
// languages, with or without «#». What means nothing else is looked for in clients' names.

import type { Label } from '../clients/label.ts';
import { DIALOG_STATUSES, type DialogStatus } from '../dialogs/dialog.ts';
import { type DateTags, daysIn, isNamedDays, namedDays, type Span } from './dates-in-words.ts';
import { type DialogQuery, EVERYTHING, OPEN_DIALOGS, OPEN_STATUSES } from './dialog-query.ts';
import { type Meaning, splitWords, stemOfName, type Vocabulary } from './vocabulary.ts';

/** What the words may name. */
export interface Known {
  readonly staff: readonly {
    readonly id: number;
    readonly name: string;
    readonly username: string | null;
  }[];
  readonly labels: readonly Label[];
  readonly desks: readonly {
    readonly id: number;
    readonly title: string;
    readonly department: string | null;
  }[];
  /** By code, with what people call them. */
  readonly channels: readonly { readonly code: string; readonly names: readonly string[] }[];
}

/** What a desk is called among staff. */
export function nameOf({ department, title }: Known['desks'][number]): string {
  return department ?? title;
}

export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly known: Known;
  readonly dateTags: DateTags;
  /** What stands before the number in the hashtags of clients, and before the name in those of labels. */
  readonly clientTags: readonly string[];
  readonly labelTags: readonly string[];
  /** The employee who asks. */
  readonly asker: number;
  readonly timeZone: string;
  readonly now: Date;
}

/** Without words: the open dialogs. */
export function readQuery(text: string, reading: Reading): DialogQuery {
  const words = splitWords(text);
  if (words.length === 0) return OPEN_DIALOGS;
  let query = EVERYTHING;
  for (let index = 0; index < words.length; ) {
    const step = readAt(words, index, query, reading);
    query = step.query;
    index += step.length;
  }
  return query;
}

interface Step {
  readonly query: DialogQuery;
  readonly length: number;
}

function readAt(
  words: readonly string[],
  index: number,
  query: DialogQuery,
  reading: Reading,
): Step {
  const word = words[index] ?? '';
  const span = daysIn(word, reading.dateTags, reading.timeZone, reading.now);
  if (span) return { query: during(query, span), length: 1 };
  const duration = durationAt(words, index, reading);
  if (duration)
    return { query: { ...query, waitingMinutes: duration.minutes }, length: duration.length };
  const tagged = tagIn(word, query, reading);
  if (tagged) return { query: tagged, length: 1 };
  const found = reading.vocabulary.meaningAt(words, index);
  if (found) {
    const rest = words.slice(index + found.length);
    const meant = mean(found.meaning, rest, query, reading);
    return { query: meant.query, length: found.length + meant.length };
  }
  return { query: namedIn(word, query, reading), length: 1 };
}

/**
 * What a phrase makes of the query, and how many of the words behind it belong to it. A phrase that asks
 * for more and finds nothing behind it changes nothing: the words behind it speak for themselves.
 */
function mean(
  meaning: Meaning,
  rest: readonly string[],
  query: DialogQuery,
  reading: Reading,
): Step {
  const done = (change: Partial<DialogQuery>) => ({ query: { ...query, ...change }, length: 0 });
  if (isNamedDays(meaning))
    return { query: during(query, namedDays(meaning, reading.timeZone, reading.now)), length: 0 };
  if (isStatus(meaning)) return done({ statuses: withOne(query.statuses, meaning) });
  switch (meaning) {
    case 'open':
      return done({ statuses: OPEN_STATUSES });
    case 'all':
      return done({ statuses: [] });
    case 'waiting':
      return done({ waitingMinutes: query.waitingMinutes ?? 0 });
    case 'mine':
      return done({ assignee: reading.asker });
    case 'nobody':
      return done({ assignee: 'nobody' });
    case 'longer':
      return longer(rest, query, reading) ?? done({});
    case 'from':
    case 'until':
      return boundary(meaning, rest, query, reading) ?? done({});
    case 'number':
    case 'client':
    case 'employee':
    case 'channel':
    case 'label':
    case 'desk':
      return explained(meaning, rest[0], query, reading) ?? done({});
    case 'minutes':
    case 'hours':
    case 'days':
    case 'filler':
      return done({});
  }
}

function longer(rest: readonly string[], query: DialogQuery, reading: Reading): Step | null {
  const duration = durationAt(rest, 0, reading, true);
  return duration && { ...duration, query: { ...query, waitingMinutes: duration.minutes } };
}

function isStatus(meaning: Meaning): meaning is DialogStatus & Meaning {
  return DIALOG_STATUSES.some((status) => status === meaning);
}

function withOne(statuses: readonly DialogStatus[], one: DialogStatus): readonly DialogStatus[] {
  return statuses.includes(one) ? statuses : [...statuses, one];
}

function during(query: DialogQuery, { from, until }: Span): DialogQuery {
  return { ...query, from: from.toISOString(), until: until.toISOString() };
}

/** «с 10.11», «до вчера»: the day behind the word belongs to it. */
function boundary(
  side: 'from' | 'until',
  rest: readonly string[],
  query: DialogQuery,
  { vocabulary, dateTags, timeZone, now }: Reading,
): Step | null {
  const written = daysIn(rest[0] ?? '', dateTags, timeZone, now);
  const named = written ? null : vocabulary.meaningAt(rest, 0);
  const span =
    written ??
    (named?.meaning === 'today' || named?.meaning === 'yesterday' || named?.meaning === 'day-before'
      ? namedDays(named.meaning, timeZone, now)
      : null);
  if (!span) return null;
  const change =
    side === 'from' ? { from: span.from.toISOString() } : { until: span.until.toISOString() };
  return { query: { ...query, ...change }, length: named?.length ?? 1 };
}

/** «клиент 42», «клиент Анна», «сотрудник Катя»: the word behind says what the first one asks for. */
function explained(
  what: 'number' | 'client' | 'employee' | 'channel' | 'label' | 'desk',
  word: string | undefined,
  query: DialogQuery,
  { known }: Reading,
): Step | null {
  if (word === undefined) return null;
  const change = (): Partial<DialogQuery> | null => {
    const number = numberIn(word);
    switch (what) {
      case 'number':
        return number === null ? null : { number };
      case 'client':
        if (word.startsWith('@')) return { username: word.slice(1) };
        return number === null ? { name: [...query.name, word] } : { clientId: number };
      case 'employee':
        return found('assignee', number ?? employeeNamed(word, known));
      case 'channel':
        return found('channel', channelNamed(word, known));
      case 'label':
        return found('labelId', known.labels.find(({ tag }) => tag.startsWith(word))?.id);
      case 'desk':
        return found('deskId', deskNamed(word, known));
    }
  };
  const changed = change();
  return changed && { query: { ...query, ...changed }, length: 1 };
}

function found<Key extends keyof DialogQuery>(
  key: Key,
  value: DialogQuery[Key] | undefined,
): Partial<DialogQuery> | null {
  return value === undefined || value === null ? null : { [key]: value };
}

/** Hashtags with a number or a name behind a dash: «клиент_42», «катя_7», «метка_vip». */
function tagIn(word: string, query: DialogQuery, reading: Reading): DialogQuery | null {
  const [, front = '', back = ''] = /^([\p{L}\p{N}_]+?)_(.+)$/u.exec(word) ?? [];
  const number = numberIn(back);
  if (number !== null && reading.clientTags.includes(front)) return { ...query, clientId: number };
  if (reading.labelTags.includes(front)) {
    const label = reading.known.labels.find(({ tag }) => tag === back);
    if (label) return { ...query, labelId: label.id };
  }
  const employee = numberIn(/_(\d+)$/.exec(word)?.[1] ?? '');
  const works = reading.known.staff.some(({ id }) => id === employee);
  return employee !== null && works ? { ...query, assignee: employee } : null;
}

/** A word that no locale file knows: somebody's or something's name. */
function namedIn(word: string, query: DialogQuery, { known }: Reading): DialogQuery {
  if (word.startsWith('@')) {
    const username = word.slice(1);
    const colleague = known.staff.find((staff) => staff.username?.toLowerCase() === username);
    return colleague ? { ...query, assignee: colleague.id } : { ...query, username };
  }
  const number = numberIn(word);
  if (number !== null) return { ...query, number };
  const channel = channelNamed(word, known);
  if (channel) return { ...query, channel };
  const label = known.labels.find(({ tag }) => tag === word);
  if (label) return { ...query, labelId: label.id };
  const employee = query.assignee === null ? employeeNamed(word, known) : undefined;
  if (employee !== undefined) return { ...query, assignee: employee };
  const desk = known.desks.length > 1 ? deskNamed(word, known) : undefined;
  if (desk !== undefined) return { ...query, deskId: desk };
  return { ...query, name: [...query.name, word] };
}

/** «Катя», «у Кати»: by one of the words of the name, whatever its ending. */
function employeeNamed(word: string, { staff }: Known): number | undefined {
  const byName = (fits: (part: string) => boolean) =>
    staff.find(({ name }) => splitWords(name).some(fits))?.id;
  return byName((part) => part === word) ?? byName((part) => stemOfName(part) === stemOfName(word));
}

function channelNamed(word: string, { channels }: Known): string | undefined {
  return channels.find(({ code, names }) =>
    [code, ...names].some((name) => splitWords(name).join(' ') === word),
  )?.code;
}

function deskNamed(word: string, { desks }: Known): number | undefined {
  return desks.find(({ title, department }) =>
    splitWords(`${title} ${department ?? ''}`).some(
      (part) => stemOfName(part) === stemOfName(word),
    ),
  )?.id;
}

/** «42», «№42». */
function numberIn(word: string): number | null {
  const digits = /^№?([1-9]\d{0,8})$/.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

interface Duration {
  readonly minutes: number;
  readonly length: number;
}

const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;

/** «30 минут», «2ч», «>45»; after «дольше» also «30» and «часа». A number alone is none. */
function durationAt(
  words: readonly string[],
  index: number,
  { vocabulary }: Reading,
  awaited = false,
): Duration | null {
  const [whole, sign = '', digits, glued = ''] =
    /^([>+]?)(\d{1,5})?(\p{L}*)$/u.exec(words[index] ?? '') ?? [];
  const expected = awaited || sign !== '';
  if (!whole || (digits === undefined && !expected)) return null;
  const inside = glued !== '';
  const unit = inside ? vocabulary.meaningAt([glued], 0) : vocabulary.meaningAt(words, index + 1);
  const meaning = unit?.meaning;
  if (meaning === 'minutes' || meaning === 'hours' || meaning === 'days')
    return { minutes: Number(digits ?? 1) * UNITS[meaning], length: inside ? 1 : 2 };
  return expected && digits !== undefined ? { minutes: Number(digits), length: 1 } : null;
}
