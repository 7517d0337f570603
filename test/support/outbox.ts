// The outbox at work for a test: the real sender on a real database, a Telegram whose answers the test
// writes, and a small feature of texts, albums, signs and cards that notes what became of them in a
// table of its own.

import { systemCause } from '../../src/platform/cause.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database/index.ts';
import { createLease, type Lease } from '../../src/platform/lease.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { targetIn } from '../../src/platform/outbox/addressing.ts';
import { createBudget, type OutboxLimits } from '../../src/platform/outbox/budget.ts';
import type {
  Destination,
  DestinationKind,
  NewMessage,
} from '../../src/platform/outbox/message.ts';
import { createOutbox } from '../../src/platform/outbox/outbox.ts';
import type {
  DestinationPort,
  MessageJob,
  MessagePort,
  OutboxPorts,
  Place,
  ProjectionPort,
  Rendered,
} from '../../src/platform/outbox/ports.ts';
import { createOutboxRepository } from '../../src/platform/outbox/repository.ts';
import { createSender, type Sender } from '../../src/platform/outbox/sender.ts';
import type { ApiFailure } from '../../src/platform/telegram/api-failure.ts';
import { createTestClock } from './clock.ts';
import type { TestDatabase } from './database.ts';
import { createMemoryLogger } from './logger.ts';
import { createScriptedTelegram } from './scripted-telegram.ts';
import { until } from './until.ts';

export const NO_LIMITS: OutboxLimits = {
  overallPerSecond: 0,
  chatPerSecond: 0,
  chatBurst: 3,
  groupPerMinute: 0,
};

const CAUSE = systemCause('test');

export interface OutboxOptions {
  readonly limits?: OutboxLimits;
  readonly askIfUnknown?: boolean;
  readonly lease?: Lease;
  /** Whether more comes in than can be handled; never, unless told. */
  readonly isBehind?: () => boolean;
  readonly hasCaughtUp?: () => boolean;
}

export type OutboxAtWork = Awaited<ReturnType<typeof openOutbox>>;

export async function openOutbox(database: TestDatabase, options: OutboxOptions = {}) {
  const clock = createTestClock();
  const log = createMemoryLogger();
  const telegram = createScriptedTelegram(clock);
  const outbox = createOutbox({ clock });
  const feature = await createFeature(database, (tx, message) =>
    outbox.enqueue(tx, [message], CAUSE),
  );
  const repository = createOutboxRepository(database);
  const lease =
    options.lease ??
    createLease({ name: 'sender', database, clock: systemClock, logger: log.logger });
  const running: { stop: AbortController; ended: Promise<void>; sender: Sender }[] = [];

  /** Starts a sender, as a process does; one that runs already is left as if its process had died. */
  function start(): Sender {
    running.at(-1)?.stop.abort();
    const stop = new AbortController();
    const sender = createSender({
      database,
      repository,
      ports: feature.ports,
      budget: createBudget(options.limits ?? NO_LIMITS),
      callApi: telegram.callApi,
      lease,
      askIfUnknown: options.askIfUnknown ?? false,
      isBehind: options.isBehind ?? (() => false),
      hasCaughtUp: options.hasCaughtUp ?? (() => true),
      clock,
      logger: log.logger,
      metrics: createMetrics(),
    });
    outbox.listen(sender);
    running.push({ stop, sender, ended: sender.run(stop.signal) });
    return sender;
  }

  /** Waits until nothing is on its way and nothing is due at this hour. */
  async function settle(): Promise<void> {
    await until(
      () => running.at(-1)?.sender.isIdle() ?? true,
      'the sender does not come to rest',
      3,
    );
  }

  async function say(
    destination: Destination,
    text: string,
    more: Partial<NewMessage> = {},
  ): Promise<void> {
    const message = { destination, name: 'text', args: { text }, ...more };
    await database.inTransaction((tx) => outbox.enqueue(tx, [message], CAUSE));
  }

  /** Changes what a card is to show. */
  async function change(
    subjectId: number,
    text: string,
    destination: Destination = 'thread:1',
  ): Promise<void> {
    feature.cards.set(subjectId, text);
    const projections = [{ kind: 'card', subjectId, destination }];
    await database.inTransaction((tx) => outbox.refresh(tx, projections));
  }

  async function rows(): Promise<readonly string[]> {
    const found = await database.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } });
    return found.map(({ state, failure }) => (failure ? `${state}: ${failure}` : state));
  }

  async function stop(): Promise<void> {
    telegram.open();
    feature.letRender();
    for (const one of running) one.stop.abort();
    await Promise.all(running.map(({ ended }) => ended));
    await lease.release();
  }

  await lease.acquire();
  return {
    ...feature,
    clock,
    log,
    telegram,
    outbox,
    repository,
    lease,
    start,
    settle,
    say,
    change,
    rows,
    stop,
    /** Walks the clock by steps, letting everything that falls due come to its end. */
    async later(ms: number, step = 1_000): Promise<void> {
      for (let walked = 0; walked < ms; walked += step) {
        await clock.advance(Math.min(step, ms - walked));
        await settle();
      }
    },
  };
}

