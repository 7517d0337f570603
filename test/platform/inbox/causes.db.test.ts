import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cause, causeName, systemCause } from '../../../src/platform/cause.ts';
import { settleCause, settleCauses } from '../../../src/platform/inbox/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openInbox, updateCause } from '../../support/inbox.ts';

const NOW = new Date('2026-11-21T09:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma.$executeRaw`TRUNCATE inbox_update RESTART IDENTITY`;
  await openInbox(database).store([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

const settle = (cause: Cause) => database.inTransaction((tx) => settleCause(tx, cause, NOW));

describe('a cause', () => {
  it('has its effect once', async () => {
    expect(await settle(updateCause(1))).toBe(true);
    expect(await settle(updateCause(1))).toBe(false);
  });

  it('of a verb that was rolled back is still to be done', async () => {
    const verb = database.inTransaction(async (tx) => {
      await settleCause(tx, updateCause(1), NOW);
      throw new Error('no after all');
    });
    await expect(verb).rejects.toThrow('no after all');
    expect(await settle(updateCause(1))).toBe(true);
  });

  it('that was never stored, or is forgotten, has none', async () => {
    expect(await settle(updateCause(99))).toBe(false);
  });

  it('that was set aside may still have its effect', async () => {
    await database.prisma.inboxUpdate.updateMany({ data: { state: 'poison' } });
    expect(await settle(updateCause(1))).toBe(true);
  });

  it('that is no update is always to be done', async () => {
    expect(await settle(systemCause('start'))).toBe(true);
    expect(await settle({ kind: 'sweep', name: 'deadlines' })).toBe(true);
  });

  it('asked for by two at once is given to one of them', async () => {
    const answers = await Promise.all([settle(updateCause(1)), settle(updateCause(1))]);
    expect(answers.toSorted()).toEqual([false, true]);
  });
});

describe('several causes', () => {
  it('are answered in the order asked, each on its own', async () => {
    await settle(updateCause(2));
    const causes = [updateCause(3), updateCause(2), systemCause('start'), updateCause(1)];
    const fresh = await database.inTransaction((tx) => settleCauses(tx, causes, NOW));
    expect(fresh).toEqual([true, false, true, true]);
  });

  it('of which two are the same have one effect', async () => {
    const causes = [updateCause(1), updateCause(1)];
    const fresh = await database.inTransaction((tx) => settleCauses(tx, causes, NOW));
    expect(fresh).toEqual([true, false]);
  });
});

it('a cause has a name for logs', () => {
  const causes: Cause[] = [updateCause(7), { kind: 'sweep', name: 'late' }, systemCause('start')];
  expect(causes.map(causeName)).toEqual(['update:7', 'sweep:late', 'start']);
});
