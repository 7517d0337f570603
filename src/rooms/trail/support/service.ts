// Support is called in a room, and answers there. A second call while one is open goes into the same dialog.

import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import type { Locale } from '../../../platform/i18n.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { destination } from '../../../platform/outbox/index.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import type { EntryService, InviteOutcome } from '../../entry-service.ts';
import type { Room } from '../../room.ts';
import { type Acting, type Actors, belongs, roomEvent } from '../actor.ts';
import type { WrittenMessage } from '../messages/service.ts';
import type { Reason, SupportAddition, SupportCall } from './call.ts';
import { createDeskSide, type DeskSideDeps, shownOf } from './desk-side.ts';
import { signed } from './signed.ts';

export interface SupportServiceDeps extends DeskSideDeps {
  readonly actorIn: Actors;
  readonly entries: Pick<EntryService, 'invite' | 'lead'>;
}

type Repeated = { readonly status: 'repeated' };

export type CallOutcome =
  | Repeated
  | { readonly status: 'called' | 'stranger' }
  /** Support is called already; it reads this, too (`added`), or knows it (`again`). */
  | {
      readonly status: 'added' | 'again';
      /** What was pressed shows that call by now. */
      readonly isCard: boolean;
    };

/** Whoever presses the same once more within this time, in milliseconds, says nothing new. */
const TWICE_MS = 60_000;

export type SupportService = ReturnType<typeof createSupportService>;

