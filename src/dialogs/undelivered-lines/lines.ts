// «Не доставлено …» in a thread stays true: when somebody does something about the answer, wherever they
// do it, the line says what has become of it, and has no buttons any more.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type {
  Destination,
  JsonObject,
  NewMessage,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import type { MessageRepository } from '../message-repository.ts';
import { type LeftThreads, nearMessage } from '../whereabouts.ts';
import {
  type Answer,
  overtakenEvent,
  type SaidLine,
  type UndeliveredLineRepository,
} from './repository.ts';

/** The message that changes a line. */
export const UNDELIVERED_LINE = 'undelivered-line';

export interface UndeliveredLinesDeps {
  readonly lines: UndeliveredLineRepository;
  readonly messages: Pick<MessageRepository, 'get'>;
  readonly threads: LeftThreads;
  readonly clock: Clock;
}

/** To be written with whatever overtakes the lines. */
export interface Overtaken {
  readonly events: readonly NewEvent[];
  readonly messages: readonly NewMessage[];
  /** What an answer that is sent again carries along, so that its lines say what came of it. */
  readonly carried: (messageId: number) => JsonObject;
}

export type UndeliveredLines = ReturnType<typeof createUndeliveredLines>;

export function createUndeliveredLines({ lines, messages, threads, clock }: UndeliveredLinesDeps) {
  /** Such lines were said. */
  async function said(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const found: Omit<SaidLine, 'saidAt'>[] = [];
    for (const { message, settlement } of settled) {
      const answer = await messages.get(tx, Number(message.args.messageId));
      const [messageId] = settlement.status === 'sent' ? settlement.messageIds : [];
      if (!answer || settlement.status !== 'sent' || messageId === undefined) continue;
      found.push({ answer, at: { chatId: settlement.chatId, messageId } });
    }
    if (found.length > 0) await lines.note(tx, found, systemCause('delivery'), clock.now());
  }

  /** Something is done about these answers now. */
  async function overtaken(tx: Tx, answers: readonly Answer[]): Promise<Overtaken> {
    const open = answers.length > 0 ? await lines.listOpen(tx, answers) : [];
    const changes: NewMessage[] = [];
    for (const line of open) changes.push(changeOf(line, await whereIs(tx, line)));
    const ids = new Set(open.map(({ answer }) => answer.id));
    return {
      events: answers.filter(({ id }) => ids.has(id)).map(overtakenEvent),
      messages: changes,
      carried(messageId): JsonObject {
        const own = changes.filter(({ args }) => args.messageId === messageId);
        const carried = own.map(({ destination, args }) => ({ destination, args }));
        return carried.length === 0 ? {} : { lines: carried };
      },
    };
  }

  function whereIs(tx: Tx, { answer, at, saidAt }: SaidLine): Promise<Destination> {
    const { dialogId } = answer;
    return nearMessage(threads, tx, { dialogId, chatId: at.chatId, receivedAt: saidAt });
  }

  return { said, overtaken };
}

/** The changes of lines that an answer has carried along. */
export function carriedBy({ args }: SettledMessage['message']): readonly NewMessage[] {
  const carried = Array.isArray(args.lines) ? (args.lines as readonly Carried[]) : [];
  return carried.map((line) => ({ ...line, name: UNDELIVERED_LINE, rank: 'adornment' }));
}

type Carried = Pick<NewMessage, 'destination' | 'args'>;

function changeOf({ answer, at }: SaidLine, destination: Destination): NewMessage {
  const args = { messageId: answer.id, chatId: at.chatId, lineId: at.messageId };
  return { destination, name: UNDELIVERED_LINE, args, rank: 'adornment' };
}
