// The link that hangs at a client's workplaces: whoever opens it has a way of their own into the group, as many as
// come; and the poster with it.

import type { Person, SeenPerson } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { destination } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { ClientCompany } from '../company.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import type { ClientVerbDeps } from './deps.ts';

export type EnterOutcome =
  /** Their own link into the group follows · it follows once there is a group. */
  | { readonly status: 'coming' | 'waits' }
  | { readonly status: 'already-in' | 'parted' | 'off' | 'ended' | 'no-group' | 'unknown' }
  | Repeated;

/** `told`: alone with the bot · `said`: in the group, for they have never opened the bot. */
export type PosterOutcome = { readonly status: 'told' | 'said' | 'gone' } | Repeated;

export const POSTER_FORMS = ['png', 'pdf'] as const;
export type PosterForm = (typeof POSTER_FORMS)[number];

export function createInvitation(deps: ClientVerbDeps) {
  const { database, clients, companies, rooms, people, outbox } = deps;

  /** Somebody opens the bot by the code; they read what becomes of it. */
  function enter(command: {
    readonly qrCode: string;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<EnterOutcome> {
    const { qrCode, seen, cause } = command;
    return once<EnterOutcome>(deps, cause, async (tx) => {
      const person = await people.started(tx, seen);
      const company = await clients.findByQr(tx, qrCode);
      const outcome = await letIn(tx, company, person, cause);
      if (outcome.status === 'coming') return outcome;
      const reader = { destination: destination('person', person.userId), locale: person.locale };
      const facts = { ...outcome, companyId: company?.id ?? 0 };
      await outbox.enqueue(tx, [wordsFor(reader, 'clients-entered', facts)], cause);
      return outcome;
    });
  }

  async function letIn(
    tx: Tx,
    company: ClientCompany | null,
    person: Person,
    cause: Cause,
  ): Promise<Exclude<EnterOutcome, Repeated>> {
    if (!company) return { status: 'unknown' };
    if (company.endedAt) return { status: 'ended' };
    if (!company.qrEnabled) return { status: 'off' };
    const { roomId } = company;
    if (roomId === null) return { status: 'no-group' };
    // The poster hangs on the wall; whoever was shown the door does not come back by it.
    if (await clients.wasParted(tx, roomId, person.id)) return { status: 'parted' };
    const asClient = { roomId, personId: person.id, role: 'client', invitedById: null } as const;
    const invited = await rooms.invite(tx, asClient, cause);
    if (!('entryId' in invited)) {
      return { status: invited.status === 'already-in' ? 'already-in' : 'ended' };
    }
    await rooms.lead(tx, invited.entryId, person, cause);
    const [room] = await rooms.find(tx, [roomId]);
    return { status: room?.state === 'ready' ? 'coming' : 'waits' };
  }

  /** The poster of the client whose group this room is, for whoever asks; they are in the group. */
  function poster(command: {
    readonly roomId: number;
    readonly userId: number;
    readonly locale: Locale;
    readonly form: PosterForm;
    readonly cause: Cause;
  }): Promise<PosterOutcome> {
    const { roomId, userId, locale, form, cause } = command;
    return once<PosterOutcome>(deps, cause, async (tx) => {
      const [company] = await companies.findByRoom(tx, [roomId]);
      if (!company) return { status: 'gone' };
      const alone = await mayBeTold(tx, userId);
      const to = alone ? destination('person', userId) : destination('room', roomId);
      const facts = { companyId: company.id };
      await outbox.enqueue(
        tx,
        [wordsFor({ destination: to, locale }, `clients-poster-${form}`, facts)],
        cause,
      );
      return { status: alone ? 'told' : 'said' };
    });
  }

  /** Employees have opened the bot, or they would be none. */
  async function mayBeTold(tx: Tx, userId: number): Promise<boolean> {
    const [person] = await people.findByUser(tx, [userId]);
    return person?.hasStarted === true || (await deps.staff.findByUser(tx, userId)) !== null;
  }

  const clientOfRoom = async (roomId: number) =>
    (await companies.findByRoom(database.prisma, [roomId]))[0] ?? null;
  return { enter, poster, clientOfRoom };
}
