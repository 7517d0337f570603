// What is promised of the desk's own dialogs has changed: those that wait get the deadline that holds now. Who was
// told of a question is not told of it again.

import type { Outbox } from '../../platform/outbox/index.ts';
import type { DialogClockRepository } from '../clock-repository.ts';
import { cardsOf } from '../dialog-writer.ts';
import type { VerbDeps } from './deps.ts';

export interface RecountClocksDeps extends Pick<VerbDeps, 'database' | 'dialogs' | 'writer'> {
  readonly clocks: Pick<DialogClockRepository, 'listWaiting' | 'saveClocks'>;
  readonly outbox: Pick<Outbox, 'refreshAtLeisure'>;
}

/** At most `limit` of those behind the number; the last of them, or null where none is left. */
export function createRecountClocks(
  deps: RecountClocksDeps,
): (after: number, limit: number) => Promise<number | null> {
  const { database, dialogs, clocks, writer, outbox } = deps;
  return (after, limit) =>
    database.inTransaction(async (tx) => {
      const ids = await clocks.listWaiting(tx, after, limit);
      const last = ids.at(-1);
      if (last === undefined) return null;
      const waiting = await dialogs.lock(tx, ids);
      const changed = new Set(await clocks.saveClocks(tx, waiting.map(writer.withClock)));
      const shown = waiting.filter(({ id }) => changed.has(id));
      await outbox.refreshAtLeisure(tx, shown.flatMap(cardsOf));
      return last;
    });
}
