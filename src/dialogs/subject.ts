// A dialog may be the thread of something that has a state of its own: a ticket. Words cross as in every dialog; how
// it stands, who has it and until when is told by what it is about.

import type { Dialog } from './dialog.ts';

/** The channel on which tickets are clients of the desk. */
export const TICKET_CHANNEL = 'ticket';

/** Whether it is told elsewhere how the dialogs of this channel stand. */
export function isThreadOfSubject(channel: string): boolean {
  return channel === TICKET_CHANNEL;
}

/**
 * The dialog with nothing to tell by itself: nobody waits in it, nobody has it, and it never ends, so that neither
 * clocks nor digests, turns or lists count twice what is counted elsewhere.
 */
export function withoutOwnState(dialog: Dialog): Dialog {
  if (!isThreadOfSubject(dialog.channel)) return dialog;
  return {
    ...dialog,
    ...{ status: 'answered', statusBeforeNote: null, closedAt: null },
    ...{ assigneeId: null, holderActiveAt: null, waitingSince: null, newCount: 0 },
  };
}
