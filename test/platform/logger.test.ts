import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { Api, GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/platform/logger.ts';
import { createMemoryLogger } from '../support/logger.ts';

const TOKEN = '1234567890:AAH-secret_secret_secret_secret_0123';

describe('a log line', () => {
  it('is JSON with a word for its level, a time and its facts', () => {
    const { logger, lines } = createMemoryLogger();

    logger.child({ updateId: 7 }).warn({ chatId: -100n, tries: 2 }, 'send put off');

    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        updateId: 7,
        chatId: '-100',
        tries: 2,
        msg: 'send put off',
      },
    ]);
  });

  it.each([
    ['in the message', (log: Log) => log.info(`POST https://api.telegram.org/bot${TOKEN}/getMe`)],
    ['in a field', (log: Log) => log.info({ url: `https://x/file/bot${TOKEN}/a.jpg` }, 'x')],
    ['alone in a field', (log: Log) => log.info({ given: TOKEN }, 'x')],
    ['in a child logger', (log: Log) => log.child({ url: `/bot${TOKEN}/getMe` }).info('x')],
    ['in an error', (log: Log) => log.error(new Error(`/bot${TOKEN}/sendMessage failed`))],
    ['escaped in an address', (log: Log) => log.info(`/bot${encodeURIComponent(TOKEN)}/x`)],
    [
      'in the cause of a cause',
      (log: Log) =>
        log.error(
          { err: new Error('a', { cause: new Error('b', { cause: new Error(`bot${TOKEN}`) }) }) },
          'x',
        ),
    ],
    [
      'in one of several errors',
      (log: Log) => log.error({ err: new AggregateError([new Error(`/bot${TOKEN}/x`)]) }, 'x'),
    ],
  ])('shows no bot token %s', (_where, write) => {
    const { logger, raw } = createMemoryLogger();

    write(logger);

    expect(raw()).not.toContain('secret_secret');
    expect(raw()).toMatch(/<token>/);
  });

  it('shows no token of a real failed call, whose inner error repeats the address', async () => {
    const { logger, raw } = createMemoryLogger();
    const closed = await closedPort();
    const api = new Api(TOKEN, { apiRoot: `http://127.0.0.1:${closed}` });

    const error = await api.getMe().catch((caught: unknown) => caught);
    logger.error({ err: error }, 'call failed');

    expect(error).toBeInstanceOf(HttpError);
    expect(raw()).toContain('ECONNREFUSED');
    expect(raw()).not.toContain('secret_secret');
  });

  it('says why Telegram refused, but not what was being sent', () => {
    const { logger, raw, lines } = createMemoryLogger();
    const refusal = {
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    };
    const payload = { chat_id: 5, text: 'my secret order' };

    logger.warn({ err: new GrammyError('failed', refusal as never, 'sendMessage', payload) }, 'x');

    expect(raw()).not.toContain('order');
    expect(lines[0]?.err).toMatchObject({ error_code: 403, method: 'sendMessage' });
  });

  it('hides texts, captions and phone numbers, however deep', () => {
    const { logger, raw } = createMemoryLogger();
    const update = {
      update_id: 1,
      message: { text: 'hello', contact: { phone_number: '+70000000000', user_id: 2 } },
    };

    logger.info({ update, list: [{ caption: 'hello' }] }, 'odd update');

    expect(raw()).not.toMatch(/hello|70000000000/);
    expect(raw()).toContain('"user_id":2');
  });

  it('keeps the last line of a database error and drops the arguments above it', () => {
    const { logger, raw } = createMemoryLogger();
    const error = new Error(
      'Invalid invocation:\n{ text: "my secret order" }\n\nArgument missing.',
    );
    error.name = 'PrismaClientValidationError';

    logger.error(error);
    logger.error({ err: error }, 'x');

    expect(raw()).toContain('Argument missing.');
    expect(raw()).not.toContain('order');
  });

  it('hides the password of a database address', () => {
    const { logger, raw } = createMemoryLogger();

    logger.error({ at: 'postgres://desk:hunter2@db:5432/desk' }, 'x');

    expect(raw()).toContain('postgres://desk:<password>@db:5432/desk');
  });

  it('is readable in a terminal, and as discreet there', () => {
    const written: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    const logger = createLogger({ level: 'info', pretty: true, destination });

    logger.info({ updateId: 7, text: 'hello', url: `/bot${TOKEN}/` }, 'card sent');

    expect(written.join('')).toMatch(/INFO.*card sent/);
    expect(written.join('')).toContain('updateId: 7');
    expect(written.join('')).not.toMatch(/hello|secret_secret/);
  });
});

type Log = ReturnType<typeof createMemoryLogger>['logger'];

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
