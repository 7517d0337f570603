// What a client's next message costs the table of dialogs, whatever lists are read from it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDialogRepository } from '../../src/dialogs/dialog-repository.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.prisma.$executeRaw`
    INSERT INTO client (id, name, locale, created_at) VALUES (1, 'Анна', 'ru', now())`;
  await database.prisma.$executeRaw`
    INSERT INTO client_address (id, client_id, channel, external_id) VALUES (1, 1, 'telegram', '1')`;
});

afterAll(() => database.close());

describe('a question in a dialog in which somebody waits already', () => {
  it('is noted without a write to any index', async () => {
    const dialogs = createDialogRepository(database);
    const asked = new Date('2026-12-01T09:01:00Z');
    const again = new Date('2026-12-01T09:02:00Z');
    const address = { clientId: 1, addressId: 1, channel: 'telegram' };
    const clock = { warnAt: null, deadlineAt: null };
    const [dialog] = await database.inTransaction((tx) =>
      dialogs.insert(tx, [{ ...address, previousId: null, deskId: null }], asked),
    );
    if (!dialog) throw new Error('no dialog was opened');

    const written = await database.inTransaction(async (tx) => {
      const next = { ...dialog, lastQuestionAt: again };
      await dialogs.update(tx, [{ ...next, revision: dialog.revision + 1, ...clock }]);
      return tx.$queryRaw`SELECT n_tup_upd::int AS rows, n_tup_hot_upd::int AS "withoutIndexes"
        FROM pg_stat_xact_user_tables WHERE relname = 'dialog'`;
    });
    expect(written).toEqual([{ rows: 1, withoutIndexes: 1 }]);
  });
});
