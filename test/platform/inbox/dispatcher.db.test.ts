import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleCause } from '../../../src/platform/inbox/index.ts';
import {
  type BreakableDatabase,
  createBreakableDatabase,
} from '../../support/breakable-database.ts';
import { type InboxAtWork, openInbox, updateCause } from '../../support/inbox.ts';
import { until } from '../../support/until.ts';

let breakable: BreakableDatabase;
let inbox: InboxAtWork;

beforeAll(async () => {
  breakable = await createBreakableDatabase();
});
afterAll(() => breakable.database.close());

beforeEach(() => {
  inbox = openInbox(breakable.database);
});
afterEach(async () => {
  await inbox.stop();
  await breakable.database.prisma.$executeRaw`TRUNCATE inbox_update RESTART IDENTITY`;
});

const states = async () => (await inbox.rows()).map(({ state }) => state);

/** A gate that handlers wait at. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const walk = (isTrue: () => boolean | Promise<boolean>, otherwise: string) =>
  until(async () => {
    await inbox.clock.advance(1_000);
    return isTrue();
  }, otherwise);

describe('stored updates', () => {
  it('are handled in order in their lane, and noted as done', async () => {
    await inbox.store([{ id: 1 }, { id: 2 }, { id: 3 }]);
    inbox.dispatch();
    await inbox.settle();
    expect(inbox.handled).toEqual([1, 2, 3]);
    expect(await states()).toEqual(['done', 'done', 'done']);
  });

  it('of other lanes do not wait for a slow one', async () => {
    const slow = gate();
    inbox.whenHandled(async ({ updateId }) => {
      if (updateId === 1) await slow.opened;
    });
    await inbox.store([
      { id: 1, lane: 'a' },
      { id: 2, lane: 'a' },
      { id: 3, lane: 'b' },
    ]);
    inbox.dispatch();
    await until(() => inbox.handled.includes(3), 'the other lane waits');
    expect(inbox.handled).toEqual([3]);
    slow.open();
    await inbox.settle();
    expect(inbox.handled).toEqual([3, 1, 2]);
  });

  it('that come while others are handled are heard of at once', async () => {
    inbox.dispatch();
    await inbox.settle();
    await inbox.store([{ id: 1 }]);
    inbox.wake();
    await inbox.settle();
    expect(inbox.handled).toEqual([1]);
  });

  it('of which nobody told are found within a second', async () => {
    inbox.dispatch();
    await inbox.settle();
    await inbox.store([{ id: 1 }]);
    await walk(() => inbox.handled.length === 1, 'it is not found');
  });

  it('with a lower number in the table than what was read already are found as well', async () => {
    await inbox.store([{ id: 1 }, { id: 2 }]);
    inbox.dispatch();
    await inbox.settle();
    await breakable.database.prisma.$executeRaw`
      UPDATE inbox_update SET state = 'waiting', done_at = NULL, update_id = 3 WHERE seq = 1`;
    await walk(() => inbox.handled.includes(3), 'it is not found');
  });

  it('that were done before the program stopped are not handled again', async () => {
    await inbox.store([{ id: 1 }, { id: 2 }]);
    inbox.dispatch();
    await inbox.settle();
    await inbox.stop();
    inbox.dispatch();
    await inbox.settle();
    expect(inbox.handled).toEqual([1, 2]);
  });
});

describe('a button press', () => {
  it('makes its lane first, and overtakes nothing in it', async () => {
    const order: number[] = [];
    inbox.whenHandled(async ({ updateId }) => void order.push(updateId));
    await inbox.store([
      ...Array.from({ length: 500 }, (_, index) => ({ id: 1_000 + index, lane: `l${index}` })),
      { id: 1, lane: 'topic' },
      { id: 2, lane: 'topic', urgent: true },
    ]);
    inbox.dispatch();
    await inbox.settle();
    expect(order.slice(0, 1)).toEqual([1]);
    // Four hundred are begun side by side; the press comes with the first that are free.
    expect(order.indexOf(2)).toBeLessThan(410);
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(2));
  });

  it('does so also behind a backlog that does not fit into memory', async () => {
    const backlog = Array.from({ length: 6_000 }, (_, index) => ({
      id: index + 1,
      lane: `l${index % 500}`,
    }));
    await inbox.store(backlog);
    await inbox.store([
      { id: 9_001, lane: 'topic' },
      { id: 9_002, lane: 'topic', urgent: true },
      { id: 9_003, lane: 'topic' },
    ]);
    const order: number[] = [];
    inbox.whenHandled(async ({ updateId }) => {
      order.push(updateId);
      await new Promise((resolve) => setImmediate(resolve));
    });
    inbox.dispatch();
    await inbox.settle();
    expect(order).toHaveLength(6_003);
    expect(new Set(order).size).toBe(6_003);
    const [before, press, after] = [9_001, 9_002, 9_003].map((id) => order.indexOf(id));
    expect([before, press].toSorted((a, b) => Number(a) - Number(b))).toEqual([before, press]);
    expect(press).toBeLessThan(450);
    expect(after).toBeGreaterThan(press as number);
    const byLane = new Map<number, number[]>();
    for (const id of order.filter((one) => one <= 6_000)) {
      const lane = (id - 1) % 500;
      byLane.set(lane, [...(byLane.get(lane) ?? []), id]);
    }
    for (const ids of byLane.values()) expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });
});

describe('stopping', () => {
  it('waits for what is being handled and for the note of it, and begins nothing', async () => {
    const wait = gate();
    let begun = 0;
    inbox.whenHandled(async () => {
      begun += 1;
      await wait.opened;
    });
    await inbox.store([
      { id: 1, lane: 'a' },
      { id: 2, lane: 'a' },
      { id: 3, lane: 'b' },
    ]);
    inbox.dispatch();
    await until(() => begun === 2, 'nothing is handled');
    const stopped = inbox.stop();
    wait.open();
    await stopped;
    expect(inbox.handled.toSorted()).toEqual([1, 3]);
    expect(await states()).toEqual(['done', 'waiting', 'done']);
    inbox.dispatch();
    await inbox.settle();
    expect(inbox.handled.toSorted()).toEqual([1, 2, 3]);
  });
});

describe('a page of the table that is read slowly', () => {
  it('does not bring back what was done meanwhile', async () => {
    const wait = gate();
    inbox.whenHandled(async () => wait.opened);
    await inbox.store([{ id: 1 }]);
    inbox.dispatch();
    const { loadWaiting } = inbox.repository;
    const late = gate();
    let read = false;
    inbox.repository.loadWaiting = async (_cursor, limit) => {
      inbox.repository.loadWaiting = loadWaiting;
      const page = await loadWaiting(0n, limit);
      read = page.length === 1;
      await late.opened;
      return page;
    };
    await walk(() => read, 'the page is not read');
    wait.open();
    await until(async () => (await states())[0] === 'done', 'it is not noted');
    late.open();
    await inbox.settle();
    expect(inbox.handled).toEqual([1]);
  });
});

describe('an update as a cause', () => {
  it('that is settled by its verb needs no other note', async () => {
    const { database } = breakable;
    inbox.whenHandled(async ({ updateId }) => {
      await database.inTransaction((tx) =>
        settleCause(tx, updateCause(updateId), inbox.clock.now()),
      );
    });
    await inbox.store([{ id: 1 }]);
    inbox.dispatch();
    await inbox.settle();
    expect(await states()).toEqual(['done']);
  });
});
