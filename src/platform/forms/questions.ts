// The kinds of questions a form can ask, and what each takes for an answer. Forgiving: an option may be
// typed, a number may have spaces in it; everything else is asked again, with what is wrong about it.

import type { Message } from 'grammy/types';
import { type FormContext, inWords, type Words } from './form.ts';
import type { Option, Question, QuestionLink, Taken } from './question.ts';
import { type Day, dayInWords, readDay, today } from './read-day.ts';
import { readNumber } from './read-number.ts';

export interface Asked {
  readonly prompt: Words;
  /** «Пропустить»; the answer is then null. */
  readonly skip?: boolean;
}

export interface LineQuestion extends Asked {
  /** In characters; 1 and 200 where nothing is said. */
  readonly min?: number;
  readonly max?: number;
  /** Several lines stay several; otherwise they become one. */
  readonly lines?: boolean;
  /** What else is to be right about it: the words that say what is not, or null. Pure. */
  readonly check?: (text: string) => Words | null;
}

const LONGEST_LINE = 200;

export function lineQuestion(asked: LineQuestion): Question<string> {
  const { min = 1, max = LONGEST_LINE, lines = false, check = () => null } = asked;
  return {
    ...common(asked),
    kind: 'line',
    onMessage({ text }) {
      if (text === undefined) return wrong('forms-need-text');
      const value = lines ? text.trim() : text.replace(/\s+/g, ' ').trim();
      const length = [...value].length;
      if (length > max) return wrong({ key: 'forms-too-long', args: { max, length } });
      if (length < min) return wrong({ key: 'forms-too-short', args: { min } });
      const words = check(value);
      return words === null ? answered(value) : wrong(words);
    },
  };
}

export interface NumberQuestion extends Asked {
  readonly min: number;
  readonly max: number;
  /** Digits behind the point; none where nothing is said. */
  readonly decimals?: number;
}

export function numberQuestion(asked: NumberQuestion): Question<number> {
  const { min, max, decimals = 0 } = asked;
  return {
    ...common(asked),
    kind: 'number',
    onMessage({ text = '' }) {
      const value = readNumber(text, decimals);
      if (value === null) return wrong(decimals > 0 ? 'forms-need-number' : 'forms-need-whole');
      if (value >= min && value <= max) return answered(value);
      return wrong({ key: 'forms-number-range', args: { min: String(min), max: String(max) } });
    },
  };
}

export interface OfferedOption {
  /** Letters, digits, «_» and «-», at most 24: an id of a row, a code. */
  readonly id: string;
  readonly label: Words;
}

export interface ChoiceQuestion extends Asked {
  readonly options: readonly OfferedOption[];
  /** Buttons in a row; 1 where nothing is said. */
  readonly columns?: number;
  /** Ways that lead elsewhere, below the options. */
  readonly links?: readonly QuestionLink[];
}

export function choiceQuestion(asked: ChoiceQuestion): Question<string> {
  const options = (ctx: FormContext) => labelled(asked.options, ctx);
  const take = (option: Option | undefined): Taken<string> =>
    option ? answered(option.id, option.label) : wrong('forms-need-choice');
  return {
    ...common(asked),
    kind: 'choice',
    ...(asked.links ? { links: asked.links } : {}),
    ...(asked.columns === undefined ? {} : { columns: asked.columns }),
    options,
    onOption: (id, ctx) => take(options(ctx).find((option) => option.id === id)),
    onMessage: ({ text }, ctx) => take(named(options(ctx), text)),
  };
}

export interface SeveralQuestion extends ChoiceQuestion {
  /** How many at least; 1 where nothing is said. */
  readonly atLeast?: number;
  /** Chosen from the start. */
  readonly chosen?: readonly string[];
}

