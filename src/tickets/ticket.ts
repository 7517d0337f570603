// A ticket: a promise to solve something, made in a client's group. What it may become, by whose doing, and
// whose move it is then. Pure; docs/ticket-states.md has the table, and a test proves every cell of it.

export const TICKET_STATUSES = [
  'new',
  'in_progress',
  'waiting',
  'done',
  'closed',
  'reopened',
  'cancelled',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Something is owed in these. */
export const OPEN_STATUSES: readonly TicketStatus[] = TICKET_STATUSES.filter(
  (status) => !isOver(status),
);

export const URGENCIES = ['low', 'normal', 'high', 'critical'] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface Ticket {
  /** Its number as well: T-000123. */
  readonly id: number;
  readonly companyId: number;
  readonly roomId: number;
  /** Who asked for it; null: another system made it. */
  readonly authorId: number | null;
  readonly typeId: number;
  readonly urgency: Urgency;
  /** At most 120 signs, one line. */
  readonly summary: string;
  readonly status: TicketStatus;
  /** The employee who answers for it; null: nobody yet. */
  readonly responsibleId: number | null;
  /** Grows with each change that somebody who presses must have seen. */
  readonly revision: number;
  readonly openedAt: Date;
  /** When an employee's first answer arrived; null: none did. */
  readonly respondedAt: Date | null;
  readonly doneAt: Date | null;
  /** Closed or cancelled. */
  readonly endedAt: Date | null;
  readonly reopenedCount: number;
  readonly rating: number | null;
  /** The ticket that this one turned out to be. */
  readonly mergedIntoId: number | null;
}

/** What employees do to it, by button. */
export const STAFF_ACTIONS = [
  'take',
  'wait',
  'resume',
  'done',
  'close',
  'cancel',
  'reopen',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/** What the client does to it. */
const CLIENT_ACTIONS = ['confirm', 'return', 'withdraw', 'write'] as const;
export type ClientAction = (typeof CLIENT_ACTIONS)[number];

/** What happens without anybody: the client has not answered «Выполнена»; an answer of ours arrived. */
const SYSTEM_ACTIONS = ['expire', 'answered'] as const;
export type SystemAction = (typeof SYSTEM_ACTIONS)[number];

export type TicketAction = StaffAction | ClientAction | SystemAction;

/** For how many days after its end a client may return a ticket; later it is a new one. */
const RETURN_DAYS = 30;
/** After how many working days without an answer «Выполнена» closes itself. */
export const CLOSE_AFTER_DAYS = 3;

/** At most this much is a reason to ask what went wrong. */
export const LOW_RATING = 3;

const DAY_MS = 24 * 3_600_000;

/** What each action makes of a ticket in each status; what is not here means nothing there. */
const MOVES: Record<TicketStatus, Partial<Record<TicketAction, TicketStatus>>> = {
  new: {
    take: 'in_progress',
    wait: 'waiting',
    done: 'done',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    write: 'new',
    answered: 'in_progress',
  },
  in_progress: {
    take: 'in_progress',
    wait: 'waiting',
    done: 'done',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    write: 'in_progress',
    answered: 'in_progress',
  },
  waiting: {
    take: 'in_progress',
    resume: 'in_progress',
    done: 'done',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    write: 'in_progress',
    answered: 'waiting',
  },
  done: {
    resume: 'in_progress',
    close: 'closed',
    confirm: 'closed',
    return: 'reopened',
    write: 'done',
    expire: 'closed',
    answered: 'done',
  },
  closed: { reopen: 'reopened', return: 'reopened', write: 'closed', answered: 'closed' },
  reopened: {
    take: 'in_progress',
    wait: 'waiting',
    done: 'done',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    write: 'reopened',
    answered: 'in_progress',
  },
  cancelled: { reopen: 'reopened', write: 'cancelled', answered: 'cancelled' },
};

export interface TicketMove {
  readonly action: TicketAction;
  /** The employee who does it; null: a client, or nobody. */
  readonly staffId: number | null;
  readonly now: Date;
}

export type Moved =
  | { readonly status: 'done'; readonly ticket: Ticket }
  /** «Взять в работу», but they have it already. */
  | { readonly status: 'already-yours' }
  /** It is no move from its present status. */
  | { readonly status: 'no-longer'; readonly now: TicketStatus }
  /** It ended too long ago to be returned. */
  | { readonly status: 'too-late' }
  /** It turned out to be another ticket: what is to be done is done there. */
  | { readonly status: 'merged'; readonly intoId: number };

/** What an action makes of a ticket. Who may do it is judged before. */
export function move(ticket: Ticket, { action, staffId, now }: TicketMove): Moved {
  if (ticket.mergedIntoId !== null) return { status: 'merged', intoId: ticket.mergedIntoId };
  const to = MOVES[ticket.status][action];
  if (!to) return { status: 'no-longer', now: ticket.status };
  if (action === 'take' && ticket.status === 'in_progress' && ticket.responsibleId === staffId) {
    return { status: 'already-yours' };
  }
  if (action === 'return' && !mayBeReturned(ticket, now)) return { status: 'too-late' };
  return {
    status: 'done',
    ticket: { ...moved(ticket, to, now), ...held(ticket, action, staffId) },
  };
}

function moved(ticket: Ticket, to: TicketStatus, now: Date): Ticket {
  if (to === ticket.status) return ticket;
  return {
    ...ticket,
    status: to,
    revision: ticket.revision + 1,
    doneAt: to === 'done' ? now : to === 'closed' ? (ticket.doneAt ?? now) : null,
    endedAt: isOver(to) ? now : null,
    reopenedCount: ticket.reopenedCount + (to === 'reopened' ? 1 : 0),
  };
}

/** Whoever takes it has it; whoever acts on what nobody has, has it too. */
function held(ticket: Ticket, action: TicketAction, staffId: number | null): Partial<Ticket> {
  if (staffId === null || ticket.responsibleId === staffId) return {};
  const takes = action === 'take' || (ticket.responsibleId === null && action !== 'cancel');
  return takes ? { responsibleId: staffId, revision: ticket.revision + 1 } : {};
}

function mayBeReturned({ endedAt }: Ticket, now: Date): boolean {
  return endedAt === null || now.getTime() - endedAt.getTime() <= RETURN_DAYS * DAY_MS;
}

/** Nothing is owed any more. */
export function isOver(status: TicketStatus): boolean {
  return status === 'closed' || status === 'cancelled';
}

/** What employees may press now, in the order of the buttons. */
export function staffActionsOf(ticket: Ticket): readonly StaffAction[] {
  const { status, mergedIntoId, responsibleId } = ticket;
  if (mergedIntoId !== null) return [];
  // Whoever had it may have left.
  const isTaken = status === 'in_progress' && responsibleId !== null;
  return STAFF_ACTIONS.filter((action) => MOVES[status][action] && !(action === 'take' && isTaken));
}

/** What the client may press now, in the order of the buttons. */
export function clientActionsOf(ticket: Ticket, now: Date): readonly ClientAction[] {
  if (ticket.mergedIntoId !== null) return [];
  const pressed: readonly ClientAction[] = ['confirm', 'return', 'withdraw'];
  return pressed.filter(
    (action) => MOVES[ticket.status][action] && (action !== 'return' || mayBeReturned(ticket, now)),
  );
}

/** Whose move it is. Who is asked to confirm «Выполнена» need not: so nobody's. */
export type Turn = 'desk' | 'client' | 'partner' | 'nobody';

/** `withPartner`: the desk waits for somebody outside, and the client is not asked for anything. */
export function turnOf({ status }: Pick<Ticket, 'status'>, withPartner = false): Turn {
  if (status === 'waiting') return 'client';
  if (status === 'done' || isOver(status)) return 'nobody';
  return withPartner ? 'partner' : 'desk';
}

/** What happens to the clock of the solution. */
export type ClockEffect = 'run' | 'pause' | 'stop' | 'cancel' | 'restart' | 'none';

/**
 * It stands still while the client is to act, also to say whether «Выполнена» is true: who returns a ticket, or
 * takes «Выполнена» back, finds the time spent that was spent. What was over begins anew: a new promise.
 */
export function effectOnResolution(from: TicketStatus, to: TicketStatus): ClockEffect {
  if (from === to) return 'none';
  if (to === 'waiting' || to === 'done') return 'pause';
  if (to === 'closed') return 'stop';
  if (to === 'cancelled') return 'cancel';
  if (isOver(from)) return 'restart';
  return from === 'waiting' || from === 'done' ? 'run' : 'none';
}

/** As people read it: T-000123. Six digits at least. */
export function ticketNumber(id: number): string {
  return `T-${String(id).padStart(6, '0')}`;
}

/** Also with the Russian letter that looks like a T, and with a dash for the hyphen. */
const NUMBER = /^[T\u0422][-\u2013\u2014]?0*(\d{1,9})$/i;

/** The id behind a number as people write it (T-000123, т-123, 123); null: it is none. */
export function readTicketNumber(text: string): number | null {
  const word = text.trim();
  const digits = /^\d{1,9}$/.test(word) ? word : NUMBER.exec(word)?.[1];
  const id = Number(digits);
  return digits && id > 0 ? id : null;
}
