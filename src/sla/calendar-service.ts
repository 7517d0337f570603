// Calendars are changed one thing at a time, by whoever may, as they have seen them: from that moment on. What was
// counted before stays counted by the hours that held then.

import type { Tx } from '../platform/database/index.ts';
import type { JsonObject } from '../platform/outbox/index.ts';
import type { CalendarChange } from './calendar-change.ts';
import type {
  CalendarColumns,
  CalendarRepository,
  CalendarView,
  KeptCalendar,
} from './calendar-repository.ts';
import type { EditRefusal } from './editing.ts';
import { createEditing, type EditOrder, type TermsEditingDeps } from './editing-service.ts';
import { daysBetween, withDays, withoutDays } from './special-days.ts';

export type CalendarOutcome = EditRefusal | 'changed' | 'same' | 'name-taken' | 'in-use';

export type NewCalendarOutcome =
  | { readonly status: 'made'; readonly calendarId: number }
  | { readonly status: 'no-right' | 'repeated' | 'name-taken' };

export interface CalendarServiceDeps extends TermsEditingDeps {
  readonly calendars: CalendarRepository;
}

export type CalendarService = ReturnType<typeof createCalendarService>;

export function createCalendarService(deps: CalendarServiceDeps) {
  const { clock, calendars, recounts } = deps;
  const { edit, note } = createEditing(deps);

  /** `revision`: as whoever changes it has seen it. */
  function change({
    calendarId,
    revision,
    wish,
    ...order
  }: EditOrder & {
    readonly calendarId: number;
    readonly revision: number;
    readonly wish: CalendarChange;
  }): Promise<CalendarOutcome> {
    return edit<CalendarOutcome>(order, async (tx) => {
      const before = await calendars.lock(tx, calendarId);
      if (!before) return 'gone';
      if (before.revision !== revision) return 'stale';
      if (before.isArchived && wish.kind !== 'restore') return 'archived';
      const refusal = await refusalOf(tx, before, wish);
      if (refusal) return refusal;
      const columns = columnsOf(before, wish, clock.now());
      const data = differences(before, columns);
      if (Object.keys(data).length === 0) return 'same';
      const askedAt = clock.now();
      if (await calendars.update(tx, calendarId, columns, askedAt)) {
        const dialogs = await calendars.isOfDialogs(tx, calendarId);
        await recounts.ask(tx, { calendarId }, { dialogs, askedAt });
      }
      const type = `sla-calendar-${wish.kind}`;
      await note(tx, order, { type, subject: 'sla-calendar', subjectId: calendarId, data });
      return 'changed';
    });
  }

  async function refusalOf(
    tx: Tx,
    { id, isArchived }: KeptCalendar,
    wish: CalendarChange,
  ): Promise<CalendarOutcome | null> {
    if (wish.kind === 'name')
      return (await calendars.isNamed(tx, wish.name, id)) ? 'name-taken' : null;
    if (wish.kind === 'restore') return isArchived ? null : 'same';
    if (wish.kind !== 'archive') return null;
    const { plans, clients } = await calendars.usersOf(tx, id);
    return plans.length + clients.length > 0 ? 'in-use' : null;
  }

  function make({
    name,
    timeZone,
    week,
    ...order
  }: EditOrder & Pick<CalendarColumns, 'name' | 'timeZone' | 'week'>): Promise<NewCalendarOutcome> {
    return edit<NewCalendarOutcome>(order, async (tx) => {
      if (await calendars.isNamed(tx, name)) return { status: 'name-taken' };
      const calendarId = await calendars.insert(tx, { name, timeZone, week }, clock.now());
      const about = { type: 'sla-calendar-made', subject: 'sla-calendar' } as const;
      const data = { name, timeZone, week: plain(week) };
      await note(tx, order, { ...about, subjectId: calendarId, data });
      return { status: 'made', calendarId };
    }).then((outcome) => (typeof outcome === 'string' ? { status: outcome } : outcome));
  }

  const view = (id: number): Promise<CalendarView | null> => calendars.view(id);
  return { change, make, view, list: calendars.list };
}

/** What a change sets. */
function columnsOf(
  before: KeptCalendar,
  wish: CalendarChange,
  now: Date,
): Partial<CalendarColumns> {
  switch (wish.kind) {
    case 'name':
      return { name: wish.name };
    case 'week':
      return { week: wish.week };
    case 'zone':
      return { timeZone: wish.timeZone };
    case 'production':
      return { holidays: wish.isOn ? 'ru' : null };
    case 'days':
      return withDays(before, daysBetween(wish.from, wish.to), wish);
    case 'drop':
      return withoutDays(
        before,
        Object.keys(before.specialDays).filter((day) => day >= wish.from && day <= wish.to),
      );
    case 'archive':
      return { archivedAt: now };
    case 'restore':
      return { archivedAt: null };
  }
}

/** What the log keeps: every column that is another one now, before and after. */
function differences(before: KeptCalendar, columns: Partial<CalendarColumns>): JsonObject {
  const known = plain({ ...before, archivedAt: before.isArchived ? 'archived' : null });
  return Object.fromEntries(
    Object.entries(plain(columns)).flatMap(([name, after]) =>
      sorted(known[name]) === sorted(after) ? [] : [[name, { before: known[name] ?? null, after }]],
    ),
  );
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** The same words for the same thing, in whichever order its parts stand. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
