// What is typed about a plan: a time, marks, when circles are told, a name, the name of a copy.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import type { DefinedForm, Forms, Talk } from '../../platform/forms/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { PlanService, PlanView, Sla } from '../../sla/index.ts';
import { LONGEST_PLAN_NAME, type PlanChange } from '../../sla/plan-change.ts';
import { readEscalation, readMarks, readTarget, type SpanReading } from '../../sla/span-text.ts';
import { longestDay } from '../../sla/week-text.ts';
import type { TicketType } from '../company.ts';
import { cellOf, tableOfRow } from './cell.ts';
import type { PlanWords } from './plan-words.ts';
import { spanWordsIn } from './texts.ts';

const Args = z.object({
  field: z.enum(['cell', 'warn', 'escalate', 'name', 'copy']),
  planId: z.number(),
  /** As whoever presses has seen it. */
  revision: z.number(),
  /** The cell, as its button says it. */
  table: z.number(),
  urgency: z.number(),
  kind: z.number(),
});
export type PlanFormArgs = z.infer<typeof Args>;

export interface PlanFormDeps {
  readonly forms: Forms<BotContext>;
  readonly service: PlanService;
  readonly terms: Pick<Sla['terms'], 'calendarOf'>;
  readonly types: () => Promise<readonly TicketType[]>;
  readonly words: PlanWords;
  readonly t: Translate;
  /** Shows a plan below the form. */
  readonly show: (ctx: BotContext, planId: number) => Promise<void>;
}

type Speech = Talk<BotContext>;

/** What is known of the plan when the form begins; plain, for it is kept with the form. */
interface Known {
  readonly name: string;
  /** What a day is in its hours. */
  readonly dayMinutes: number;
  readonly day: string;
  readonly row: string;
  readonly about: string;
}

export function definePlanForm(deps: PlanFormDeps): DefinedForm<BotContext, PlanFormArgs> {
  const { forms, service, terms, types, words, t, show } = deps;
  const spanWords = spanWordsIn(t);

  async function lookUp({ locale }: BotContext, args: PlanFormArgs): Promise<Known | null> {
    const view = await service.view(args.planId);
    if (!view) return null;
    const dayMinutes = longestDay(terms.calendarOf(view.plan.calendarId).hours.week);
    const { name } = view.plan;
    const cell = cellOf(args.table, args.urgency, args.kind);
    const row = cell ? words.table(locale, view.plan, tableOfRow(cell.row), await types()) : '';
    const about = cell ? words.about(locale, cell.row, cell.kind) : '';
    return { name, dayMinutes, day: words.time(locale, dayMinutes), row, about };
  }

  async function run(talk: Speech, args: PlanFormArgs): Promise<void> {
    const known = await talk.look((ctx) => lookUp(ctx, args));
    if (!known) return await talk.tell('sla-edit-gone');
    if (args.field === 'copy') return await copy(talk, args, known);
    const reading = { words: spanWords, dayMinutes: known.dayMinutes };
    const wish = await askWish(talk, args, known, reading);
    const { planId, revision } = args;
    const status = await talk.finish(async (ctx, cause) =>
      ctx.staff
        ? await service.change({ planId, revision, wish, by: ctx.staff, cause })
        : ('no-right' as const),
    );
    if (status === 'repeated') return;
    await talk.tell(`sla-edit-${status}`);
    await showBelow(talk, planId);
  }

  async function copy(talk: Speech, { planId }: PlanFormArgs, { name: like }: Known) {
    const name = await askName(talk, { key: 'sla-form-copy', args: { name: like, max: MAX } });
    const outcome = await talk.finish(async (ctx, cause) =>
      ctx.staff
        ? await service.copy({ planId, name, by: ctx.staff, cause })
        : ({ status: 'no-right' } as const),
    );
    if (outcome.status === 'repeated') return;
    if (outcome.status !== 'made') return await talk.tell(`sla-edit-${outcome.status}`);
    await talk.tell({ key: 'sla-made', args: { name } });
    await showBelow(talk, outcome.planId);
  }

  async function showBelow(talk: Speech, planId: PlanView['plan']['id']): Promise<void> {
    await talk.look(async (ctx) => {
      await show(ctx, planId);
      return null;
    });
  }

  return forms.define({ name: 'sla-plan', version: 1, args: Args, run });
}

const MAX = LONGEST_PLAN_NAME;

async function askWish(
  talk: Speech,
  { field, table, urgency, kind }: PlanFormArgs,
  { day, row, about }: Known,
  reading: SpanReading,
): Promise<PlanChange> {
  switch (field) {
    case 'warn': {
      const check = (text: string) => (readMarks(text) ? null : 'sla-form-warn-wrong');
      const said = await talk.line({ prompt: 'sla-form-warn', check });
      return { kind: 'warn', percents: readMarks(said) ?? [] };
    }
    case 'escalate': {
      const read = (text: string) => readEscalation(text, reading);
      const check = (text: string) => (read(text) ? null : 'sla-form-escalate-wrong');
      const said = await talk.line({ prompt: 'sla-form-escalate', check });
      return { kind: 'escalate', minutes: read(said) ?? [] };
    }
    case 'name':
    case 'copy': {
      const prompt = { key: 'sla-form-name', args: { max: MAX } };
      return { kind: 'name', name: await askName(talk, prompt) };
    }
    case 'cell': {
      const cell = cellOf(table, urgency, kind);
      if (!cell) throw new RangeError('no button of ours asks for this cell');
      const read = (text: string) => readTarget(text, reading);
      const check = (text: string) => (read(text) === null ? 'sla-form-span-wrong' : null);
      const prompt = { key: 'sla-form-cell', args: { row, about, day } };
      const said = await talk.line({ prompt, check });
      return { kind: 'promise', row: cell.row, of: cell.kind, minutes: read(said) };
    }
  }
}

async function askName(
  talk: Speech,
  prompt: { readonly key: string; readonly args: Readonly<Record<string, string | number>> },
): Promise<string> {
  const check = (text: string) => (plainName(text, '') === '' ? 'sla-form-name-empty' : null);
  const written = await talk.line({ prompt, max: MAX, check });
  return plainName(written, written, MAX);
}