type Answer = Awaited<ReturnType<DestinationPort['troubled']>>;

/** Texts, albums, signs and cards; what became of messages stands in `test_outcome`. */
async function createFeature(
  database: TestDatabase,
  enqueue: (tx: Tx, message: NewMessage) => Promise<void>,
) {
  await database.prisma.$executeRawUnsafe(
    'CREATE TABLE IF NOT EXISTS test_outcome (at serial, said text)',
  );
  const places = new Map<Destination, Place>();
  const cards = new Map<number, string>();
  const troubles: { destination: Destination; failure: ApiFailure }[] = [];
  const pins: string[] = [];
  /** The albums of which a part is still being read. */
  const coming = new Set<string>();
  /** What the destination answers to trouble; may change the place. */
  let whenTroubled: (
    destination: Destination,
    failure: ApiFailure,
    tx: Tx,
  ) => Answer | Promise<Answer> = () => 'fail';
  let whenSettled: (said: string) => void = () => {};
  let mayRender: Promise<void> = Promise.resolve();
  let letRender = () => {};
  const rendering =
    (one: (job: MessageJob) => Rendered) =>
    async (jobs: readonly MessageJob[]): Promise<readonly Rendered[]> => {
      await mayRender;
      return jobs.map(one);
    };
  let migrated: (tx: Tx, from: number, to: number) => void | Promise<void> = () => {};

  const portOf = (kind: DestinationKind): DestinationPort => ({
    async resolve(ids) {
      return new Map(ids.map((id) => [id, places.get(`${kind}:${id}`) ?? defaultPlace(kind, id)]));
    },
    async prepared(_tx, id, result) {
      const { message_thread_id: threadId } = result as { message_thread_id: number };
      places.set(`${kind}:${id}`, {
        status: 'ready',
        chatId: -1001,
        group: true,
        thread: { topic: threadId },
      });
    },
    async troubled(tx, id, failure) {
      troubles.push({ destination: `${kind}:${id}`, failure });
      return whenTroubled(`${kind}:${id}`, failure, tx);
    },
  });

  const settled: MessagePort['settled'] = async (tx, messages) => {
    for (const { message, settlement } of messages) {
      const said = `${String(message.args.text)} ${settlement.status}`;
      await tx.$executeRaw`INSERT INTO test_outcome (said) VALUES (${said})`;
      whenSettled(said);
      if (message.args.thenSay) {
        await enqueue(tx, {
          destination: 'desk:1',
          name: 'text',
          args: { text: message.args.thenSay },
        });
      }
    }
  };

  const ports: OutboxPorts = {
    destinations: {
      thread: portOf('thread'),
      card: portOf('card'),
      former: portOf('former'),
      client: portOf('client'),
      desk: portOf('desk'),
      person: portOf('person'),
      room: portOf('room'),
      entry: portOf('entry'),
    },
    messages: {
      text: {
        render: rendering(renderText),
        settled,
        mergeable: ({ args }) => (args.alone === true ? null : 10),
      },
      silent: { render: rendering(renderText) },
      album: { render: rendering(renderAlbum), settled },
      copy: { render: rendering(renderCopy), settled },
      sign: { render: rendering(renderSign), settled, repeatable: true },
      nothing: { render: rendering(() => ({ status: 'drop', reason: 'no more to say' })), settled },
    },
    projections: {
      card: cardPort(
        cards,
        async (_tx, subjectId, messageId) => void pins.push(`${subjectId}@${messageId}`),
      ),
    },
    stillComing: async () => coming,
    migrated: async (tx, from, to) => migrated(tx, from, to),
  };

  return {
    ports,
    places,
    cards,
    troubles,
    pins,
    coming,
    whenTroubled(answer: typeof whenTroubled): void {
      whenTroubled = answer;
    },
    whenSettled(action: typeof whenSettled): void {
      whenSettled = action;
    },
    /** Nothing is rendered until the function that this returns is called. */
    holdRendering(): () => void {
      mayRender = new Promise((resolve) => {
        letRender = resolve;
      });
      return letRender;
    },
    /** Ends `holdRendering`. */
    letRender: () => letRender(),
    whenMigrated(action: typeof migrated): void {
      migrated = action;
    },
    /** What the feature noted of its messages, in order. */
    async outcomes(): Promise<string[]> {
      const rows = await database.prisma.$queryRawUnsafe<{ said: string }[]>(
        'SELECT said FROM test_outcome ORDER BY at',
      );
      return rows.map(({ said }) => said);
    },
  };
}

