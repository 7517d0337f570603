// What somebody looks for among the dialogs. Kept with the list that shows it, so it is plain data;
// moments are ISO text.

import { DIALOG_STATUSES, type DialogStatus } from '../dialogs/dialog.ts';

export interface DialogQuery {
  /** Any of these; none given: any at all. */
  readonly statuses: readonly DialogStatus[];
  /** Only where somebody waits for an answer, for more than so many minutes (0 and more); null: all. */
  readonly waitingMinutes: number | null;
  /** The number of a dialog, or of the client. */
  readonly number: number | null;
  readonly clientId: number | null;
  readonly username: string | null;
  /** Beginnings of words in the client's name, username or company; all of them. */
  readonly name: readonly string[];
  readonly channel: string | null;
  /** The last question was asked at `from` or later, and before `until`. */
  readonly from: string | null;
  readonly until: string | null;
  /** An employee's number; `nobody`: the dialogs that nobody has. */
  readonly assignee: number | 'nobody' | null;
  readonly labelId: number | null;
  readonly deskId: number | null;
}

export const EVERYTHING: DialogQuery = {
  statuses: [],
  waitingMinutes: null,
  number: null,
  clientId: null,
  username: null,
  name: [],
  channel: null,
  from: null,
  until: null,
  assignee: null,
  labelId: null,
  deskId: null,
};

export const OPEN_STATUSES: readonly DialogStatus[] = DIALOG_STATUSES.filter(
  (status) => status !== 'closed',
);

/** What is shown to somebody who has not said what they look for. */
export const OPEN_DIALOGS: DialogQuery = { ...EVERYTHING, statuses: OPEN_STATUSES };

/**
 * `longest`: who has waited longest comes first; `newest`: the last question comes first. Where
 * everybody in the list waits, it is a queue.
 */
export type DialogOrder = 'longest' | 'newest';

export function orderOf({ statuses, waitingMinutes }: DialogQuery): DialogOrder {
  const queue = statuses.length > 0 && statuses.every((status) => status === 'unanswered');
  return waitingMinutes !== null || queue ? 'longest' : 'newest';
}

/** Whether these are just the open dialogs, however they are listed. */
export function isOpenOnly({ statuses }: DialogQuery): boolean {
  return (
    statuses.length === OPEN_STATUSES.length &&
    OPEN_STATUSES.every((status) => statuses.includes(status))
  );
}

/** A press on a status: of «the open ones» and «all» it makes this one, else it adds or removes it. */
export function withStatus(query: DialogQuery, status: DialogStatus): DialogQuery {
  if (query.statuses.length === 0 || isOpenOnly(query)) return { ...query, statuses: [status] };
  const without = query.statuses.filter((one) => one !== status);
  const statuses = without.length < query.statuses.length ? without : [...without, status];
  return { ...query, statuses: statuses.length === 0 ? OPEN_STATUSES : statuses };
}

/** What a page is counted by: the moment of the order, and the dialog's number. */
export interface PageEnd {
  readonly at: string;
  readonly id: number;
}

/** Dialogs in a line of a list. */
export const PAGE_SIZE = 8;
/** No more are counted: past it a list says «more than». */
export const MOST_COUNTED = 500;
