// A client's message has come in. The hot path: what arrives at the same time is worked through
// together, by one set of statements, and a single message takes the very same way.

import type { Clients, MetAddress } from '../../clients/index.ts';
import { createBatcher } from '../../platform/batcher.ts';
import type { Cause } from '../../platform/cause.ts';
import { type Database, isStorageTrouble, type Tx } from '../../platform/database/index.ts';
import { settleCauses } from '../../platform/inbox/index.ts';
import { meantBy } from '../content/meant.ts';
import { isBareThanks, type ThanksWords, wordsOf } from '../content.ts';
import { type Dialog, hearFirst, receive, type Said } from '../dialog.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import type { DialogWriter } from '../dialog-writer.ts';
import type { MessageRepository } from '../message-repository.ts';
import { type AutoReplyDeps, createAutoReplies } from './auto-reply.ts';
import {
  askedAt,
  eventsOf,
  openedBy,
  type ReceivedMessage,
  type Step,
  sayingsOf,
  toChange,
  toRow,
} from './received.ts';

export type { ReceivedMessage } from './received.ts';

export type ReceiveOutcome =
  /** It came before: nothing has changed. */
  | { readonly status: 'repeated' }
  | {
      readonly status: 'received';
      readonly dialogId: number;
      readonly opened: 'new' | 'again' | 'no';
    };

export interface ReceiveDeps extends AutoReplyDeps {
  readonly database: Database;
  readonly dialogs: DialogRepository;
  readonly messages: MessageRepository;
  readonly clients: Pick<Clients['service'], 'meet'>;
  readonly writer: DialogWriter;
  /** For how long after closing a client's words open the same dialog again. */
  readonly reopenHours: number;
  readonly thanksWords: ThanksWords;
}

/**
 * Resolves when the message is kept with all that follows from it. One that cannot be kept does not
 * spoil the others of its batch.
 */
export function createReceiveMessage(
  deps: ReceiveDeps,
): (message: ReceivedMessage) => Promise<ReceiveOutcome> {
  const { database, dialogs, messages, clients, writer, clock, reopenHours, thanksWords } = deps;
  const autoReplies = createAutoReplies(deps);

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
      for (const { message, dialog, received } of await receiveWave(tx, wave)) {
        const opened = openedBy(received);
        outcomes.set(message, { status: 'received', dialogId: dialog.id, opened });
      }
    }
    return batch.map((message) => outcomes.get(message) ?? { status: 'repeated' });
  }

  /** Without updates that were handled before, and without messages that are kept already. */
  async function freshOnes(tx: Tx, batch: readonly ReceivedMessage[]): Promise<ReceivedMessage[]> {
    const causes = batch.map((message) => message.cause);
    const undone = await settleCauses(tx, causes, clock.now());
    const addresses = batch.map((message) => message.at);
    const known = await messages.findKnown(tx, addresses);
    return batch.filter(
      ({ at }, index) => undone[index] && !known.has(`${at.chatId}/${at.messageId}`),
    );
  }

  /** One message of each client at most. */
  async function receiveWave(tx: Tx, wave: readonly ReceivedMessage[]): Promise<readonly Step[]> {
    const people = wave.map(({ channel, person }) => ({ channel, ...person }));
    const met = await clients.meet(tx, people);
    const last = await dialogs.lockLast(
      tx,
      met.map((address) => address.addressId),
    );
    const begun = await albumsBegun(tx, wave, [...last.values()]);
    const plans = wave.map((message, index) => {
      const address = met[index] as MetAddress;
      const before = last.get(address.addressId) ?? null;
      const album = begun.get(`${before?.id}/${message.mediaGroupId}`);
      const said = saidBy(message, album);
      const answered = said === 'album-part' && album?.answered === true;
      const at = askedAt(message, clock.now());
      const received = receive(before, {
        said,
        now: at,
        // What was closed on another desk than they write to now is not gone on with there.
        reopenHours: isElsewhere(before, address) ? Number.NEGATIVE_INFINITY : reopenHours,
      });
      return { message, address, said, answered, before, received, askedAt: at };
    });
    const opened = await openNew(tx, plans);
    const steps = plans.map((plan): Step => {
      if (plan.received.status !== 'new') return { ...plan, dialog: plan.received.dialog };
      const dialog = opened.get(plan.address.addressId) as Dialog;
      return { ...plan, before: null, dialog: hearFirst(dialog, plan.askedAt) };
    });
    await keep(tx, steps);
    return steps;
  }

  /** Albums of which a part is kept, as «dialog/album», and whether all that is kept is answered. */
  async function albumsBegun(
    tx: Tx,
    wave: readonly ReceivedMessage[],
    last: readonly Dialog[],
  ): Promise<ReadonlyMap<string, Album>> {
    const albums = wave.flatMap(({ mediaGroupId }) => mediaGroupId ?? []);
    if (albums.length === 0) return new Map();
    return messages.albumsBegun(
      tx,
      last.map(({ id }) => id),
      albums,
    );
  }

  function saidBy({ content }: ReceivedMessage, album: Album | undefined): Said {
    // Words that come after their album was answered have been read by nobody: they are a question.
    const isNews = album?.answered === true && wordsOf(content) !== '';
    if (album && !isNews) return 'album-part';
    if (isBareThanks(content, thanksWords)) return 'thanks';
    return content.kind === 'text' ? 'question' : 'wordless';
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
    const replies: (number | null)[] = [];
    for (const step of steps) replies.push(await replyTarget(tx, step));
    const ids = await messages.insert(
      tx,
      steps.map((step, index) => toRow(step, replies[index] ?? null)),
    );
    const now = clock.now();
    await writer.write(
      tx,
      {
        changes: steps.map(toChange),
        events: steps.flatMap((step, index) => eventsOf(step, ids[index] as number)),
        messages: [
          ...steps.flatMap((step, index) => sayingsOf(step, ids[index] as number, now)),
          ...(await autoReplies(tx, steps)),
        ],
      },
      steps[0]?.message.cause as Cause,
    );
  }

  /** What stands in the thread of an older dialog cannot be replied to in this one. */
  async function replyTarget(tx: Tx, { message, dialog }: Step): Promise<number | null> {
    if (!message.replyTo) return null;
    const here = await messages.findAllAt(tx, message.replyTo);
    const target = meantBy(here, message.content.quote);
    return target?.dialogId === dialog.id ? target.id : null;
  }
}

/** Whether the client has chosen another desk since. */
function isElsewhere(before: Dialog | null, { deskId }: MetAddress): boolean {
  return before !== null && deskId !== null && before.deskId !== deskId;
}

/** An album of which a part is kept. */
interface Album {
  readonly answered: boolean;
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
