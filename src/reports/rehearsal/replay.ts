// What was promised about a ticket and when each promise was being kept, read out of the ticket's log: so that it can
// be measured by another plan. The law is that of docs/ticket-states.md, the same that makes the clocks. Pure.

import { CLOCK_KINDS, type ClockKind } from '../../sla/clock.ts';
import {
  type ClockEffect,
  effectOnResolution,
  isOver,
  type TicketStatus,
} from '../../tickets/ticket.ts';

/** What happened to a ticket, as its log has it. */
export interface Step {
  readonly at: Date;
  /** «open», «answered», «write», …: the event's type without «ticket-». */
  readonly deed: string;
  /** Its status from then on; null: as before. */
  readonly status: TicketStatus | null;
}

export interface Run {
  readonly from: Date;
  readonly to: Date;
}

/** A promise with the times in which its clock would have run, whatever its calendar. */
export interface Stretch {
  readonly kind: ClockKind;
  readonly runs: readonly Run[];
  /** `kept`: what was promised came; `given-up`: nobody wanted it any more; `open`: neither yet. */
  readonly end: 'kept' | 'given-up' | 'open';
}

interface Running {
  readonly runs: Run[];
  since: Date | null;
}

const ANSWERS = ['response', 'next_response'] as const;
const SOLUTION = ['resolution'] as const;

/** The promises of one ticket in the order in which they ended; `now` ends what still runs. */
export function stretchesOf(steps: readonly Step[], now: Date): readonly Stretch[] {
  const book = createBook();
  let status: TicketStatus = 'new';
  let responded = false;
  for (const { at, deed, status: to } of steps) {
    const before = status;
    status = to ?? status;
    if (deed === 'open') book.begin(['response', 'resolution'], at);
    if (deed === 'answered') {
      book.end(ANSWERS, at, 'kept');
      responded = true;
    }
    if (deed === 'write' && responded && !isOver(status)) book.begin(['next_response'], at);
    changeSolution(book, effectOnResolution(before, status), at);
    if (isOver(status) && !isOver(before)) book.end(ANSWERS, at, 'given-up');
  }
  // «Выполнена», and the client has not said that it is not.
  if (status === 'done') book.end(SOLUTION, now, 'kept');
  book.end(CLOCK_KINDS, now, 'open');
  return book.ended;
}

function changeSolution(book: Book, effect: ClockEffect, at: Date): void {
  switch (effect) {
    case 'run':
      book.run(SOLUTION, at);
      break;
    case 'pause':
      book.pause(SOLUTION, at);
      break;
    case 'stop':
      book.end(SOLUTION, at, 'kept');
      break;
    case 'cancel':
      book.end(SOLUTION, at, 'given-up');
      break;
    case 'restart':
      book.begin(SOLUTION, at);
      break;
    case 'none':
  }
}

type Book = ReturnType<typeof createBook>;

/** Promises as they begin, stand still, go on and end. */
function createBook() {
  const open = new Map<ClockKind, Running>();
  const ended: Stretch[] = [];

  function begin(kinds: readonly ClockKind[], at: Date): void {
    for (const kind of kinds) {
      if (!open.has(kind)) open.set(kind, { runs: [], since: at });
    }
  }

  function pause(kinds: readonly ClockKind[], at: Date): void {
    for (const kind of kinds) {
      const one = open.get(kind);
      if (one?.since) one.runs.push({ from: one.since, to: at });
      if (one) one.since = null;
    }
  }

  function run(kinds: readonly ClockKind[], at: Date): void {
    for (const kind of kinds) {
      const one = open.get(kind);
      if (one) one.since ??= at;
    }
  }

  function end(kinds: readonly ClockKind[], at: Date, how: Stretch['end']): void {
    pause(kinds, at);
    for (const kind of kinds) {
      const one = open.get(kind);
      if (one) ended.push({ kind, runs: one.runs, end: how });
      open.delete(kind);
    }
  }

  return { begin, pause, run, end, ended };
}
