// A screen for each thing about a plan that is chosen. Its buttons say which revision whoever presses has seen.

import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  inRows,
  pageOf,
  pageRow,
  type Screen,
  type ScreenButton,
} from '../../platform/screens/index.ts';
import type { KeptPlan, Sla } from '../../sla/index.ts';
import { promisesFor } from '../../sla/plan.ts';
import type { TicketType } from '../company.ts';
import { type Cell, cellCode, tableCode, tableOfRow } from './cell.ts';
import type { PlanWords } from './plan-words.ts';

export interface PlanChoiceViewsDeps {
  readonly t: Translate;
  readonly words: PlanWords;
  readonly terms: Pick<Sla['terms'], 'calendars'>;
}

export type PlanChoiceViews = ReturnType<typeof createPlanChoiceViews>;

const OFFERED_MINUTES = [15, 30, 60, 120, 240, 480, 960, 1_440, 2_400] as const;
const OFFERED_MARKS = [[80], [50, 80], [50, 80, 95]] as const;
const OFFERED_CIRCLES = [[0, 15, 30], [0, 30, 60], [0, 60, 240], [0]] as const;

export function createPlanChoiceViews({ t, words, terms }: PlanChoiceViewsDeps) {
  /** What a cell may be. */
  function cell(
    locale: Locale,
    plan: KeptPlan,
    { row, kind }: Cell,
    types: readonly TicketType[],
  ): Screen {
    const now = promisesFor(plan, row)[kind];
    const of = tableOfRow(row);
    const at = `${plan.id}.${plan.revision}.${cellCode({ row, kind })}`;
    const offered = OFFERED_MINUTES.map((minutes) => ({
      label: marked(minutes === now, words.time(locale, minutes)),
      data: `set.${at}.${minutes}`,
    }));
    const isNone = marked(now === null, t(locale, 'sla-button-none'));
    return {
      text: [
        t(locale, 'sla-cell', {
          row: words.table(locale, plan, of, types),
          about: words.about(locale, row, kind),
        }),
        t(locale, 'sla-cell-now', { time: words.time(locale, now) }),
        '',
        t(locale, 'sla-cell-how'),
        t(locale, 'sla-cell-how-none'),
      ].join('\n'),
      rows: [
        ...inRows(offered, 3),
        [button(locale, 'sla-button-other', `num.${at}`), { label: isNone, data: `set.${at}.0` }],
        [button(locale, 'sla-back-one', `row.${plan.id}.${tableCode(of)}`)],
      ],
    };
  }

  function warn(locale: Locale, plan: KeptPlan): Screen {
    const at = `${plan.id}.${plan.revision}`;
    const offered = OFFERED_MARKS.map((marks) => [
      {
        label: marked(isAlike(marks, plan.warnPercents), words.marks(locale, marks)),
        data: `marks.${[at, ...marks].join('.')}`,
      },
    ]);
    const none = marked(plan.warnPercents.length === 0, t(locale, 'sla-warn-none'));
    return {
      text: t(locale, 'sla-warn-how'),
      rows: [
        ...offered,
        [button(locale, 'sla-button-other', `warning.${at}`), { label: none, data: `marks.${at}` }],
        [backTo(locale, plan)],
      ],
    };
  }

  function escalate(locale: Locale, plan: KeptPlan): Screen {
    const at = `${plan.id}.${plan.revision}`;
    const labelOf = (minutes: readonly number[]) =>
      minutes.length === 1
        ? t(locale, 'sla-escalate-first')
        : minutes.map((one) => words.when(locale, one)).join(' · ');
    const offered = OFFERED_CIRCLES.map((minutes) => [
      {
        label: marked(isAlike(minutes, plan.escalationMinutes), labelOf(minutes)),
        data: `circles.${[at, ...minutes].join('.')}`,
      },
    ]);
    const nobody = marked(plan.escalationMinutes.length === 0, t(locale, 'sla-escalate-nobody'));
    return {
      text: t(locale, 'sla-escalate-how'),
      rows: [
        ...offered,
        [button(locale, 'sla-button-other', `circling.${at}`)],
        [{ label: nobody, data: `circles.${at}` }],
        [backTo(locale, plan)],
      ],
    };
  }

  function calendar(locale: Locale, plan: KeptPlan, wished: number): Screen {
    const page = pageOf(terms.calendars(), wished);
    const rows = page.items.map(({ id, name }) => [
      {
        label: marked(id === plan.calendarId, name),
        data: `hours.${plan.id}.${plan.revision}.${id}`,
      },
    ]);
    const text = t(locale, 'sla-calendar-how', { name: plan.name });
    const turning = pageRow(page, (number) => `calendar.${plan.id}.${number}`);
    return { text, rows: [...rows, ...turning, [backTo(locale, plan)]] };
  }

  /** Asked once: it concerns many at once. `clients`: those who have agreed nothing else. */
  function makingDefault(locale: Locale, plan: KeptPlan, clients: number): Screen {
    return {
      text: t(locale, 'sla-default-sure', { name: plan.name, clients }),
      rows: [
        [button(locale, 'sla-default-yes', `main.${plan.id}.${plan.revision}`)],
        [button(locale, 'sla-default-no', `one.${plan.id}`)],
      ],
    };
  }

  function button(locale: Locale, label: string, data: string): ScreenButton {
    return { label: t(locale, label), data };
  }

  function backTo(locale: Locale, { id }: KeptPlan): ScreenButton {
    return button(locale, 'sla-back-one', `one.${id}`);
  }

  return { cell, warn, escalate, calendar, default: makingDefault };
}

function marked(isChosen: boolean, label: string): string {
  return isChosen ? `✅ ${label}` : label;
}

function isAlike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