export function createSupportService(deps: SupportServiceDeps) {
  const { database, outbox, clock, rooms, calls, additions, dialogs, entries } = deps;
  const { actorIn, t, deskLocale, defaultLocale } = deps;
  const { receive, draw, passOn, passOnMore, follow } = createDeskSide(deps);
  const { prisma } = database;

  /** Somebody in a room says why they need support, by a press on the question. */
  async function call(command: {
    readonly cause: Cause;
    readonly roomId: number;
    readonly by: Acting;
    readonly reason: Reason;
    readonly at: SupportCall['at'];
  }): Promise<CallOutcome> {
    const { cause, roomId, by, reason, at } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const actor = await actorIn(tx, roomId, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const asked = { roomId, personId: actor.person.id, reason };
      const id = await calls.insert(tx, { ...asked, ...at }, clock.now());
      if (id === null) return await callAgain(tx, asked, at, cause);
      await noteCalled(tx, asked, id, cause);
      await outbox.hang(tx, [{ ...shownOf({ id, roomId }), messageId: at.messageId }]);
      await draw(tx, { id, roomId });
      return { status: 'called' };
    });
  }

  /** Support is called already: what it does not know yet it reads in the dialog it has. */
  async function callAgain(
    tx: Tx,
    asked: Omit<SupportAddition, 'id'>,
    at: SupportCall['at'],
    cause: Cause,
  ): Promise<CallOutcome> {
    const open = await calls.findOpen(asked.roomId, tx);
    // The card of that call stands where its question was: pressed twice, it must not be taken away.
    const isCard = open !== null && (await outbox.shownBy(tx, shownOf(open))) === at.messageId;
    const since = new Date(clock.now().getTime() - TWICE_MS);
    const isKnown =
      (open !== null && isTwice(open, asked, since)) || (await additions.has(tx, asked, since));
    if (isKnown) return { status: 'again', isCard };
    await additions.insert(tx, asked, clock.now());
    await noteCalled(tx, asked, open?.id ?? 0, cause);
    return { status: 'added', isCard };
  }

  async function noteCalled(
    tx: Tx,
    { roomId, personId, reason }: Omit<SupportAddition, 'id'>,
    callId: number,
    cause: Cause,
  ): Promise<void> {
    const event = roomEvent('support-called', roomId, personId, { reason, callId });
    await recordEvents(tx, [event], cause, clock.now());
  }

  /**
   * For other features, in their transaction: something that happened in the room calls support. Where it is
   * called already, it reads that in the dialog it has.
   */
  async function callFor(tx: Tx, asked: Omit<SupportAddition, 'id'>, cause: Cause): Promise<void> {
    const { roomId } = asked;
    const id = await calls.insertPlaceless(tx, asked, clock.now());
    if (id === null) await additions.insert(tx, asked, clock.now());
    await noteCalled(tx, asked, id ?? (await calls.findOpen(roomId, tx))?.id ?? 0, cause);
    if (id !== null) await draw(tx, { id, roomId });
  }

  /**
   * Somebody in the room answers what support has said there: support hears it. False: it is no answer
   * to support.
   */
  async function hear(cause: Cause, room: Room, said: WrittenMessage): Promise<boolean> {
    const { chatId, messageId, replyTo, by } = said;
    if (replyTo === null) return false;
    const answered = { chatId, messageId: replyTo };
    const known = await dialogs.messagesAt(prisma, answered);
    if (known.length === 0 && !(await showsCall(room.id, replyTo))) return false;
    const locale = (await deskLocale(prisma)) ?? defaultLocale;
    const who = await speakerOf(room.id, by, locale);
    const content = signed(said.content, who);
    const more = { saidAt: said.saidAt, replyTo: answered };
    await receive(cause, room, { chatId, messageId }, content, more);
    return true;
  }

  /** Whether this message shows how the room's latest call stands. */
  async function showsCall(roomId: number, messageId: number): Promise<boolean> {
    const [call] = await calls.latest([roomId]);
    return call !== undefined && (await outbox.shownBy(prisma, shownOf(call))) === messageId;
  }

  /** Somebody has changed what support has heard. False: it has not. */
  async function hearChanged(cause: Cause, room: Room, said: WrittenMessage): Promise<boolean> {
    const { chatId, messageId, by } = said;
    const at = { chatId, messageId };
    if ((await dialogs.messagesAt(prisma, at)).length === 0) return false;
    const locale = (await deskLocale(prisma)) ?? defaultLocale;
    const content = signed(said.content, await speakerOf(room.id, by, locale));
    const editedAt = said.editedAt ?? clock.now();
    await dialogs.edit({ cause, at, editedAt, content, asNote: false });
    return true;
  }

  async function speakerOf(roomId: number, by: WrittenMessage['by'], locale: Locale) {
    const member = 'userId' in by ? await rooms.roleOf(prisma, roomId, by.userId) : null;
    const name = plainName(by.name, '…');
    return member ? `${name} (${t(locale, `room-role-${member.role}`)})` : name;
  }

  /** An employee wants to come into the room: their own way in, told in private. */
  async function enter(command: {
    readonly cause: Cause;
    readonly callId: number;
    readonly by: Acting;
  }): Promise<Repeated | { readonly status: InviteOutcome['status'] | 'gone' | 'no-right' }> {
    const { cause, callId, by } = command;
    if (!by.isStaff) return { status: 'no-right' };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const found = await calls.find(callId, tx);
      if (!found) return { status: 'gone' };
      const { person } = await actorIn(tx, found.roomId, by);
      const way = { roomId: found.roomId, personId: person.id, role: 'support' } as const;
      const outcome = await entries.invite(tx, { ...way, invitedById: null }, cause);
      if ('entryId' in outcome) await entries.lead(tx, outcome.entryId, person, cause);
      return { status: outcome.status };
    });
  }

  /** The room has another chat: a call that is not over stands there, too. */
  async function showAnew(tx: Tx, roomId: number): Promise<void> {
    const open = await calls.findOpen(roomId, tx);
    if (open) await draw(tx, open);
  }

  /** The room is closed: whoever was called reads so where they answer, and ends that themselves. */
  async function roomClosed(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const open = await calls.findOpen(roomId, tx);
    if (!open?.dialogId) return;
    const locale = (await deskLocale(tx)) ?? defaultLocale;
    const args = { callId: open.id, locale };
    const thread = destination('thread', open.dialogId);
    await outbox.enqueue(tx, [{ destination: thread, name: 'room-support-closed', args }], cause);
  }

  const { listToPassOn } = calls;
  return {
    call,
    callFor,
    passOn,
    passOnMore,
    hear,
    hearChanged,
    follow,
    enter,
    showAnew,
    roomClosed,
    listToPassOn,
    listMoreToPassOn: additions.listToPassOn,
  };
}

/** The same person has called for the same reason just now. */
function isTwice(
  { personId, reason, calledAt }: SupportCall,
  asked: Omit<SupportAddition, 'id'>,
  since: Date,
): boolean {
  return personId === asked.personId && reason === asked.reason && calledAt > since;
}
