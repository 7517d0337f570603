// A cell of a plan's table as a button says it, in numbers alone. Pure.

import { CLOCK_KINDS, type ClockKind } from '../../sla/clock.ts';
import type { TargetRow } from '../../sla/plan-change.ts';
import { URGENCIES, type Urgency } from '../ticket.ts';

/** A table of the plan: the desk's own dialogs, requests of any type, or of one. */
export type Table = 'dialogs' | 'any' | number;

export interface Cell {
  readonly row: TargetRow;
  readonly kind: ClockKind;
}

const DIALOGS = 0;
const ANY = 1;

/** Numbers of types come behind those two. */
export function tableCode(table: Table): number {
  if (table === 'dialogs') return DIALOGS;
  return table === 'any' ? ANY : table + ANY;
}

export function tableOf(code: number): Table {
  if (code === DIALOGS) return 'dialogs';
  return code === ANY ? 'any' : code - ANY;
}

/** The rows of a table, the most urgent first. */
export function rowsOf(table: Table): readonly TargetRow[] {
  if (table === 'dialogs') return [{ subject: 'dialog', typeId: null, urgency: null }];
  const typeId = table === 'any' ? null : table;
  return URGENCIES.toReversed().map((urgency) => ({ subject: 'ticket', typeId, urgency }));
}

/** The desk's own dialogs are answered and never solved. */
export function kindsOf(table: Table): readonly ClockKind[] {
  return table === 'dialogs' ? ['response', 'next_response'] : CLOCK_KINDS;
}

export function tableOfRow({ subject, typeId }: TargetRow): Table {
  if (subject === 'dialog') return 'dialogs';
  return typeId ?? 'any';
}

/** «table.urgency». */
export function rowCode(row: TargetRow): string {
  const urgency = URGENCIES.indexOf((row.urgency ?? '') as Urgency) + 1;
  return `${tableCode(tableOfRow(row))}.${urgency}`;
}

export function cellCode({ row, kind }: Cell): string {
  return `${rowCode(row)}.${CLOCK_KINDS.indexOf(kind)}`;
}

/** Null for what no button of ours says. */
export function rowOf(table: number, urgency: number): TargetRow | null {
  const name = URGENCIES[urgency - 1] ?? null;
  return rowsOf(tableOf(table)).find((row) => row.urgency === name) ?? null;
}

export function cellOf(table: number, urgency: number, kind: number): Cell | null {
  const row = rowOf(table, urgency);
  const of = CLOCK_KINDS[kind];
  return row && of && kindsOf(tableOf(table)).includes(of) ? { row, kind: of } : null;
}
