// What somebody is to a room of an exporter's: one of the exporter's people, or the importer whose lead it is.

import type { Person } from '../../people/person.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Room } from '../../rooms/room.ts';
import { isOut } from './ask.ts';
import type { VerbDeps } from './deps.ts';

export type Belonging = 'exporter' | 'importer' | 'blocked' | null;

export function createBelonging({ leads, sellers }: Pick<VerbDeps, 'leads' | 'sellers'>) {
  /** As of now; an importer's correspondence stays theirs whatever becomes of the exporter. */
  async function belonging(
    tx: Tx,
    { id, companyId }: Pick<Room, 'id' | 'companyId'>,
    person: Pick<Person, 'id'>,
  ): Promise<Belonging> {
    const [seller] = companyId === null ? [] : await sellers.find(tx, [companyId]);
    if (seller?.people.some((one) => one.id === person.id))
      return isOut(seller) ? 'blocked' : 'exporter';
    const [lead] = await leads.findByRooms(tx, [id]);
    return lead?.personId === person.id ? 'importer' : null;
  }

  return { belonging };
}
