// What the verbs on clients stand on, and what several of them do alike.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { roleOfStaff } from '../../rooms/rights.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';
import type { TicketTools } from '../part.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import { mayServe } from './client.ts';
import type { ClientRepository } from './repository.ts';

type Used = 'database' | 'clock' | 'outbox' | 'people' | 'rooms' | 'companies' | 'tickets' | 'sla';

export interface ClientVerbDeps extends Pick<TicketTools, Used | 'onDeadlines'> {
  readonly staff: Pick<TicketTools['staff'], 'listStaff' | 'findStaff' | 'findByUser'>;
  readonly clients: ClientRepository;
  /** What a group is called that the stock gives to a company of that name; at most 128 signs. */
  readonly titleOf: (locale: Locale, name: string) => string;
}

export interface Order {
  readonly by: Staff;
  readonly cause: Cause;
}

export type Refused = { readonly status: 'no-right' };

/** Writes what happened to a client into the log of events. */
export async function note(
  { clock }: Pick<ClientVerbDeps, 'clock'>,
  tx: Tx,
  type: string,
  about: { readonly companyId: number; readonly by: Staff | null; readonly data?: JsonObject },
  cause: Cause,
): Promise<void> {
  const { companyId: subjectId, by, data = {} } = about;
  const actor = by ? ({ actor: 'staff', actorId: by.id } as const) : SYSTEM;
  const event = { type, subject: 'client-company', subjectId, data, ...actor } as const;
  await recordEvents(tx, [event], cause, clock.now());
}

const SYSTEM = { actor: 'system', actorId: null } as const;

/** Once for each cause, by somebody who may: rights are those of the moment. */
export async function byServing<Outcome>(
  deps: Pick<ClientVerbDeps, 'database' | 'clock' | 'staff'>,
  { by, cause }: Order,
  work: (tx: Tx, by: Staff) => Promise<Outcome>,
): Promise<Outcome | Refused | Repeated> {
  return once<Outcome | Refused>(deps, cause, async (tx) => {
    const [now] = await deps.staff.findStaff([by.id], tx);
    return now && mayServe(now) ? await work(tx, now) : { status: 'no-right' };
  });
}

/** The group hears, once ever, how to ask for help. */
export async function greet(
  { clients, clock, rooms }: Pick<ClientVerbDeps, 'clients' | 'clock' | 'rooms'>,
  tx: Tx,
  company: ClientCompany,
  cause: Cause,
): Promise<void> {
  const [room] = await rooms.find(tx, [company.roomId ?? 0]);
  if (room?.state !== 'ready' || !(await clients.noteGreeted(tx, company.id, clock.now()))) return;
  await rooms.say(tx, room, 'clients-hello', { companyId: company.id }, cause);
}

/** An employee who looks after a client is in its group; told in one message. */
export async function bringIn(
  { people, rooms }: Pick<ClientVerbDeps, 'people' | 'rooms'>,
  tx: Tx,
  roomId: number,
  staff: Staff,
  cause: Cause,
): Promise<void> {
  const person = await people.meet(tx, staff);
  const role = roleOfStaff(staff);
  const ways = { roomIds: [roomId], personId: person.id, role, invitedById: null } as const;
  await rooms.leadAll(tx, person, await rooms.inviteAll(tx, ways, cause), cause);
}

/** Tells an employee in private. */
export async function tell(
  { outbox }: Pick<ClientVerbDeps, 'outbox'>,
  tx: Tx,
  to: Pick<Staff, 'userId' | 'locale'>,
  name: string,
  facts: JsonObject,
  cause: Cause,
): Promise<void> {
  await outbox.enqueue(tx, [wordsToPerson(to, name, facts)], cause);
}
