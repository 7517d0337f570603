// What the verbs on leads are given.

import type { PeopleService } from '../../people/index.ts';
import type { Person } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import {
  destination,
  type JsonObject,
  type NewMessage,
  type Outbox,
} from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Lead } from '../lead.ts';
import type { LeadRepository } from '../lead-repository.ts';
import type { ProductRepository } from '../product-repository.ts';
import type { SellerRepository } from '../seller-repository.ts';

export interface VerbDeps {
  readonly database: Database;
  readonly leads: LeadRepository;
  readonly products: ProductRepository;
  readonly sellers: SellerRepository;
  readonly people: Pick<PeopleService, 'started' | 'meet' | 'find' | 'findByUser'>;
  readonly rooms: Pick<
    Rooms['service'],
    | 'open'
    | 'invite'
    | 'lead'
    | 'reopenFor'
    | 'redraw'
    | 'say'
    | 'find'
    | 'members'
    | 'roleOf'
    | 'wasTakenOut'
  >;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  /** The desk at which leads are shown; null: the company has none yet. */
  readonly deskId: (tx: Tx) => Promise<number | null>;
  /** New leads of one importer within a day. */
  readonly leadsPerDay: number;
  /** Working minutes of the exporter to a reminder, and as many again to the manager. */
  readonly answerMinutes: number;
  /** When managers work. */
  readonly officeHours: BusinessCalendar;
  /** Has the date that an exporter promised watched over. False: they have promised one before. */
  readonly addCheckpoint: (tx: Tx, promise: PromisedOffer, cause: Cause) => Promise<boolean>;
}

export interface PromisedOffer {
  readonly leadId: number;
  readonly roomId: number;
  readonly title: string;
  readonly dueAt: Date;
  /** The person who promised. */
  readonly personId: number;
}

export const LEAD_LINE = 'lead-line';
export const LEAD_CARD = 'lead-desk';

/** Of what was said about a lead who stands behind it. */
export type By =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'staff'; readonly id: number }
  | { readonly kind: 'system'; readonly id: null };

export const SYSTEM: By = { kind: 'system', id: null };

export async function note(
  { clock }: Pick<VerbDeps, 'clock'>,
  tx: Tx,
  leadId: number,
  event: { readonly type: string; readonly by?: By; readonly data?: JsonObject },
  cause: Cause,
): Promise<void> {
  const { type, by = SYSTEM, data = {} } = event;
  const row = { type, subject: 'lead', subjectId: leadId, data } as const;
  await recordEvents(tx, [{ ...row, actor: by.kind, actorId: by.id }], cause, clock.now());
}

/** The same to whoever has this way in, as soon as it leads somewhere. */
export function toEntry(
  entryId: number,
  { locale }: Pick<Person, 'locale'>,
  name: string,
  facts: JsonObject,
): NewMessage {
  const reader = { destination: destination('entry', entryId), locale };
  return wordsFor(reader, name, { ...facts, entryId });
}

/** The employee who answers for an exporter, else all who may decide. */
export async function responsible(
  { listStaff }: Pick<VerbDeps, 'listStaff'>,
  tx: Tx,
  managerId: number | null,
): Promise<readonly Staff[]> {
  const everybody = await listStaff(tx);
  const manager = everybody.find(({ id }) => id === managerId);
  if (manager) return [manager];
  return everybody.filter(({ role }) => role === 'supervisor' || role === 'admin');
}

/** Has everything drawn anew that shows a lead: the room's card, the line at the exporter's, the desk's. */
export async function redraw(
  { outbox, rooms, sellers, deskId }: Pick<VerbDeps, 'outbox' | 'rooms' | 'sellers' | 'deskId'>,
  tx: Tx,
  { id: subjectId, companyId, roomId }: Pick<Lead, 'id' | 'companyId' | 'roomId'>,
): Promise<void> {
  if (roomId !== null) await rooms.redraw(tx, [roomId]);
  const [seller] = await sellers.find(tx, [companyId]);
  const desk = await deskId(tx);
  const shown = [
    ...(seller?.personalRoomId && roomId !== null
      ? [{ kind: LEAD_LINE, subjectId, destination: destination('room', seller.personalRoomId) }]
      : []),
    ...(desk === null
      ? []
      : [{ kind: LEAD_CARD, subjectId, destination: destination('desk', desk) }]),
  ];
  // A crowd of leads must not hold up the cards of clients who wait.
  await outbox.refreshAtLeisure(tx, shown);
}
