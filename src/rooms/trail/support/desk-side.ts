// A call for support on its way to the desk, and how it stands there. The room is a client of the desk.

import type { Content } from '../../../dialogs/content.ts';
import type { Dialogs } from '../../../dialogs/index.ts';
import type { Cause } from '../../../platform/cause.ts';
import { systemCause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { destination, type PlacedProjection } from '../../../platform/outbox/index.ts';
import type { Room } from '../../room.ts';
import type { TrailBase } from '../deps.ts';
import type { AdditionRepository } from './addition-repository.ts';
import { placeOf, type Reason, type SupportAddition, type SupportCall } from './call.ts';
import type { SupportRepository } from './repository.ts';

/** The projection of a call in its room: the message by which it was called. */
export const SUPPORT = 'room-support';
/** The channel on which rooms are clients of the desk. */
const ROOM_CHANNEL = 'room';

export interface DeskSideDeps
  extends Pick<TrailBase, 'database' | 'outbox' | 'clock' | 'rooms' | 'people'> {
  readonly calls: SupportRepository;
  readonly additions: AdditionRepository;
  readonly t: Translate;
  readonly dialogs: Pick<Dialogs['service'], 'receive' | 'edit' | 'messagesAt'>;
  /** The language of the desk; null: there is no desk yet. */
  readonly deskLocale: (tx: Tx) => Promise<Locale | null>;
  readonly defaultLocale: Locale;
}

/** A dialog whose client is a room. */
export interface ChangedDialog {
  readonly dialogId: number;
  readonly addressId: number;
  readonly closedAt: Date | null;
}

const PASSING = systemCause('support-call');

export function createDeskSide(deps: DeskSideDeps) {
  const { database, outbox, clock, rooms, people, calls, additions, dialogs } = deps;
  const { t, deskLocale, defaultLocale } = deps;
  const { prisma } = database;

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

  /** The same of what is said besides. */
  async function passOnMore(more: SupportAddition): Promise<void> {
    await tellDesk('support-again', more, placeOf(more));
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

  /**
   * Dialogs of rooms have changed on the desk, or were opened: the rooms see how their calls stand now. What
   * support is asked after the end goes on in a dialog of its own.
   */
  async function follow(tx: Tx, changed: readonly ChangedDialog[]): Promise<void> {
    for (const { dialogId, addressId, closedAt } of changed) {
      const call =
        (await calls.follow(tx, dialogId, closedAt)) ??
        (closedAt === null ? await goOn(tx, dialogId, addressId) : null);
      if (call) await draw(tx, call);
    }
  }

  /** Null: the latest call of that room is not over, it waits for its own dialog. */
  async function goOn(tx: Tx, dialogId: number, addressId: number): Promise<SupportCall | null> {
    const over = await calls.latestOver(tx, addressId);
    if (!over) return null;
    await calls.moveOn(tx, over.id, dialogId);
    return calls.follow(tx, dialogId, null);
  }

  async function draw(tx: Tx, call: Pick<SupportCall, 'id' | 'roomId'>): Promise<void> {
    await outbox.refresh(tx, [shownOf(call)]);
    await rooms.redraw(tx, [call.roomId]);
  }

  return { passOn, passOnMore, receive, follow, draw };
}

/** What shows a call in its room. */
export function shownOf({ id, roomId }: Pick<SupportCall, 'id' | 'roomId'>): PlacedProjection {
  return { kind: SUPPORT, subjectId: id, destination: destination('room', roomId) };
}
