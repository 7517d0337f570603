// A client's message has come in. The hot path: what arrives at the same time is worked through
// together, by one set of statements, and a single message takes the very same way.

import type { Clients, MetAddress } from '../../clients/index.ts';
import { createBatcher } from '../../platform/batcher.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Database, isStorageTrouble, type Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCauses } from '../../platform/inbox/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { type Content, isBareThanks, wordsOf } from '../content.ts';
import { type Dialog, hearFirst, type Received, receive, type Said } from '../dialog.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import { type DialogChange, type DialogWriter, threadOf } from '../dialog-writer.ts';
import type { MessageAddress, NewDialogMessage, Purpose } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';

/** How long an album waits for its next part, in milliseconds. */
export const ALBUM_GAP_MS = 1_000;

export interface ReceivedMessage {
  readonly cause: Cause;
  readonly channel: string;
  readonly person: {
    readonly externalId: string;
    readonly name: string;
    readonly username: string | null;
    readonly locale: Locale;
  };
  readonly at: MessageAddress;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  readonly replyTo: MessageAddress | null;
}

export type ReceiveOutcome =
  /** It came before: nothing has changed. */
  | { readonly status: 'repeated' }
  | {
      readonly status: 'received';
      readonly dialogId: number;
      readonly opened: 'new' | 'again' | 'no';
    };

export interface ReceiveDeps {
  readonly database: Database;
  readonly dialogs: DialogRepository;
  readonly messages: MessageRepository;
  readonly clients: Pick<Clients['service'], 'meet'>;
  readonly writer: DialogWriter;
  readonly clock: Clock;
  /** For how long after closing a client's words open the same dialog again. */
  readonly reopenHours: number;
  /** Words that only thank, in small letters. */
  readonly thanksWords: ReadonlySet<string>;
}

interface Step {
  readonly message: ReceivedMessage;
  readonly address: MetAddress;
  readonly said: Said;
  readonly received: Received;
  readonly before: Dialog | null;
  readonly dialog: Dialog;
}

