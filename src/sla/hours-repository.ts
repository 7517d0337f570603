// The hours of a calendar as its rows keep them: as they are, and as they were.

import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import { BusinessCalendar } from './business-calendar.ts';
import { productionDays } from './production-calendar.ts';

/** What of a calendar says when it is open. */
export interface HoursRow {
  readonly timeZone: string;
  readonly week: Prisma.JsonValue;
  readonly holidays: string | null;
  readonly specialDays: Prisma.JsonValue;
}

/** @throws ZodError where somebody has written into the table by hand what is no calendar */
export function toHours({ timeZone, week, holidays, specialDays }: HoursRow): BusinessCalendar {
  const usual = BusinessCalendar.parse({ timeZone, week, specialDays });
  const given = holidays === 'ru' ? productionDays(holidays, usual.week) : {};
  return { ...usual, specialDays: { ...given, ...usual.specialDays } };
}

/** With what held before, the oldest first. */
export function withFormer(
  hours: BusinessCalendar,
  formers: readonly (HoursRow & { readonly until: Date })[],
): BusinessCalendar {
  const past = formers.reduce<BusinessCalendar['former']>(
    (before, { until, ...row }) => ({
      until,
      hours: before ? { ...toHours(row), former: before } : toHours(row),
    }),
    undefined,
  );
  return past ? { ...hours, former: past } : hours;
}

/** Keeps the hours that are about to change; false: they stay as they are, and nothing is kept. */
export async function noteFormerHours(
  tx: Tx,
  { id, ...row }: HoursRow & { readonly id: number },
  changes: { readonly [column in keyof HoursRow]?: unknown },
  now: Date,
): Promise<boolean> {
  const before = hoursIn(row);
  if (isDeepStrictEqual(plain(hoursIn({ ...row, ...changes })), plain(before))) return false;
  const { timeZone, holidays } = row;
  const week = row.week as Prisma.InputJsonObject;
  const specialDays = row.specialDays as Prisma.InputJsonObject;
  await tx.slaFormerHours.create({
    data: { calendarId: id, until: now, timeZone, holidays, week, specialDays },
  });
  return true;
}

function hoursIn({
  timeZone,
  week,
  holidays,
  specialDays,
}: { [column in keyof HoursRow]: unknown }) {
  return { timeZone, week, holidays, specialDays };
}

/** As the table will tell it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
