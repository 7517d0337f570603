// A form's state is written in the transaction that marks its answer done: no answer is lost, and none is
// taken twice. What was said meanwhile may be said again after a crash, and nothing else.

import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { settleCause } from '../inbox/index.ts';
import { type Ending, type FormContext, keyOf } from './form.ts';
import type { KnownForms } from './known.ts';
import type { FormRepository, FormRow, OpenForm } from './repository.ts';

export interface KeeperDeps {
  readonly database: Database;
  readonly repository: FormRepository;
  readonly known: KnownForms;
  readonly clock: Clock;
}

export type Keeper = ReturnType<typeof createKeeper>;

export function createKeeper({ database, repository, known, clock }: KeeperDeps) {
  /** It waits for an answer; the update that brought it here is done. */
  async function keep(ctx: FormContext, form: OpenForm): Promise<void> {
    known.unsure(keyOf(form.place));
    await database.inTransaction(async (tx) => {
      await settleCause(tx, ctx.cause, clock.now());
      await repository.save(tx, form);
    });
  }

  /** It is over, and took this update with it. */
  async function endWith(ctx: FormContext, row: FormRow, ending: Ending): Promise<void> {
    const { updateId } = ctx.cause;
    const key = keyOf(row.place);
    known.unsure(key);
    await database.inTransaction(async (tx) => {
      await settleCause(tx, ctx.cause, clock.now());
      await repository.end(tx, [{ id: row.id, ending, takenId: updateId }], clock.now());
    });
    known.ended(key, updateId);
  }

  /** It is over; the update is still to be handled by whoever it is for. */
  async function end(row: FormRow, ending: Ending): Promise<void> {
    const key = keyOf(row.place);
    known.unsure(key);
    await database.inTransaction((tx) => repository.end(tx, [{ id: row.id, ending }], clock.now()));
    known.ended(key, row.lastUpdateId);
  }

  /** Nothing was asked: the update is done. */
  async function settle(ctx: FormContext): Promise<void> {
    await database.inTransaction((tx) => settleCause(tx, ctx.cause, clock.now()));
  }

  return { keep, endWith, end, settle };
}
