// The trail of a room on paper, in the language and by the clock of whoever asked for it.

import { isMedia, wordsOf } from '../dialogs/content.ts';
import { formatDate, formatTime, formatWeekday, zoneName } from '../platform/dates.ts';
import type { Paper, PaperBlock, PaperCell, PaperLine } from '../platform/documents/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { createDeedWords } from './deed-words.ts';
import type { Format, Trail, TrailEntry, TrailRole } from './trail.ts';

/** To whom a trail is shown. */
export interface Reading {
  readonly locale: Locale;
  /** IANA. */
  readonly timeZone: string;
  readonly now: Date;
}

export type TrailViews = ReturnType<typeof createTrailViews>;

/** A paper of more pages than that is read in a spreadsheet. */
const MOST_ON_PAPER = 2_000;
/** Of one message in a row of the paper; a spreadsheet has it whole. */
const LONGEST_ON_PAPER = 1_500;

export function createTrailViews(t: Translate) {
  const describe = createDeedWords(t);

  function paper(trail: Trail, reading: Reading): Paper {
    const { locale, now } = reading;
    const entries = trail.entries.slice(-MOST_ON_PAPER);
    const isCut = trail.isCut || entries.length < trail.entries.length;
    const isShortened = entries.some(({ deed }) =>
      isTooLong(describe(locale, deed, reading.timeZone).words),
    );
    const notes = [
      ...(isCut ? ['trail-export-cut'] : []),
      ...(isShortened ? ['trail-export-shortened'] : []),
    ];
    return {
      title: t(locale, 'trail-export-title', { title: trail.title }),
      footer: t(locale, 'trail-export-footer', {
        moment: moment(reading, now),
        zone: zone(reading),
      }),
      lacking: t(locale, 'trail-export-lacking'),
      madeAt: now,
      blocks: [
        { kind: 'facts', facts: facts(trail, reading) },
        ...notes.map((key) => ({ kind: 'text', text: t(locale, key), quiet: true }) as const),
        { kind: 'heading', text: t(locale, 'trail-export-people') },
        people(trail, reading),
        ...files(trail, reading),
        { kind: 'heading', text: t(locale, 'trail-export-story') },
        ...story(entries, reading),
      ],
    };
  }

  /** What it is, at a glance. */
  function facts({ entries }: Trail, reading: Reading): (readonly [string, string])[] {
    const { locale, timeZone } = reading;
    const [first, last] = [entries[0], entries.at(-1)];
    const count = (kind: string) => entries.filter(({ deed }) => deed.kind === kind).length;
    const period =
      first && last
        ? `${formatDate(locale, timeZone, first.at)} – ${formatDate(locale, timeZone, last.at)}`
        : t(locale, 'trail-export-nobody');
    const counts = {
      messages: count('message'),
      files: count('file'),
      agreements: count('agreement-fixed'),
    };
    return [
      [t(locale, 'trail-export-period'), period],
      [t(locale, 'trail-export-clock'), zone(reading)],
      [t(locale, 'trail-export-inside'), t(locale, 'trail-export-counts', counts)],
    ];
  }

  function people({ members }: Trail, reading: Reading): PaperBlock {
    const { locale } = reading;
    const column = (key: string, share: number) => ({ title: t(locale, key), share });
    return {
      kind: 'table',
      columns: [
        column('trail-export-who', 2.2),
        column('trail-export-role', 1),
        column('trail-export-since', 1.1),
        column('trail-export-until', 1.1),
      ],
      rows: members.map(({ name, role, since, leftAt }) => [
        name,
        roleName(locale, role),
        moment(reading, since),
        leftAt ? moment(reading, leftAt) : t(locale, 'trail-export-still'),
      ]),
    };
  }

  /** Every file with its hash, so that two people can tell whether they hold the same. */
  function files({ entries }: Trail, reading: Reading): readonly PaperBlock[] {
    const { locale, timeZone } = reading;
    const rows = entries.flatMap((entry): (readonly PaperCell[])[] => {
      if (entry.deed.kind !== 'file') return [];
      const { words, detail } = describe(locale, entry.deed, timeZone);
      const name: PaperLine[] = [{ text: words }, { text: detail ?? '', tone: 'quiet' }];
      const hash: PaperLine[] = [{ text: entry.sha256 ?? '—', tone: 'fine' }];
      const who: PaperLine[] = [
        { text: entry.who ?? '' },
        { text: moment(reading, entry.at), tone: 'quiet' },
      ];
      return [[name, who, hash]];
    });
    if (rows.length === 0) return [];
    const columns = [
      { title: t(locale, 'trail-export-file'), share: 2 },
      { title: t(locale, 'trail-export-who'), share: 1.3 },
      { title: 'SHA-256', share: 1.7 },
    ];
    return [
      { kind: 'heading', text: t(locale, 'trail-export-files') },
      { kind: 'table', columns, rows },
    ];
  }

  /** A table a day: its date stands above it, on each page that it takes. */
  function story(entries: readonly TrailEntry[], reading: Reading): readonly PaperBlock[] {
    const { locale, timeZone } = reading;
    const days = byDay(withoutBareFiles(entries), reading);
    const columns = [
      { title: t(locale, 'trail-export-when'), share: 0.5 },
      { title: t(locale, 'trail-export-who'), share: 1.5 },
      { title: t(locale, 'trail-export-what'), share: 4.2 },
    ];
    return days.map((day) => {
      const [{ at }] = day;
      return {
        kind: 'table',
        band: `${formatDate(locale, timeZone, at)}, ${formatWeekday(locale, timeZone, at)}`,
        columns,
        rows: day.map((entry) => [
          formatTime(locale, timeZone, entry.at),
          who(locale, entry),
          what(entry, reading),
        ]),
      };
    });
  }

  function who(locale: Locale, { who: name, role }: TrailEntry): PaperCell {
    if (name === null) return t(locale, 'trail-export-nobody');
    const lines: PaperLine[] = [{ text: name, tone: 'strong' }];
    return role ? [...lines, { text: roleName(locale, role), tone: 'quiet' }] : lines;
  }

  /** What is merely said needs no word on what it is. */
  function what({ deed, sha256 }: TrailEntry, { locale, timeZone }: Reading): PaperCell {
    const { label, words, detail } = describe(locale, deed, timeZone);
    const said = shortened(words);
    if (deed.kind === 'message') return said;
    return [
      { text: label, tone: 'strong' },
      ...(said === '' ? [] : [{ text: said }]),
      ...(detail ? [{ text: detail, tone: 'quiet' } as const] : []),
      ...(sha256 ? [{ text: `SHA-256 ${sha256}`, tone: 'fine' } as const] : []),
    ];
  }

  function roleName(locale: Locale, role: TrailRole): string {
    return t(locale, role === 'staff' ? 'trail-export-staff' : `room-role-${role}`);
  }

  function fileName(locale: Locale, roomId: number, format: Format): string {
    return `${t(locale, 'trail-export-file-name', { number: roomId })}.${format}`;
  }

  function caption(locale: Locale, title: string, sha256: string): string {
    return t(locale, 'trail-export-caption', { title, sha256 });
  }

  return { paper, fileName, caption };
}

