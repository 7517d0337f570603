// Somebody has changed their reaction on a message. It crosses to the other side, and does nothing
// else: it starts no clock, opens nothing and is no answer.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Destination, destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { DeskLogRepository } from '../desk-log-repository.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress } from '../message.ts';
import { CLIENT, hasReactions, isSettable, type Reaction, toldOf } from '../reaction.ts';
import type { ReactionRepository } from '../reaction-repository.ts';
import { type LeftThreads, nearMessage } from '../whereabouts.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export interface React {
  readonly cause: Cause;
  readonly at: MessageAddress;
  /** Null: the client. */
  readonly staff: Staff | null;
  /** All that they show on it now, the newest last; see {@link Reaction}. */
  readonly reactions: readonly string[];
}

export interface ReactDeps extends VerbDeps {
  readonly reactions: ReactionRepository;
  readonly deskLog: Pick<DeskLogRepository, 'noteOnce'>;
  readonly threads: LeftThreads;
}

export type ReactOutcome =
  | NotDone
  /** Between staff: a note, a colleague's words. It reaches no client. */
  | { readonly status: 'inside' }
  /** The client's channel has no reactions. */
  | { readonly status: 'not-there' }
  | { readonly status: 'unchanged' }
  | { readonly status: 'crosses' };

type Change = Pick<Reaction, 'messageId' | 'version' | 'reactions'> & {
  readonly before: Reaction | null;
};

/** `gone`: the message at that place is not kept. */
export function createReact(deps: ReactDeps): (command: React) => Promise<ReactOutcome> {
  const { database, messages, reactions, deskLog, threads, writer, clock } = deps;

  return async (command) => {
    const found = await messages.findAt(database.prisma, command.at);
    if (!found) return { status: 'gone' };
    return onDialog<ReactOutcome>(deps, command.cause, found.dialogId, async (tx, dialog) => {
      const message = await messages.get(tx, found.id);
      if (!message || !mayCross(message, command.staff)) return { status: 'inside' };
      return hasReactions(dialog.channel)
        ? await cross(tx, command, dialog, message)
        : await explain(tx, command, dialog, message);
    });
  };

  /** Once for a dialog: whoever goes on reacting knows. */
  async function explain(
    tx: Tx,
    { cause, at }: React,
    { id: dialogId, deskId }: Dialog,
    { receivedAt }: DialogMessage,
  ): Promise<ReactOutcome> {
    const once = { deskId: deskId ?? 0, type: 'no-reactions-there', about: { dialogId } } as const;
    if (await deskLog.noteOnce(tx, once, cause, clock.now())) {
      const args = { replyTo: at.messageId };
      const where = await nearMessage(threads, tx, { dialogId, chatId: at.chatId, receivedAt });
      const said = [{ destination: where, name: 'no-reactions-there', args }];
      await writer.write(tx, { changes: [], events: [], messages: said }, cause);
    }
    return { status: 'not-there' };
  }

  async function cross(
    tx: Tx,
    command: React,
    dialog: Dialog,
    message: DialogMessage,
  ): Promise<ReactOutcome> {
    const { staff, cause, at } = command;
    const { id: messageId, receivedAt } = message;
    const person = staff?.id ?? CLIENT;
    const before = await reactions.find(tx, messageId, person);
    if (sameList(before?.reactions ?? [], command.reactions)) return { status: 'unchanged' };
    const now = { messageId, person, reactions: command.reactions };
    const version = await reactions.put(tx, now, clock.now());
    const event = {
      type: 'reacted',
      subject: 'dialog',
      subjectId: dialog.id,
      actor: staff ? 'staff' : 'client',
      actorId: staff?.id ?? dialog.clientId,
      data: { messageId, reactions: command.reactions },
    } as const;
    const change = { messageId, version, reactions: command.reactions, before };
    const standing = {
      dialogId: dialog.id,
      chatId: staff ? at.chatId : message.chatId,
      receivedAt,
    };
    const where = await nearMessage(threads, tx, standing);
    const said = staff
      ? toClient(dialog, change, { where, replyTo: at.messageId })
      : await toThread(tx, dialog, change, where);
    await writer.write(tx, { changes: [], events: [event], messages: said }, cause);
    return { status: 'crosses' };
  }

  /** Where the dialog has left the message behind, those who have it now read of it in words. */
  async function toThread(
    tx: Tx,
    { id }: Dialog,
    { messageId, version, reactions: shown, before }: Change,
    where: Destination,
  ): Promise<NewMessage[]> {
    const place = { destination: threadOf(id), args: { messageId, version } };
    const isLeft = where !== place.destination;
    if (isLeft && shown.length > 0)
      await reactions.refuse(tx, { messageId, person: CLIENT, version });
    const told = before ? toldOf(before) : [];
    const isTold = isLeft || hasNews(shown, told) || (shown.length === 0 && told.length > 0);
    return [
      { ...place, name: 'reaction-in-thread', rank: 'adornment' },
      ...(isTold ? [{ ...place, name: 'reaction-in-words' }] : []),
    ];
  }
}

/** A reaction on what the client has said, or on the employee's own answer. */
function mayCross({ author, purpose, staffId }: DialogMessage, staff: Staff | null): boolean {
  if (author === 'client' || staff === null) return author === 'client' || purpose === 'answer';
  return purpose === 'answer' && staffId === staff.id;
}

/** `near`: where its author reads that it cannot be shown, if it cannot. */
function toClient(
  { addressId }: Dialog,
  { messageId, version, reactions, before }: Change,
  near: { readonly where: Destination; readonly replyTo: number },
): NewMessage[] {
  const args = { messageId, version, ...near };
  const client = destination('client', addressId);
  const told = before ? toldOf(before) : [];
  return [
    { destination: client, name: 'reaction-at-client', args, rank: 'adornment' },
    ...(hasNews(reactions, told)
      ? [{ destination: near.where, name: 'reaction-not-carried', args }]
      : []),
  ];
}

/** Whether there is one among them that the bot cannot set, and nobody was told of. */
function hasNews(reactions: readonly string[], told: readonly string[]): boolean {
  return reactions.some((one) => !isSettable(one) && !told.includes(one));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
