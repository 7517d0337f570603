// Times as people type them into a plan: «30», «2 ч», «1 ч 30 мин», «1 д»; percents and lists of them. Pure: the words
// for the units come from the locales, all languages at once, for people write as they are used to.

/** In lower case. */
export interface SpanWords {
  readonly minutes: readonly string[];
  readonly hours: readonly string[];
  readonly days: readonly string[];
  /** No time at all: «сразу». */
  readonly now: readonly string[];
}

export interface SpanReading {
  readonly words: SpanWords;
  /** What a day is where it is counted: a working day has so many minutes. */
  readonly dayMinutes: number;
}

/** Working minutes of a promise; at most ninety days round the clock. */
export const TARGET_MINUTES = { min: 1, max: 90 * 24 * 60 } as const;

const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?/gu;
const WHOLE = /^(?:\d+(?:[.,]\d+)?\s*\p{L}*\.?\s*)+$/u;

/** Whole minutes, from 0; a bare number is minutes. Null for what is no such time. */
export function readSpan(text: string, { words, dayMinutes }: SpanReading): number | null {
  const said = text.trim().toLowerCase();
  if (words.now.includes(said)) return 0;
  if (!WHOLE.test(said)) return null;
  let minutes = 0;
  for (const [, count = '', unit = ''] of said.matchAll(PART)) {
    const each = minutesOf(unit, { words, dayMinutes });
    if (each === null) return null;
    minutes += Number(count.replace(',', '.')) * each;
  }
  return Math.round(minutes);
}

function minutesOf(unit: string, { words, dayMinutes }: SpanReading): number | null {
  if (unit === '' || words.minutes.includes(unit)) return 1;
  if (words.hours.includes(unit)) return 60;
  return words.days.includes(unit) ? dayMinutes : null;
}

/** Working minutes of a promise. Null: no time, or one that cannot be promised. */
export function readTarget(text: string, reading: SpanReading): number | null {
  const minutes = readSpan(text, reading);
  if (minutes === null || minutes < TARGET_MINUTES.min) return null;
  return minutes > TARGET_MINUTES.max ? null : minutes;
}

const MOST_CIRCLES = 3;
const MOST_MARKS = 3;

/** «0, 15, 30»: minutes after a deadline, each circle later than the one before or with it. */
export function readEscalation(text: string, reading: SpanReading): readonly number[] | null {
  const spans = text.split(/[,;/\n]/).map((part) => readSpan(part, reading));
  const minutes = spans.flatMap((span) => span ?? []);
  if (minutes.length < spans.length || minutes.length > MOST_CIRCLES) return null;
  if (minutes.some((one) => one > TARGET_MINUTES.max)) return null;
  return minutes.every((one, index) => one >= (minutes[index - 1] ?? 0)) ? minutes : null;
}

/** «50, 80 %»: when to warn, in rising order, each once, from 1 to 99. */
export function readMarks(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;/%]+/).filter((part) => part !== '');
  const marks = [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
  const isFine = marks.every((mark) => Number.isInteger(mark) && mark >= 1 && mark <= 99);
  return isFine && marks.length > 0 && marks.length <= MOST_MARKS ? marks : null;
}
