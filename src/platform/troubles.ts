// What keeps the whole program waiting is told once, however many parts run into it and however often
// they try: one line when it begins, one when it is over, and `/ready` in between.

import type { Clock } from './clock.ts';
import { isDatabaseUnavailable, isDiskFull } from './database/index.ts';
import type { Logger } from './logger.ts';
import { classifyApiError } from './telegram/api-errors.ts';

export type Trouble = 'database-away' | 'disk-full' | 'telegram-away' | 'other-poller';

interface Words {
  readonly begins: string;
  readonly over: string;
}

const WORDS: Record<Trouble, Words> = {
  'database-away': {
    begins: 'the database does not answer: everything waits for it',
    over: 'the database is back, work goes on',
  },
  'disk-full': {
    begins: 'the disk of the database is full (53100, ENOSPC): everything waits until it has room',
    over: 'the disk of the database has room again, work goes on',
  },
  'telegram-away': {
    begins: 'Telegram does not answer: it is asked again and again',
    over: 'Telegram answers again',
  },
  'other-poller': {
    begins: 'another process polls with the same token: stop it, or take a new token',
    over: 'no other process polls any more',
  },
};

/** Whoever waits for the database tries again each second: this long a silence means success. */
const SILENCE_MS = 5_000;

export type Troubles = ReturnType<typeof createTroubles>;

/** `logger` is for those who run into troubles: it says each one once, and everything else as ever. */
export function createTroubles({
  logger,
  clock,
}: {
  readonly logger: Logger;
  readonly clock: Clock;
}) {
  /** When each was last run into, in milliseconds since the epoch. */
  const present = new Map<Trouble, number>();
  /** Those that a success alone ends, however quiet it is about them. */
  const lasting = new Set<Trouble>();

  /** Whether a logged error is one of the troubles, and told as such. */
  function swallows(facts: unknown): boolean {
    const err = (facts as { readonly err?: unknown } | null)?.err;
    const trouble = err === undefined ? null : troubleOf(err);
    if (!trouble) return false;
    if (!present.has(trouble)) logger.error({ err }, WORDS[trouble].begins);
    present.set(trouble, clock.now().getTime());
    return true;
  }

  function over(trouble: Trouble): void {
    lasting.delete(trouble);
    if (present.delete(trouble)) logger.info(WORDS[trouble].over);
  }

  /**
   * A poll has failed so, and polls go on until one is answered: that alone ends the trouble. What a
   * single call ran into says less, and passes with the silence after it.
   */
  function pollFailed(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble) lasting.add(trouble);
  }

  /** Each second: which troubles has nobody run into lately? */
  function look(): void {
    const now = clock.now().getTime();
    for (const [trouble, last] of present) {
      if (now - last > SILENCE_MS && !lasting.has(trouble)) over(trouble);
    }
  }

  /** What is wrong now, for an operator. */
  function list(): readonly string[] {
    return [...present.keys()].map((trouble) => WORDS[trouble].begins);
  }

  return { logger: listening(logger, swallows), over, pollFailed, look, list };
}

/** The same logger, whose warnings and errors are heard first. */
function listening(logger: Logger, swallows: (facts: unknown) => boolean): Logger {
  const heard = Object.create(logger) as Logger;
  for (const level of ['warn', 'error'] as const) {
    const say = logger[level].bind(logger) as (...words: readonly unknown[]) => void;
    heard[level] = (...words: readonly unknown[]) => {
      if (!swallows(words[0])) say(...words);
    };
  }
  return heard;
}

function troubleOf(error: unknown): Trouble | null {
  const failure = classifyApiError(error);
  switch (failure.kind) {
    case 'not-sent':
    case 'outcome-unknown':
    case 'server-error':
      return 'telegram-away';
    case 'conflict':
      return 'other-poller';
    case 'unexpected':
      if (isDiskFull(error)) return 'disk-full';
      return isDatabaseUnavailable(error) ? 'database-away' : null;
    default:
      return null;
  }
}
