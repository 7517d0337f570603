import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  clientActionsOf,
  effectOnResolution,
  move,
  readTicketNumber,
  staffActionsOf,
  TICKET_STATUSES,
  type Ticket,
  type TicketAction,
  type TicketStatus,
  ticketNumber,
  turnOf,
} from '../../src/tickets/ticket.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const KATYA = 7;
const OLEG = 8;

function ticket(status: TicketStatus, facts: Partial<Ticket> = {}): Ticket {
  const isOver = status === 'closed' || status === 'cancelled';
  return {
    id: 119,
    companyId: 1,
    roomId: 2,
    authorId: 3,
    typeId: 1,
    urgency: 'normal',
    summary: 'Не печатает касса',
    status,
    responsibleId: KATYA,
    revision: 4,
    openedAt: new Date('2026-11-23T09:00:00Z'),
    respondedAt: null,
    doneAt: status === 'done' || status === 'closed' ? NOW : null,
    endedAt: isOver ? NOW : null,
    reopenedCount: 0,
    rating: null,
    mergedIntoId: null,
    ...facts,
  };
}

/** Every cell of the tables in docs/ticket-states.md. */
function cells(): (readonly [TicketStatus, TicketAction, string])[] {
  const page = readFileSync(new URL('../../docs/ticket-states.md', import.meta.url), 'utf8');
  let actions: string[] = [];
  return page.split('\n').flatMap((line) => {
    const columns = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    if (columns[1] === 'status') actions = columns.slice(2, -1);
    if (!(TICKET_STATUSES as readonly string[]).includes(columns[1] ?? '')) return [];
    return actions.map(
      (action, index) =>
        [columns[1] as TicketStatus, action as TicketAction, columns[index + 2] ?? ''] as const,
    );
  });
}

describe('the table of docs/ticket-states.md', () => {
  it('has a cell for every status and everything that may happen', () => {
    expect(cells()).toHaveLength(7 * 13);
  });

  it.each(cells())('%s, %s: %s', (status, action, to) => {
    const moved = move(ticket(status), { action, staffId: OLEG, now: NOW });
    const after = moved.status === 'done' ? moved.ticket.status : '–';
    expect(after).toBe(to);
  });
});

describe('who is responsible', () => {
  it('whoever takes it, also from a colleague', () => {
    const moved = move(ticket('in_progress'), { action: 'take', staffId: OLEG, now: NOW });
    expect(moved).toMatchObject({ status: 'done', ticket: { responsibleId: OLEG, revision: 5 } });
  });

  it('is told that they have it already', () => {
    const moved = move(ticket('in_progress'), { action: 'take', staffId: KATYA, now: NOW });
    expect(moved).toEqual({ status: 'already-yours' });
  });

  it('whoever acts on what nobody has', () => {
    const free = ticket('new', { responsibleId: null });
    const moved = move(free, { action: 'wait', staffId: OLEG, now: NOW });
    expect(moved).toMatchObject({ ticket: { status: 'waiting', responsibleId: OLEG } });
  });

  it('stays who they were when a colleague helps, and nobody where it is cancelled', () => {
    const helped = move(ticket('in_progress'), { action: 'done', staffId: OLEG, now: NOW });
    expect(helped).toMatchObject({ ticket: { status: 'done', responsibleId: KATYA } });
    const free = ticket('new', { responsibleId: null });
    const cancelled = move(free, { action: 'cancel', staffId: OLEG, now: NOW });
    expect(cancelled).toMatchObject({ ticket: { status: 'cancelled', responsibleId: null } });
  });
});

