// Which places have a form, known without asking the database, so that a message of somebody who fills in
// nothing costs no statement. Read from the table once for each turn of the lease: while it lasts, nobody
// else writes there.

import type { FormRepository } from './repository.ts';

/** `look`: open, or perhaps; the row says. A number: ended, and the last update it took. */
export type Known = 'look' | number;

export type KnownForms = ReturnType<typeof createKnownForms>;

export interface KnownFormsDeps {
  readonly repository: Pick<FormRepository, 'listKnown'>;
  /** Changes when another process may have worked meanwhile; null while none is known to be ours. */
  readonly epoch: () => number | null;
}

/** Nothing is read before somebody asks. */
export function createKnownForms({ repository, epoch }: KnownFormsDeps) {
  const places = new Map<string, Known>();
  let readIn: number | null | undefined;
  let reading: Promise<void> | null = null;

  /** Resolves when it is known; null where it is known already, so that nobody waits for a turn. */
  function ready(): Promise<void> | null {
    const now = epoch();
    if (readIn !== undefined && (now === null || now === readIn)) return null;
    reading ??= read(now).finally(() => {
      reading = null;
    });
    return reading;
  }

  async function read(now: number | null): Promise<void> {
    const rows = await repository.listKnown();
    places.clear();
    for (const { key, endedWith } of rows) places.set(key, endedWith ?? 'look');
    readIn = now;
  }

  function hasOpen(): boolean {
    for (const known of places.values()) if (known === 'look') return true;
    return false;
  }

  return {
    ready,
    hasOpen,
    get: (key: string): Known | undefined => places.get(key),
    /** To be called before what may change a row, so that a commit of unknown outcome is looked at. */
    unsure: (key: string): void => void places.set(key, 'look'),
    ended: (key: string, updateId: number): void => void places.set(key, updateId),
    forget: (key: string): void => void places.delete(key),
  };
}