function defaultPlace(kind: string, id: number): Place {
  if (kind === 'client' || kind === 'person') return { status: 'ready', chatId: id, group: false };
  return { status: 'ready', chatId: -1001, group: true, thread: { topic: id } };
}

const target = ({ place, messages }: MessageJob) => ({
  chat_id: place.chatId,
  ...(place.thread && 'topic' in place.thread ? { message_thread_id: place.thread.topic } : {}),
  ...(messages[0]?.args.replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: messages[0].args.replyTo } }),
});

function renderText(job: MessageJob): Rendered {
  const text = job.messages.map(({ args }) => String(args.text)).join('\n');
  if (text.includes('не рендерится')) throw new Error('cannot be rendered');
  const parts = job.messages[0]?.args.inParts === true ? text.split(' ') : [text];
  const format = job.fallbacks.plain ? {} : { parse_mode: 'HTML' };
  return {
    status: 'calls',
    calls: parts.map((part) => ({
      method: 'sendMessage',
      payload: { ...target(job), text: part, ...format },
      repeatable: false,
    })),
  };
}

function renderAlbum(job: MessageJob): Rendered {
  const media = job.messages.map(({ args }) => args.text);
  const payload = { ...target(job), media };
  return { status: 'calls', calls: [{ method: 'sendMediaGroup', payload, repeatable: false }] };
}

function renderCopy(job: MessageJob): Rendered {
  const text = job.messages[0]?.args.text;
  const [method, payload] = job.fallbacks.anew
    ? ['sendMessage', { ...target(job), text }]
    : ['copyMessage', { ...target(job), message_id: 5 }];
  return { status: 'calls', calls: [{ method, payload, repeatable: false }] };
}

function renderSign(job: MessageJob): Rendered {
  const payload = { ...target(job), message_id: 5, reaction: job.messages[0]?.args.text };
  return { status: 'calls', calls: [{ method: 'setMessageReaction', payload, repeatable: true }] };
}

function cardPort(
  cards: ReadonlyMap<number, string>,
  posted: ProjectionPort['posted'],
): ProjectionPort {
  return {
    rank: 'card',
    ...(posted ? { posted } : {}),
    render: async (jobs) =>
      jobs.map(({ subjectId, messageId, place, plain }) => {
        const text = cards.get(subjectId);
        if (text === undefined) return null;
        const content = { chat_id: place.chatId, text, ...(plain ? {} : { parse_mode: 'HTML' }) };
        return messageId === null
          ? {
              method: 'sendMessage',
              payload: { ...content, ...targetIn(place) },
              repeatable: false,
            }
          : {
              method: 'editMessageText',
              payload: { ...content, message_id: messageId },
              repeatable: true,
            };
      }),
  };
}