describe('the end of a ticket, and what comes after it', () => {
  it('counts how often it came back, and forgets that it was over', () => {
    const moved = move(ticket('closed'), { action: 'return', staffId: null, now: NOW });
    expect(moved).toMatchObject({
      ticket: { status: 'reopened', reopenedCount: 1, endedAt: null, doneAt: null },
    });
  });

  it.each([
    ['on the thirtieth day', '2026-10-24T12:00:00Z', 'done'],
    ['a second later', '2026-10-24T11:59:59Z', 'too-late'],
  ])('is returned %s', (_case, endedAt, status) => {
    const closed = ticket('closed', { endedAt: new Date(endedAt) });
    expect(move(closed, { action: 'return', staffId: null, now: NOW }).status).toBe(status);
    expect(clientActionsOf(closed, NOW)).toEqual(status === 'done' ? ['return'] : []);
  });

  it('has no moves where it turned out to be another ticket', () => {
    const merged = ticket('cancelled', { mergedIntoId: 118 });
    const moved = move(merged, { action: 'reopen', staffId: KATYA, now: NOW });
    expect(moved).toEqual({ status: 'merged', intoId: 118 });
    expect(staffActionsOf(merged)).toEqual([]);
  });

  it('keeps its revision where nothing changes', () => {
    const moved = move(ticket('done'), { action: 'write', staffId: null, now: NOW });
    expect(moved).toMatchObject({ ticket: { revision: 4, doneAt: NOW } });
  });
});

describe('what may be pressed', () => {
  it.each([
    ['new', ['take', 'wait', 'done', 'cancel'], ['withdraw']],
    ['in_progress', ['wait', 'done', 'cancel'], ['withdraw']],
    ['waiting', ['take', 'resume', 'done', 'cancel'], ['withdraw']],
    ['done', ['resume', 'close'], ['confirm', 'return']],
    ['closed', ['reopen'], ['return']],
    ['reopened', ['take', 'wait', 'done', 'cancel'], ['withdraw']],
    ['cancelled', ['reopen'], []],
  ] as const)('%s', (status, staff, client) => {
    expect(staffActionsOf(ticket(status, { responsibleId: KATYA }))).toEqual(staff);
    expect(clientActionsOf(ticket(status), NOW)).toEqual(client);
  });
});

it('what is in work with nobody can be taken', () => {
  const left = ticket('in_progress', { responsibleId: null });
  expect(staffActionsOf(left)).toEqual(['take', 'wait', 'done', 'cancel']);
});

describe('whose move it is, and the clock of the solution', () => {
  it.each([
    ['new', 'desk'],
    ['in_progress', 'desk'],
    ['reopened', 'desk'],
    ['waiting', 'client'],
    ['done', 'nobody'],
    ['closed', 'nobody'],
    ['cancelled', 'nobody'],
  ] as const)('%s: %s', (status, turn) => {
    expect(turnOf({ status })).toBe(turn);
  });

  it('a partner is waited for while we work on it', () => {
    expect(turnOf({ status: 'in_progress' }, true)).toBe('partner');
    expect(turnOf({ status: 'waiting' }, true)).toBe('client');
  });

  it.each([
    ['new', 'in_progress', 'none'],
    ['in_progress', 'waiting', 'pause'],
    ['waiting', 'in_progress', 'run'],
    ['waiting', 'done', 'pause'],
    ['in_progress', 'done', 'pause'],
    ['done', 'in_progress', 'run'],
    ['done', 'reopened', 'run'],
    ['done', 'closed', 'stop'],
    ['new', 'cancelled', 'cancel'],
    ['closed', 'reopened', 'restart'],
    ['cancelled', 'reopened', 'restart'],
  ] as const)('from %s to %s: %s', (from, to, effect) => {
    expect(effectOnResolution(from, to)).toBe(effect);
  });
});

describe('the number', () => {
  it('has six digits, and more where it needs them', () => {
    expect(ticketNumber(123)).toBe('T-000123');
    expect(ticketNumber(1_234_567)).toBe('T-1234567');
  });

  it.each([
    ['T-000123', 123],
    ['t-123', 123],
    // A Russian keyboard's letter looks the same.
    ['Т-000123', 123],
    ['т123', 123],
    [' 123 ', 123],
    ['T–000123', 123],
    ['T-0', null],
    ['T-', null],
    ['12a', null],
    ['', null],
    ['1234567890', null],
  ])('«%s» is read as %s', (text, id) => {
    expect(readTicketNumber(text)).toBe(id);
  });
});
