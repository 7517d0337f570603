// What the bot shows on messages: people's reactions of the other side, in front of its own signs, 👀 on
// what was taken and 👌 on what has reached the client. Where Telegram refuses one, it is said in words.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  type Destination,
  type MessageJob,
  type MessagePort,
  type NewMessage,
  type Outbox,
  parseDestination,
  type Rendered,
  type SettledMessage,
  type Settlement,
} from '../../platform/outbox/index.ts';
import { isBusinessChat } from '../../platform/telegram/business-chat.ts';
import type { CardRepository } from '../card-repository.ts';
import type { DeskLogRepository } from '../desk-log-repository.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import {
  CLIENT,
  isOutdated,
  type Reaction,
  SEEN,
  type Side,
  shownInThread,
  shownToClient,
  standing,
} from '../reaction.ts';
import type { ReactionRepository, SharedCopy } from '../reaction-repository.ts';
import { numberIn } from './signs.ts';

export interface ReactionPortDeps {
  readonly messages: Pick<MessageRepository, 'list' | 'get'>;
  readonly reactions: Pick<ReactionRepository, 'list' | 'copiesOf' | 'noteSigns' | 'refuse'>;
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly deskLog: Pick<DeskLogRepository, 'noteOnce'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

type Name = 'seen' | 'delivered' | 'reaction-in-thread' | 'reaction-at-client';

interface Context {
  readonly kept: ReadonlyMap<number, DialogMessage>;
  readonly copies: ReadonlyMap<string, SharedCopy>;
  readonly reactions: readonly Reaction[];
}

const CAUSE = systemCause('delivery');

/**
 * The ports of reactions and signs. Each shows what stands when it leaves, and one that a newer change
 * has overtaken is left out: however often somebody changes their mind, the last one is shown.
 */
export function createReactionPorts(deps: ReactionPortDeps): Record<Name, MessagePort> {
  const { messages, reactions, cards, deskLog, outbox, clock } = deps;
  const inThread = port('thread', refusedInThread);
  const atClient = port('client', refusedAtClient);
  return {
    delivered: inThread,
    'reaction-in-thread': inThread,
    seen: { ...atClient, settled: seen },
    'reaction-at-client': atClient,
  };

  function port(
    side: Side,
    refused: (tx: Tx, failed: readonly SettledMessage[]) => Promise<void>,
  ): MessagePort {
    return {
      render: (jobs) => render(jobs, side),
      settled: (tx, settled) => refused(tx, settled.filter(hasFailed)),
      dropped: refused,
    };
  }

  async function render(jobs: readonly MessageJob[], side: Side): Promise<Rendered[]> {
    const ids = jobs.map(messageIdOf);
    // A sign stands on the message itself: only what crosses has to know of copies.
    const crossing = jobs.filter(({ messages: [queued] }) => queued?.args.version !== undefined);
    const [kept, copies] = await Promise.all([
      messages.list(ids),
      reactions.copiesOf(crossing.map(messageIdOf)),
    ]);
    const sources = [...copies.values()].flatMap((copy) => copy.sources);
    const all = await reactions.list([...new Set([...ids, ...sources])]);
    return jobs.map((job) => renderOne(job, side, { kept, copies, reactions: all }));
  }

  async function seen(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const sent = settled.filter(({ settlement }) => settlement.status === 'sent');
    const ids = sent.map(({ message }) => numberIn(message, 'messageId'));
    if (ids.length > 0) await reactions.noteSigns(tx, ids, SEEN, clock.now());
    await refusedAtClient(tx, settled.filter(hasFailed));
  }

  /** What could not be shown in the thread is said there; that 👌 cannot be shown, once. */
  async function refusedInThread(tx: Tx, failed: readonly SettledMessage[]): Promise<void> {
    for (const one of failed) {
      const messageId = numberIn(one.message, 'messageId');
      const refused = await takeBack(tx, messageId, ({ person }) => person === CLIENT);
      const { destination } = one.message;
      if (refused) {
        const args = { messageId, version: refused.version };
        await say(tx, { destination, name: 'reaction-in-words', args });
        await showRest(tx, one, 'reaction-in-thread', args);
      } else if (isRefusal(one.settlement)) await explainRefusal(tx, one);
    }
  }

  /** Whoever of staff has reacted is told that the client does not see it. */
  async function refusedAtClient(tx: Tx, failed: readonly SettledMessage[]): Promise<void> {
    for (const one of failed) {
      const messageId = numberIn(one.message, 'messageId');
      const refused = await takeBack(tx, messageId, ({ person }) => person > CLIENT);
      const message = refused && (await messages.get(tx, messageId));
      if (!message) continue;
      const { replyTo = null, where } = one.message.args;
      const args = { messageId, version: refused.version, replyTo };
      const near = typeof where === 'string' ? (where as Destination) : null;
      const destination = near ?? threadOf(message.dialogId);
      await say(tx, { destination, name: 'reaction-not-carried', args });
      await showRest(tx, one, 'reaction-at-client', args);
    }
  }

  /** The reaction that was to be shown is not tried again. Null: there was none, or a newer one follows. */
  async function takeBack(
    tx: Tx,
    messageId: number,
    isOfSide: (reaction: Reaction) => boolean,
  ): Promise<Reaction | null> {
    const all = await reactions.list([messageId], tx);
    const candidates = all.filter((one) => isOfSide(one) && standing(one) !== null);
    const newest = candidates.toSorted((a, b) => b.version - a.version)[0];
    return newest && (await reactions.refuse(tx, newest)) ? newest : null;
  }

  /** What stood there before gives place to what stands now: a colleague's reaction, a sign, nothing. */
  async function showRest(
    tx: Tx,
    { message, settlement }: SettledMessage,
    name: Name,
    args: NewMessage['args'],
  ): Promise<void> {
    if (!isRefusal(settlement)) return;
    await say(tx, { destination: message.destination, name, args, rank: 'adornment' });
  }

  async function explainRefusal(tx: Tx, { message }: SettledMessage): Promise<void> {
    const { destination } = message;
    const { kind, id } = parseDestination(destination);
    const [thread] = kind === 'thread' ? await cards.listThreads([id], tx) : [];
    if (!thread?.deskId || !thread.chatId) return;
    const about = { chatId: thread.chatId };
    const said = { deskId: thread.deskId, type: 'reactions-refused', about } as const;
    if (!(await deskLog.noteOnce(tx, said, CAUSE, clock.now()))) return;
    await say(tx, { destination, name: 'reactions-refused', args: {} });
  }

  function say(tx: Tx, message: NewMessage): Promise<void> {
    return outbox.enqueue(tx, [message], CAUSE);
  }
}

function renderOne(
  { messages: [queued], place }: MessageJob,
  side: Side,
  { kept, copies, reactions }: Context,
): Rendered {
  const id = numberIn(queued, 'messageId');
  const message = kept.get(id);
  if (!queued || !message) return { status: 'drop', reason: 'there is no such message' };
  if (isBusinessChat(place.chatId))
    return { status: 'drop', reason: 'there are no reactions there' };
  const own = reactions.filter(({ messageId }) => messageId === id);
  const version = queued.args.version;
  if (typeof version === 'number' && isOutdated(version, side, own))
    return { status: 'drop', reason: 'a newer one follows' };
  const itself = { messageId: message.messageId, sources: [id] };
  const here = message.chatId === place.chatId ? itself : copies.get(`${id}@${place.chatId}`);
  if (!here) return { status: 'drop', reason: 'it stands elsewhere now' };
  const all = reactions.filter(({ messageId }) => here.sources.includes(messageId));
  const shown = side === 'thread' ? shownInThread(message, all) : shownToClient(all);
  const emoji = shown ?? (queued.name === 'seen' ? SEEN : null);
  const reaction = emoji === null ? [] : [{ type: 'emoji', emoji }];
  const payload = { chat_id: place.chatId, message_id: here.messageId, reaction };
  const call = { method: 'setMessageReaction', payload, repeatable: true };
  return { status: 'calls', calls: [call] };
}

function messageIdOf({ messages: [queued] }: MessageJob): number {
  return numberIn(queued, 'messageId');
}

function hasFailed({ settlement }: SettledMessage): boolean {
  return settlement.status === 'failed';
}

/** REACTION_INVALID and its like: the chat has no reactions, or not this one. */
function isRefusal(settlement: Settlement): boolean {
  if (settlement.status !== 'failed') return false;
  const { failure } = settlement;
  return failure.kind === 'bad-request' && /reaction/i.test(failure.description);
}
