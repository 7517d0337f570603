// Telegram's bad days: it cannot be reached, it breaks, it hangs, it breaks off after it has acted.
import { Api } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../crash/checker.ts';
import { createCrowd } from '../crash/deeds.ts';
import { createDice } from '../crash/dice.ts';
import { observe } from '../crash/observed.ts';
import { openStaffedOffice, type StaffedOffice } from '../support/office.ts';

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice();
});
afterAll(() => office.close());

const BAD_GATEWAY = { kind: 'error', error_code: 502, description: 'Bad Gateway' } as const;
const FLOOD = {
  kind: 'error',
  error_code: 429,
  description: 'Too Many Requests: retry after 1',
  parameters: { retry_after: 1 },
} as const;
const RESETS = 3;

describe('a Telegram', () => {
  it('that breaks, hangs, breaks off and asks to wait loses nothing', async () => {
    const { control, desk, katya, boris, bot } = office;
    const clients = [(await office.client('Пётр')).id, (await office.client('Мария')).id];
    const people = { clients, staff: [katya.id, boris.id], deskChatId: desk.chatId };
    const crowd = createCrowd(control, people, createDice(7));
    for (const userId of clients) await crowd.ask(userId);
    await office.rests(bot);

    for (const fault of [BAD_GATEWAY, FLOOD, { kind: 'drop-before' } as const]) {
      for (const method of ['getUpdates', 'sendMessage', 'editMessageText'])
        await control.fail({ fault, method, times: method === 'getUpdates' ? 1 : 2 });
      for (let deed = 0; deed < 10; deed += 1) await crowd.act();
    }
    await control.fail({ fault: { kind: 'hang', ms: 300 }, method: 'sendMessage', times: 2 });
    const broken = { kind: 'reset-after-accept' } as const;
    await control.fail({ fault: broken, method: 'sendMessage', times: RESETS });
    for (let deed = 0; deed < 15; deed += 1) await crowd.act();
    for (const userId of clients) await crowd.ask(userId);
    await office.rests(bot);
    await control.waitForUpdatesConfirmed();
    const metrics = (await bot.door('/metrics')).body;
    await bot.kill('SIGTERM');

    const seen = await observe(control, office.location, people);
    const { violations } = check(crowd.history, seen, RESETS);
    expect(violations).toEqual([]);
    expect(metrics).toMatch(/deskroom_send_failures_total\{kind="server-error"\} [1-9]/);
    expect(metrics).toMatch(/deskroom_send_failures_total\{kind="rate-limited"\} [1-9]/);
    expect(bot.log()).not.toContain(office.sandbox.token);
    expect(bot.log()).not.toMatch(/вопрос|ответ \d|заметка/);
  }, 180_000);

  it('that is out of reach at the start is waited for', async () => {
    const { control, katya } = office;
    const rule = await control.fail({
      fault: { kind: 'drop-before' },
      method: 'getMe',
      times: 'always',
    });
    const bot = office.start();
    await bot.says('Telegram does not answer');
    expect((await bot.door('/health')).status).toBe(200);
    const { status, body } = await bot.door('/ready');
    expect(status).toBe(503);
    expect(body).toContain('Telegram has not answered yet');

    await control.clearFaults({ id: rule.id });
    await bot.says('Deskroom is running');
    const anna = await office.client('Анна');
    await anna.says('Здравствуйте');
    await katya.topic('Анна');
    expect((await bot.door('/ready')).status).toBe(200);
    expect(bot.count('Telegram does not answer')).toBe(1);
    await bot.kill('SIGTERM');
  });

  it('that breaks for a moment leaves the bot ready within seconds, with nobody writing', async () => {
    const { control } = office;
    const bot = office.start();
    await bot.says('Deskroom is running');
    await control.fail({ fault: BAD_GATEWAY, method: 'getUpdates' });
    // Ends the poll that waits; the next one breaks.
    await control.pollElsewhere();
    await bot.says('Telegram does not answer');
    await bot.says('Telegram answers again');
    expect((await bot.door('/ready')).status).toBe(200);
    await bot.kill('SIGTERM');
  });

  it('that was told to give updates to a webhook gives them to us, at the start and later', async () => {
    const { sandbox, katya } = office;
    const api = new Api(sandbox.token, { apiRoot: sandbox.apiRoot });
    await api.setWebhook('https://example.org/hook');
    const bot = office.start();
    await (await office.client('Вера')).says('Здравствуйте');
    await katya.topic('Вера');

    await api.setWebhook('https://example.org/hook');
    await (await office.client('Глеб')).says('Здравствуйте');
    await katya.topic('Глеб');
    expect((await api.getWebhookInfo()).url).toBe('');
    expect(bot.count('a webhook is set on this token')).toBe(2);
    expect((await bot.door('/ready')).status).toBe(200);
    await bot.kill('SIGTERM');
  });
});
