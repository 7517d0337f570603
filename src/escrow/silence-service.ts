// What a deal's silence brings: whose move it is hears of it in private, where the bot may write to them, and
// in the room otherwise; when the time is over, the room and the manager do. Nobody is called at night.

import { systemCause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { destination, type NewMessage } from '../platform/outbox/index.ts';
import { wordsFor } from '../platform/outbox/words.ts';
import type { Room, RoomMember } from '../rooms/room.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { closureAt } from '../sla/calendar.ts';
import { type Silence, silenceAt, silenceNoted } from './deadlines.ts';
import { type Escrow, type Role, type Side, whoseMove } from './escrow.ts';
import { inRoom, managersOf, type ReminderFacts, toManagers } from './notices.ts';
import type { EscrowServiceDeps } from './service.ts';
import { cardOf } from './telling.ts';

export interface SilenceServiceDeps
  extends Pick<
    EscrowServiceDeps,
    'database' | 'repository' | 'outbox' | 'clock' | 'rooms' | 'listStaff'
  > {
  /** When the company works: the hours of everybody whose own are not known. */
  readonly officeHours: BusinessCalendar;
}

const SILENCE = systemCause('escrow-silence');

/** Deals at one look. */
const AT_ONCE = 100;

export function createSilenceService(deps: SilenceServiceDeps) {
  const { database, repository, outbox, clock, rooms, listStaff, officeHours } = deps;

  /** Everything that is due by now, once. */
  async function watch(): Promise<void> {
    for (const id of await repository.listSilent(database.prisma, clock.now(), AT_ONCE)) {
      await database.inTransaction((tx) => note(tx, id));
    }
  }

  async function note(tx: Tx, escrowId: number): Promise<void> {
    const escrow = await repository.lock(tx, escrowId);
    const [room] = escrow ? await rooms.find(tx, [escrow.roomId]) : [];
    const silence = escrow && silenceAt(escrow, clock.now());
    if (!escrow || !room || !silence) return;
    await repository.save(tx, escrow, silenceNoted(escrow, silence, clock.now()), clock.now());
    await outbox.enqueue(tx, await words(tx, room, escrow, silence), SILENCE);
    // It says since when it is late.
    if (silence === 'call') await outbox.refresh(tx, [cardOf(escrow.id, room.id)]);
  }

  async function words(tx: Tx, room: Room, escrow: Escrow, silence: Silence) {
    const waited = whoseMove(escrow);
    const messages: NewMessage[] = [];
    for (const role of waited) {
      const notBefore = await awake(tx, room, role);
      const said =
        role === 'manager'
          ? await toOwnManager(tx, room, escrow, silence)
          : await toSide(tx, room, escrow, role, silence);
      messages.push(...said.map((message) => ({ ...message, notBefore })));
    }
    if (silence === 'remind' || waited.includes('manager')) return messages;
    const managers = await managersOf({ listStaff }, tx, room);
    const notBefore = await awake(tx, room, 'manager');
    const called = toManagers(managers, room, escrow, 'late');
    return [...messages, ...called.map((message) => ({ ...message, notBefore }))];
  }

  async function toOwnManager(tx: Tx, room: Room, escrow: Escrow, silence: Silence) {
    const isLate = silence === 'call';
    const managers = await managersOf({ listStaff }, tx, room, isLate ? 'above' : 'manager');
    return toManagers(managers, room, escrow, isLate ? 'own-late' : 'remind');
  }

  async function toSide(tx: Tx, room: Room, escrow: Escrow, side: Side, silence: Silence) {
    const { id: escrowId, revision } = escrow;
    if (silence === 'call') return [inRoom(room, 'escrow-late', { escrowId, revision })];
    const people = (await rooms.members(tx, [room.id])).filter(({ role }) => role === side);
    const reached = people.filter(({ person }) => person.hasStarted);
    if (reached.length === 0) return [inRoom(room, 'escrow-waits', { escrowId, revision })];
    return reached.map(({ person }) => reminder(person, { escrowId, revision, room: room.title }));
  }

  function reminder({ userId, locale }: RoomMember['person'], facts: ReminderFacts): NewMessage {
    const reader = { destination: destination('person', userId), locale };
    return wordsFor(reader, 'escrow-reminder', facts);
  }

  /** Now, or when that side's day begins. */
  async function awake(tx: Tx, room: Room, role: Role): Promise<Date> {
    const now = clock.now();
    const { companyId } = room;
    const isExporter = role === 'exporter' && companyId !== null;
    const own = isExporter ? await repository.hoursOf(tx, companyId) : null;
    return closureAt(own ?? officeHours, now)?.until ?? now;
  }

  return { watch };
}
