// Plans as those who work here see them: the list, and one of them with its tables.

import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  inRows,
  pageOf,
  pageRow,
  type Screen,
  type ScreenButton,
} from '../../platform/screens/index.ts';
import type { KeptPlan, PlanView, Sla } from '../../sla/index.ts';
import { promisesFor, type SlaPlan } from '../../sla/plan.ts';
import { ownRow } from '../../sla/plan-change.ts';
import type { TicketType } from '../company.ts';
import type { TermsViews } from '../groups/terms-views.ts';
import { cellCode, kindsOf, rowCode, rowsOf, type Table, tableCode } from './cell.ts';
import type { PlanWords } from './plan-words.ts';

export interface PlanViewsDeps {
  readonly t: Translate;
  readonly words: PlanWords;
  readonly termsViews: Pick<TermsViews, 'hours'>;
  readonly terms: Pick<Sla['terms'], 'calendarOf'>;
}

export type PlanViews = ReturnType<typeof createPlanViews>;

/** Clients that are named before it is «and so many more». */
const CLIENTS_NAMED = 5;
/** By urgency, so that three buttons in a row say which one they are of. */
const SIGNS: Readonly<Record<string, string>> = {
  critical: '🔴',
  high: '🟠',
  normal: '🟡',
  low: '⚪️',
};

