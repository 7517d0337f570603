// Which tickets a list shows. The whole question is a number, which stands in the data of the list's buttons: a list
// is drawn anew from its buttons alone, however old it is. Pure.

import {
  OPEN_STATUSES,
  TICKET_STATUSES,
  type TicketStatus,
  URGENCIES,
  type Urgency,
} from '../../ticket.ts';

export const PERIODS = ['any', 'today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface TicketQuery {
  /** Empty: those in which something is owed. */
  readonly statuses: readonly TicketStatus[];
  readonly urgencies: readonly Urgency[];
  readonly overdue: boolean;
  readonly period: Period;
  readonly companyId: number | null;
  readonly typeId: number | null;
  /** {@link NOBODYS}: those that nobody answers for. */
  readonly staffId: number | null;
}

export const ALL_OPEN: TicketQuery = {
  ...{ statuses: [], urgencies: [], overdue: false, period: 'any' },
  ...{ companyId: null, typeId: null, staffId: null },
};

/** How many values each part may have, from the lowest; together below 2^53. */
const COMPANIES = 2 ** 16;
const TYPES = 2 ** 8;
const STAFF = 2 ** 14;
/** In the place of an employee's number. */
export const NOBODYS = STAFF - 1;

/**
 * A number below 2^53. What is numbered higher than the list can ask for (companies from 65,536, types from 256,
 * employees from 16,383) is left out: the list then shows more, never something else.
 */
export function packQuery(query: TicketQuery): number {
  const parts: readonly (readonly [number, number])[] = [
    [maskOf(TICKET_STATUSES, query.statuses), 2 ** TICKET_STATUSES.length],
    [maskOf(URGENCIES, query.urgencies), 2 ** URGENCIES.length],
    [query.overdue ? 1 : 0, 2],
    [PERIODS.indexOf(query.period), PERIODS.length],
    [within(query.companyId, COMPANIES), COMPANIES],
    [within(query.typeId, TYPES), TYPES],
    [within(query.staffId, STAFF), STAFF],
  ];
  return parts.reduceRight((sum, [value, size]) => sum * size + value, 0);
}

/** What `packQuery` has packed; any other number is some question as well. */
export function unpackQuery(packed: number): TicketQuery {
  let rest = packed;
  const take = (size: number) => {
    const value = rest % size;
    rest = Math.floor(rest / size);
    return value;
  };
  return {
    statuses: inMask(TICKET_STATUSES, take(2 ** TICKET_STATUSES.length)),
    urgencies: inMask(URGENCIES, take(2 ** URGENCIES.length)),
    overdue: take(2) === 1,
    period: PERIODS[take(PERIODS.length)] ?? 'any',
    companyId: take(COMPANIES) || null,
    typeId: take(TYPES) || null,
    staffId: take(STAFF) || null,
  };
}

/** Whether only what is owed is asked for: then what is due first comes first. */
export function isAboutOpen({ statuses }: TicketQuery): boolean {
  return statuses.every((status) => OPEN_STATUSES.includes(status));
}

/** With or without one of the values. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function maskOf<T>(all: readonly T[], chosen: readonly T[]): number {
  return all.reduce((mask, one, index) => mask + (chosen.includes(one) ? 2 ** index : 0), 0);
}

function inMask<T>(all: readonly T[], mask: number): readonly T[] {
  return all.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
}

function within(id: number | null, size: number): number {
  return id !== null && id < size ? id : 0;
}
