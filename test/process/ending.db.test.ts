// SIGTERM in the middle of work, the deploy of every day: nothing lost, and unlike a crash nothing
// repeated either.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../crash/checker.ts';
import { createCrowd } from '../crash/deeds.ts';
import { createDice } from '../crash/dice.ts';
import { observe } from '../crash/observed.ts';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';

const STOPS = 3;
const DEEDS_BETWEEN = 15;

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice();
});
afterAll(() => office.close());

describe('a bot that is asked to end', () => {
  it('ends what it began and leaves the rest to the next start', async () => {
    const { control, desk, katya, boris } = office;
    const clients = [(await office.client('Анна')).id, (await office.client('Пётр')).id];
    const people = { clients, staff: [katya.id, boris.id], deskChatId: desk.chatId };
    const crowd = createCrowd(control, people, createDice(20_261_121));
    for (const method of ['sendMessage', 'editMessageText'])
      await control.fail({ fault: { kind: 'latency', ms: 60 }, method, times: 'always' });

    for (let stop = 1; stop <= STOPS; stop += 1) {
      const bot = stop === 1 ? office.bot : office.start();
      await bot.says('Deskroom is running');
      for (let deed = 0; deed < DEEDS_BETWEEN; deed += 1) await crowd.act();
      const { version } = await control.version();
      await control.waitForChange({ since: version });
      expect(await bot.kill('SIGTERM')).toEqual({ code: 0, signal: null });
      expect(bot.count('not everything came to its end')).toBe(0);
    }
    const bot = office.start();
    await bot.says('Deskroom is running');
    await office.rests(bot);
    expect(bot.count('messages of unknown outcome')).toBe(0);
    await bot.kill('SIGTERM');

    const seen = await observe(control, office.location, people);
    const { violations, figures } = check(crowd.history, seen, 0);
    expect(violations).toEqual([]);
    expect(figures.questions).toBeGreaterThan(10);
  }, 180_000);

  it('ends at once while it waits for a Telegram that does not answer', async () => {
    await office.control.fail({ fault: { kind: 'drop-before' }, method: 'getMe', times: 'always' });
    const bot = office.start();
    await bot.says('Telegram does not answer');
    expect(await bot.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await office.control.clearFaults({});
  }, 90_000);
});