export function severalQuestion(asked: SeveralQuestion): Question<readonly string[]> {
  const { options: offered, atLeast = 1, chosen = [] } = asked;
  const chosenOf = (memory: unknown) => new Set(Array.isArray(memory) ? memory.map(String) : []);
  const options = (ctx: FormContext, memory: unknown) => {
    const set = chosenOf(memory);
    return labelled(offered, ctx).map((option) => ({ ...option, chosen: set.has(option.id) }));
  };
  const toggle = (option: Option | undefined, memory: unknown): Taken<readonly string[]> => {
    if (!option) return wrong('forms-need-several');
    const set = chosenOf(memory);
    if (!set.delete(option.id)) set.add(option.id);
    return { status: 'goes-on', memory: [...set] };
  };
  return {
    ...common(asked),
    kind: 'several',
    memory: [...chosen],
    done: true,
    ...(asked.columns === undefined ? {} : { columns: asked.columns }),
    options,
    onOption: (id, ctx, memory) =>
      toggle(
        options(ctx, memory).find((option) => option.id === id),
        memory,
      ),
    onMessage: ({ text }, ctx, memory) => toggle(named(options(ctx, memory), text), memory),
    onDone(ctx, memory) {
      const taken = options(ctx, memory).filter(({ chosen }) => chosen);
      if (taken.length < atLeast)
        return wrong({ key: 'forms-need-more', args: { count: atLeast } });
      const shown = taken.map(({ label }) => label).join(', ');
      return answered(
        taken.map(({ id }) => id),
        shown || ctx.t('forms-none'),
      );
    },
  };
}

/** Telegram's own button: nobody can send somebody else's number, or one they made up. Private chats only. */
export function contactQuestion(asked: Asked): Question<{ readonly phone: string }> {
  return {
    ...common(asked),
    kind: 'contact',
    keyboard: ({ t }) => ({ text: t('forms-contact-share'), request_contact: true }),
    onMessage({ contact, from }) {
      if (!contact) return wrong('forms-need-contact');
      if (contact.user_id !== from?.id) return wrong('forms-contact-foreign');
      const digits = contact.phone_number.replace(/\D/g, '');
      return answered({ phone: `+${digits}` });
    },
  };
}

export interface DateQuestion extends Asked {
  /** IANA: whose today it is. */
  readonly timeZone: string;
  /** The first and the last day that will do, counted from today: 0 is today. */
  readonly fromDays?: number;
  readonly toDays?: number;
}

const DAY_BUTTONS = [0, 1, 3, 7, 14] as const;
const FARTHEST_DAYS = 366;

/** Answers with the day, «2026-11-25». `now`: when the answer is read. */
export function dateQuestion(asked: DateQuestion, now: () => Date): Question<Day> {
  const { timeZone, fromDays = 0, toDays = FARTHEST_DAYS } = asked;
  const plus = (days: number) => today(now(), timeZone, days);
  const offered = DAY_BUTTONS.filter((days) => days >= fromDays && days <= toDays);
  const options = ({ t, locale }: FormContext): Option[] =>
    offered.map((days) => {
      const date = dayInWords(locale, plus(days));
      return { id: String(days), label: t('forms-day', { days, date }) };
    });
  function judge(day: Day | null, { locale }: FormContext, shown?: string): Taken<Day> {
    if (!day) return wrong('forms-need-date');
    const [first, last] = [plus(fromDays), plus(toDays)];
    const refuse = (key: string, date: Day) =>
      wrong({ key, args: { date: dayInWords(locale, date) } });
    if (day < first) return refuse('forms-date-too-early', first);
    if (day > last) return refuse('forms-date-too-late', last);
    return answered(day, shown);
  }
  return {
    ...common(asked),
    kind: 'date',
    columns: 2,
    options,
    onMessage({ text = '' }, ctx) {
      const button = named(options(ctx), text);
      return judge(button ? plus(Number(button.id)) : readDay(text, plus(0)), ctx);
    },
    onOption(id, ctx) {
      const day = offered.includes(Number(id) as 0) ? plus(Number(id)) : null;
      return judge(day, ctx, day ? dayInWords(ctx.locale, day) : undefined);
    },
  };
}

function common({ prompt, skip = false }: Asked) {
  return { prompt, skip, memory: null };
}

function answered<T>(value: T, shown?: string): Taken<T> {
  return shown === undefined ? { status: 'answered', value } : { status: 'answered', value, shown };
}

function wrong(words: Words): { readonly status: 'wrong'; readonly words: Words } {
  return { status: 'wrong', words };
}

function labelled(options: readonly OfferedOption[], { t }: FormContext): Option[] {
  return options.map(({ id, label }) => ({ id, label: inWords(label, t) }));
}

/** The option that somebody has typed instead of pressing it. */
function named(options: readonly Option[], text: Message['text']): Option | undefined {
  const said = text?.trim().toLowerCase();
  return options.find(({ label }) => label.toLowerCase() === said);
}
