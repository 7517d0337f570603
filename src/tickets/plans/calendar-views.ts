// Calendars as those who work here see them: the list, one of them with the days to come, and what may be chosen.

import { ZONE_NAMES, ZONES } from '../../exporters/hours.ts';
import type { Clock } from '../../platform/clock.ts';
import { formatDay } from '../../platform/dates.ts';
import { today } from '../../platform/forms/read-day.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  inRows,
  pageOf,
  pageRow,
  type Screen,
  type ScreenButton,
} from '../../platform/screens/index.ts';
import type { CalendarView, KeptCalendar } from '../../sla/index.ts';
import { type DayRun, upcomingDays } from '../../sla/special-days.ts';
import type { TermsViews } from '../groups/terms-views.ts';

export interface CalendarViewsDeps {
  readonly t: Translate;
  readonly clock: Clock;
  readonly termsViews: Pick<TermsViews, 'hours'>;
}

export interface CalendarListWish {
  /** Those that were put away. */
  readonly isArchive: boolean;
  readonly mayEdit: boolean;
  /** From 1. */
  readonly page: number;
}

export type CalendarViews = ReturnType<typeof createCalendarViews>;

const DAYS_SHOWN = 10;
/** Own days that have a button each. */
const DAYS_OFFERED = 20;
const USERS_NAMED = 5;

