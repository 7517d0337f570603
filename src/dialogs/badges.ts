// What a status looks like at a glance, on cards and in lists.

import type { DialogStatus } from './dialog.ts';

export const BADGES: Record<DialogStatus, string> = {
  unanswered: '🔴',
  in_work: '🟡',
  answered: '🟢',
  had_call: '📞',
  to_continue: '🟠',
  note: '📝',
  closed: '⚪️',
};
