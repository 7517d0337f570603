// What every verb on exporters works with, and what it leaves behind.

import type { People } from '../../people/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { Destination, JsonObject, Outbox } from '../../platform/outbox/index.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Company } from '../exporter.ts';
import type { CompanyPeopleRepository } from '../people-repository.ts';
import type { CompanyRepository } from '../repository.ts';

/** What exporters ask of the rooms. */
export type RoomDoor = Pick<
  Rooms['service'],
  | 'open'
  | 'inviteAll'
  | 'lead'
  | 'leadAll'
  | 'withdraw'
  | 'part'
  | 'setManager'
  | 'rename'
  | 'redraw'
>;

export interface VerbDeps {
  readonly database: Database;
  readonly companies: CompanyRepository;
  readonly belonging: CompanyPeopleRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly people: People['service'];
  readonly rooms: RoomDoor;
  readonly listStaff: (tx?: Tx) => Promise<Staff[]>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<Staff[]>;
  /** Where staff read of exporters; null: there is no desk yet. */
  readonly deskId: (tx: Tx) => Promise<number | null>;
  /** Whose marketplace it is: stands in the titles of groups. */
  readonly companyName: string;
  /** Exporters whom the marketplace has announced need no decision of staff. */
  readonly autoConfirm: boolean;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  /** When employees work. */
  readonly officeHours: BusinessCalendar;
  /** An exporter is confirmed and has people: what has waited for that goes on. */
  readonly onAtWork: (tx: Tx, companyId: number, cause: Cause) => Promise<void>;
  /** An exporter was blocked or rejected: nobody waits for it any more. */
  readonly onOut: (tx: Tx, companyId: number, cause: Cause) => Promise<void>;
}

/** The projection of an exporter's card at the desk; its subject is the exporter's number. */
export const EXPORTER_CARD = 'exporter-card';

/** Who did it, as the log has it. */
export type Actor =
  | { readonly kind: 'staff'; readonly staff: Staff }
  | { readonly kind: 'person'; readonly personId: number }
  | { readonly kind: 'system' };

export const SYSTEM: Actor = { kind: 'system' };

export type NotDone = { readonly status: 'repeated' } | { readonly status: 'unknown' };

/** Leaves in the log what happened to an exporter. */
export async function note(
  tx: Tx,
  { clock }: Pick<VerbDeps, 'clock'>,
  type: string,
  { id }: Pick<Company, 'id'>,
  actor: Actor,
  cause: Cause,
  data: JsonObject = {},
): Promise<void> {
  const event: NewEvent = {
    type,
    subject: 'company',
    subjectId: id,
    actor: actor.kind,
    actorId: numberOf(actor),
    data,
  };
  await recordEvents(tx, [event], cause, clock.now());
}

/** The number of whoever did it. */
export function numberOf(actor: Actor): number | null {
  if (actor.kind === 'staff') return actor.staff.id;
  return actor.kind === 'person' ? actor.personId : null;
}

export interface Listener {
  readonly userId: number;
  readonly locale: Locale;
}

/** Where the card of an exporter stands. */
export function cardAt(companyId: number, place: Destination) {
  return { kind: EXPORTER_CARD, subjectId: companyId, destination: place };
}
