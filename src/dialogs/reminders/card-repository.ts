// What a card's own query reads of reminders: a column beside the dialog, for a statement more would cost
// every card.

import { Prisma } from '../../generated/prisma/client.ts';
import type { CardReminder } from './card-lines.ts';

export interface ReminderRow {
  due_at: string;
  name: string;
}

/** The open ones of dialog `d`, as the partial index `reminder_once` finds them. */
export const REMINDERS = Prisma.raw(`(
  SELECT json_agg(json_build_object('due_at', r.due_at, 'name', s.name) ORDER BY r.due_at, r.id)
  FROM reminder r JOIN staff s ON s.id = r.staff_id
  WHERE r.dialog_id = d.id AND r.done_at IS NULL AND r.cancelled_at IS NULL)`);

/** As a card shows it. */
export function toCardReminder({ due_at, name }: ReminderRow): CardReminder {
  return { dueAt: new Date(due_at), staffName: name };
}
