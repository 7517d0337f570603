// When people work, as data: a company describes its week, its days off and its time zone, and no
// code changes. What can be asked of it is in calendar.ts.
import { IANAZone } from 'luxon';
import { z } from 'zod';

const MIDNIGHT_AFTER = '24:00';
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const TimeOfDay = z
  .string()
  .refine((time) => TIME.test(time) || time === MIDNIGHT_AFTER, 'a time like 09:00, at most 24:00');

/** Opening hours of one day in the calendar's time zone; `from` belongs to them, `to` does not. */
export const WorkInterval = z
  .object({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, 'must end after it begins; a night is two intervals')
  .readonly();
export type WorkInterval = z.infer<typeof WorkInterval>;

/** Several intervals leave breaks between them. They are kept in order. */
const WorkDay = z
  .array(WorkInterval)
  .transform((intervals) => intervals.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
  .refine(
    (sorted) => sorted.every(({ from }, index) => from >= (sorted[index - 1]?.to ?? from)),
    'intervals of one day must not overlap',
  )
  .readonly();

const Week = z
  .partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), WorkDay)
  .refine((week) => Object.values(week).some((day) => day.length > 0), 'must be open at some time')
  .readonly();

export const BusinessCalendar = z
  .object({
    /** An IANA zone, e.g. Europe/Moscow: summer time is its business. */
    timeZone: z.string().refine(IANAZone.isValidZone, 'an IANA time zone like Europe/Moscow'),
    /** By ISO weekday, 1 is Monday; a day that is not named is a day off. */
    week: Week,
    /** Days off, whatever weekday they fall on. */
    holidays: z.array(z.iso.date()).readonly().optional(),
    /** Days with hours of their own (a short day, a working Saturday): stronger than week and holidays. */
    specialDays: z.record(z.iso.date(), WorkDay).readonly().optional(),
  })
  .readonly();
export type BusinessCalendar = z.infer<typeof BusinessCalendar> & {
  /** What held before the calendar was changed; what was counted by it stays counted. */
  readonly former?: FormerHours;
};

export interface FormerHours {
  /** From then on the calendar holds. */
  readonly until: Date;
  readonly hours: BusinessCalendar;
}

/** The same hours every day of the week, without days off. */
export function dailyCalendar(timeZone: string, hours: WorkInterval): BusinessCalendar {
  const day = [hours];
  const week = { '1': day, '2': day, '3': day, '4': day, '5': day, '6': day, '7': day };
  return { timeZone, week };
}
