// What whoever presses is answered: what was done, or what is true now.

import type { BotContext } from '../../context.ts';
import { ticketNumber } from '../ticket.ts';
import type { AlterOutcome, MoveOutcome } from './service.ts';

export interface Toast {
  readonly text: string;
  /** To be read and closed: it tells that something was not done. */
  readonly alert: boolean;
}

/** `done` has words of its own for each deed; they are the caller's. */
export function toastOf(ctx: BotContext, outcome: MoveOutcome | AlterOutcome): Toast {
  switch (outcome.status) {
    case 'done':
    case 'repeated':
      return { text: '', alert: false };
    case 'already-yours':
      return { text: ctx.t('tdesk-toast-already-yours'), alert: false };
    case 'no-longer':
    case 'changed-since': {
      const status = ctx.t(`tdesk-status-${outcome.ticket.status}`);
      return { text: ctx.t('tdesk-toast-changed', { status }), alert: true };
    }
    case 'merged':
      return {
        text: ctx.t('tdesk-toast-merged', { number: ticketNumber(outcome.intoId) }),
        alert: true,
      };
    case 'gone':
    case 'not-yours':
    case 'over':
    case 'unknown':
    case 'unchanged':
    case 'taken':
    case 'too-late':
      return { text: ctx.t(`tdesk-toast-${outcome.status}`), alert: true };
  }
}
