// When an answer is due, and when to remind of it. Both in working time, both from the same question.
import type { BusinessCalendar } from './business-calendar.ts';
import { addWorkingTime } from './calendar.ts';
import { promisesFor } from './plan.ts';
import type { SlaTerms } from './terms.ts';

export type AnswerPlan = {
  readonly calendar: BusinessCalendar;
  /** Working minutes to the first answer; null: nothing is promised. */
  readonly answerMinutes: number | null;
  /** The same to the answer to each later question. */
  readonly nextAnswerMinutes: number | null;
  /** The share of that time after which to warn, from 0 to 1; null: nobody is warned. */
  readonly warnShare: number | null;
};

export type Deadline = { readonly deadlineAt: Date | null; readonly warnAt: Date | null };

/** A question as its deadline is counted: at any hour, `isFirst` while no answer has been given. */
export interface Question {
  readonly askedAt: Date;
  readonly isFirst: boolean;
}

/** The deadline of an answer; null where none is promised. */
export function answerDeadline(plan: AnswerPlan, { askedAt, isFirst }: Question): Deadline {
  const { calendar, warnShare } = plan;
  const minutes = isFirst ? plan.answerMinutes : plan.nextAnswerMinutes;
  if (minutes === null) return { deadlineAt: null, warnAt: null };
  return {
    deadlineAt: addWorkingTime(calendar, askedAt, minutes),
    warnAt: warnShare === null ? null : addWorkingTime(calendar, askedAt, minutes * warnShare),
  };
}

/** Dialogs of the desk have no contract: the default plan holds, by its own hours. */
export const NO_CONTRACT = { planId: null, calendarId: null } as const;
const DIALOGS = { subject: 'dialog', typeId: null, urgency: null } as const;

/**
 * What is promised of the desk's own dialogs, as it stands whenever it is asked: in memory, for each question asks.
 * A dialog is warned once, at the last mark of the plan.
 */
export function answerPlanOf(terms: () => Pick<SlaTerms, 'of'>): AnswerPlan {
  const now = () => terms().of(NO_CONTRACT);
  const promised = () => promisesFor(now().plan, DIALOGS);
  return {
    get calendar() {
      return now().calendar.hours;
    },
    get answerMinutes() {
      return promised().response;
    },
    get nextAnswerMinutes() {
      return promised().next_response;
    },
    get warnShare() {
      const percent = now().plan.warnPercents.at(-1);
      return percent === undefined ? null : percent / 100;
    },
  };
}
