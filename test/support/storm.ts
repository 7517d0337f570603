// Many clients write at once, for a minute of the walked clock, and everything that follows happens
// within Telegram's limits: until nothing is left to say. What is counted is what people can see.
import type { Database } from '../../src/platform/database/index.ts';
import type { MessageView, SandboxClient } from '../../src/sandbox/client.ts';
import type { TestClock } from './clock.ts';

export interface Stage {
  readonly control: SandboxClient;
  readonly clock: TestClock;
  /** Walks the clock, and waits until what that has made due is done. */
  readonly later: (ms: number) => Promise<void>;
  readonly database: Database;
  /** Telegram's number of the desk's group. */
  readonly deskChatId: number;
  /** Where its cards stand, if not there: its channel. */
  readonly cardsChatId?: number;
  /** Somebody who sees all of the group. */
  readonly viewerId: number;
}

export interface Weather {
  readonly clients: number;
  readonly messages: number;
  readonly seconds: number;
  /** How far the clock is walked at once; the seconds are a whole number of such steps. */
  readonly stepMs: number;
}

export interface Aftermath {
  /** Seconds from the first message until no card was out of date, and until all had been said. */
  readonly cardsTrueAfter: number;
  readonly allSaidAfter: number;
  /** Answered calls by method, and how many were refused for the limits. */
  readonly calls: Readonly<Record<string, number>>;
  readonly refused: number;
  /** Messages whose words are not in the thread of their client. */
  readonly lost: readonly string[];
  /** Threads in which one message stands before an earlier one of the same client. */
  readonly outOfOrder: number;
  /** Cards without the last words of their client. */
  readonly untrueCards: number;
}

const SECOND_MS = 1_000;
const MARK = /k(\d+)-(\d+)/g;

/** Lets the storm come and go; the company has a desk, and Telegram's limits hold. */
export async function storm(stage: Stage, weather: Weather): Promise<Aftermath> {
  const { control, clock, later } = stage;
  const begun = clock.now().getTime();
  const before = (await control.calls({})).at(-1)?.seq ?? 0;
  const people = await Promise.all(
    Array.from({ length: weather.clients }, (_, index) =>
      control.createUser({ firstName: `Клиент ${index}` }),
    ),
  );
  let said = 0;
  const steps = (weather.seconds * SECOND_MS) / weather.stepMs;
  for (let step = 1; step <= steps; step += 1) {
    for (; said < Math.round((weather.messages * step) / steps); said += 1) {
      const index = said % weather.clients;
      const text = `${markOf(index, Math.floor(said / weather.clients))} Когда придёт заказ?`;
      await control.say({ userId: people[index]?.id ?? 0, text });
    }
    await later(weather.stepMs);
  }
  const after = () => Math.round((clock.now().getTime() - begun) / SECOND_MS);
  let cardsTrueAfter: number | null = null;
  for (let left = await whatIsLeft(stage); left.any; left = await whatIsLeft(stage)) {
    if (!left.cards) cardsTrueAfter ??= after();
    else cardsTrueAfter = null;
    await later(weather.stepMs);
  }
  const calls = (await control.calls({ after: before })).filter(({ method }) => method !== 'getMe');
  return {
    cardsTrueAfter: cardsTrueAfter ?? after(),
    allSaidAfter: after(),
    calls: counted(calls.filter(({ outcome }) => outcome.ok).map(({ method }) => method)),
    refused: calls.filter(({ outcome }) => !outcome.ok && outcome.error_code === 429).length,
    ...(await seen(stage, weather)),
  };
}

/** Whether anything waits to be shown or said. */
async function whatIsLeft({ database: { prisma } }: Stage) {
  const dirtySince = { not: null };
  const state = { in: ['waiting', 'sending'] };
  const [updates, cards, looks, words] = await Promise.all([
    prisma.inboxUpdate.count({ where: { state: 'waiting' } }),
    prisma.projection.count({ where: { kind: 'dialog-card', dirtySince } }),
    prisma.projection.count({ where: { kind: { not: 'dialog-card' }, dirtySince } }),
    prisma.outboxMessage.count({ where: { state } }),
  ]);
  return { cards: updates + cards > 0, any: updates + cards + looks + words > 0 };
}

/** What staff read in the end. */
async function seen({ control, deskChatId, cardsChatId, viewerId }: Stage, weather: Weather) {
  const all = async (chatId: number) =>
    await control.messages({ userId: viewerId, chatId, limit: 1_000_000 });
  const inGroup = await all(deskChatId);
  const inChannel = cardsChatId === undefined ? inGroup : await all(cardsChatId);
  const threads = new Map<number, { card: string; words: number[] }>();
  const threadOf = (client: number) => {
    const thread = threads.get(client) ?? { card: '', words: [] };
    threads.set(client, thread);
    return thread;
  };
  const lost = new Set(marksOf(weather));
  for (const { text } of inChannel.filter(isCard)) {
    for (const [, client] of text.matchAll(MARK)) threadOf(Number(client)).card = text;
  }
  for (const { text } of inGroup.filter((message) => !isCard(message) && !message.forwarded)) {
    for (const [mark, client, serial] of text.matchAll(MARK)) {
      threadOf(Number(client)).words.push(Number(serial));
      lost.delete(mark);
    }
  }
  const untrue = [...threads].filter(
    ([client, { card }]) => !card.includes(lastOf(client, weather)),
  );
  return {
    lost: [...lost],
    outOfOrder: [...threads.values()].filter(({ words }) => !isRising(words)).length,
    untrueCards: untrue.length + weather.clients - threads.size,
  };
}

function isCard({ buttons, pinned }: MessageView): boolean {
  return pinned || buttons.length > 0;
}

function markOf(client: number, serial: number): string {
  return `k${client}-${serial}`;
}

function marksOf({ clients, messages }: Weather): string[] {
  return Array.from({ length: messages }, (_, n) => markOf(n % clients, Math.floor(n / clients)));
}

function lastOf(client: number, { clients, messages }: Weather): string {
  return markOf(client, Math.ceil((messages - client) / clients) - 1);
}

/** Each once, in order. */
function isRising(serials: readonly number[]): boolean {
  return serials.every((serial, index) => index === 0 || serial > (serials[index - 1] ?? 0));
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
