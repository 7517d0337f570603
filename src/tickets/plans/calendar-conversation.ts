// What is typed about a calendar: a week, a zone, a name, days of its own; and a new one.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import { readZone } from '../../exporters/hours.ts';
import type { Clock } from '../../platform/clock.ts';
import type { DefinedForm, Forms, Talk } from '../../platform/forms/index.ts';
import { today } from '../../platform/forms/read-day.ts';
import type { Translate } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import {
  type CalendarChange,
  LONGEST_CALENDAR_NAME,
  LONGEST_DAY_NOTE,
} from '../../sla/calendar-change.ts';
import type { CalendarService } from '../../sla/index.ts';
import { daysBetween } from '../../sla/special-days.ts';
import { readIntervals, readWeek, type WeekProblem, type WeekWords } from '../../sla/week-text.ts';
import { readDays, weekWordsIn } from './texts.ts';

const Args = z.object({
  field: z.enum(['week', 'zone', 'name', 'off', 'short', 'working', 'new']),
  calendarId: z.number(),
  /** As whoever presses has seen it. */
  revision: z.number(),
});
export type CalendarFormArgs = z.infer<typeof Args>;

export interface CalendarFormDeps {
  readonly forms: Forms<BotContext>;
  readonly service: CalendarService;
  readonly clock: Clock;
  readonly t: Translate;
  /** The company's own. */
  readonly timeZone: string;
  /** Shows a calendar below the form. */
  readonly show: (ctx: BotContext, calendarId: number) => Promise<void>;
}

type Speech = Talk<BotContext>;

export function defineCalendarForm(
  deps: CalendarFormDeps,
): DefinedForm<BotContext, CalendarFormArgs> {
  const { forms, service, clock, t, timeZone, show } = deps;
  const words = weekWordsIn(t);

  async function run(talk: Speech, args: CalendarFormArgs): Promise<void> {
    if (args.field === 'new') return await make(talk);
    const { calendarId, revision } = args;
    const day = await talk.look(async () => {
      const view = await service.view(calendarId);
      return view && today(clock.now(), view.calendar.timeZone);
    });
    if (!day) return await talk.tell('cal-edit-gone');
    const wish = await askWish(talk, args.field, words, day);
    const status = await talk.finish(async (ctx, cause) =>
      ctx.staff
        ? await service.change({ calendarId, revision, wish, by: ctx.staff, cause })
        : ('no-right' as const),
    );
    if (status === 'repeated') return;
    await talk.tell({ key: `cal-edit-${status}`, args: { names: '' } });
    await showBelow(talk, calendarId);
  }

  /** In the company's own zone; another one is chosen afterwards. */
  async function make(talk: Speech): Promise<void> {
    const name = await askName(talk);
    const week = await askWeek(talk, words);
    const outcome = await talk.finish(async (ctx, cause) =>
      ctx.staff
        ? await service.make({ name, week, timeZone, by: ctx.staff, cause })
        : ({ status: 'no-right' } as const),
    );
    if (outcome.status === 'repeated') return;
    if (outcome.status !== 'made') {
      return await talk.tell({ key: `cal-edit-${outcome.status}`, args: { names: '' } });
    }
    await talk.tell({ key: 'cal-made', args: { name } });
    await showBelow(talk, outcome.calendarId);
  }

  async function showBelow(talk: Speech, calendarId: number): Promise<void> {
    await talk.look(async (ctx) => {
      await show(ctx, calendarId);
      return null;
    });
  }

  return forms.define({ name: 'sla-calendar', version: 1, args: Args, run });
}

async function askWish(
  talk: Speech,
  field: Exclude<CalendarFormArgs['field'], 'new'>,
  words: WeekWords,
  day: string,
): Promise<CalendarChange> {
  switch (field) {
    case 'name':
      return { kind: 'name', name: await askName(talk) };
    case 'week':
      return { kind: 'week', week: await askWeek(talk, words) };
    case 'zone': {
      const check = (text: string) => (readZone(text) === null ? 'clients-form-zone-wrong' : null);
      const said = await talk.line({ prompt: 'clients-form-zone-line', check });
      return { kind: 'zone', timeZone: readZone(said) ?? 'Europe/Moscow' };
    }
    case 'off':
    case 'short':
    case 'working':
      return await askDays(talk, field, day);
  }
}

async function askDays(
  talk: Speech,
  kind: 'off' | 'short' | 'working',
  day: string,
): Promise<CalendarChange> {
  const prompt = `cal-form-dates-${kind}`;
  const said = await talk.line({ prompt, check: (text) => problemOfDays(text, day) });
  const { from, to } = readDays(said, day) ?? { from: day, to: day };
  const hours = kind === 'off' ? [] : await askHours(talk);
  const note = await talk.line({ prompt: 'cal-form-why', max: LONGEST_DAY_NOTE, skip: true });
  return { kind: 'days', from, to, hours, note: plainName(note ?? '', '', LONGEST_DAY_NOTE) };
}

function problemOfDays(text: string, day: string): string | null {
  const days = readDays(text, day);
  if (!days) return 'cal-form-dates-wrong';
  if (days.from < day) return 'cal-form-dates-past';
  return daysBetween(days.from, days.to).length === 0 ? 'cal-form-dates-many' : null;
}

async function askHours(talk: Speech) {
  const check = (text: string) => wordsOf(readIntervals(text));
  const read = readIntervals(await talk.line({ prompt: 'cal-form-hours', check }));
  return 'kind' in read ? [] : read;
}

async function askWeek(talk: Speech, words: WeekWords) {
  const check = (text: string) => wordsOf(readWeek(text, words));
  const read = readWeek(await talk.line({ prompt: 'cal-form-week', check, lines: true }), words);
  return 'kind' in read ? {} : read;
}

/** What is wrong about it; null: nothing is. */
function wordsOf(read: WeekProblem | object) {
  if (!('kind' in read)) return null;
  const problem = read as WeekProblem;
  const said = 'said' in problem ? problem.said : '';
  return { key: `cal-week-${problem.kind}`, args: { said } };
}

async function askName(talk: Speech): Promise<string> {
  const max = LONGEST_CALENDAR_NAME;
  const check = (text: string) => (plainName(text, '') === '' ? 'sla-form-name-empty' : null);
  const prompt = { key: 'cal-form-name', args: { max } };
  const written = await talk.line({ prompt, max, check });
  return plainName(written, written, max);
}
