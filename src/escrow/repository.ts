// The tables of escrows and their stages. Sums are stored beside the stages, where constraints watch them.

import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import { asWritten, toJson } from '../platform/json.ts';
import { type BusinessCalendar, dailyCalendar } from '../sla/business-calendar.ts';
import type { Currency } from './currency.ts';
import type {
  Escrow,
  EscrowStatus,
  Question,
  Role,
  Settlement,
  Side,
  Stage,
  StageStatus,
  StepClock,
} from './escrow.ts';
import { isOver, sumsOf } from './escrow.ts';
import type { StageTerms } from './terms.ts';

/** An escrow where it belongs. */
export interface RoomEscrow extends Escrow {
  readonly roomId: number;
  readonly createdAt: Date;
  /** By which clock the room goes, IANA: its exporter's, or the house's. */
  readonly timeZone: string;
}

/** A step of the log, as people read it. */
export interface LoggedStep {
  readonly at: Date;
  readonly type: string;
  readonly actor: 'person' | 'staff';
  readonly actorId: number;
  readonly role: Role;
  /** Counted from 1; null: it was about none. */
  readonly stage: number | null;
  /** In minor units; null: no money went. */
  readonly amount: number | null;
}

/** What an event of an escrow holds. */
type StepData = {
  readonly role: Role;
  readonly stage?: number;
  readonly amount?: number;
};

const WHOLE = {
  stages: { orderBy: { position: 'asc' } },
  room: { select: { company: { select: { timeZone: true } } } },
} as const satisfies Prisma.EscrowInclude;
type Row = Prisma.EscrowGetPayload<{ include: typeof WHOLE }>;

export type EscrowRepository = ReturnType<typeof createEscrowRepository>;

