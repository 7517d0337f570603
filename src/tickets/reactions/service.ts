// An employee reacts to a message: 👀 makes a ticket of a client's message, or takes the one to which it belongs; 👌 says
// that a ticket is done. Whoever takes the reaction away within a minute undoes what it did; later the card has buttons.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Asker } from '../asker.ts';
import type { FilingOutcome, FilingService } from '../intake/filing-service.ts';
import type { IntakeRepository } from '../intake/repository.ts';
import type { MessagePlace } from '../message.ts';
import type { TicketMessageRepository } from '../message-repository.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';
import type { ActOutcome } from '../verbs/act.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import type { SignKey, SignRepository } from './repository.ts';
import { DONE, type KeptSign, type SignChange, TAKE, UNDONE_WITHIN_MS } from './sign.ts';

export interface SignServiceDeps extends Pick<TicketTools, 'service' | 'companies'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly rooms: Pick<Rooms['service'], 'members'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly messages: Pick<TicketMessageRepository, 'ticketAt'>;
  readonly intake: Pick<IntakeRepository, 'partsOf'>;
  readonly filing: Pick<FilingService, 'fileIn'>;
  readonly signs: SignRepository;
}

export interface SignCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly asker: Asker;
  readonly at: MessagePlace;
  readonly change: SignChange;
  /** By Telegram's clock. */
  readonly reactedAt: Date;
  /** The client's group in which it is; null: the thread of `ticketId`. */
  readonly roomId: number | null;
  readonly ticketId: number | null;
  /** Who reads what was not done. */
  readonly reader: Reader;
}

/** What is to be said in words; null: the cards say it. */
type Told = { readonly key: string; readonly ticketId: number | null } | null;
export type SignOutcome = { readonly status: 'used' | 'of-no-use' } | Repeated;

/** The type of what is not asked about. */
const OTHER = 'other';

export type SignService = ReturnType<typeof createSignService>;

