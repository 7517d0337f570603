import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createTroubles } from '../../src/platform/troubles.ts';
import { createTestClock } from '../support/clock.ts';
import { createMemoryLogger } from '../support/logger.ts';

const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const FULL = Object.assign(new Error('could not extend file'), { code: '53100' });
const UNREACHABLE = new HttpError('Network request failed', AWAY);
const CONFLICT = new GrammyError(
  'failed',
  {
    ok: false,
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request',
  },
  'getUpdates',
  {},
);

function open() {
  const clock = createTestClock();
  const { logger, lines } = createMemoryLogger();
  const troubles = createTroubles({ logger, clock });
  return { ...troubles, clock, said: () => lines.map(({ msg }) => msg) };
}

describe('what holds everything up', () => {
  it.each([
    ['a database that is away', AWAY, 'the database does not answer'],
    ['a full disk', FULL, 'the disk of the database is full'],
    ['a Telegram that is away', UNREACHABLE, 'Telegram does not answer'],
    ['somebody who polls elsewhere', CONFLICT, 'another process polls with the same token'],
  ])('is told once, however many run into it: %s', (_, err, words) => {
    const { logger, list, said } = open();
    logger.warn({ err }, 'an update waits');
    logger.error({ err }, 'outcomes wait');
    logger.warn({ err }, 'an update waits');

    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain(words);
    expect(list()).toEqual(said());
  });

  it('is told to be over when the database has been left in peace for five seconds', async () => {
    const { logger, clock, look, list, said } = open();
    logger.warn({ err: AWAY }, 'an update waits');
    await clock.advance(4_000);
    logger.warn({ err: AWAY }, 'an update waits');
    await clock.advance(5_000);
    look();
    expect(said()).toHaveLength(1);

    await clock.advance(1);
    look();
    look();
    expect(said().slice(1)).toEqual(['the database is back, work goes on']);
    expect(list()).toEqual([]);
  });

  it('is told to be over once by whoever reached Telegram again', () => {
    const { logger, over, said } = open();
    over('telegram-away');
    logger.warn({ err: UNREACHABLE }, 'polling failed');
    over('telegram-away');
    over('telegram-away');
    expect(said().slice(1)).toEqual(['Telegram answers again']);
  });

  it('passes by itself where a single call ran into it, and lasts where a poll did', async () => {
    const { logger, pollFailed, clock, look, list, over } = open();
    logger.warn({ err: UNREACHABLE }, 'an update failed, will be tried again');
    await clock.advance(5_001);
    look();
    expect(list()).toEqual([]);

    pollFailed(UNREACHABLE);
    logger.warn({ err: UNREACHABLE }, 'polling failed');
    await clock.advance(60_000);
    look();
    expect(list()).toHaveLength(1);

    over('telegram-away');
    logger.warn({ err: UNREACHABLE }, 'an update failed, will be tried again');
    await clock.advance(5_001);
    look();
    expect(list()).toEqual([]);
  });

  it('is told again when it comes again', () => {
    const { logger, over, said } = open();
    logger.warn({ err: UNREACHABLE }, 'polling failed');
    over('telegram-away');
    logger.warn({ err: UNREACHABLE }, 'polling failed');
    expect(said()).toHaveLength(3);
  });

  it('does not hide anything else', () => {
    const { logger, said } = open();
    logger.warn({ err: new Error('a bug') }, 'update failed, will be tried again');
    logger.error('without facts');
    logger.warn({ chatId: 1 }, 'a chat has to wait');
    logger.info({ err: AWAY }, 'by the way');
    expect(said()).toEqual([
      'update failed, will be tried again',
      'without facts',
      'a chat has to wait',
      'by the way',
    ]);
  });
});
