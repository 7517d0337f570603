// The buttons under lists: what stands in their data. The id is the list's, the revision the page that
// was shown; who may press is checked at the press.

import { defineChoice } from '../platform/telegram/callback-data.ts';

/** Turning the pages; `again` looks anew at the first one, `done` leaves the filters. */
const TURNS = ['prev', 'next', 'again', 'filters', 'done', 'reset'] as const;
export type Turn = (typeof TURNS)[number];

/** The filters that have a menu of their own. */
const FILTERS = ['status', 'staff', 'wait', 'dates', 'channel', 'label', 'desk'] as const;
export type Filter = (typeof FILTERS)[number];

/** What a filter offers by itself; employees, channels, labels and desks are offered by their numbers. */
export const OPTIONS = {
  status: [
    'unanswered',
    'in-work',
    'answered',
    'had-call',
    'to-continue',
    'note',
    'closed',
    'open',
    'all',
  ],
  staff: ['mine', 'nobody', 'any'],
  wait: ['0', '15', '30', '60', '180', '1440', 'any'],
  dates: ['today', 'yesterday', 'week', 'month', 'any'],
  channel: ['any'],
  label: ['any'],
  desk: ['any'],
} as const satisfies Record<Filter, readonly string[]>;

export type Option = { [F in Filter]: `${F}-${(typeof OPTIONS)[F][number]}` }[Filter];

const EACH_OPTION = FILTERS.flatMap((filter) =>
  OPTIONS[filter].map((option) => `${filter}-${option}` as Option),
);

export const turnButton = defineChoice('look', TURNS);
/** Opens the menu of a filter. */
export const filterButton = defineChoice('look-by', FILTERS);
/** Chooses in it. */
export const optionButton = defineChoice('look-for', EACH_OPTION);

/** What is offered by its number. */
export const PICKS = ['staff', 'channel', 'label', 'desk'] as const satisfies readonly Filter[];
export type Pick = (typeof PICKS)[number];

/** Chooses one of the rows: here the id is the row's (of a channel its place, from 1), the revision the list's. */
export const pickButton = defineChoice('look-at', PICKS);

/** Parts an option into its filter and what it sets. */
export function partsOf(option: Option): { readonly filter: Filter; readonly value: string } {
  const filter = FILTERS.find((name) => option.startsWith(`${name}-`)) ?? 'status';
  return { filter, value: option.slice(filter.length + 1) };
}

/** Under found words; the id is the list's, the revision the page that was shown. */
const FIND_TURNS = ['prev', 'next', 'again', 'everywhere', 'within'] as const;
export type FindTurn = (typeof FIND_TURNS)[number];
export const findButton = defineChoice('find', FIND_TURNS);
