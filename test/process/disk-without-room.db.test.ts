// A database whose disk is full for a while: updates wait, the operator reads one line, and work goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../src/platform/database/index.ts';
import { isReady, openCrowd } from '../support/crowd.ts';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice();
});
afterAll(() => office.close());

describe('a disk without room', () => {
  it('keeps updates waiting, is named to the operator, and work goes on when there is room', async () => {
    const crowd = await openCrowd(office, 3);
    await office.bot.kill('SIGTERM');
    await fillDisk(office);
    const bot = office.start();
    await bot.says('Deskroom is running');
    await crowd.acts(6);
    await bot.says('the disk of the database is full');
    expect((await bot.door('/ready')).body).toContain('the disk of the database is full');
    await crowd.acts(4);

    await bot.says('has room again');
    await office.rests(bot);
    await isReady(bot);
    await bot.kill('SIGTERM');
    expect(await crowd.violations(0)).toEqual([]);
    expect(bot.count('the disk of the database is full')).toBe(1);
    expect(bot.count('poison')).toBe(0);
  }, 180_000);
});

/**
 * The next rows that are to be kept find no room, as often as a counter says: a sequence counts on even
 * though what asked it is rolled back.
 */
async function fillDisk({ location }: StaffedOffice): Promise<void> {
  const database = await createDatabase(location);
  const { prisma } = database;
  for (const table of ['inbox_update', 'message', 'outbox_message']) {
    await prisma.$executeRawUnsafe(`CREATE SEQUENCE tries_${table}`);
    await prisma.$executeRawUnsafe(`
      CREATE FUNCTION full_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('tries_${table}') <= 2 THEN
          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
        END IF;
        RETURN NEW;
      END $$`);
    await prisma.$executeRawUnsafe(`
      CREATE TRIGGER full_disk BEFORE INSERT ON ${table}
      FOR EACH ROW EXECUTE FUNCTION full_${table}()`);
  }
  await database.close();
}