type Day = readonly [TrailEntry, ...TrailEntry[]];

function byDay(entries: readonly TrailEntry[], { locale, timeZone }: Reading): readonly Day[] {
  const days: [TrailEntry, ...TrailEntry[]][] = [];
  const dateOf = ({ at }: TrailEntry) => formatDate(locale, timeZone, at);
  for (const entry of entries) {
    const day = days.at(-1);
    if (day && dateOf(day[0]) === dateOf(entry)) day.push(entry);
    else days.push([entry]);
  }
  return days;
}

/** A file that was sent without a word is told by the line about the file. */
function withoutBareFiles(entries: readonly TrailEntry[]): readonly TrailEntry[] {
  return entries.filter(({ at, deed }, index) => {
    if (deed.kind !== 'message' || !isMedia(deed.content) || wordsOf(deed.content)) return true;
    const next = entries[index + 1];
    return next?.deed.kind !== 'file' || next.at.getTime() !== at.getTime();
  });
}

function moment({ locale, timeZone }: Reading, at: Date): string {
  return `${formatDate(locale, timeZone, at)} ${formatTime(locale, timeZone, at)}`;
}

function zone({ locale, timeZone, now }: Reading): string {
  return zoneName(locale, timeZone, now);
}

function isTooLong(words: string): boolean {
  return words.length > LONGEST_ON_PAPER;
}

function shortened(words: string): string {
  return isTooLong(words) ? `${words.slice(0, LONGEST_ON_PAPER - 1)}…` : words;
}
