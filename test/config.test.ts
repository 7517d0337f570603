import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { Environment, readConfig } from '../src/config.ts';

const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));

const WEBHOOK_RULE =
  'must be an https address without a name and a password in it (http goes to this machine alone)';

describe('the settings', () => {
  it('all have a default: with none of them the sandbox starts', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        mode: 'sandbox',
        database: { url: undefined, dataDir: './data' },
        http: {
          host: '127.0.0.1',
          port: 8080,
          publicUrl: undefined,
          intakeSecret: undefined,
          trackerSecret: undefined,
          intakePerMinute: 600,
          trustedProxies: [],
        },
        webhook: null,
        outbox: {
          limits: { overallPerSecond: 30, chatPerSecond: 1, chatBurst: 3, groupPerMinute: 20 },
          unknownOutcome: 'repeat',
        },
        company: {
          name: 'Deskroom',
          defaultLocale: 'ru',
          timeZone: 'Europe/Moscow',
          workHours: { from: '09:00', to: '21:00' },
          answerMinutes: 30,
          reopenHours: 72,
          roomStock: 3,
          exportersAutoConfirm: true,
          ticketLimits: { perPersonHour: 20, perCompanyDay: 200 },
          leadsPerDay: 10,
          leadAnswerMinutes: 30,
          raiseMinutes: 30,
        },
        adminIds: [],
        logLevel: 'info',
      },
    });
  });

  it('with a token the bot works on Telegram', () => {
    const result = readConfig({
      BOT_TOKEN: '123456:ABC-DEF_ghi',
      TELEGRAM_API_ROOT: 'http://x:1/',
    });

    expect(result).toMatchObject({
      ok: true,
      config: { mode: 'telegram', token: '123456:ABC-DEF_ghi', apiRoot: 'http://x:1' },
    });
  });

  it('are read as people write them', () => {
    const result = readConfig({
      ADMIN_IDS: ' 123456, 99 ,7',
      TRUSTED_PROXIES: '127.0.0.1, fd00::/8',
      HTTP_PORT: '0',
      WORK_HOURS: '10:30-24:00',
      COMPANY_NAME: '  Ромашка ',
      OUTBOX_GROUP_PER_MINUTE: '0',
      OUTBOX_CHAT_PER_SECOND: '0.5',
      DATABASE_URL: '',
      UNRELATED: 'x',
    });

    expect(result).toMatchObject({
      ok: true,
      config: {
        adminIds: [123456, 99, 7],
        http: { port: 0, trustedProxies: ['127.0.0.1', 'fd00::/8'] },
        database: { url: undefined },
        company: { name: 'Ромашка', workHours: { from: '10:30', to: '24:00' } },
        outbox: { limits: { groupPerMinute: 0, chatPerSecond: 0.5 } },
      },
    });
  });

  it.each([
    ['BOT_TOKEN', 'hunter2-is-no-token', 'must be the token @BotFather gave, like 123456:ABC-DEF'],
    ['TELEGRAM_API_ROOT', 'ftp://hunter2', 'must be an http(s) address'],
    [
      'DATABASE_URL',
      'mysql://u:hunter2@h/d',
      'must be an address like postgresql://user:password@host/name',
    ],
    ['HTTP_PORT', '70000', 'must be a port, 0 to 65535 (0 picks a free one)'],
    ['HTTP_PORT', 'hunter2', 'must be a port, 0 to 65535 (0 picks a free one)'],
    ['PUBLIC_URL', 'hunter2', 'must be an http(s) address'],
    ['ADMIN_IDS', '12, hunter2', 'must be Telegram ids, parted by commas'],
    ['INTAKE_SECRET', 'hunter2', 'must have at least 16 characters'],
    ['TRACKER_SECRET', 'hunter2', 'must have at least 16 characters'],
    ['WEBHOOK_URL', 'http://tracker.example/hunter2', WEBHOOK_RULE],
    ['WEBHOOK_URL', 'https://user:hunter2@tracker.example', WEBHOOK_RULE],
    ['WEBHOOK_URL', 'hunter2', WEBHOOK_RULE],
    ['WEBHOOK_SECRET', 'hunter2', 'must have at least 16 characters'],
    ['INTAKE_PER_MINUTE', 'hunter2', 'must be a number, 0 or more (0: no limit)'],
    [
      'TRUSTED_PROXIES',
      '10.0.0.0/8, hunter2',
      'must be addresses or networks like 10.0.0.0/8, parted by commas',
    ],
    [
      'TRUSTED_PROXIES',
      '10.0.0.0/33',
      'must be addresses or networks like 10.0.0.0/8, parted by commas',
    ],
    ['DEFAULT_LOCALE', 'hunter2', 'must be ru or en'],
    ['TIME_ZONE', 'Mars/hunter2', 'must be an IANA time zone like Europe/Moscow'],
    ['WORK_HOURS', '21:00-09:00', 'must be hours like 09:00-21:00, within one day'],
    ['WORK_HOURS', '9-21', 'must be hours like 09:00-21:00, within one day'],
    ['ANSWER_MINUTES', '0', 'must be a number of minutes above 0'],
    ['ANSWER_MINUTES', 'hunter2', 'must be a number of minutes above 0'],
    ['REOPEN_HOURS', '-1', 'must be a number of hours, 0 or more'],
    ['LEADS_PER_DAY', '0', 'must be a number above 0'],
    ['TICKETS_PER_HOUR', '0', 'must be a number above 0'],
    ['TICKETS_PER_DAY', 'many', 'must be a number above 0'],
    ['LEAD_ANSWER_MINUTES', '0', 'must be a number of minutes above 0'],
    ['RAISE_MINUTES', '0', 'must be a number of minutes above 0'],
    ['UNKNOWN_OUTCOME', 'hunter2', 'must be repeat or ask'],
    ['OUTBOX_CHAT_BURST', '1.5', 'must be a number, 0 or more (0: no limit)'],
    ['LOG_LEVEL', 'hunter2', 'must be one of trace, debug, info, warn, error, fatal, silent'],
  ])(
    'a bad %s («%s») is named with its rule, and its value is not repeated',
    (name, value, rule) => {
      const result = readConfig({ [name]: value });

      expect(result).toEqual({ ok: false, problems: [`${name} ${rule}`] });
      expect(JSON.stringify(result)).not.toContain('hunter2');
    },
  );

  it.each([
    'https://tracker.example/hook',
    'http://127.0.0.1:9/x',
    'http://[::1]/',
    'http://localhost/',
  ])('changes of tickets are told to %s, signed', (url) => {
    const secret = 'sixteen-characters';
    expect(readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret })).toMatchObject({
      config: { webhook: { url, secret } },
    });
    expect(readConfig({ WEBHOOK_URL: url })).toEqual({
      ok: false,
      problems: ['WEBHOOK_SECRET must be set where WEBHOOK_URL is'],
    });
  });

  it('are complained about all at once', () => {
    const result = readConfig({ HTTP_PORT: '-1', LOG_LEVEL: 'loud', DEFAULT_LOCALE: 'de' });

    expect(result.ok ? [] : result.problems).toHaveLength(3);
  });

  it('all stand in .env.example, and nothing else does', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  it('are each explained by the line above it', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    const unexplained = lines.filter(
      (line, index) => /^\w+=/.test(line) && !lines[index - 1]?.startsWith('# '),
    );

    expect(unexplained).toEqual([]);
  });

  it('have the defaults that .env.example shows', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });
});
