// Of two processes with one token one works. Which one, and when the other takes over, depends on what
// they share.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';
import type { Program } from '../support/program.ts';

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice();
});
afterAll(() => office.close());

async function asks(name: string): Promise<void> {
  const client = await office.client(name);
  await client.says(`Здравствуйте, это ${name}`);
  await office.katya.topic(name);
}

const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

describe('somebody who polls elsewhere with the same token', () => {
  it('is told of once, and work goes on when they are gone', async () => {
    const { control, bot } = office;
    await control.fail({
      fault: { kind: 'error', error_code: 409, description: CONFLICT },
      method: 'getUpdates',
      times: 2,
    });
    await control.pollElsewhere();
    await bot.says('another process polls with the same token');
    expect((await bot.door('/ready')).body).toContain('another process polls with the same token');

    await asks('Вера');
    await bot.says('no other process polls any more');
    expect(bot.count('another process polls')).toBe(1);
    expect((await bot.door('/ready')).status).toBe(200);
  });
});

if (inject('databases').kind === 'postgres') {
  describe('two processes on one Postgres', () => {
    let first: Program;
    let second: Program;

    it('the second stands by, and says so', async () => {
      first = office.bot;
      const before = first.count('another process');
      second = office.start();
      await second.says('this one stands by');
      await second.says('Deskroom is running');

      const { status, body } = await second.door('/ready');
      expect(status).toBe(503);
      expect(body).toContain('this process stands by');
      expect((await second.door('/health')).status).toBe(200);
      expect((await first.door('/ready')).status).toBe(200);
      await asks('Анна');
      expect(first.count('another process')).toBe(before);
    });

    it('the second takes over within seconds of the death of the first', async () => {
      await first.kill('SIGKILL');
      const died = performance.now();
      await second.says('this process polls and sends');
      expect(performance.now() - died).toBeLessThan(13_000);
      await asks('Пётр');
      expect((await second.door('/ready')).status).toBe(200);
    });

    it('the second takes over at once when the first ends in order', async () => {
      first = office.start();
      await first.says('this one stands by');
      await second.kill('SIGTERM');
      const ended = performance.now();
      await first.says('this process polls and sends');
      expect(performance.now() - ended).toBeLessThan(4_000);
      await asks('Мария');
      await first.kill('SIGTERM');
    });
  });
} else {
  describe('two processes on one folder', () => {
    it('the second says who has the folder, and ends', async () => {
      const second = office.start();

      expect(await second.ended).toEqual({ code: 1, signal: null });
      const fatal = second.lines().filter(({ level }) => level === 'fatal');
      expect(fatal).toHaveLength(1);
      expect(fatal[0]?.reason).toMatch(/Another Deskroom \(process \d+\) is using /);
      await asks('Анна');
    });
  });
}