export function createSignService(deps: SignServiceDeps) {
  const { outbox, tickets, messages, service, signs } = deps;

  /** `of-no-use`: it means nothing to tickets, and others may hear of it. */
  async function react(command: SignCommand): Promise<SignOutcome> {
    if (!(await isOfUse(command))) return { status: 'of-no-use' };
    return once<SignOutcome>(deps, command.cause, async (tx) => {
      const told = command.change.isPut ? await put(tx, command) : await takenAway(tx, command);
      if (told) {
        const facts = { key: told.key, number: told.ticketId ? ticketNumber(told.ticketId) : '' };
        await outbox.enqueue(tx, [wordsFor(command.reader, 'ticket-sign', facts)], command.cause);
      }
      return { status: 'used' };
    });
  }

  async function isOfUse(command: SignCommand): Promise<boolean> {
    const { prisma } = deps.database;
    const { change, roomId, at } = command;
    if (!change.isPut) {
      const sign = await signs.find(prisma, keyOf(command));
      return sign !== null && sign.undoneAt === null;
    }
    if (await ticketOf(prisma, command)) return true;
    if (change.sign === DONE || roomId === null) return false;
    const [said] = await deps.intake.partsOf(prisma, at);
    if (!said) return true;
    const members = await deps.rooms.members(prisma, [roomId]);
    return members.some(({ person, role }) => person.id === said.personId && role === 'client');
  }

  async function put(tx: Tx, command: SignCommand): Promise<Told> {
    const ticket = await ticketOf(tx, command);
    if (!ticket) return command.change.sign === TAKE ? await open(tx, command) : null;
    return command.change.sign === TAKE
      ? await take(tx, command, ticket)
      : await done(tx, command, ticket);
  }

  /** What turned out to be another ticket is meant there. */
  async function ticketOf(tx: Tx, { at, ticketId }: SignCommand): Promise<KeptTicket | null> {
    const id = ticketId ?? (await messages.ticketAt(tx, at));
    const [ticket = null] = id === null ? [] : await tickets.find(tx, [id]);
    const into = ticket?.mergedIntoId ?? null;
    return into === null ? ticket : ((await tickets.find(tx, [into]))[0] ?? null);
  }

  async function done(tx: Tx, command: SignCommand, { id }: KeptTicket): Promise<Told> {
    // The client is not called before it can no longer be undone.
    const untold = { undoableUntil: new Date(command.reactedAt.getTime() + UNDONE_WITHIN_MS) };
    const act = { ticketId: id, action: 'done', ...byOf(command), ...untold } as const;
    return await kept(tx, command, await service.actIn(tx, act), 'done');
  }

  async function take(tx: Tx, command: SignCommand, ticket: KeptTicket): Promise<Told> {
    const act = { ticketId: ticket.id, ...byOf(command) };
    // A reaction made it, and was taken away: now it is meant.
    const isBack = ticket.status === 'cancelled' && (await signs.wasTakenBack(tx, ticket.id));
    if (isBack) await service.actIn(tx, { ...act, action: 'reopen' });
    const outcome = await service.actIn(tx, { ...act, action: 'take' });
    if (outcome.status === 'no-longer') return { key: 'over', ticketId: ticket.id };
    return await kept(tx, command, outcome, 'take');
  }

  async function kept(
    tx: Tx,
    command: SignCommand,
    outcome: ActOutcome,
    deed: 'take' | 'done',
  ): Promise<Told> {
    if (outcome.status !== 'done') return null;
    const { before, ticket } = outcome;
    await signs.put(tx, keyOf(command), {
      ...{ ticketId: ticket.id, deed, revision: ticket.revision, reactedAt: command.reactedAt },
      ...{ statusBefore: before.status, responsibleBefore: before.responsibleId },
    });
    return null;
  }

  /** Of what a client has said; an album whole. */
  async function open(tx: Tx, command: SignCommand): Promise<Told> {
    const { roomId, at, asker, cause, reactedAt } = command;
    const [said] = await deps.intake.partsOf(tx, at);
    if (!said || roomId === null) return { key: 'unseen', ticketId: null };
    const typeId = await otherType(tx);
    const filed = await deps.filing.fileIn(tx, {
      ...{ roomId, asker, cause, typeId, urgency: 'normal', origin: 'reaction', said: [] },
      source: { chatId: said.chatId, messageId: said.messageId ?? at.messageId },
    });
    if (filed.status !== 'opened') return refusalOf(filed);
    const { id: ticketId, status: statusBefore } = filed.ticket;
    const outcome = await service.actIn(tx, { ticketId, action: 'take', ...byOf(command) });
    if (outcome.status !== 'done') return null;
    const { revision } = outcome.ticket;
    const deed = { deed: 'open', statusBefore, responsibleBefore: null } as const;
    await signs.put(tx, keyOf(command), { ticketId, revision, reactedAt, ...deed });
    return null;
  }

  async function otherType(tx: Tx): Promise<number> {
    const types = await deps.companies.types(tx);
    return (types.find(({ code }) => code === OTHER) ?? types.at(-1))?.id ?? 0;
  }

  async function takenAway(tx: Tx, command: SignCommand): Promise<Told> {
    const key = keyOf(command);
    const sign = await signs.find(tx, key);
    if (!sign || sign.undoneAt) return null;
    const { ticketId, reactedAt } = sign;
    if (command.reactedAt.getTime() - reactedAt.getTime() > UNDONE_WITHIN_MS)
      return { key: 'late', ticketId };
    if (!(await undo(tx, command, sign))) return { key: 'changed', ticketId };
    await signs.setUndone(tx, key, deps.clock.now());
    return null;
  }

  /** False: somebody has done something to it since. */
  async function undo(tx: Tx, command: SignCommand, sign: KeptSign): Promise<boolean> {
    const { ticketId, revision, deed, statusBefore, responsibleBefore } = sign;
    const seen = { ticketId, revision, ...byOf(command) };
    if (deed === 'open') {
      const reason = deps.t(deps.defaultLocale, 'tdesk-sign-reason');
      return (await service.actIn(tx, { ...seen, action: 'cancel', reason })).status === 'done';
    }
    const before = { status: statusBefore, responsibleId: responsibleBefore };
    return (await service.undoIn(tx, { ...seen, before })).status === 'done';
  }

  return { react };
}

function keyOf({ at, staff, change }: SignCommand): SignKey {
  const { chatId, messageId } = at;
  return { chatId, messageId, staffId: staff.id, sign: change.sign };
}

function byOf({ staff, cause }: SignCommand) {
  return { by: { kind: 'staff', id: staff.id }, cause } as const;
}

/** It was made meanwhile, or cannot be. */
function refusalOf(filed: Exclude<FilingOutcome, { status: 'opened' }>): Told {
  if (filed.status === 'known') return { key: 'over', ticketId: filed.ticketId };
  return { key: 'refused', ticketId: null };
}
