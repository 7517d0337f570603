// Lists of dialogs: asked for, turned and filtered. A page is a span between two dialogs, so nothing
// that moves meanwhile is missed or shown twice.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import type { Option, Pick as PickedRow, Turn } from './buttons.ts';
import type { DialogListRepository, ListedDialog } from './dialog-list-repository.ts';
import {
  type DialogQuery,
  OPEN_DIALOGS,
  orderOf,
  PAGE_SIZE,
  type PageEnd,
} from './dialog-query.ts';
import { withOption, withPick } from './filtering.ts';
import type { Lookup, LookupRepository } from './lookup-repository.ts';
import { pageNumber } from './pages.ts';

const LIST_KEPT_MS = 30 * 86_400_000;

export interface DialogListDeps {
  readonly database: Database;
  readonly lists: DialogListRepository;
  readonly lookups: LookupRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly timeZone: string;
  /** The channels that may be chosen, by code. */
  readonly channels: readonly string[];
}

/** A page as it is now. */
export interface DialogPage {
  readonly lookup: Lookup<DialogQuery>;
  readonly dialogs: readonly ListedDialog[];
  /** Of all pages; past the most that are counted, one more than these. */
  readonly total: number;
}

/** What was pressed under a list. */
export type ListPress =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly page: number }
  /** A menu was opened: nothing of the list changes. */
  | { readonly kind: 'look' }
  | { readonly kind: 'option'; readonly option: Option }
  | { readonly kind: 'pick'; readonly pick: PickedRow; readonly id: number };

export type PressedList =
  | { readonly status: 'shown'; readonly page: DialogPage }
  /** There is no such list any more. */
  | { readonly status: 'gone' }
  | { readonly status: 'repeated' };

export type DialogListService = ReturnType<typeof createDialogListService>;

export function createDialogListService(deps: DialogListDeps) {
  const { database, lists, lookups, outbox, clock, timeZone, channels } = deps;

  /** Has the first page of what was asked for shown to its reader. */
  async function open(order: {
    readonly cause: Cause;
    readonly staffId: number;
    readonly reader: Reader;
    readonly query: DialogQuery;
  }): Promise<void> {
    const { cause, staffId, reader, query } = order;
    const now = clock.now();
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, now))) return;
      const ends = await nextEnds(tx, query, []);
      const { locale } = reader;
      const id = await lookups.insert(tx, { staffId, kind: 'dialogs', locale, query, ends }, now);
      await outbox.enqueue(tx, [wordsFor(reader, 'dialog-list', { lookupId: id })], cause);
    });
  }

  /** What a press makes of the list; it is read again whole. */
  async function press(order: {
    readonly cause: Cause;
    readonly staffId: number;
    readonly lookupId: number;
    readonly press: ListPress;
  }): Promise<PressedList> {
    const now = clock.now();
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, order.cause, now))) return { status: 'repeated' };
      const lookup = await lookups.lock<DialogQuery>(tx, order.lookupId, 'dialogs');
      if (!lookup) return { status: 'gone' };
      const changed = await afterPress(tx, lookup, order.press, order.staffId);
      await lookups.update(tx, changed, now);
      return { status: 'shown', page: await pageOf(changed, tx) };
    });
  }

  async function afterPress(
    tx: Tx,
    lookup: Lookup<DialogQuery>,
    press: ListPress,
    asker: number,
  ): Promise<Lookup<DialogQuery>> {
    switch (press.kind) {
      case 'look':
        return pageNumber(lookup) === 1 ? await anew(tx, lookup, lookup.query) : lookup;
      case 'turn':
        return await turned(tx, lookup, press);
      case 'option': {
        const pressing = { asker, timeZone, now: clock.now() };
        return await anew(tx, lookup, withOption(lookup.query, press.option, pressing));
      }
      case 'pick':
        return await anew(tx, lookup, withPick(lookup.query, press.pick, press.id, channels));
    }
  }

  async function turned(
    tx: Tx,
    lookup: Lookup<DialogQuery>,
    { turn, page }: { readonly turn: Turn; readonly page: number },
  ): Promise<Lookup<DialogQuery>> {
    const { query, ends } = lookup;
    if (turn === 'reset') return await anew(tx, lookup, OPEN_DIALOGS);
    if (turn === 'again' || turn === 'done') return await anew(tx, lookup, query);
    // Somebody has turned it since the button was drawn: what is true now is shown.
    if (turn === 'filters' || page !== pageNumber(lookup)) return lookup;
    if (turn === 'prev' && ends.length <= 2) return await anew(tx, lookup, query);
    const next = turn === 'prev' ? ends.slice(0, -1) : await nextEnds(tx, query, ends);
    return { ...lookup, ends: next };
  }

  async function anew(
    tx: Tx,
    lookup: Lookup<DialogQuery>,
    query: DialogQuery,
  ): Promise<Lookup<DialogQuery>> {
    return { ...lookup, query, ends: await nextEnds(tx, query, []) };
  }

  /** With the end of one page more; the same, where there is no more. */
  async function nextEnds(
    tx: Tx,
    query: DialogQuery,
    ends: readonly PageEnd[],
  ): Promise<readonly PageEnd[]> {
    const after = ends.at(-1) ?? null;
    const last = (await lists.listPage(query, { after, upTo: null }, clock.now(), tx)).at(-1);
    return last ? [...ends, endAt(query, last)] : ends;
  }

  /** The page that a list shows, as it is now. */
  async function pageOf(lookup: Lookup<DialogQuery>, tx?: Tx): Promise<DialogPage> {
    const { query, ends } = lookup;
    const range = { after: ends.at(-2) ?? null, upTo: ends.at(-1) ?? null };
    const dialogs = await lists.listPage(query, range, clock.now(), tx);
    const total = await lists.count(query, clock.now(), tx);
    return { lookup, dialogs, total };
  }

  /** Null: there is no such list any more. */
  async function find(lookupId: number): Promise<DialogPage | null> {
    const lookup = await lookups.get<DialogQuery>(lookupId, 'dialogs');
    return lookup && (await pageOf(lookup));
  }

  /** The dialogs behind `after`, kept nowhere; `end`: where more may follow. */
  async function look(
    query: DialogQuery,
    after: PageEnd | null,
  ): Promise<{ readonly dialogs: readonly ListedDialog[]; readonly end: PageEnd | null }> {
    const dialogs = await lists.listPage(query, { after, upTo: null }, clock.now());
    const last = dialogs.length === PAGE_SIZE ? dialogs.at(-1) : undefined;
    return { dialogs, end: last ? endAt(query, last) : null };
  }

  /** Lists that nobody has turned for a month; a button under one says that it is out of date. */
  async function forgetUnused(): Promise<void> {
    await lookups.deleteUnused(new Date(clock.now().getTime() - LIST_KEPT_MS));
  }

  return { open, press, find, look, forgetUnused };
}

function endAt(query: DialogQuery, { id, waitingSince, lastQuestionAt }: ListedDialog): PageEnd {
  const at = orderOf(query) === 'longest' ? (waitingSince ?? lastQuestionAt) : lastQuestionAt;
  return { at: at.toISOString(), id };
}
