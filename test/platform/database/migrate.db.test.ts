import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import {
  createDatabase,
  type Database,
  MigrationError,
} from '../../../src/platform/database/index.ts';
import { createTestLocation, type TestLocation } from '../../support/database.ts';
import { createTestMigrations, type TestMigrations } from '../../support/migrations.ts';

let location: TestLocation;
let migrations: TestMigrations;
let opened: Database | undefined;

beforeEach(async () => {
  location = await createTestLocation();
  migrations = await createTestMigrations();
});

afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await migrations.remove();
  await location.remove();
});

async function start(): Promise<Database> {
  await opened?.close();
  opened = undefined;
  opened = await createDatabase({ ...location, migrations: migrations.directory });
  return opened;
}

type Noted = { readonly finished: boolean; readonly rolled_back: boolean };

function notesOf(database: Database, name: string): Promise<readonly Noted[]> {
  return database.prisma.$queryRaw`
    SELECT finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back
      FROM _prisma_migrations WHERE migration_name = ${name} ORDER BY started_at`;
}

describe('the tables follow the program', () => {
  it('every table and column that the program knows is there after a start', async () => {
    const { prisma } = await start();

    for (const model of Object.values(Prisma.ModelName)) {
      const delegate = (prisma as unknown as Record<string, { findMany(): Promise<unknown[]> }>)[
        model.charAt(0).toLowerCase() + model.slice(1)
      ];
      // Some have rows from the start (stages, specializations).
      expect(await delegate?.findMany(), model).toBeInstanceOf(Array);
    }
  });

  it('a new release brings its migrations in their order, with functions and comments', async () => {
    await migrations.write('99990101000001_one', 'CREATE TABLE step (n int); -- first');
    await migrations.write(
      '99990101000002_two',
      `CREATE FUNCTION steps() RETURNS bigint LANGUAGE plpgsql AS $$
         BEGIN RETURN (SELECT count(*) FROM step); END;
       $$;
       INSERT INTO step VALUES (1), (2) /* no semicolon; at the end */`,
    );

    const { prisma } = await start();

    expect(await prisma.$queryRaw`SELECT steps()::int AS steps`).toEqual([{ steps: 2 }]);
  });

  it('a second start applies nothing again', async () => {
    await migrations.write('99990101000001_one', 'CREATE TABLE step (n int)');
    await start();

    const database = await start();

    expect(await notesOf(database, '99990101000001_one')).toEqual([
      { finished: true, rolled_back: false },
    ]);
  });

  it('an older release starts on the tables of a newer one', async () => {
    await migrations.write('99990101000001_one', 'CREATE TABLE step (n int)');
    await start();
    await opened?.close();

    opened = await createDatabase(location);

    expect(await opened.prisma.$queryRaw`SELECT count(*)::int AS rows FROM step`).toEqual([
      { rows: 0 },
    ]);
  });
});

describe('a migration that goes wrong', () => {
  const name = '99990101000001_halfway';

  it('is named with the reason, leaves nothing behind, and succeeds once it is mended', async () => {
    await migrations.write(name, 'CREATE TABLE step (n int); SELECT no_such_column FROM step;');

    const failure = await start().catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(MigrationError);
    expect(String(failure)).toContain(name);
    expect(String(failure)).toContain('no_such_column');

    await migrations.write(name, 'CREATE TABLE step (n int);');
    const database = await start();
    expect(await database.prisma.$queryRaw`SELECT n FROM step`).toEqual([]);
    expect(await notesOf(database, name)).toEqual([
      { finished: false, rolled_back: true },
      { finished: true, rolled_back: false },
    ]);
  });

  it('is done anew when the process was killed in the middle of it', async () => {
    const database = await start();
    // What a kill leaves: the note that it began; the tables themselves were rolled back.
    await database.prisma.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count)
      VALUES ('1', 'x', ${name}, 0)`;
    await migrations.write(name, 'CREATE TABLE step (n int)');

    const again = await start();

    expect(await again.prisma.$queryRaw`SELECT n FROM step`).toEqual([]);
  });
});

if (inject('databases').kind === 'postgres') {
  describe('several processes on one server', () => {
    it('that start at the same moment apply each migration once', async () => {
      await migrations.write(
        '99990101000001_slow',
        'CREATE TABLE step (n int); SELECT pg_sleep(0.3); INSERT INTO step VALUES (1)',
      );
      const options = { ...location, migrations: migrations.directory, poolSize: 2 };

      const databases = await Promise.all([1, 2, 3].map(() => createDatabase(options)));

      for (const { prisma } of databases) {
        expect(await prisma.$queryRaw`SELECT n FROM step`).toEqual([{ n: 1 }]);
      }
      await Promise.all(databases.map((database) => database.close()));
    });
  });
}