export function createCalendarViews({ t, clock, termsViews }: CalendarViewsDeps) {
  /** Those in use, or those that were put away. */
  function list(
    locale: Locale,
    all: readonly KeptCalendar[],
    { isArchive, mayEdit, page: wished }: CalendarListWish,
  ): Screen {
    const shown = all.filter(({ isArchived }) => isArchived === isArchive);
    const page = pageOf(shown, wished);
    const lines = page.items.map((one) =>
      t(locale, 'cal-list-line', { name: one.name, hours: week(locale, one) }),
    );
    const rows = page.items.map(({ id, name }) => [{ label: name, data: `one.${id}` }]);
    const turning = pageRow(page, (number) => `${isArchive ? 'away' : 'list'}.${number}`);
    const away = all.length - shown.length;
    const label = t(locale, 'cal-list-archive', { count: away });
    const more = isArchive
      ? [[button(locale, 'cal-back', 'list')]]
      : [
          ...(mayEdit ? [[button(locale, 'cal-new', 'new')]] : []),
          ...(away > 0 ? [[{ label, data: 'away' }]] : []),
        ];
    const title = isArchive
      ? t(locale, 'cal-archive')
      : t(locale, 'cal-list', { count: shown.length });
    return { text: [title, '', ...lines].join('\n'), rows: [...rows, ...turning, ...more] };
  }

  function one(locale: Locale, view: CalendarView, mayEdit: boolean): Screen {
    const { calendar } = view;
    const { id, revision, isArchived, holidays } = calendar;
    const back = [button(locale, 'cal-back', isArchived ? 'away' : 'list')];
    const text = about(locale, view);
    if (!mayEdit) return { text, rows: [back] };
    const at = `${id}.${revision}`;
    if (isArchived)
      return { text, rows: [[button(locale, 'cal-button-restore', `restore.${at}`)], back] };
    const production = holidays
      ? button(locale, 'cal-button-production-off', `law.${at}.0`)
      : button(locale, 'cal-button-production-on', `law.${at}.1`);
    return {
      text,
      rows: [
        [
          button(locale, 'cal-button-week', `week.${at}`),
          button(locale, 'cal-button-zone', `zone.${id}`),
        ],
        [button(locale, 'cal-button-days', `days.${id}`)],
        [production],
        [
          button(locale, 'cal-button-name', `name.${at}`),
          button(locale, 'cal-button-archive', `archive.${at}`),
        ],
        back,
      ],
    };
  }

  function about(locale: Locale, view: CalendarView): string {
    const { calendar } = view;
    const { name, holidays, isArchived } = calendar;
    const days = upcoming(calendar, DAYS_SHOWN).map((run) => `• ${day(locale, run)}`);
    const users = usersOf(locale, view);
    return [
      t(locale, isArchived ? 'cal-title-away' : 'cal-title', { name }),
      '',
      t(locale, 'cal-one-week', { hours: week(locale, calendar) }),
      t(locale, holidays ? 'cal-one-production-on' : 'cal-one-production-off'),
      users ? t(locale, 'cal-one-users', { names: users }) : t(locale, 'cal-one-users-none'),
      '',
      ...(days.length > 0
        ? [t(locale, 'cal-one-days'), ...days]
        : [t(locale, 'cal-one-days-none')]),
    ].join('\n');
  }

  /** Plans and clients that go by it; empty: nobody does. */
  function usersOf(locale: Locale, { plans, clients }: CalendarView): string {
    const all = [
      ...plans.map((name) => t(locale, 'cal-user-plan', { name })),
      ...clients.map((name) => t(locale, 'cal-user-client', { name })),
    ];
    const names = all.slice(0, USERS_NAMED).join(', ');
    const rest = all.length - USERS_NAMED;
    return rest > 0 ? t(locale, 'cal-users-more', { names, rest }) : names;
  }

  function week(locale: Locale, { timeZone, week: hours }: KeptCalendar): string {
    return termsViews.hours(locale, { calendar: { hours: { timeZone, week: hours } } }, timeZone);
  }

  function upcoming(calendar: KeptCalendar, most: number): readonly DayRun[] {
    return upcomingDays(calendar, today(clock.now(), calendar.timeZone), most);
  }

  /** «30.12 — короткий день, 09:00–15:00: корпоратив». */
  function day(locale: Locale, run: DayRun): string {
    const { kind, own, from, to } = run;
    const hours = run.hours.map((interval) => `${interval.from}–${interval.to}`).join(' ');
    const said = t(locale, from === to ? `cal-day-${kind}` : `cal-days-${kind}`, {
      ...{ days: dates(locale, run), hours },
    });
    if (!own) return said;
    const why = own.note === '' ? t(locale, 'cal-day-own') : own.note;
    return t(locale, 'cal-day-why', { day: said, why });
  }

  /** «30.12», «31.12–08.01.2027», «01.05–03.05.2027». */
  function dates(locale: Locale, { from, to }: DayRun): string {
    const [first, last] = [momentOf(from), momentOf(to)];
    const until = formatDay(locale, 'UTC', last, clock.now());
    if (from === to) return until;
    const isOneYear = first.getUTCFullYear() === last.getUTCFullYear();
    return `${formatDay(locale, 'UTC', first, isOneYear ? last : clock.now())}–${until}`;
  }

  /** The company's own days, each with a button that takes it away. */
  function days(locale: Locale, calendar: KeptCalendar): Screen {
    const { id, revision, name } = calendar;
    const at = `${id}.${revision}`;
    const own = upcoming(calendar, Number.POSITIVE_INFINITY).filter((run) => run.own !== null);
    const rows = own.slice(0, DAYS_OFFERED).map((run) => [
      {
        label: t(locale, 'cal-button-drop', { days: day(locale, run) }),
        data: `drop.${at}.${plain(run.from)}.${plain(run.to)}`,
      },
    ]);
    return {
      text: t(locale, 'cal-days-how', { name }),
      rows: [
        ...rows,
        ...DAY_KINDS.map((kind) => [button(locale, `cal-button-${kind}`, `${kind}.${at}`)]),
        [button(locale, 'cal-back-one', `one.${id}`)],
      ],
    };
  }

  function zone(locale: Locale, calendar: KeptCalendar): Screen {
    const { id, revision, name, timeZone } = calendar;
    const at = `${id}.${revision}`;
    const offered = ZONE_NAMES.map((known, index) => {
      const label = t(locale, `zone-${known}`);
      const isNow = ZONES[known] === timeZone;
      return { label: isNow ? `✅ ${label}` : label, data: `zoned.${at}.${index}` };
    });
    return {
      text: t(locale, 'cal-zone-how', { name }),
      rows: [
        ...inRows(offered, 2),
        [button(locale, 'clients-zone-other', `elsewhere.${at}`)],
        [button(locale, 'cal-back-one', `one.${id}`)],
      ],
    };
  }

  function button(locale: Locale, label: string, data: string): ScreenButton {
    return { label: t(locale, label), data };
  }

  return { list, one, days, zone, usersOf };
}

/** Days of one's own, as they are added. */
export const DAY_KINDS = ['off', 'short', 'working'] as const;

function momentOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** As a number, for buttons: 20261230. */
function plain(day: string): string {
  return day.replaceAll('-', '');
}