/** Every method takes the transaction it belongs to, or the database. `house`: the zone of rooms without an exporter. */
export function createEscrowRepository(house: string) {
  const whole = (row: Row) => toEscrow(row, house);

  async function find(db: Tx, ids: readonly number[]): Promise<RoomEscrow[]> {
    const rows = await db.escrow.findMany({
      where: { id: { in: [...ids] } },
      include: WHOLE,
    });
    return rows.map(whole);
  }

  /** Of each room the one that is open, or else the last one. */
  async function latestOf(db: Tx, roomIds: readonly number[]): Promise<RoomEscrow[]> {
    const rows = await db.escrow.findMany({
      where: { roomId: { in: [...roomIds] } },
      distinct: ['roomId'],
      orderBy: [{ roomId: 'asc' }, { id: 'desc' }],
      include: WHOLE,
    });
    return rows.map(whole);
  }

  /** Nobody else changes it until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<RoomEscrow | null> {
    await tx.$queryRaw`SELECT 1 FROM escrow WHERE id = ${id} FOR NO KEY UPDATE`;
    const [escrow = null] = await find(tx, [id]);
    return escrow;
  }

  /** Null: the room has one that is not over. */
  async function insert(tx: Tx, roomId: number, escrow: Escrow, now: Date): Promise<number | null> {
    // Two who propose at the same moment: the second waits here, and finds the first one's.
    await tx.$queryRaw`SELECT 1 FROM room WHERE id = ${roomId} FOR NO KEY UPDATE`;
    if (await tx.escrow.findFirst({ where: { roomId, endedAt: null }, select: { id: true } })) {
      return null;
    }
    const data = { ...columnsOf(escrow, now), roomId, createdAt: now };
    const { id } = await tx.escrow.create({ data, select: { id: true } });
    await writeStages(tx, id, escrow.stages);
    return id;
  }

  async function save(tx: Tx, before: Escrow, escrow: Escrow, now: Date): Promise<void> {
    await tx.escrow.update({ where: { id: escrow.id }, data: columnsOf(escrow, now) });
    if (escrow.stages === before.stages) return;
    await tx.escrowStage.deleteMany({ where: { escrowId: escrow.id } });
    await writeStages(tx, escrow.id, escrow.stages);
  }

  async function writeStages(tx: Tx, escrowId: number, stages: readonly Stage[]): Promise<void> {
    await tx.escrowStage.createMany({
      data: stages.map(({ amount, settled, ...stage }, position) => ({
        ...stage,
        escrowId,
        position,
        amount: BigInt(amount),
        settledAs: settled?.as ?? null,
        settledAt: settled?.at ?? null,
      })),
    });
  }

  /** Those whose silence may call for something by now, the longest due first. */
  async function listSilent(db: Tx, now: Date, limit: number): Promise<number[]> {
    const rows = await db.escrow.findMany({
      where: {
        endedAt: null,
        calledAt: null,
        OR: [{ remindAt: { lte: now }, remindedAt: null }, { deadlineAt: { lte: now } }],
      },
      orderBy: { deadlineAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** What was done about it, from the first proposal on. */
  async function log(db: Tx, { id, roomId }: RoomEscrow): Promise<LoggedStep[]> {
    const rows = await db.event.findMany({
      where: {
        subject: 'room',
        subjectId: roomId,
        type: { startsWith: 'escrow-' },
        data: { path: ['escrowId'], equals: id },
      },
      orderBy: { id: 'asc' },
      select: { at: true, type: true, actor: true, actorId: true, data: true },
    });
    return rows.map(({ at, type, actor, actorId, data }) => {
      const { role, stage = null, amount = null } = asWritten<StepData>(data);
      const by = { actor: actor as LoggedStep['actor'], actorId: actorId ?? 0 };
      return { at, type, ...by, role, stage, amount };
    });
  }

  /** By which clock a room goes, IANA. */
  async function timeZoneOf(db: Tx, roomId: number): Promise<string> {
    const select = { company: { select: { timeZone: true } } };
    const room = await db.room.findUnique({ where: { id: roomId }, select });
    return room?.company?.timeZone ?? house;
  }

  /** When an exporter works; null: there is no such exporter, or its hours are none. */
  async function hoursOf(db: Tx, companyId: number): Promise<BusinessCalendar | null> {
    const select = { timeZone: true, worksFrom: true, worksTo: true };
    const company = await db.company.findUnique({ where: { id: companyId }, select });
    if (!company || company.worksFrom >= company.worksTo) return null;
    const { timeZone, worksFrom: from, worksTo: to } = company;
    return dailyCalendar(timeZone, { from, to });
  }

  return { find, latestOf, lock, insert, save, listSilent, log, timeZoneOf, hoursOf };
}

function columnsOf(escrow: Escrow, now: Date) {
  const { revision, status, currency, agreedBy, fundedAt, disputableFrom, settlement } = escrow;
  const { question, stopped, clock } = escrow;
  const { agreed, unpaid, held, released, refunded } = sumsOf(escrow);
  return {
    ...{ revision, status, currency, fundedAt, disputableFrom, settlement },
    agreedBy: [...agreedBy],
    agreed: BigInt(agreed),
    unpaid: BigInt(unpaid),
    held: BigInt(held),
    released: BigInt(released),
    refunded: BigInt(refunded),
    question: question ? toJson(question) : Prisma.DbNull,
    stoppedStatus: stopped?.status ?? null,
    stoppedLeftMs: stopped ? BigInt(stopped.leftMs) : null,
    stepSince: clock?.since ?? null,
    remindAt: clock?.remindAt ?? null,
    deadlineAt: clock?.deadlineAt ?? null,
    remindedAt: clock?.remindedAt ?? null,
    calledAt: clock?.calledAt ?? null,
    endedAt: isOver(escrow) ? now : null,
  };
}

function toEscrow(row: Row, house: string): RoomEscrow {
  const { id, roomId, revision, fundedAt, disputableFrom, createdAt } = row;
  return {
    ...{ id, roomId, revision, fundedAt, disputableFrom, createdAt },
    timeZone: row.room.company?.timeZone ?? house,
    status: row.status as EscrowStatus,
    currency: row.currency as Currency,
    stages: row.stages.map(toStage),
    agreedBy: row.agreedBy as Side[],
    question: toQuestion(row.question),
    stopped:
      row.stoppedStatus === null
        ? null
        : { status: row.stoppedStatus as StageStatus, leftMs: Number(row.stoppedLeftMs) },
    settlement: row.settlement as Settlement | null,
    clock: toClock(row),
  };
}

function toStage(row: Row['stages'][number]): Stage {
  const { title, dueAt, doneAt, confirmedAt, settledAs, settledAt } = row;
  const settled = settledAs && settledAt ? { as: settledAs as Settlement, at: settledAt } : null;
  return { title, amount: Number(row.amount), dueAt, doneAt, confirmedAt, settled };
}

function toClock({ stepSince, remindAt, deadlineAt, remindedAt, calledAt }: Row): StepClock | null {
  if (!stepSince || !remindAt || !deadlineAt) return null;
  return { since: stepSince, remindAt, deadlineAt, remindedAt, calledAt };
}

/** A question as JSON holds it. */
type StoredQuestion =
  | Extract<Question, { kind: 'cancel' }>
  | {
      readonly kind: 'change';
      readonly by: Side;
      readonly stages: readonly (Omit<StageTerms, 'dueAt'> & { readonly dueAt: string | null })[];
    };

function toQuestion(json: Prisma.JsonValue): Question | null {
  if (json === null) return null;
  const stored = asWritten<StoredQuestion>(json);
  if (stored.kind === 'cancel') return stored;
  const stages = stored.stages.map(({ dueAt, ...stage }) => ({
    ...stage,
    dueAt: dueAt === null ? null : new Date(dueAt),
  }));
  return { ...stored, stages };
}
