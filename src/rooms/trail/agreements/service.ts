// A message becomes an agreement, both sides confirm it, and whatever becomes of the message later, the
// agreement stays as it was fixed.

import type { Person } from '../../../people/person.ts';
import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { destination } from '../../../platform/outbox/index.ts';
import type { Room } from '../../room.ts';
import { type Acting, type Actor, type Actors, belongs, roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import type { KeptMessage } from '../messages/kept.ts';
import type { MessagePlace } from '../messages/repository.ts';
import type { RoomMessageService, WrittenMessage } from '../messages/service.ts';
import {
  type Agreement,
  type Confirming,
  confirm,
  type Withdrawing,
  withdraw,
} from './agreement.ts';
import type { AgreementRepository, PlacedAgreement } from './repository.ts';

/** The projection of an agreement in its room. */
export const AGREEMENT = 'room-agreement';

export interface AgreementServiceDeps
  extends Pick<TrailBase, 'database' | 'outbox' | 'clock' | 'rooms' | 'people'> {
  readonly agreements: AgreementRepository;
  readonly messages: Pick<RoomMessageService, 'keepIn' | 'keptAt'>;
  readonly actorIn: Actors;
}

type Repeated = { readonly status: 'repeated' };

export type FixOutcome =
  | Repeated
  | { readonly status: 'fixed' }
  | { readonly status: 'already'; readonly number: number }
  /** Whoever asks is nobody in this room. */
  | { readonly status: 'stranger' }
  /** The bot has said it of its own. */
  | { readonly status: 'of-bot' };

export type PressOutcome<Done> =
  | Repeated
  | Done
  | { readonly status: 'gone' | 'stranger' | 'room-closed' };

/** A word about an agreement, with whoever said the same before. */
export type ConfirmOutcome =
  | PressOutcome<Exclude<Confirming, { status: 'confirmed' | 'already' }>>
  | { readonly status: 'confirmed' }
  | { readonly status: 'already'; readonly by: string };

export type AgreementService = ReturnType<typeof createAgreementService>;

/** The verbs on agreements; each settles its cause. */
export function createAgreementService(deps: AgreementServiceDeps) {
  const { database, outbox, clock, rooms, people, agreements, messages, actorIn } = deps;

  /** `/agree` in reply to a message of a person, or to what the bot has said for one, known by its place. */
  async function fix(command: {
    readonly cause: Cause;
    readonly room: Room;
    readonly by: Acting;
    readonly message: WrittenMessage | MessagePlace;
  }): Promise<FixOutcome> {
    const { cause, room, by, message } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const actor = await actorIn(tx, room.id, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const kept = await keptOf(tx, message);
      if (!kept) return { status: 'of-bot' };
      const known = await agreements.ofMessage(tx, kept.id);
      if (known) {
        await draw(tx, known);
        return { status: 'already', number: known.number };
      }
      const id = await insert(tx, room, kept, actor);
      await note(tx, 'agreement-fixed', room.id, actor.person.id, id, cause);
      await draw(tx, { id, roomId: room.id });
      return { status: 'fixed' };
    });
  }

  function keptOf(tx: Tx, message: WrittenMessage | MessagePlace): Promise<KeptMessage | null> {
    return 'by' in message ? messages.keepIn(tx, message) : messages.keptAt(tx, message);
  }

  async function insert(tx: Tx, room: Room, kept: KeptMessage, actor: Actor): Promise<number> {
    const partnerId = partnerOf(room, kept, actor);
    const fixedById = actor.person.id;
    return agreements.insert(
      tx,
      { roomId: room.id, message: kept, partnerId, fixedById },
      clock.now(),
    );
  }

  async function confirmed(command: {
    readonly cause: Cause;
    readonly agreementId: number;
    readonly by: Acting;
  }): Promise<ConfirmOutcome> {
    const { cause, by } = command;
    return onAgreement<ConfirmOutcome>(command, async (tx, { agreement }, room) => {
      const actor = await actorIn(tx, room.id, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const { person, role } = actor;
      const outcome = confirm(agreement, room.kind, { personId: person.id, role }, clock.now());
      if (outcome.status === 'already') {
        const [before] = await people.find(tx, [outcome.deed.byId]);
        return { status: 'already', by: before?.name ?? '' };
      }
      if (outcome.status !== 'confirmed') return outcome;
      await save(tx, 'agreement-confirmed', outcome.agreement, person, cause);
      const { exporter, other } = outcome.agreement.confirmed;
      if (exporter && other) await say(tx, 'room-agreement-done', outcome.agreement, cause);
      return { status: 'confirmed' };
    });
  }

  async function withdrawn(command: {
    readonly cause: Cause;
    readonly agreementId: number;
    readonly by: Acting;
  }): Promise<PressOutcome<{ readonly status: Withdrawing['status'] }>> {
    const { cause, by } = command;
    return onAgreement(command, async (tx, { agreement }, room) => {
      const actor = await actorIn(tx, room.id, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const who = { personId: actor.person.id, mayAll: actor.isStaff };
      const outcome = withdraw(agreement, who, clock.now());
      if (outcome.status !== 'withdrawn') return outcome;
      await save(tx, 'agreement-withdrawn', outcome.agreement, actor.person, cause);
      return { status: 'withdrawn' };
    });
  }

  /** Its author has changed a message: where it is an agreement, that stays as it was, and the room hears so. */
  async function noteReworded(tx: Tx, { id }: KeptMessage, cause: Cause, at: Date): Promise<void> {
    const agreement = await agreements.ofMessage(tx, id);
    if (!agreement || agreement.withdrawn) return;
    await agreements.update(tx, { ...agreement, changedAt: agreement.changedAt ?? at });
    await draw(tx, agreement);
    if (!agreement.changedAt) await say(tx, 'room-agreement-changed', agreement, cause);
  }

  async function onAgreement<Outcome>(
    { cause, agreementId }: { readonly cause: Cause; readonly agreementId: number },
    work: (tx: Tx, placed: PlacedAgreement, room: Room) => Promise<Outcome>,
  ): Promise<Outcome | Repeated | { readonly status: 'gone' | 'room-closed' }> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const placed = await agreements.lock(tx, agreementId);
      const [room] = placed ? await rooms.find(tx, [placed.agreement.roomId]) : [];
      if (!placed || !room) return { status: 'gone' };
      return room.closed ? { status: 'room-closed' } : await work(tx, placed, room);
    });
  }

  async function save(
    tx: Tx,
    type: string,
    agreement: Agreement,
    { id }: Person,
    cause: Cause,
  ): Promise<void> {
    await agreements.update(tx, agreement);
    await note(tx, type, agreement.roomId, id, agreement.id, cause);
    await draw(tx, agreement);
  }

  async function note(
    tx: Tx,
    type: string,
    roomId: number,
    byId: number,
    agreementId: number,
    cause: Cause,
  ): Promise<void> {
    await recordEvents(tx, [roomEvent(type, roomId, byId, { agreementId })], cause, clock.now());
  }

  /** The room has another chat: what waits to be confirmed stands there, too. */
  async function showAnew(tx: Tx, roomId: number): Promise<void> {
    for (const agreement of await agreements.listOpen(tx, roomId)) await draw(tx, agreement);
  }

  async function draw(tx: Tx, { id, roomId }: Pick<Agreement, 'id' | 'roomId'>): Promise<void> {
    const shown = { kind: AGREEMENT, subjectId: id, destination: destination('room', roomId) };
    await outbox.refresh(tx, [shown]);
  }

  async function say(tx: Tx, name: string, { id, roomId }: Agreement, cause: Cause) {
    const said = { destination: destination('room', roomId), name, args: { agreementId: id } };
    await outbox.enqueue(tx, [said], cause);
  }

  return {
    fix,
    confirm: confirmed,
    withdraw: withdrawn,
    noteReworded,
    showAnew,
    page: agreements.page,
  };
}

/** In a personal room what a partner wrote or fixed is agreed with that partner, and with nobody else. */
function partnerOf({ kind }: Room, kept: KeptMessage, { person, role }: Actor): number | null {
  if (kind !== 'personal') return null;
  if (kept.role === 'partner') return kept.personId;
  return role === 'partner' ? person.id : null;
}
