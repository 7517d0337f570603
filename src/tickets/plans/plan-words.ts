// What a plan says, in words: the same on its screens and in the questions of its forms.

import type { Locale, Translate } from '../../platform/i18n.ts';
import { CIRCLES, type SlaPlan } from '../../sla/plan.ts';
import type { TargetRow } from '../../sla/plan-change.ts';
import type { TicketType } from '../company.ts';
import type { TermsViews } from '../groups/terms-views.ts';
import { kindsOf, type Table, tableOfRow } from './cell.ts';

export type PlanWords = ReturnType<typeof createPlanWords>;

export function createPlanWords(t: Translate, { long }: Pick<TermsViews, 'long'>) {
  /** «30 мин», «—». */
  function time(locale: Locale, minutes: number | null): string {
    return minutes === null ? t(locale, 'sla-none') : long(locale, minutes);
  }

  function table(
    locale: Locale,
    { isDefault }: Pick<SlaPlan, 'isDefault'>,
    of: Table,
    types: readonly TicketType[],
  ): string {
    if (of === 'dialogs') return t(locale, isDefault ? 'sla-row-dialogs' : 'sla-row-dialogs-idle');
    if (of === 'any') return t(locale, 'sla-row-any');
    const type = types.find(({ id }) => id === of)?.name[locale] ?? '';
    return t(locale, 'sla-row-type', { type });
  }

  function urgency(locale: Locale, { urgency: name }: TargetRow): string {
    return t(locale, `sla-urgency-${name ?? 'normal'}`);
  }

  /** «срочность высокая, первый ответ». */
  function about(locale: Locale, row: TargetRow, of: ReturnType<typeof kindsOf>[number]): string {
    const kind = t(locale, `sla-kind-${of}`);
    if (row.subject === 'dialog') return kind;
    return t(locale, 'sla-cell-about', { urgency: urgency(locale, row), kind });
  }

  /** «15 мин · 30 мин · 4 ч». */
  function row(locale: Locale, promises: SlaPlan['targets'][0]['promises'], of: TargetRow): string {
    return kindsOf(tableOfRow(of))
      .map((kind) => time(locale, promises[kind]))
      .join(' · ');
  }

  /** «50 и 80 %», or «50 % и 80 %» where the language has it so. */
  function marks(locale: Locale, percents: readonly number[]): string {
    const said = percents.map((percent) => t(locale, 'sla-mark', { percent }));
    const last = said.at(-1) ?? '';
    if (said.length < 2) return last;
    return t(locale, 'sla-and', { list: said.slice(0, -1).join(', '), last });
  }

  /** «ответственный — сразу, команда — через 15 мин». */
  function circles(locale: Locale, minutes: readonly number[]): string {
    const said = CIRCLES.slice(0, minutes.length).map((circle, index) =>
      t(locale, `sla-circle-${circle}`, { when: when(locale, minutes[index] ?? 0) }),
    );
    return said.join(', ');
  }

  /** «сразу», «через 15 мин». */
  function when(locale: Locale, minutes: number): string {
    if (minutes === 0) return t(locale, 'sla-at-once');
    return t(locale, 'sla-after', { time: long(locale, minutes) });
  }

  return { time, table, urgency, about, row, marks, circles, when };
}
