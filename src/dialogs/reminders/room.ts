// Reminders as dialogs put them to use: wired here, nothing runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import type { MoreEntry } from '../handlers/more.ts';
import { createReminderHandlers, type ReminderHandlersDeps } from './handlers.ts';
import { createReminderJobs } from './jobs.ts';
import { createReminderOutgoing, type ReminderOutgoingDeps } from './outgoing.ts';
import {
  createReminderService,
  type ReminderService,
  type ReminderServiceDeps,
} from './service.ts';
import { createTimeWords } from './time-words.ts';
import { createReminderViews } from './views.ts';

export interface RemindersDeps
  extends ReminderServiceDeps,
    Omit<ReminderOutgoingDeps, 'views'>,
    Pick<ReminderHandlersDeps, 'dialogHere' | 'refuse' | 'timeZone'> {
  readonly t: Translate;
  readonly logger: Logger;
}

export interface Reminders {
  readonly service: ReminderService;
  readonly composer: ReturnType<typeof createReminderHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
  readonly entries: readonly MoreEntry[];
}

/** Its composer comes before the relay of what staff write. */
export function createReminders(deps: RemindersDeps): Reminders {
  const { t, logger } = deps;
  const service = createReminderService(deps);
  const views = createReminderViews(deps);
  const replyNow = createReplyNow(logger);
  const words = createTimeWords(t);
  return {
    service,
    composer: createReminderHandlers({ ...deps, service, views, words, replyNow }),
    messages: createReminderOutgoing({ ...deps, views }),
    sweeps: createReminderJobs({ ...deps, service }),
    commands: [{ command: 'remind', words: 'remind-menu', where: ['group'], roles: ROLES }],
    entries: [remindEntry(service)],
  };
}

/** In «Ещё…»: opens the times to choose from. */
function remindEntry(service: ReminderService): MoreEntry {
  return {
    code: 'remind',
    words: 'more-remind',
    offered: () => true,
    async act({ ctx: { cause, t }, dialog: { id: dialogId } }) {
      const { status } = await service.offer({ cause, dialogId, replyTo: null, problem: null });
      return status === 'gone' ? { text: t('toast-gone'), alert: true } : { text: '' };
    },
  };
}
