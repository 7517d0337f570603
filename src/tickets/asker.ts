// Who asks for something in a client's group, and whether they may: the company's people and whoever works here.

import type { PeopleService } from '../people/index.ts';
import type { Person, SeenPerson } from '../people/person.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Rooms } from '../rooms/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { TicketActor } from './change.ts';

/** Whoever writes or presses, as the handler sees them. */
export interface Asker {
  readonly seen: SeenPerson;
  /** The staff table's word; null: they do not work here. */
  readonly staff: Staff | null;
}

/** Somebody who may. */
export interface Standing {
  readonly person: Person;
  readonly isStaff: boolean;
  readonly actor: TicketActor;
}

export interface StandingDeps {
  readonly rooms: Pick<Rooms['service'], 'roleOf'>;
  readonly people: Pick<PeopleService, 'meet'>;
}

/** Null: they are none of the company's people in that room, and do not work here. */
export type StandIn = (tx: Tx, roomId: number, asker: Asker) => Promise<Standing | null>;

export function createStandIn({ rooms, people }: StandingDeps): StandIn {
  return async (tx, roomId, { seen, staff }) => {
    if (staff) {
      const person = await people.meet(tx, seen);
      return { person, isStaff: true, actor: { kind: 'staff', id: staff.id } };
    }
    const member = await rooms.roleOf(tx, roomId, seen.userId);
    if (member?.role !== 'client') return null;
    const { person } = member;
    return { person, isStaff: false, actor: { kind: 'person', id: person.id } };
  };
}
