// In which dialog's thread somebody writes.

import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { threadMarkOf } from '../../desks/telegram-place.ts';
import type { DialogService } from '../service.ts';

export interface DialogHereDeps {
  readonly service: Pick<DialogService, 'findByThread'>;
  readonly desks: Pick<Desks['service'], 'findByChat'>;
}

export type DialogHere = (ctx: BotContext) => Promise<number | null>;

/** The dialog in whose thread a message stands; null: it stands elsewhere. */
export function createDialogHere({ service, desks }: DialogHereDeps): DialogHere {
  return async ({ chat, msg }) => {
    const desk = chat && chat.type !== 'private' ? await desks.findByChat(chat.id) : null;
    const threadId = desk && kindOf(desk.kind).threadIdOf(threadMarkOf(msg));
    return desk && threadId ? service.findByThread(desk.id, threadId) : null;
  };
}
