// When an answer is due, and when to remind of it. Both in working time, both from the same question.
import type { BusinessCalendar } from './business-calendar.ts';
import { addWorkingTime } from './calendar.ts';

export type AnswerPlan = {
  readonly calendar: BusinessCalendar;
  /** Working minutes to each answer. */
  readonly answerMinutes: number;
  /** The share of that time after which to warn, from 0 to 1. */
  readonly warnShare: number;
};

/** Warned with six of thirty minutes left: late enough to mean something, early enough to act. */
export const DEFAULT_WARN_SHARE = 0.8;

export type Deadline = { readonly deadlineAt: Date; readonly warnAt: Date };

/** The deadline of an answer to a question that was asked at `askedAt`, at any hour. */
export function answerDeadline(plan: AnswerPlan, askedAt: Date): Deadline {
  const { calendar, answerMinutes, warnShare } = plan;
  return {
    deadlineAt: addWorkingTime(calendar, askedAt, answerMinutes),
    warnAt: addWorkingTime(calendar, askedAt, answerMinutes * warnShare),
  };
}
