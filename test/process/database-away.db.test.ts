// The database's bad days: it goes away and comes back, its disk is full for a while. What comes in and
// what must go out waits; the operator reads one line and not thousands.
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDatabase } from '../../src/platform/database/index.ts';
import { check } from '../crash/checker.ts';
import { createCrowd } from '../crash/deeds.ts';
import { createDice } from '../crash/dice.ts';
import { observe } from '../crash/observed.ts';
import { createCutLine } from '../support/cut-line.ts';
import { killEmbedded } from '../support/embedded.ts';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';
import type { Program } from '../support/program.ts';
import { until } from '../support/until.ts';

let office: StaffedOffice;

beforeEach(async () => {
  office = await openStaffedOffice();
});
afterEach(() => office.close());

async function openCrowd(seed: number) {
  const { control, desk, katya, boris } = office;
  const clients = [(await office.client('Анна')).id, (await office.client('Пётр')).id];
  const people = { clients, staff: [katya.id, boris.id], deskChatId: desk.chatId };
  const crowd = createCrowd(control, people, createDice(seed));
  return {
    ...crowd,
    async acts(deeds: number): Promise<void> {
      for (let deed = 0; deed < deeds; deed += 1) await crowd.act();
    },
    async violations(inFlight: number): Promise<readonly string[]> {
      const seen = await observe(control, office.location, people);
      return check(crowd.history, seen, inFlight).violations;
    },
  };
}

function isReady(bot: Program): Promise<void> {
  return until(async () => (await bot.door('/ready')).status === 200, 'it is not ready');
}

describe('a database that goes away', () => {
  if (inject('databases').kind === 'embedded') {
    it('is started anew, and nobody notices', async () => {
      const crowd = await openCrowd(1);
      const { bot } = office;
      for (let death = 1; death <= 2; death += 1) {
        await crowd.acts(8);
        await killEmbedded(office.location.dataDir);
        await crowd.acts(4);
        await bot.until('a new database', () =>
          bot.count('embedded database is back') === death ? true : undefined,
        );
      }
      await office.rests(bot);
      await isReady(bot);
      await bot.kill('SIGTERM');
      expect(await crowd.violations(0)).toEqual([]);
      expect(bot.count('poison')).toBe(0);
    }, 180_000);
  } else {
    it('is waited for, with one line when it goes and one when it is back', async () => {
      const crowd = await openCrowd(2);
      await office.bot.kill('SIGTERM');
      const line = await createCutLine(office.location.url ?? '');
      const bot = office.start({ DATABASE_URL: line.url });
      await bot.says('Deskroom is running');
      await crowd.acts(10);

      await line.cut();
      await crowd.acts(10);
      await bot.says('the database does not answer');
      const { status, body } = await bot.door('/ready');
      expect(status).toBe(503);
      expect(body).toContain('the database does not answer');
      expect((await bot.door('/health')).status).toBe(200);
      await line.mend();

      await crowd.acts(5);
      await bot.says('the database is back');
      await office.rests(bot);
      await isReady(bot);
      await bot.kill('SIGTERM');
      await line.close();
      expect(await crowd.violations(0)).toEqual([]);
      expect(bot.count('the database does not answer')).toBe(1);
      expect(bot.count('poison')).toBe(0);
      expect(bot.count('connection lost')).toBeLessThanOrEqual(10);
    }, 180_000);
  }
});

describe('a disk without room', () => {
  it('keeps updates waiting, is named to the operator, and work goes on when there is room', async () => {
    const crowd = await openCrowd(3);
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
