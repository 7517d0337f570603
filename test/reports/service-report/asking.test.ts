import { describe, expect, it } from 'vitest';
import { createTimeWords } from '../../../src/dialogs/reminders/time-words.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { readPeriod } from '../../../src/reports/service-report/asking.ts';

const t = createTranslator();
/** A Sunday. */
const asking = {
  ...{ t, words: createTimeWords(t), timeZone: 'Europe/Moscow' },
  now: new Date('2026-11-22T15:00:00+03:00'),
};
const read = (text: string) => {
  const asked = readPeriod(text, asking);
  if (asked.status !== 'read') return asked.status;
  return asked.period.kind === 'named'
    ? asked.period.name
    : `${asked.period.first} ${asked.period.last}`;
};

describe('the time of a report, as people write it', () => {
  it.each([
    ['01.11-15.11', '2026-11-01 2026-11-15'],
    ['01.11 – 15.11', '2026-11-01 2026-11-15'],
    ['1.11.2025 — 15.11.25', '2025-11-01 2025-11-15'],
    ['01/11 - 15/11/2026', '2026-11-01 2026-11-15'],
    ['2026-11-01 - 2026-11-15', '2026-11-01 2026-11-15'],
    ['2026-11-01', '2026-11-01 2026-11-01'],
    ['22.11', '2026-11-22 2026-11-22'],
    // It has not come this year yet.
    ['25.12', '2025-12-25 2025-12-25'],
    ['20.12-10.01', '2025-12-20 2026-01-10'],
    ['20.12 - 10.01.2026', '2025-12-20 2026-01-10'],
    ['1 ноября', '2026-11-01 2026-11-01'],
    ['1–15 ноября', '2026-11-01 2026-11-15'],
    ['с 1 по 15 ноября', '2026-11-01 2026-11-15'],
    ['С 1 ноября 2025 г. по 15 ноября 2025 года', '2025-11-01 2025-11-15'],
    ['28 октября – 3 ноября', '2026-10-28 2026-11-03'],
    ['1 November', '2026-11-01 2026-11-01'],
    ['Nov 1 to Nov 15', '2026-11-01 2026-11-15'],
    ['from 1st to 15th of November, 2025', '2025-11-01 2025-11-15'],
    ['октябрь', '2026-10-01 2026-10-31'],
    ['Декабрь', '2025-12-01 2025-12-31'],
    ['февраль 2024', '2024-02-01 2024-02-29'],
    ['сентябрь - октябрь', '2026-09-01 2026-10-31'],
    // It goes on.
    ['ноябрь', '2026-11-01 2026-11-22'],
    ['эта неделя', 'week'],
    ['Last month', 'last-month'],
    // Exactly two years.
    ['23.11.2024 - 22.11.2026', '2024-11-23 2026-11-22'],
  ])('«%s» is %s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  it.each([
    ['как дела', 'not-read'],
    ['', 'not-read'],
    ['31.02', 'not-read'],
    ['32.01-33.01', 'not-read'],
    ['01.11-15.11-20.11', 'not-read'],
    ['01.11-', 'not-read'],
    ['5', 'not-read'],
    ['1 мая 2 мая', 'not-read'],
    ['01.01.0001', 'not-read'],
    ['01.11-15.12', 'future'],
    ['23.11.2026', 'future'],
    ['декабрь 2026', 'future'],
    ['2026-11-15 - 2027-01-01', 'future'],
    ['15.11-01.11', 'backwards'],
    ['15–1 ноября', 'backwards'],
    ['15.11.2026 - 01.11.2026', 'backwards'],
    ['2026-11-15 - 2026-11-01', 'backwards'],
    ['22.11.2024 - 22.11.2026', 'too-long'],
    ['2019 - 2026', 'not-read'],
  ])('«%s» is refused: %s', (text, why) => {
    expect(read(text)).toBe(why);
  });
});
