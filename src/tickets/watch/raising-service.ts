// What has waited too long is raised, once: it stands at the desk without a sound, and whoever answers for the room is
// told. How long that is, and by which hours, is asked when it is due, so that a changed contract holds at once.

import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Room } from '../../rooms/room.ts';
import { addWorkingTime, quietUntil } from '../../sla/calendar.ts';
import type { Sla } from '../../sla/index.ts';
import type { SlaCalendar } from '../../sla/plan.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { NewHeld, NoticeRepository } from '../notices/repository.ts';
import type { Notices, OpenFor } from '../notices/service.ts';
import type { OpenWait, WaitRepository } from './wait-repository.ts';
import type { Waits } from './waits-service.ts';

export interface RaisingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sla: Pick<Sla, 'terms'>;
  readonly rooms: Pick<Rooms['service'], 'find'>;
  readonly companies: Pick<CompanyRepository, 'findByRoom'>;
  readonly waits: WaitRepository;
  readonly notices: Pick<NoticeRepository, 'wasTold'>;
  readonly telling: Pick<Notices, 'hold' | 'postAtDesk'>;
  readonly endIn: Waits['endIn'];
  /** Working minutes, where no contract says otherwise. */
  readonly raiseMinutes: number;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly supervisors: (tx?: Tx) => Promise<readonly Staff[]>;
  /** Where it stands for all; null: there is no desk. */
  readonly deskId: (tx: Tx) => Promise<number | null>;
}

interface Around {
  readonly room: Room;
  /** Null: it is nobody's whose support we are. */
  readonly company: ClientCompany | null;
}

const AT_ONCE = 100;
/** How soon an unanswered buyer is looked at again, of whom leads take care. */
const LEAD_MS = 5 * 60_000;

export function createRaising(deps: RaisingDeps) {
  const { database, clock, sla, rooms, companies, waits, telling } = deps;

  /** The sweep. */
  async function raiseDue(): Promise<void> {
    for (const roomId of await waits.listClosed(database.prisma)) {
      await database.inTransaction((tx) => close(tx, roomId));
    }
    for (const roomId of await waits.listDue(database.prisma, clock.now(), AT_ONCE)) {
      await database.inTransaction((tx) => look(tx, roomId));
    }
  }

  async function look(tx: Tx, roomId: number): Promise<void> {
    const wait = await waits.lockOf(tx, roomId);
    const now = clock.now();
    if (!wait?.lookAt || wait.lookAt > now) return;
    const [around] = (await aroundOf(tx, [roomId])).values();
    if (!around || isClosed(around)) return await close(tx, roomId);
    if (around.room.kind === 'product' && (await isWithLeads(tx, wait, now))) return;
    const calendar = calendarOf(around);
    const minutes = around.company?.raiseMinutes ?? deps.raiseMinutes;
    const due = addWorkingTime(calendar.hours, wait.since, minutes);
    const lookAt = due > now ? due : quietUntil(calendar.hours, now);
    if (lookAt) return await waits.save(tx, wait.id, { lookAt });
    await raise(tx, wait, around, calendar);
  }

  async function close(tx: Tx, roomId: number): Promise<void> {
    await deps.endIn(tx, roomId, {}, { outcome: 'closed', staffId: null });
  }

  /** Before a buyer's first answer leads remind the seller, and then call whoever answers for them: nobody rings twice. */
  async function isWithLeads(tx: Tx, wait: OpenWait, now: Date): Promise<boolean> {
    const first = await waits.firstAnswerIn(tx, wait.roomId);
    if (first === null) return false;
    if (first === 'owed') {
      await waits.save(tx, wait.id, { lookAt: new Date(now.getTime() + LEAD_MS) });
      return true;
    }
    // An answer that the bot has said for the seller is nobody's message there.
    const which = { roles: ['importer'], by: first } as const;
    const how = { outcome: 'answered', staffId: null } as const;
    return (await deps.endIn(tx, wait.roomId, which, how)) !== null;
  }

  async function raise(
    tx: Tx,
    { id: waitId, since }: OpenWait,
    around: Around,
    calendar: SlaCalendar,
  ): Promise<void> {
    await waits.save(tx, waitId, { lookAt: null, raisedAt: clock.now() });
    const desk = await deps.deskId(tx);
    if (desk !== null) await telling.postAtDesk(tx, desk, waitId);
    const held: NewHeld[] = [];
    for (const { id: staffId } of await readersOf(tx, around)) {
      // Whoever has read of it in the evening is not called once more.
      if (await deps.notices.wasTold(tx, staffId, { waitId, since })) continue;
      held.push({ staffId, waitId, calendarId: calendar.id });
    }
    await telling.hold(tx, held);
  }

  /** Whoever answers for the room; where nobody does who works here, supervisors. */
  async function readersOf(tx: Tx, { room, company }: Around): Promise<readonly Staff[]> {
    const managerId = company?.managerId ?? room.managerId;
    const own = managerId === null ? [] : await deps.findStaff([managerId], tx);
    return own.length > 0 ? own : await deps.supervisors(tx);
  }

  /** What each employee answers for of all that is open now. */
  const openFor: OpenFor = async (tx) => {
    const open = await waits.listOpen(tx);
    const all = await aroundOf(
      tx,
      open.map(({ roomId }) => roomId),
    );
    const found = new Map<number, number[]>();
    for (const { id, roomId } of open) {
      const around = all.get(roomId);
      if (!around || isClosed(around)) continue;
      for (const { id: staffId } of await readersOf(tx, around)) {
        found.set(staffId, [...(found.get(staffId) ?? []), id]);
      }
    }
    return found;
  };

  async function aroundOf(
    tx: Tx,
    roomIds: readonly number[],
  ): Promise<ReadonlyMap<number, Around>> {
    const clients = await companies.findByRoom(tx, roomIds);
    return new Map(
      (await rooms.find(tx, roomIds)).map((room) => {
        const company = clients.find(({ roomId }) => roomId === room.id) ?? null;
        return [room.id, { room, company }];
      }),
    );
  }

  function calendarOf({ company }: Around): SlaCalendar {
    return sla.terms.of(company ?? { planId: null, calendarId: null }).calendar;
  }

  return { raiseDue, openFor };
}

/** Nobody is owed anything there any more. */
function isClosed({ room, company }: Around): boolean {
  return room.closed !== null || (room.kind === 'support' && (company?.endedAt ?? null) !== null);
}
