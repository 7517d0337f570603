// What pressing the buttons of the filters makes of a query.

import { DIALOG_STATUSES } from '../dialogs/dialog.ts';
import { type Option, type Pick, partsOf } from './buttons.ts';
import { type NamedDays, namedDays } from './dates-in-words.ts';
import { type DialogQuery, OPEN_DIALOGS, OPEN_STATUSES, withStatus } from './dialog-query.ts';

export interface Pressing {
  /** The employee who presses. */
  readonly asker: number;
  readonly timeZone: string;
  readonly now: Date;
}

/** The query after a press on one of the options. */
export function withOption(
  query: DialogQuery,
  option: Option,
  { asker, timeZone, now }: Pressing,
): DialogQuery {
  const { filter, value } = partsOf(option);
  switch (filter) {
    case 'status':
      return withStatusNamed(query, value);
    case 'staff':
      if (value === 'any') return { ...query, assignee: null };
      return { ...query, assignee: value === 'mine' ? asker : 'nobody' };
    case 'wait':
      return { ...query, waitingMinutes: value === 'any' ? null : Number(value) };
    case 'dates': {
      if (value === 'any') return { ...query, from: null, until: null };
      const { from, until } = namedDays(value as NamedDays, timeZone, now);
      return { ...query, from: from.toISOString(), until: until.toISOString() };
    }
    case 'channel':
      return { ...query, channel: null };
    case 'label':
      return { ...query, labelId: null };
    case 'desk':
      return { ...query, deskId: null };
  }
}

function withStatusNamed(query: DialogQuery, value: string): DialogQuery {
  if (value === 'open') return { ...query, statuses: OPEN_STATUSES };
  if (value === 'all') return { ...query, statuses: [] };
  const status = DIALOG_STATUSES.find((one) => one.replaceAll('_', '-') === value);
  return status ? withStatus(query, status) : query;
}

/** The query after a press on a row: its number, or a channel's place among the channels. */
export function withPick(
  query: DialogQuery,
  pick: Pick,
  id: number,
  channels: readonly string[],
): DialogQuery {
  switch (pick) {
    case 'staff':
      return { ...query, assignee: id };
    case 'channel':
      return { ...query, channel: channels[id - 1] ?? null };
    case 'label':
      return { ...query, labelId: id };
    case 'desk':
      return { ...query, deskId: id };
  }
}

/** Whether a query looks for anything else than the open dialogs. */
export function isFiltered(query: DialogQuery): boolean {
  const plain = { ...query, statuses: OPEN_STATUSES };
  return (
    JSON.stringify(plain) !== JSON.stringify(OPEN_DIALOGS) ||
    query.statuses.length !== OPEN_STATUSES.length
  );
}
