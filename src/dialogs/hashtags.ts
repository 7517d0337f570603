// The hashtags of a card: tapping one shows the dialogs in that state. They are data for the reader's
// search, so each is one word of letters, digits and underscores.

import { calendarDay } from '../platform/dates.ts';
import type { DialogStatus } from './dialog.ts';

export interface Tagged {
  readonly status: DialogStatus;
  readonly clientId: number;
  readonly channel: string;
  readonly lastQuestionAt: Date;
  /** Somebody waits for an answer, whatever the status says. */
  readonly waiting: boolean;
  readonly assignee: { readonly id: number; readonly name: string } | null;
  /** The client's labels, as hashtags hold them. */
  readonly labels: readonly string[];
}

/** The words that stand in tags, in the desk's language. */
export interface TagWords {
  readonly status: (status: DialogStatus) => string;
  readonly waiting: string;
  readonly client: string;
  readonly employee: string;
  readonly label: string;
  readonly day: string;
  readonly month: string;
  readonly week: string;
}

/** Without the «#». The week is ISO's, named with the year it belongs to. */
export function hashtagsOf(tagged: Tagged, words: TagWords, timeZone: string): readonly string[] {
  const { year, month, day, week, weekYear } = calendarDay(timeZone, tagged.lastQuestionAt);
  const [mm, dd, ww] = [month, day, week].map((part) => String(part).padStart(2, '0'));
  const { assignee } = tagged;
  return [
    words.status(tagged.status),
    ...(tagged.waiting ? [words.waiting] : []),
    `${words.client}_${tagged.clientId}`,
    tagWord(tagged.channel) || tagged.channel,
    `${words.day}${year}_${mm}_${dd}`,
    `${words.month}${year}_${mm}`,
    `${words.week}${weekYear}_${ww}`,
    ...(assignee ? [`${employeeWord(assignee.name, words)}_${assignee.id}`] : []),
    ...tagged.labels.map((label) => `${words.label}_${label}`),
  ];
}

/**
 * The first name; where no letter is left of it (digits alone make no hashtag), or where it reads like
 * the tag of something else, the word for an employee.
 */
function employeeWord(name: string, { client, label, employee }: TagWords): string {
  const first = tagWord(name.split(' ')[0] ?? '');
  return /\p{L}/u.test(first) && first !== client && first !== label ? first : employee;
}

/** Names repeat, so the number stands with them; what a hashtag cannot hold is left out. */
export function tagWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '');
}
