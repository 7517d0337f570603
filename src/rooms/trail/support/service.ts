// Support is called in a room, and answers there: the room is a client of the desk. A second call while
// one is open goes into the same dialog.

import type { Content } from '../../../dialogs/content.ts';
import type { Dialogs } from '../../../dialogs/index.ts';
import type { Cause } from '../../../platform/cause.ts';
import { systemCause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { destination, type PlacedProjection } from '../../../platform/outbox/index.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import type { EntryService, InviteOutcome } from '../../entry-service.ts';
import type { Room } from '../../room.ts';
import { type Acting, type Actors, belongs, roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import type { WrittenMessage } from '../messages/service.ts';
import type { AdditionRepository } from './addition-repository.ts';
import { placeOf, type Reason, type SupportAddition, type SupportCall } from './call.ts';
import type { SupportRepository } from './repository.ts';
import { signed } from './signed.ts';

/** The projection of a call in its room: the message by which it was called. */
export const SUPPORT = 'room-support';
/** The channel on which rooms are clients of the desk. */
export const ROOM_CHANNEL = 'room';

export interface SupportServiceDeps
  extends Pick<TrailBase, 'database' | 'outbox' | 'clock' | 'rooms' | 'people'> {
  readonly calls: SupportRepository;
  readonly additions: AdditionRepository;
  readonly actorIn: Actors;
  readonly t: Translate;
  readonly dialogs: Pick<Dialogs['service'], 'receive' | 'edit' | 'messagesAt'>;
  /** The language of the desk; null: there is no desk yet. */
  readonly deskLocale: (tx: Tx) => Promise<Locale | null>;
  readonly defaultLocale: Locale;
  readonly entries: Pick<EntryService, 'invite' | 'lead'>;
}

type Repeated = { readonly status: 'repeated' };

export type CallOutcome = Repeated | { readonly status: 'called' | 'added' | 'gone' | 'stranger' };

const PASSING = systemCause('support-call');

export type SupportService = ReturnType<typeof createSupportService>;

export function createSupportService(deps: SupportServiceDeps) {
  const { database, outbox, clock, rooms, people, calls, dialogs, entries } = deps;
  const { additions, actorIn, t, deskLocale, defaultLocale } = deps;
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
    const open = await calls.findOpen(roomId);
    if (open && !isSame(open.at, at)) return await callAgain(command);
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const actor = await actorIn(tx, roomId, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const personId = actor.person.id;
      const id = await calls.insert(tx, { roomId, personId, reason, ...at }, clock.now());
      if (id === null) return { status: 'added' };
      const event = roomEvent('support-called', roomId, personId, { reason, callId: id });
      await recordEvents(tx, [event], cause, clock.now());
      await outbox.hang(tx, [{ ...shownOf({ id, roomId }), messageId: at.messageId }]);
      await draw(tx, { id, roomId });
      return { status: 'called' };
    });
  }

  /**
   * For other features, in their transaction: something that happened in the room calls support. Where it is
   * called already, it reads that in the dialog it has.
   */
  async function callFor(tx: Tx, asked: Omit<SupportAddition, 'id'>, cause: Cause): Promise<void> {
    const { roomId, personId, reason } = asked;
    const id = await calls.insertPlaceless(tx, asked, clock.now());
    if (id === null) await additions.insert(tx, asked, clock.now());
    const callId = id ?? (await calls.findOpen(roomId, tx))?.id ?? 0;
    const event = roomEvent('support-called', roomId, personId, { reason, callId });
    await recordEvents(tx, [event], cause, clock.now());
    if (id !== null) await draw(tx, { id, roomId });
  }

  async function callAgain(command: Parameters<typeof call>[0]): Promise<CallOutcome> {
    const { roomId, by, reason, at, cause } = command;
    const [room] = await rooms.find(prisma, [roomId]);
    if (!room) return { status: 'gone' };
    const actor = await database.inTransaction((tx) => actorIn(tx, roomId, by));
    if (!belongs(actor)) return { status: 'stranger' };
    const locale = (await deskLocale(prisma)) ?? defaultLocale;
    const text = wordsOf(locale, 'support-again', { room, reason, caller: actor.person.name });
    const { status } = await receive(cause, room, at, { kind: 'text', text, entities: [] });
    return { status: status === 'repeated' ? 'repeated' : 'added' };
  }

  function wordsOf(
    locale: Locale,
    key: 'support-call' | 'support-again',
    facts: { readonly room: Room; readonly reason: Reason; readonly caller: string },
  ): string {
    const reason = t(locale, `support-reason-${facts.reason}`);
    return t(locale, key, { reason, title: facts.room.title, name: facts.caller });
  }

  /** As a message of a client: the room is one. */
  function receive(
    cause: Cause,
    room: Room,
    at: SupportCall['at'],
    content: Content,
    more: { readonly saidAt?: Date; readonly replyTo?: SupportCall['at'] | null } = {},
  ) {
    const person = {
      externalId: String(room.id),
      name: room.title,
      username: null,
      locale: room.locales[0] ?? defaultLocale,
    };
    const { saidAt = clock.now(), replyTo = null } = more;
    const said = { cause, channel: ROOM_CHANNEL, person, at, saidAt, content };
    return dialogs.receive({ ...said, mediaGroupId: null, replyTo });
  }

  /** Puts a call on the desk; done again after a crash, it is there once. */
  async function passOn(call: SupportCall): Promise<void> {
    const { id, roomId, at } = call;
    const dialogId = await tellDesk('support-call', call, at);
    if (dialogId === null) return;
    const locale = (await deskLocale(prisma)) ?? defaultLocale;
    await database.inTransaction(async (tx) => {
      if (!(await calls.setDialog(tx, id, dialogId))) return;
      const context = {
        destination: destination('thread', dialogId),
        name: 'room-support-context',
      };
      await outbox.enqueue(tx, [{ ...context, args: { callId: id, locale } }], PASSING);
      await draw(tx, { id, roomId });
    });
  }

  /** The same of what is said besides; where its dialog is over, it goes on in a new one. */
  async function passOnMore(more: SupportAddition): Promise<void> {
    const dialogId = await tellDesk('support-again', more, placeOf(more));
    const [latest] = await calls.latest([more.roomId]);
    if (dialogId !== null && latest && latest.dialogId !== dialogId) {
      await goOn(more.roomId, dialogId);
    }
    await database.inTransaction((tx) => additions.setPassed(tx, more.id, clock.now()));
  }

  /** @returns the dialog in which it stands, also if it was said before; null: there is nobody to name */
  async function tellDesk(
    key: 'support-call' | 'support-again',
    { roomId, personId, reason }: SupportAddition,
    at: SupportCall['at'],
  ): Promise<number | null> {
    const [room] = await rooms.find(prisma, [roomId]);
    const [person] = await people.find(prisma, [personId]);
    if (!room || !person) return null;
    const locale = (await deskLocale(prisma)) ?? defaultLocale;
    const text = wordsOf(locale, key, { room, reason, caller: person.name });
    const outcome = await receive(PASSING, room, at, { kind: 'text', text, entities: [] });
    if (outcome.status === 'received') return outcome.dialogId;
    const [known] = await dialogs.messagesAt(prisma, at);
    return known?.dialogId ?? null;
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
    const outcome = await receive(cause, room, { chatId, messageId }, content, more);
    if (outcome.status === 'received' && outcome.opened === 'new')
      await goOn(room.id, outcome.dialogId);
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

  /** What support was asked long ago goes on in a dialog of its own. */
  async function goOn(roomId: number, dialogId: number): Promise<void> {
    const [call] = await calls.latest([roomId]);
    if (!call) return;
    await database.inTransaction(async (tx) => {
      await calls.moveOn(tx, call.id, dialogId);
      await calls.follow(tx, dialogId, null);
      await draw(tx, call);
    });
  }

  /** The dialogs of calls have changed on the desk: their rooms see how they stand now. */
  async function follow(
    tx: Tx,
    changed: readonly { readonly dialogId: number; readonly closedAt: Date | null }[],
  ): Promise<void> {
    for (const { dialogId, closedAt } of changed) {
      const call = await calls.follow(tx, dialogId, closedAt);
      if (call) await draw(tx, call);
    }
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

  async function draw(tx: Tx, call: Pick<SupportCall, 'id' | 'roomId'>): Promise<void> {
    await outbox.refresh(tx, [shownOf(call)]);
    await rooms.redraw(tx, [call.roomId]);
  }

  /** The room has another chat: a call that is not over stands there, too. */
  async function showAnew(tx: Tx, roomId: number): Promise<void> {
    const open = await calls.findOpen(roomId, tx);
    if (open) await draw(tx, open);
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
    listToPassOn,
    listMoreToPassOn: additions.listToPassOn,
  };
}

/** What shows a call in its room. */
function shownOf({ id, roomId }: Pick<SupportCall, 'id' | 'roomId'>): PlacedProjection {
  return { kind: SUPPORT, subjectId: id, destination: destination('room', roomId) };
}

function isSame(one: SupportCall['at'], other: SupportCall['at']): boolean {
  return one.chatId === other.chatId && one.messageId === other.messageId;
}
