// The words of a report, where they turn on a figure.
import { describe, expect, it } from 'vitest';
import { createTranslator, type Locale } from '../../../src/platform/i18n.ts';
import { type Timed, totalOf } from '../../../src/reports/service-report/figures.ts';
import { THIS_WEEK } from '../../../src/reports/service-report/query.ts';
import { createReportViews } from '../../../src/reports/service-report/views.ts';

const MONDAY = { from: new Date('2026-11-15T21:00:00Z'), until: new Date('2026-11-16T21:00:00Z') };
const NOTHING = totalOf([], []);

/** The report of a day on which two requests were answered, each within these milliseconds. */
function shown(locale: Locale, [medianMs, p90Ms]: readonly [number, number]): string {
  const answered: Timed = {
    ...{ by: 'all', key: null, kind: 'response', met: 2, missed: 0, medianMs, p90Ms },
  };
  const compared = { now: totalOf([], [answered]), before: NOTHING };
  const nothing = { now: NOTHING, before: NOTHING };
  const report = {
    ...{ query: THIS_WEEK, span: { ...MONDAY, runs: false, before: MONDAY }, team: null },
    ...{ timeZone: 'Europe/Moscow', total: compared },
    bySubject: { ticket: compared, dialog: nothing },
  };
  const known = { companies: [], types: [], staff: [], plans: [] };
  return createReportViews(createTranslator()).brief(locale, report, known, MONDAY.until);
}

describe('how fast nine of ten were answered', () => {
  it('is told in whole minutes, and never as «within less than a minute»', () => {
    expect(shown('ru', [20_000, 45_000])).toContain(
      'Первый ответ: в срок 100 %, медиана меньше минуты, девять из десяти — до 1 мин',
    );
    expect(shown('en', [12 * 60_000, 44 * 60_000])).toContain(
      'First answer: 100% in time, median 12 min, nine of ten within 44 min',
    );
  });
});
