// «Безопасная сделка» as people make it: proposed, agreed to, paid, done stage by stage. One verb, one
// transaction: its cause settled, the deal locked, the presser's side looked up, the move judged, and what
// came of it written down with everything that is to be said of it.

import type { Cause } from '../platform/cause.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination } from '../platform/outbox/index.ts';
import type { PlacedRoom, Room, RoomMember } from '../rooms/room.ts';
import type { Currency } from './currency.ts';
import { type Escrow, isOver } from './escrow.ts';
import { draft, press as judge } from './moves.ts';
import { type Party, type Presser, partyOf } from './parties.ts';
import type { EscrowRepository, RoomEscrow } from './repository.ts';
import { type Move, type MoveKind, movesOf, type Refused } from './rules.ts';
import { cardOf, createTelling, type TellingDeps } from './telling.ts';
import type { Terms, TermsProblem } from './terms.ts';
import { readTerms, type TextProblem } from './terms-text.ts';

export interface EscrowServiceDeps extends TellingDeps {
  readonly database: Database;
  readonly repository: EscrowRepository;
  readonly termWords: Parameters<typeof readTerms>[1]['words'];
  readonly rooms: {
    find(tx: Tx, ids: readonly number[]): Promise<readonly Room[]>;
    placed(tx: Tx, ids: readonly number[]): Promise<readonly PlacedRoom[]>;
    members(tx: Tx, ids: readonly number[]): Promise<readonly RoomMember[]>;
    roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null>;
    redraw(tx: Tx, ids: readonly number[]): Promise<void>;
  };
}

/** The cause came before; there is no such deal; or whoever asks is on no side of it. */
type NotDone = { readonly status: 'repeated' | 'gone' | 'no-party' };

export type PressOutcome =
  | NotDone
  | { readonly status: 'done'; readonly escrow: Escrow }
  | { readonly status: 'refused'; readonly why: Refused; readonly escrow: RoomEscrow };

export interface PressCommand {
  readonly cause: Cause;
  readonly escrowId: number;
  readonly revision: number;
  /** Terms are proposed in words: see `propose`. */
  readonly move: Exclude<MoveKind, 'change-terms' | 'ask-change'>;
  readonly presser: Presser;
}

export type ProposeOutcome =
  | PressOutcome
  | { readonly status: 'unclear'; readonly problem: TextProblem }
  | { readonly status: 'overtaken' | 'room-closed' }
  /** There is no deal yet, and these terms make none. */
  | { readonly status: 'bad-terms'; readonly problem: TermsProblem; readonly currency: Currency }
  /** It takes two: no importer is in the room, or no exporter. */
  | { readonly status: 'nobody-there'; readonly side: 'exporter' | 'importer' };

export interface ProposeCommand {
  readonly cause: Cause;
  readonly roomId: number;
  /** As somebody wrote them; see terms-text.ts. */
  readonly text: string;
  /** Where the text names none; null: that of the deal. */
  readonly currency: Currency | null;
  readonly presser: Presser;
}

export interface Standing {
  /** Null: they are on no side. */
  readonly party: Party | null;
  readonly open: RoomEscrow | null;
  /** Where a day ends that terms name, IANA. */
  readonly timeZone: string;
  /** Whether terms of theirs would mean anything now. */
  readonly mayPropose: boolean;
}

export type EscrowService = ReturnType<typeof createEscrowService>;

