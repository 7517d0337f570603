// A database that goes away and comes back. What comes in and what must go out waits; the operator reads
// one line and not thousands.
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { isReady, openCrowd } from '../support/crowd.ts';
import { createCutLine } from '../support/cut-line.ts';
import { killEmbedded } from '../support/embedded.ts';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';

let office: StaffedOffice;

beforeEach(async () => {
  office = await openStaffedOffice();
});
afterEach(() => office.close());

describe('a database that goes away', () => {
  if (inject('databases').kind === 'embedded') {
    it('is started anew, and nobody notices', async () => {
      const crowd = await openCrowd(office, 1);
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
      const crowd = await openCrowd(office, 2);
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
