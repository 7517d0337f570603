// What a start or a token can be refused for: one clear line for the operator, exit 1, no secret shown.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';
import { startProgram } from '../support/program.ts';

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice();
});
afterAll(() => office.close());

describe('a token', () => {
  it('that is revoked ends the work with one clear line, and what came meanwhile is not lost', async () => {
    const { control, katya, bot } = office;
    await control.revokeToken();

    expect(await bot.ended).toEqual({ code: 1, signal: null });
    const fatal = bot.lines().filter(({ level }) => level === 'fatal');
    expect(fatal).toHaveLength(1);
    expect(fatal[0]?.reason).toContain('Telegram refuses the token');
    expect(bot.log()).not.toContain(office.sandbox.token);

    const anna = await office.client('Анна');
    await anna.says('Вы ещё здесь?');
    await control.restoreToken();
    const next = office.start();
    await next.says('Deskroom is running');
    await katya.topic('Анна');
    expect(await next.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  it('that was never right ends the start with one clear line', async () => {
    const token = '123456:a-token-that-telegram-never-gave';
    const bot = office.start({ BOT_TOKEN: token });

    expect(await bot.ended).toEqual({ code: 1, signal: null });
    const reasons = bot.lines().flatMap(({ level, reason }) => (level === 'fatal' ? [reason] : []));
    expect(reasons).toEqual(['Telegram refuses the token: check BOT_TOKEN']);
    expect(bot.log()).not.toContain('never-gave');
  });
});

describe('settings', () => {
  it('that are bad are all named with their rules, without their values', async () => {
    const program = startProgram({
      BOT_TOKEN: 'not-a-token-but-secret',
      HTTP_PORT: '99999',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
    });

    expect(await program.ended).toEqual({ code: 1, signal: null });
    const lines = program.log().trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(
      lines.every((line) => /^Setting (BOT_TOKEN|HTTP_PORT|DATABASE_URL) must be /.test(line)),
    ).toBe(true);
    expect(program.log()).not.toMatch(/secret|hunter2|99999/);
  });

  it('with a port that somebody has end the start with one clear line', async () => {
    const bot = office.start({ HTTP_PORT: new URL(office.sandbox.url).port });

    expect(await bot.ended).toEqual({ code: 1, signal: null });
    const [fatal] = bot.lines().filter(({ level }) => level === 'fatal');
    expect(fatal?.reason).toContain('is taken by another program');
  });
});
