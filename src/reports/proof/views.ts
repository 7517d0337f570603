// One ticket's log on paper and in a spreadsheet, with times in the client's zone.

import { harmlessLine } from '../../dialogs/content/harmless.ts';
import { kindNameOf } from '../../dialogs/content/told.ts';
import { type Content, gistOf, isMedia, wordsOf } from '../../dialogs/content.ts';
import { formatDate, formatTime, zoneName } from '../../platform/dates.ts';
import type { Paper, PaperBlock, SheetCell, Spreadsheet } from '../../platform/documents/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { ticketNumber } from '../../tickets/ticket.ts';
import { createFigureWords } from '../service-report/figure-words.ts';
import { type FieldChange, type Format, isTold, type LogEntry, type TicketLog } from './log.ts';

/** Words with these go to the client; with others they say why. */
const TOLD_TO_CLIENT: ReadonlySet<string> = new Set(['wait', 'done']);

export type ProofViews = ReturnType<typeof createProofViews>;

const MINUTE_MS = 60_000;
/** Of one message in a row of the paper; a spreadsheet has it whole. */
const LONGEST_ON_PAPER = 1_500;

export function createProofViews(t: Translate) {
  const { time } = createFigureWords(t);

  function paper(locale: Locale, log: TicketLog, now: Date): Paper {
    const moment = momentIn(locale, log);
    const zone = zoneName(locale, log.timeZone, now);
    return {
      title: title(locale, log),
      footer: t(locale, 'proof-footer', { moment: moment(now), zone }),
      lacking: t(locale, 'trail-export-lacking'),
      madeAt: now,
      blocks: [
        { kind: 'facts', facts: facts(locale, log, zone) },
        { kind: 'heading', text: t(locale, 'proof-promises') },
        promisesOnPaper(locale, log),
        { kind: 'heading', text: t(locale, 'proof-story') },
        story(locale, log),
        { kind: 'text', text: t(locale, 'proof-append-only'), quiet: true },
      ],
    };
  }

  function title(locale: Locale, { id }: TicketLog): string {
    return t(locale, 'proof-title', { number: ticketNumber(id) });
  }

  function facts(
    locale: Locale,
    log: TicketLog,
    zone: string,
  ): readonly (readonly [string, string])[] {
    const { summary, description } = log;
    return [
      [t(locale, 'proof-client'), log.companyName],
      [t(locale, 'proof-summary'), summary],
      ...(description === '' || description === summary
        ? []
        : [[t(locale, 'proof-description'), shortened(description)] as const]),
      [t(locale, 'proof-type'), log.type[locale]],
      [t(locale, 'proof-urgency'), t(locale, `sheet-urgency-${log.urgency}`)],
      [t(locale, 'proof-status'), statusName(locale, log.status)],
      [t(locale, 'proof-author'), log.authorName ?? '—'],
      [t(locale, 'proof-responsible'), log.responsibleName ?? '—'],
      [t(locale, 'proof-opened'), momentIn(locale, log)(log.openedAt)],
      [t(locale, 'proof-zone'), zone],
    ];
  }

  function promisesOnPaper(locale: Locale, log: TicketLog): PaperBlock {
    const moment = momentIn(locale, log);
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'proof-promise'), share: 1.6 },
        { title: t(locale, 'proof-allowed') },
        { title: t(locale, 'proof-began'), share: 1.3 },
        { title: t(locale, 'proof-ended'), share: 1.3 },
        { title: t(locale, 'proof-spent') },
        { title: t(locale, 'proof-outcome') },
      ],
      rows: log.promises.map(({ kind, targetMinutes, startedAt, stoppedAt, spentMs, outcome }) => [
        t(locale, `proof-promise-${kind.replace('_', '-')}`),
        time(locale, targetMinutes * MINUTE_MS),
        moment(startedAt),
        stoppedAt ? moment(stoppedAt) : '',
        time(locale, spentMs),
        t(locale, `proof-outcome-${outcome ?? 'open'}`),
      ]),
    };
  }

  function story(locale: Locale, log: TicketLog): PaperBlock {
    const moment = momentIn(locale, log);
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'proof-when'), share: 1.1 },
        { title: t(locale, 'proof-who'), share: 1.2 },
        { title: t(locale, 'proof-what'), share: 3.2 },
        { title: t(locale, 'proof-cause'), share: 1.1 },
      ],
      rows: log.entries.map((entry) => [
        moment(entry.at),
        who(locale, entry),
        [
          { text: what(locale, entry), tone: 'strong' },
          ...[...changes(locale, entry), ...said(locale, entry)].map((text) => ({
            text: shortened(text),
          })),
        ],
        [{ text: entry.cause ?? '', tone: 'fine' }],
      ]),
    };
  }

  function spreadsheet(locale: Locale, log: TicketLog, now: Date): Spreadsheet {
    const zone = zoneName(locale, log.timeZone, now);
    const column = (key: string, width: number) => ({ title: t(locale, `proof-${key}`), width });
    const heading = [title(locale, log), `${log.companyName} · ${log.summary} · ${zone}`, ''];
    return {
      madeAt: now,
      timeZone: log.timeZone,
      sheets: [
        {
          name: t(locale, 'proof-sheet'),
          heading,
          columns: [
            ...[column('when', 18), column('who', 26), column('what', 34)],
            ...[column('changes', 44), column('words', 70), column('cause', 22)],
          ],
          rows: log.entries.map((entry): SheetCell[] => [
            ...[entry.at, who(locale, entry), what(locale, entry)],
            ...[changes(locale, entry).join('\n'), said(locale, entry).join('\n')],
            entry.cause ?? '',
          ]),
        },
        {
          name: t(locale, 'proof-promises'),
          heading,
          columns: [
            ...[column('promise', 24), column('allowed', 14), column('began', 18)],
            ...[column('ended', 18), column('spent', 16), column('outcome', 16)],
          ],
          rows: log.promises.map((one): SheetCell[] => [
            t(locale, `proof-promise-${one.kind.replace('_', '-')}`),
            { minutes: one.targetMinutes },
            ...[one.startedAt, one.stoppedAt],
            { minutes: one.spentMs / MINUTE_MS },
            t(locale, `proof-outcome-${one.outcome ?? 'open'}`),
          ]),
        },
      ],
    };
  }

  function who(locale: Locale, { who: { kind, name } }: LogEntry): string {
    const side = t(locale, `proof-side-${kind}`);
    return name === null ? side : `${name} (${side})`;
  }

  function what(locale: Locale, entry: LogEntry): string {
    if (entry.kind !== 'deed') return t(locale, `proof-${entry.kind}-${entry.who.kind}`);
    return t(locale, isTold(entry.deed) ? `proof-deed-${entry.deed}` : 'proof-changed');
  }

  function changes(locale: Locale, entry: LogEntry): string[] {
    return entry.kind === 'deed' ? entry.changes.map((change) => changed(locale, change)) : [];
  }

  /** «Статус: Новая → В работе». */
  function changed(locale: Locale, { field, before, after }: FieldChange): string {
    const shown = (value: string | null) => {
      if (value === null) return '—';
      if (field === 'status') return statusName(locale, value);
      return field === 'urgency' ? t(locale, `sheet-urgency-${value}`) : value;
    };
    const name = t(locale, `proof-field-${field}`);
    if (before === null) return `${name}: ${shown(after)}`;
    return `${name}: ${shown(before)} → ${shown(after)}`;
  }

  function said(locale: Locale, entry: LogEntry): string[] {
    if (entry.kind !== 'deed') return [saidIn(locale, entry.content)];
    if (entry.reason === null) return [];
    const words = TOLD_TO_CLIENT.has(entry.deed) ? 'proof-told' : 'proof-reason';
    return [t(locale, words, { reason: entry.reason })];
  }

  /** The words whole, after what it was where that is not plain. */
  function saidIn(locale: Locale, content: Content): string {
    const words = wordsOf(content) || (isMedia(content) ? '' : gistOf(content));
    if (content.kind === 'text') return words;
    return `[${t(locale, `kind-${kindNameOf(content)}`)}] ${words}`.trim();
  }

  function statusName(locale: Locale, status: string): string {
    return t(locale, `sheet-status-${status.replace('_', '-')}`);
  }

  function momentIn(locale: Locale, { timeZone }: TicketLog): (at: Date) => string {
    return (at) => `${formatDate(locale, timeZone, at)} ${formatTime(locale, timeZone, at)}`;
  }

  function fileName(locale: Locale, { id }: TicketLog, format: Format): string {
    return `${t(locale, 'proof-file-name', { number: ticketNumber(id) })}.${format}`;
  }

  function caption(locale: Locale, log: TicketLog, sha256: string): string {
    const facts = { number: ticketNumber(log.id), summary: harmlessLine(log.summary), sha256 };
    return t(locale, 'proof-caption', facts);
  }

  return { paper, spreadsheet, fileName, caption };
}

function shortened(words: string): string {
  return words.length > LONGEST_ON_PAPER ? `${words.slice(0, LONGEST_ON_PAPER - 1)}…` : words;
}
