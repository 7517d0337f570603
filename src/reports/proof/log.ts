// One ticket's log as it is shown to whoever has to prove something by it: who did what, when, and what caused it, with
// how it was before. What is inside stays inside: clients read what concerns them. Pure.

import type { Content } from '../../dialogs/content.ts';
import type { ClockKind, ClockOutcome } from '../../sla/clock.ts';
import type { TicketStatus, Urgency } from '../../tickets/ticket.ts';

/** Deeds of the log that have words of their own; others are told as «changed». */
export const TOLD_DEEDS = [
  'open',
  'take',
  'wait',
  'resume',
  'done',
  'close',
  'cancel',
  'reopen',
  'confirm',
  'return',
  'withdraw',
  'write',
  'expire',
  'answered',
  'assign',
  'release',
  'undo',
  'change-type',
  'change-urgency',
  'external-id',
  'merge',
  'split',
  'rate',
  'partner',
  'link',
  'check',
  'check-add',
  'check-remove',
] as const;
export type ToldDeed = (typeof TOLD_DEEDS)[number];

/** Whom we ask outside, under which number our system has it, and how we work it off is ours. */
const INSIDE: ReadonlySet<ToldDeed> = new Set([
  ...(['partner', 'external-id', 'link', 'check', 'check-add', 'check-remove'] as const),
]);

export interface Doer {
  readonly kind: 'staff' | 'client' | 'system';
  /** Null: the program, or somebody whose name is not kept. */
  readonly name: string | null;
}

/** What one field was before and is from then on; null: nothing. */
export interface FieldChange {
  readonly field: 'status' | 'responsible' | 'type' | 'urgency' | 'rating' | 'merged';
  readonly before: string | null;
  readonly after: string | null;
}

export type LogEntry = {
  readonly at: Date;
  readonly who: Doer;
  /** What made it happen, as the log names it: an update of Telegram's, a request, the program. */
  readonly cause: string | null;
} & (
  | {
      readonly kind: 'deed';
      /** As the log calls it, without «ticket-». */
      readonly deed: string;
      readonly changes: readonly FieldChange[];
      readonly reason: string | null;
    }
  | { readonly kind: 'said' | 'note'; readonly content: Content }
);

export interface ProvenPromise {
  readonly kind: ClockKind;
  readonly targetMinutes: number;
  readonly startedAt: Date;
  readonly stoppedAt: Date | null;
  readonly spentMs: number;
  readonly outcome: ClockOutcome | null;
}

export interface TicketLog {
  readonly id: number;
  readonly companyId: number;
  readonly companyName: string;
  /** Of the client: in it times are told. */
  readonly timeZone: string;
  readonly type: Readonly<Record<'ru' | 'en', string>>;
  readonly urgency: Urgency;
  readonly status: TicketStatus;
  readonly summary: string;
  readonly description: string;
  readonly authorName: string | null;
  readonly responsibleName: string | null;
  readonly openedAt: Date;
  readonly promises: readonly ProvenPromise[];
  readonly entries: readonly LogEntry[];
}

export const FORMATS = ['pdf', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export function isTold(deed: string): deed is ToldDeed {
  return TOLD_DEEDS.some((known) => known === deed);
}

/** The log as a client may have it: without notes, and without deeds that are ours or nobody has named. */
export function forClients(log: TicketLog): TicketLog {
  const entries = log.entries.filter(
    (entry) =>
      entry.kind === 'said' ||
      (entry.kind === 'deed' && isTold(entry.deed) && !INSIDE.has(entry.deed)),
  );
  return { ...log, entries };
}

/** In the order in which it happened; of one moment, as the log has it. */
export function inOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
