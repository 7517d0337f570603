// The trail of a room on paper and in a spreadsheet, in the language of whoever asked for it.

import { kindNameOf } from '../dialogs/content/told.ts';
import { type Content, gistOf, isMedia, wordsOf } from '../dialogs/content.ts';
import { formatDate, formatTime, zoneName } from '../platform/dates.ts';
import type { Paper, PaperBlock, SheetCell, Spreadsheet } from '../platform/documents/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Format, Trail, TrailDeed, TrailEntry } from './trail.ts';

export type TrailViews = ReturnType<typeof createTrailViews>;

/** A paper of more pages than that is read in a spreadsheet. */
const MOST_ON_PAPER = 2_000;
/** Of one message in a row of the paper; a spreadsheet has it whole. */
const LONGEST_ON_PAPER = 1_500;

export function createTrailViews(t: Translate, timeZone: string) {
  function paper(locale: Locale, trail: Trail, now: Date): Paper {
    const entries = trail.entries.slice(-MOST_ON_PAPER);
    const isCut = trail.isCut || entries.length < trail.entries.length;
    return {
      title: t(locale, 'trail-export-title', { title: trail.title }),
      footer: t(locale, 'trail-export-footer', {
        moment: moment(locale, now),
        zone: zone(locale, now),
      }),
      madeAt: now,
      blocks: [
        ...(isCut
          ? [{ kind: 'text', text: t(locale, 'trail-export-cut'), quiet: true } as const]
          : []),
        { kind: 'heading', text: t(locale, 'trail-export-people') },
        people(locale, trail),
        { kind: 'heading', text: t(locale, 'trail-export-story') },
        story(locale, entries),
      ],
    };
  }

  function people(locale: Locale, { members }: Trail): PaperBlock {
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'trail-export-who'), share: 2 },
        { title: t(locale, 'trail-export-role') },
        { title: t(locale, 'trail-export-since') },
        { title: t(locale, 'trail-export-until') },
      ],
      rows: members.map(({ name, role, since, leftAt }) => [
        name,
        t(locale, `room-role-${role}`),
        moment(locale, since),
        leftAt ? moment(locale, leftAt) : '',
      ]),
    };
  }

  function story(locale: Locale, entries: readonly TrailEntry[]): PaperBlock {
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'trail-export-when') },
        { title: t(locale, 'trail-export-who'), share: 1.4 },
        { title: t(locale, 'trail-export-what'), share: 3 },
        { title: 'SHA-256', share: 1.6 },
      ],
      rows: entries.map((entry) => [
        moment(locale, entry.at),
        whoOf(locale, entry),
        shortened(whatOf(locale, entry.deed)),
        entry.sha256 ?? '',
      ]),
    };
  }

  function spreadsheet(locale: Locale, trail: Trail, now: Date): Spreadsheet {
    const column = (key: string, width: number) => ({ title: t(locale, key), width });
    return {
      madeAt: now,
      timeZone,
      sheets: [
        {
          name: t(locale, 'trail-export-story'),
          columns: [
            column('trail-export-when', 18),
            column('trail-export-who', 24),
            column('trail-export-role', 14),
            column('trail-export-what', 90),
            { title: 'SHA-256', width: 66 },
          ],
          rows: trail.entries.map(({ at, who, role, deed, sha256 }): SheetCell[] => [
            at,
            who ?? '',
            role ? t(locale, `room-role-${role}`) : '',
            whatOf(locale, deed),
            sha256,
          ]),
        },
        {
          name: t(locale, 'trail-export-people'),
          columns: [
            column('trail-export-who', 30),
            column('trail-export-role', 16),
            column('trail-export-since', 18),
            column('trail-export-until', 18),
          ],
          rows: trail.members.map(({ name, role, since, leftAt }): SheetCell[] => [
            name,
            t(locale, `room-role-${role}`),
            since,
            leftAt,
          ]),
        },
      ],
    };
  }

  function whoOf(locale: Locale, { who, role }: TrailEntry): string {
    if (who === null) return t(locale, 'trail-export-nobody');
    return role ? `${who} (${t(locale, `room-role-${role}`)})` : who;
  }

  function whatOf(locale: Locale, deed: TrailDeed): string {
    switch (deed.kind) {
      case 'message':
      case 'reworded': {
        const words = saidIn(locale, deed.content);
        return deed.kind === 'message' ? words : t(locale, 'trail-export-reworded', { words });
      }
      case 'file':
        return fileOf(locale, deed);
      case 'agreement-fixed':
      case 'agreement-confirmed':
      case 'agreement-withdrawn': {
        const words = saidIn(locale, deed.content);
        return t(locale, `trail-export-${deed.kind}`, { number: deed.number, words });
      }
      case 'checkpoint-set':
      case 'checkpoint-moved':
      case 'checkpoint-done':
      case 'checkpoint-cancelled': {
        const { number, title } = deed;
        const date = formatDate(locale, timeZone, deed.dueAt);
        return t(locale, `trail-export-${deed.kind}`, { number, title, date });
      }
      case 'joined':
      case 'left':
      case 'parted':
      case 'role-set': {
        const role = t(locale, `room-role-${deed.as}`);
        return t(locale, `trail-export-${deed.kind}`, { name: deed.person, role });
      }
      case 'escrow': {
        const step = t(locale, `escrow-log-${deed.type}`, { stage: deed.stage ?? 1 });
        return t(locale, 'trail-export-escrow', { number: deed.escrowId, step });
      }
    }
  }

  /** The words whole, after what it was where that is not plain. */
  function saidIn(locale: Locale, content: Content): string {
    const words = wordsOf(content) || (isMedia(content) ? '' : gistOf(content));
    if (content.kind === 'text') return words;
    return `[${t(locale, `kind-${kindNameOf(content)}`)}] ${words}`.trim();
  }

  function fileOf(locale: Locale, deed: Extract<TrailDeed, { kind: 'file' }>): string {
    const name = deed.name ?? t(locale, 'trail-export-nameless');
    const paper = t(locale, `file-kind-${deed.paper}`);
    const size =
      deed.size === null ? '' : t(locale, 'trail-export-size', { kilobytes: kilobytes(deed.size) });
    const hash = deed.hash === 'done' ? '' : t(locale, `trail-export-hash-${deed.hash}`);
    const facts = [paper, size, hash].filter((fact) => fact !== '').join(', ');
    return t(locale, 'trail-export-file', { name, facts });
  }

  function moment(locale: Locale, at: Date): string {
    return `${formatDate(locale, timeZone, at)} ${formatTime(locale, timeZone, at)}`;
  }

  function zone(locale: Locale, now: Date): string {
    return zoneName(locale, timeZone, now);
  }

  function fileName(locale: Locale, roomId: number, format: Format): string {
    return `${t(locale, 'trail-export-file-name', { number: roomId })}.${format}`;
  }

  function caption(locale: Locale, title: string, sha256: string): string {
    return t(locale, 'trail-export-caption', { title, sha256 });
  }

  return { paper, spreadsheet, fileName, caption };
}

function kilobytes(size: number): number {
  return Math.max(1, Math.round(size / 1024));
}

function shortened(words: string): string {
  return words.length > LONGEST_ON_PAPER ? `${words.slice(0, LONGEST_ON_PAPER - 1)}…` : words;
}