export function createEscrowService(deps: EscrowServiceDeps) {
  const { database, repository, outbox, clock, rooms } = deps;
  const tell = createTelling(deps);

  /** One of the buttons was pressed. */
  async function press(command: PressCommand): Promise<PressOutcome> {
    const { cause, escrowId, revision, move, presser } = command;
    return once(cause, async (tx) => {
      const escrow = await repository.lock(tx, escrowId);
      const [room] = escrow ? await rooms.find(tx, [escrow.roomId]) : [];
      if (!escrow || !room) return { status: 'gone' };
      const party = await partyIn(tx, room, presser);
      if (!party) return { status: 'no-party' };
      return carryOut(tx, { room, escrow, party, move: { kind: move }, revision }, cause);
    });
  }

  /**
   * New terms: a deal begins with them, or changes. Before the payment both sides are asked again; after it
   * the other side is, about what is not done yet.
   */
  async function propose(command: ProposeCommand): Promise<ProposeOutcome> {
    const { cause, roomId, text, presser } = command;
    return once<ProposeOutcome>(cause, async (tx) => {
      const [room] = await rooms.find(tx, [roomId]);
      if (!room) return { status: 'gone' };
      if (room.closed) return { status: 'room-closed' };
      const party = await partyIn(tx, room, presser);
      if (!party) return { status: 'no-party' };
      const [latest] = await repository.latestOf(tx, [roomId]);
      const open = latest && !isOver(latest) ? await repository.lock(tx, latest.id) : null;
      const timeZone = await repository.timeZoneOf(tx, roomId);
      const currency = command.currency ?? open?.currency ?? null;
      const terms = readTerms(text, {
        now: clock.now(),
        timeZone,
        currency,
        words: deps.termWords,
      });
      if ('kind' in terms) return { status: 'unclear', problem: terms };
      if (!open) return begin(tx, room, party, terms, cause);
      const move = moveOf(open, terms);
      return carryOut(tx, { room, escrow: open, party, move, revision: open.revision }, cause);
    });
  }

  async function begin(
    tx: Tx,
    room: Room,
    party: Party,
    terms: Terms,
    cause: Cause,
  ): Promise<ProposeOutcome> {
    const members = await rooms.members(tx, [room.id]);
    for (const side of ['exporter', 'importer'] as const) {
      if (!members.some(({ role }) => role === side)) return { status: 'nobody-there', side };
    }
    const made = draft(0, terms, clock.now());
    if (made.status !== 'done') return { ...made, currency: terms.currency };
    const id = await repository.insert(tx, room.id, made.escrow, clock.now());
    // Somebody else has proposed at this very moment: theirs stands on the card.
    if (id === null) return { status: 'overtaken' };
    const after = { ...made.escrow, id };
    await tell(tx, { deed: 'propose', party, room, before: null, after, amount: null }, cause);
    return { status: 'done', escrow: after };
  }

  interface Acting {
    readonly room: Room;
    readonly escrow: RoomEscrow;
    readonly party: Party;
    readonly move: Move;
    readonly revision: number;
  }

  async function carryOut(tx: Tx, acting: Acting, cause: Cause): Promise<PressOutcome> {
    const { room, escrow, party, move, revision } = acting;
    const now = clock.now();
    const outcome = judge(escrow, { move, role: party.role, revision, now });
    if (outcome.status !== 'done') return { status: 'refused', why: outcome, escrow };
    const { escrow: after, settled } = outcome;
    await repository.save(tx, escrow, after, now);
    const amount = settled?.amount ?? null;
    await tell(tx, { deed: move.kind, party, room, before: escrow, after, amount }, cause);
    return { status: 'done', escrow: after };
  }

  /** Brings the card of a room's last deal to where everybody reads. */
  async function show(command: {
    readonly cause: Cause;
    readonly roomId: number;
  }): Promise<{ readonly status: 'repeated' | 'none' | 'shown'; readonly isOver?: boolean }> {
    const { cause, roomId } = command;
    return once<{ status: 'repeated' | 'none' | 'shown'; isOver?: boolean }>(cause, async (tx) => {
      const [escrow] = await repository.latestOf(tx, [roomId]);
      if (!escrow) return { status: 'none' };
      const card = cardOf(escrow.id, roomId);
      const messageId = await outbox.shownBy(tx, card);
      const [placed] = await rooms.placed(tx, [roomId]);
      const args = { messageId, groupId: placed?.groupId ?? null };
      const old = { destination: card.destination, name: 'escrow-card-gone', args } as const;
      if (messageId !== null) await outbox.enqueue(tx, [{ ...old, rank: 'adornment' }], cause);
      await outbox.repostOnly(tx, [card]);
      return { status: 'shown', isOver: isOver(escrow) };
    });
  }

  /** The room has another chat: a deal that goes on stands there, too. */
  async function showAnew(tx: Tx, { id: roomId }: Pick<Room, 'id'>): Promise<void> {
    const [escrow] = await repository.latestOf(tx, [roomId]);
    if (escrow && !isOver(escrow)) await outbox.refresh(tx, [cardOf(escrow.id, roomId)]);
  }

  /** Has the present state sent into the room as a file, in each of these languages. */
  async function sendPaper(command: {
    readonly cause: Cause;
    readonly escrowId: number;
    readonly presser: Presser;
  }): Promise<NotDone | { readonly status: 'sent'; readonly locales: readonly Locale[] }> {
    const { cause, escrowId, presser } = command;
    return once<NotDone | { status: 'sent'; locales: readonly Locale[] }>(cause, async (tx) => {
      const [escrow] = await repository.find(tx, [escrowId]);
      const [room] = escrow ? await rooms.find(tx, [escrow.roomId]) : [];
      if (!room) return { status: 'gone' };
      if (!(await partyIn(tx, room, presser))) return { status: 'no-party' };
      const { locales } = room;
      const args = { locales, facts: { escrowId } };
      const message = { destination: destination('room', room.id), name: 'escrow-paper', args };
      await outbox.enqueue(tx, [message], cause);
      return { status: 'sent', locales };
    });
  }

  /** What somebody who would propose terms has to know; reads only. */
  async function standing(roomId: number, presser: Presser): Promise<Standing> {
    const [room] = await rooms.find(database.prisma, [roomId]);
    const party = room ? await partyIn(database.prisma, room, presser) : null;
    const [latest] = await repository.latestOf(database.prisma, [roomId]);
    const open = latest && !isOver(latest) ? latest : null;
    const moves = open && party ? movesOf(open, party.role) : [];
    const isChange = moves.includes('change-terms') || moves.includes('ask-change');
    const timeZone = await repository.timeZoneOf(database.prisma, roomId);
    return { party, open, timeZone, mayPropose: party !== null && (open === null || isChange) };
  }

  /** Null: there is no such deal. */
  async function roomIdOf(escrowId: number): Promise<number | null> {
    const [escrow] = await repository.find(database.prisma, [escrowId]);
    return escrow?.roomId ?? null;
  }

  /** The message that is its card now; null: none is. */
  async function cardMessage(escrowId: number): Promise<number | null> {
    const roomId = await roomIdOf(escrowId);
    return roomId === null ? null : outbox.shownBy(database.prisma, cardOf(escrowId, roomId));
  }

  async function partyIn(tx: Tx, room: Room, { userId, staff }: Presser): Promise<Party | null> {
    return partyOf(room, await rooms.roleOf(tx, room.id, userId), staff);
  }

  async function once<Outcome>(
    cause: Cause,
    work: (tx: Tx) => Promise<Outcome>,
  ): Promise<Outcome | { readonly status: 'repeated' }> {
    return database.inTransaction(async (tx) =>
      (await settleCause(tx, cause, clock.now())) ? work(tx) : { status: 'repeated' },
    );
  }

  return { press, propose, show, showAnew, sendPaper, standing, roomIdOf, cardMessage };
}

/** What new terms mean for a deal in this status. */
function moveOf({ fundedAt }: Escrow, terms: Terms): Move {
  return fundedAt
    ? { kind: 'ask-change', stages: terms.stages }
    : { kind: 'change-terms', ...terms };
}
