// The trail of a room as a spreadsheet: whole, to be sorted, filtered and counted.

import { zoneName } from '../platform/dates.ts';
import type { Sheet, SheetCell, Spreadsheet } from '../platform/documents/index.ts';
import type { Translate } from '../platform/i18n.ts';
import { createDeedWords } from './deed-words.ts';
import type { Trail, TrailRole } from './trail.ts';
import type { Reading } from './trail-views.ts';

export function createTrailSheet(t: Translate) {
  const describe = createDeedWords(t);

  function spreadsheet(trail: Trail, reading: Reading): Spreadsheet {
    const { timeZone, now: madeAt } = reading;
    const sheets = [story(trail, reading), people(trail, reading), files(trail, reading)];
    return { madeAt, timeZone, sheets: sheets.filter(({ rows }) => rows.length > 0) };
  }

  /** A cell knows no zone: the column says which. */
  function columnsOf(reading: Reading, widths: readonly (readonly [key: string, width: number])[]) {
    const { locale, timeZone, now } = reading;
    const zone = zoneName(locale, timeZone, now);
    return widths.map(([key, width]) => ({
      title: t(locale, `trail-export-${key}`, { zone }),
      width,
    }));
  }

  function story({ entries }: Trail, reading: Reading): Sheet {
    const { locale, timeZone } = reading;
    const head = [
      ['when-in', 20],
      ['who', 26],
      ['role', 14],
      ['kind', 34],
      ['what', 80],
      ['detail', 32],
    ] as const;
    return {
      name: t(locale, 'trail-export-story'),
      columns: [...columnsOf(reading, head), { title: 'SHA-256', width: 68 }],
      rows: entries.map(({ at, who, role, deed, sha256 }): SheetCell[] => {
        const { label, words, detail } = describe(locale, deed, timeZone);
        return [at, who, role && roleName(reading, role), label, words, detail, sha256];
      }),
    };
  }

  function people({ members }: Trail, reading: Reading): Sheet {
    const head = [
      ['who', 32],
      ['role', 16],
      ['since-in', 26],
      ['until-in', 26],
    ] as const;
    return {
      name: t(reading.locale, 'trail-export-people'),
      columns: columnsOf(reading, head),
      rows: members.map(({ name, role, since, leftAt }): SheetCell[] => [
        name,
        roleName(reading, role),
        since,
        leftAt,
      ]),
    };
  }

  function files({ entries }: Trail, reading: Reading): Sheet {
    const { locale } = reading;
    const head = [
      ['file', 44],
      ['file-kind', 18],
      ['bytes', 14],
      ['who', 28],
      ['when-in', 20],
    ] as const;
    return {
      name: t(locale, 'trail-export-files'),
      columns: [...columnsOf(reading, head), { title: 'SHA-256', width: 68 }],
      rows: entries.flatMap(({ at, who, deed, sha256 }): SheetCell[][] => {
        if (deed.kind !== 'file') return [];
        const name = deed.name ?? t(locale, 'trail-export-nameless');
        const hash = deed.hash === 'done' ? sha256 : t(locale, `trail-export-hash-${deed.hash}`);
        const size = deed.size === null ? null : { number: deed.size, decimals: 0 };
        return [[name, t(locale, `file-kind-${deed.paper}`), size, who, at, hash]];
      }),
    };
  }

  function roleName({ locale }: Reading, role: TrailRole): string {
    return t(locale, role === 'staff' ? 'trail-export-staff' : `room-role-${role}`);
  }

  return spreadsheet;
}
