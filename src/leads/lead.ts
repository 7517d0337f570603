// Somebody asks about a product: what may become of that, and when silence is spoken about.

import { DateTime } from 'luxon';
import type { Locale } from '../platform/i18n.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { addWorkingTime, closureAt, inHours } from '../sla/calendar.ts';

/**
 * `asking`: the importer is asked what they need; `waiting`: for an exporter who is not here yet; `merged`:
 * it turned out to be another lead of the same importer.
 */
export type LeadState = 'asking' | 'waiting' | 'open' | 'merged';

/** Whose answer is waited for in the room. */
export type Side = 'exporter' | 'importer';

/** What has been done about an exporter who has not answered yet; `taken-up`: an employee sees to it. */
export type Silence = 'none' | 'reminded' | 'escalated' | 'taken-up';

export interface Lead {
  readonly id: number;
  readonly productId: number;
  readonly companyId: number;
  /** The importer; null: announced by the site, and not here yet. */
  readonly personId: number | null;
  readonly importerName: string;
  readonly importerCompany: string | null;
  readonly locale: Locale;
  readonly request: string | null;
  readonly state: LeadState;
  readonly mergedIntoId: number | null;
  readonly code: string | null;
  readonly roomId: number | null;
  readonly stageKey: string;
  readonly createdAt: Date;
  readonly openedAt: Date | null;
  readonly nudgedAt: Date | null;
  readonly move: Side | null;
  readonly moveSince: Date | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: 'exporter' | 'staff' | null;
  /** Who that was, as they were called then; null: it was not kept. */
  readonly answeredName: string | null;
  readonly silence: Silence;
  readonly silenceDueAt: Date | null;
}

/** Before the code in the link of a lead that the site has announced. */
export const LEAD_PAYLOAD = 'l_';

/** How long the importer's words are waited for before the exporter hears of them without. */
export const ASKING_MS = 10 * 60_000;

/** An importer who presses again within this time does not ring a second time. */
export const NUDGE_MS = 3_600_000;

/** Employees are told of the leads that wait for one exporter no more often. */
const RING_MS = 3_600_000;

/** What counts as «today» for the number of new leads of one importer. */
export const LIMIT_SPAN_MS = 24 * 3_600_000;

/** The longest first answer: with who says it, it stays one message. */
export const LONGEST_ANSWER = 3_000;

export interface SilencePlan {
  /** Of the exporter: their hours, in their zone. */
  readonly calendar: BusinessCalendar;
  /** Working minutes to the reminder; the manager hears after as many again. */
  readonly minutes: number;
}

/** When an exporter who was told at `openedAt` is reminded. */
export function remindAt({ calendar, minutes }: SilencePlan, openedAt: Date): Date {
  return inHours(calendar, addWorkingTime(calendar, openedAt, minutes));
}

/**
 * When an exporter who was reminded at `remindedAt` is given up waiting for: in the exporter's working time,
 * and in that of whoever is to be told of it.
 */
export function escalateAt(
  { calendar, minutes }: SilencePlan,
  remindedAt: Date,
  manager: BusinessCalendar,
): Date {
  return inHours(manager, addWorkingTime(calendar, remindedAt, minutes));
}

/**
 * The exporter's clock begins, anew where it stood: they have a chat to answer in. Whose move it was stays
 * so; a manager who was called already is called no more.
 */
export function beginClock(
  { silence, move, moveSince }: Pick<Lead, 'silence' | 'move' | 'moveSince'>,
  plan: SilencePlan,
  now: Date,
  manager: BusinessCalendar,
): Pick<Lead, 'move' | 'moveSince' | 'silenceDueAt'> {
  const due = silence === 'none' ? remindAt(plan, now) : escalateAt(plan, now, manager);
  const isOver = silence === 'escalated' || silence === 'taken-up';
  return {
    move: move ?? 'exporter',
    moveSince: moveSince ?? now,
    silenceDueAt: isOver ? null : due,
  };
}

/** When employees who were last told at `toldAt` (null: never) may be told of an exporter's leads again. */
export function nextRing(toldAt: Date | null, now: Date, office: BusinessCalendar): Date {
  const free = toldAt ? toldAt.getTime() + RING_MS : 0;
  return inHours(office, new Date(Math.max(now.getTime(), free)));
}

/**
 * When what is promised for a day is due: at the end of their working day, or of the day where that has
 * passed. `day` as «2026-11-25», `worksTo` as «18:00».
 */
export function dueOn(
  day: string,
  { timeZone, worksTo }: { readonly timeZone: string; readonly worksTo: string },
  now: Date,
): Date {
  const [hours = 0, minutes = 0] = worksTo.split(':').map(Number);
  const start = DateTime.fromISO(day, { zone: timeZone });
  const due = start.plus({ hours, minutes });
  return (due.toJSDate() > now ? due : start.endOf('day').startOf('minute')).toJSDate();
}

export function isQuiet(calendar: BusinessCalendar, at: Date): boolean {
  return closureAt(calendar, at) !== null;
}

/** Names that stand in a first answer, and in the template made of it. */
export interface AnswerNames {
  readonly importer: string;
  readonly product: string;
  readonly author: string;
  readonly company: string;
}

const PLACES = ['importer', 'product', 'author', 'company'] as const;

/** A template with the names of this lead in it. */
export function fillTemplate(template: string, names: AnswerNames): string {
  return template.replace(/#\{(\w+)\}/g, (whole, place: string) => {
    const known = PLACES.find((name) => name === place);
    return known ? names[known] : whole;
  });
}

/** An answer as a template: the names of this lead give way, the longest first. */
export function toTemplate(answer: string, names: AnswerNames): string {
  return PLACES.toSorted((a, b) => names[b].length - names[a].length).reduce(
    (text, place) => (names[place] ? withPlace(text, names[place], place) : text),
    answer,
  );
}

/** Only where the name stands as a word: «Ли» is none of «или». */
function withPlace(text: string, name: string, place: string): string {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(word, `#{${place}}`);
}

/** The room's name: the product and who asks, at most 128 signs. */
export function titleOf(product: string, importer: string): string {
  const who = [...importer].slice(0, 40).join('');
  const what = [...product].slice(0, 120 - [...who].length).join('');
  return `${what} · ${who}`;
}

/** An exporter's group in another chat begins with so many unanswered questions; all are on /leads. */
const MOST_SHOWN_ANEW = 20;

/** Of these leads those whose lines stand in another chat, too: the newest that wait for an answer, in their order. */
export function toShowAnew<Kept extends Pick<Lead, 'id' | 'answeredAt'>>(
  leads: readonly Kept[],
): Kept[] {
  return leads
    .filter(({ answeredAt }) => answeredAt === null)
    .sort((a, b) => a.id - b.id)
    .slice(-MOST_SHOWN_ANEW);
}
