// Forms that nobody answers end by themselves, and what has ended is forgotten after a week.

import type { Api } from 'grammy';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import type { Outbox } from '../outbox/index.ts';
import type { Sweep } from '../sweeps.ts';
import { isPrivate, keyOf } from './form.ts';
import type { KnownForms } from './known.ts';
import { expiredWords } from './outgoing.ts';
import type { FormRepository, FormRow } from './repository.ts';
import type { Turns } from './turns.ts';

/**
 * What was written in time and still waits to be handled (after a stop, say) is an answer: nothing is
 * ended before that has had its turn.
 */
const GRACE_MS = 15_000;
const AT_ONCE = 100;
const HOUR_MS = 3_600_000;
/** As long as the inbox knows an update again. */
const REMEMBERED_MS = 7 * 24 * HOUR_MS;

export interface FormSweepsDeps {
  readonly database: Database;
  readonly repository: FormRepository;
  readonly known: KnownForms;
  readonly turns: Turns;
  readonly outbox: Outbox;
  readonly tidyAll: (api: Api, row: FormRow) => Promise<void>;
  readonly api: () => Api;
  readonly clock: Clock;
}

export function createFormSweeps(deps: FormSweepsDeps): Sweep[] {
  const { database, repository, known, turns, outbox, tidyAll, api, clock } = deps;
  let since: number | null = null;

  async function endOverdue(): Promise<void> {
    const now = clock.now().getTime();
    since ??= now;
    if (now - since < GRACE_MS) return;
    await known.ready();
    if (!known.hasOpen()) return;
    for (const row of await repository.listOverdue(new Date(now - GRACE_MS), AT_ONCE)) {
      const key = keyOf(row.place);
      // Somebody answers it at this moment: then it is not overdue any more.
      if (!turns.isBusy(key)) await turns.inTurn(key, () => expire(row));
    }
  }

  /** In private it is told, for what is written from now on goes elsewhere; in a group it goes away. */
  async function expire(row: FormRow): Promise<void> {
    const words = isPrivate(row.place) ? [expiredWords(row)] : [];
    await database.inTransaction(async (tx) => {
      await repository.end(tx, [{ id: row.id, ending: 'expired' }], clock.now());
      await outbox.enqueue(tx, words, { kind: 'sweep', name: 'forms' });
    });
    known.ended(keyOf(row.place), row.lastUpdateId);
    await tidyAll(api(), row);
  }

  async function forget(): Promise<void> {
    await known.ready();
    const before = new Date(clock.now().getTime() - REMEMBERED_MS);
    for (const key of await repository.forgetEnded(before)) {
      if (known.get(key) !== 'look') known.forget(key);
    }
  }

  return [
    { name: 'end-forms', run: endOverdue },
    { name: 'forget-forms', everyMs: HOUR_MS, run: forget },
  ];
}