export function createPlanViews({ t, words, termsViews, terms }: PlanViewsDeps) {
  /** Those in use, or those that were put away. */
  function list(
    locale: Locale,
    all: readonly (KeptPlan & { readonly clients: number })[],
    { isArchive, page: wished }: { readonly isArchive: boolean; readonly page: number },
  ): Screen {
    const shown = all.filter(({ isArchived }) => isArchived === isArchive);
    const page = pageOf(shown, wished);
    const lines = page.items.map(({ isDefault, name, clients }) =>
      t(locale, isDefault ? 'sla-list-line-default' : 'sla-list-line', { name, clients }),
    );
    const rows: ScreenButton[][] = page.items.map(({ id, name }) => [
      { label: name, data: `one.${id}` },
    ]);
    const away = all.length - shown.length;
    const title = isArchive
      ? t(locale, 'sla-archive')
      : t(locale, 'sla-list', { count: shown.length });
    const more = isArchive
      ? [[button(locale, 'sla-back', 'list')]]
      : away > 0
        ? [[{ label: t(locale, 'sla-list-archive', { count: away }), data: 'away' }]]
        : [];
    const turning = pageRow(page, (number) => `${isArchive ? 'away' : 'list'}.${number}`);
    return { text: [title, '', ...lines].join('\n'), rows: [...rows, ...turning, ...more] };
  }

  function one(
    locale: Locale,
    view: PlanView,
    types: readonly TicketType[],
    mayEdit: boolean,
  ): Screen {
    const { plan } = view;
    const back = [button(locale, 'sla-back', plan.isArchived ? 'away' : 'list')];
    const text = about(locale, view, types);
    if (!mayEdit) return { text, rows: [back] };
    if (plan.isArchived) {
      return { text, rows: [[edit(locale, plan, 'restore')], back] };
    }
    const tables: ScreenButton[] = [
      button(locale, 'sla-button-dialogs', `row.${plan.id}.${tableCode('dialogs')}`),
      button(locale, 'sla-button-any', `row.${plan.id}.${tableCode('any')}`),
      ...types.map(({ id, name }) => ({
        ...{ label: name[locale], data: `row.${plan.id}.${tableCode(id)}` },
      })),
    ];
    const settings = [
      [look(locale, plan, 'warn'), look(locale, plan, 'escalate')],
      [look(locale, plan, 'calendar'), edit(locale, plan, 'name')],
      [edit(locale, plan, 'copy')],
      plan.isDefault ? [] : [look(locale, plan, 'default'), edit(locale, plan, 'archive')],
    ];
    return {
      text,
      rows: [...inRows(tables, 2), ...settings, back].filter((row) => row.length > 0),
    };
  }

  function about(
    locale: Locale,
    { plan, clients }: PlanView,
    types: readonly TicketType[],
  ): string {
    const calendar = terms.calendarOf(plan.calendarId);
    const { warnPercents, escalationMinutes } = plan;
    const standing = plan.isArchived ? 'away' : plan.isDefault ? 'main' : 'other';
    const rest = Math.max(0, clients.length - CLIENTS_NAMED);
    const names = clients.slice(0, CLIENTS_NAMED).join(', ');
    const hours = termsViews.hours(locale, { calendar }, calendar.hours.timeZone);
    return [
      t(locale, `sla-title-${standing}`, { name: plan.name }),
      '',
      t(locale, 'sla-one-hours', { calendar: calendar.name, hours }),
      clients.length > 0
        ? t(locale, 'sla-one-clients', { names, rest })
        : t(locale, 'sla-one-clients-none'),
      warnPercents.length > 0
        ? t(locale, 'sla-one-warn', { marks: words.marks(locale, warnPercents) })
        : t(locale, 'sla-one-warn-none'),
      escalationMinutes.length > 0
        ? t(locale, 'sla-one-escalate', { circles: words.circles(locale, escalationMinutes) })
        : t(locale, 'sla-one-escalate-none'),
      '',
      t(locale, 'sla-one-columns'),
      ...tables(locale, plan, types),
    ].join('\n');
  }

  /** Of types only those that have rows of their own. */
  function tables(locale: Locale, plan: SlaPlan, types: readonly TicketType[]): string[] {
    const own = types.filter(({ id }) => plan.targets.some(({ typeId }) => typeId === id));
    return (['dialogs', 'any', ...own.map(({ id }) => id)] as const).flatMap((of) => [
      '',
      words.table(locale, plan, of, types),
      ...lines(locale, plan, of),
    ]);
  }

  /** A line for each urgency. */
  function lines(locale: Locale, plan: SlaPlan, of: Table): string[] {
    return rowsOf(of).map((row) => {
      const said = words.row(locale, promisesFor(plan, row), row);
      return row.urgency === null ? said : `${sign(row)} ${words.urgency(locale, row)}: ${said}`;
    });
  }

  /** A table with a button for each of its cells. */
  function table(locale: Locale, plan: KeptPlan, of: Table, types: readonly TicketType[]): Screen {
    const isType = typeof of === 'number';
    const whose = (row: (typeof rows)[0]) =>
      isType ? ` (${t(locale, ownRow(plan, row) ? 'sla-row-own' : 'sla-row-inherited')})` : '';
    const rows = rowsOf(of);
    const said = lines(locale, plan, of).map((line, index) => {
      const row = rows[index];
      return row ? `${line}${whose(row)}` : line;
    });
    const cells = rows.map((row) =>
      kindsOf(of).map((kind) => ({
        label: `${sign(row)} ${words.time(locale, promisesFor(plan, row)[kind])}`.trim(),
        data: `cell.${plan.id}.${cellCode({ row, kind })}`,
      })),
    );
    const inheriting = rows
      .filter((row) => isType && ownRow(plan, row))
      .map((row) => [
        {
          label: t(locale, 'sla-button-inherit', { urgency: words.urgency(locale, row) }),
          data: `own.${plan.id}.${plan.revision}.${rowCode(row)}`,
        },
      ]);
    const how = t(locale, of === 'dialogs' ? 'sla-row-how-dialogs' : 'sla-row-how');
    return {
      text: [words.table(locale, plan, of, types), '', ...said, '', how].join('\n'),
      rows: [...cells, ...inheriting, [button(locale, 'sla-back-one', `one.${plan.id}`)]],
    };
  }

  function button(locale: Locale, label: string, data: string): ScreenButton {
    return { label: t(locale, label), data };
  }

  function look(locale: Locale, { id }: KeptPlan, verb: string): ScreenButton {
    return button(locale, `sla-button-${verb}`, `${verb}.${id}`);
  }

  function edit(locale: Locale, { id, revision }: KeptPlan, verb: string): ScreenButton {
    return button(locale, `sla-button-${verb}`, `${verb}.${id}.${revision}`);
  }

  return { list, one, table };
}

function sign({ urgency }: { readonly urgency: string | null }): string {
  return SIGNS[urgency ?? ''] ?? '';
}