export function createReceiveMessage(
  deps: ReceiveDeps,
): (message: ReceivedMessage) => Promise<ReceiveOutcome> {
  const { database, dialogs, messages, clients, writer, clock, reopenHours, thanksWords } = deps;

  return createBatcher<ReceivedMessage, ReceiveOutcome>({
    most: 200,
    sideBySide: database.kind === 'embedded' ? 1 : 2,
    repeatAlone: (error) => !isStorageTrouble(error),
    run: (batch) => database.inTransaction((tx) => receiveAll(tx, batch)),
  });

  async function receiveAll(tx: Tx, batch: readonly ReceivedMessage[]): Promise<ReceiveOutcome[]> {
    const outcomes = new Map<ReceivedMessage, ReceiveOutcome>();
    const fresh = await freshOnes(tx, batch);
    for (const wave of wavesOf(fresh)) {
      for (const step of await receiveWave(tx, wave)) {
        outcomes.set(step.message, {
          status: 'received',
          dialogId: step.dialog.id,
          opened: openedBy(step.received),
        });
      }
    }
    return batch.map((message) => outcomes.get(message) ?? { status: 'repeated' });
  }

  /** Without updates that were handled before, and without messages that are kept already. */
  async function freshOnes(tx: Tx, batch: readonly ReceivedMessage[]): Promise<ReceivedMessage[]> {
    const undone = await settleCauses(
      tx,
      batch.map((message) => message.cause),
      clock.now(),
    );
    const known = await messages.findKnown(
      tx,
      batch.map((message) => message.at),
    );
    return batch.filter(
      (message, index) =>
        undone[index] && !known.has(`${message.at.chatId}/${message.at.messageId}`),
    );
  }

  /** One message of each client at most. */
  async function receiveWave(tx: Tx, wave: readonly ReceivedMessage[]): Promise<readonly Step[]> {
    const met = await clients.meet(
      tx,
      wave.map(({ channel, person }) => ({ channel, ...person })),
    );
    const last = await dialogs.lockLast(
      tx,
      met.map((address) => address.addressId),
    );
    const plans = wave.map((message, index) => {
      const address = met[index] as MetAddress;
      const before = last.get(address.addressId) ?? null;
      const said = saidBy(message.content);
      return {
        message,
        address,
        said,
        before,
        received: receive(before, { said, now: clock.now(), reopenHours }),
      };
    });
    const opened = await openNew(tx, plans);
    const steps = plans.map((plan) => {
      if (plan.received.status !== 'new') return { ...plan, dialog: plan.received.dialog };
      return {
        ...plan,
        before: null,
        dialog: hearFirst(opened.get(plan.address.addressId) as Dialog, clock.now()),
      };
    });
    await keep(tx, steps);
    return steps;
  }

  async function openNew(
    tx: Tx,
    plans: readonly Pick<Step, 'message' | 'address' | 'received'>[],
  ): Promise<Map<number, Dialog>> {
    const begun = plans.flatMap(({ message, address, received }) =>
      received.status === 'new'
        ? [{ ...address, channel: message.channel, previousId: received.previousId }]
        : [],
    );
    const created = await dialogs.insert(tx, begun, clock.now());
    return new Map(created.map((dialog) => [dialog.addressId, dialog]));
  }

  async function keep(tx: Tx, steps: readonly Step[]): Promise<void> {
    const replies = await Promise.all(steps.map((step) => replyTarget(tx, step.message)));
    const ids = await messages.insert(
      tx,
      steps.map((step, index) => toRow(step, replies[index] ?? null)),
    );
    await writer.write(
      tx,
      {
        changes: steps.map(toChange),
        events: steps.flatMap((step, index) => eventsOf(step, ids[index] as number)),
        messages: steps.flatMap((step, index) => messagesOf(step, ids[index] as number)),
      },
      steps[0]?.message.cause as Cause,
    );
  }

  async function replyTarget(tx: Tx, { replyTo }: ReceivedMessage): Promise<number | null> {
    return replyTo ? ((await messages.findAt(tx, replyTo))?.id ?? null) : null;
  }

  function saidBy(content: Content): Said {
    if (isBareThanks(content, thanksWords)) return 'thanks';
    return content.kind === 'text' ? 'question' : 'wordless';
  }

  function toRow(
    { message, said, received, dialog }: Step,
    replyToId: number | null,
  ): NewDialogMessage {
    return {
      dialogId: dialog.id,
      author: 'client',
      staffId: null,
      purpose: purposeOf(said, received),
      chatId: message.at.chatId,
      messageId: message.at.messageId,
      content: message.content,
      mediaGroupId: message.mediaGroupId,
      replyToId,
      receivedAt: clock.now(),
      delivery: null,
    };
  }

  function messagesOf(
    { message, received, dialog, address }: Step,
    messageId: number,
  ): NewMessage[] {
    const album = message.mediaGroupId
      ? {
          groupKey: message.mediaGroupId,
          notBefore: new Date(clock.now().getTime() + ALBUM_GAP_MS),
        }
      : {};
    const toClient = destination('client', address.addressId);
    const replies: NewMessage[] = [];
    if (message.content.kind === 'unsupported') {
      replies.push({
        destination: toClient,
        name: 'not-carried',
        args: { type: message.content.type },
      });
    }
    if (received.status === 'rating-words')
      replies.push({ destination: toClient, name: 'words-kept', args: {} });
    // A reply, a picture, words to a rating: only plain words may leave together with others.
    const alone =
      message.content.kind !== 'text' ||
      message.replyTo !== null ||
      received.status === 'rating-words';
    return [
      {
        destination: threadOf(dialog.id),
        name: 'client-said',
        args: { messageId, alone },
        ...album,
      },
      ...replies,
    ];
  }
}

/** Messages of one client follow each other: each in a wave of its own. */
function wavesOf(batch: readonly ReceivedMessage[]): ReceivedMessage[][] {
  const waves: ReceivedMessage[][] = [];
  const seen = new Map<string, number>();
  for (const message of batch) {
    const key = `${message.channel}/${message.person.externalId}`;
    const wave = seen.get(key) ?? 0;
    seen.set(key, wave + 1);
    waves[wave] ??= [];
    waves[wave].push(message);
  }
  return waves;
}

function purposeOf(said: Said, received: Received): Purpose {
  if (received.status === 'rating-words') return 'rating-words';
  return said === 'thanks' && received.status !== 'new' ? 'thanks' : 'question';
}

function toChange({ before, dialog, received, message }: Step): DialogChange {
  if (received.status !== 'rating-words') return { before, after: dialog };
  return { before, after: { ...dialog, ratingWords: wordsOf(message.content) } };
}

function openedBy(received: Received): 'new' | 'again' | 'no' {
  if (received.status === 'new') return 'new';
  return received.status === 'continued' && received.reopened ? 'again' : 'no';
}

function eventsOf({ received, dialog, said, address }: Step, messageId: number): NewEvent[] {
  const by = {
    subject: 'dialog',
    subjectId: dialog.id,
    actor: 'client',
    actorId: address.clientId,
  } as const;
  const type =
    received.status === 'rating-words' ? 'rating-words' : said === 'thanks' ? 'thanked' : 'asked';
  const opened = openedBy(received);
  const opening: NewEvent[] =
    opened === 'no' ? [] : [{ ...by, type: opened === 'new' ? 'opened' : 'reopened' }];
  return [...opening, { ...by, type, data: { messageId } }];
}
