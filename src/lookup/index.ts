// The door of lookup: dialogs, and what was said in them, are found again.

import type { Composer } from 'grammy';
import type { LabelService } from '../clients/index.ts';
import type { BotContext } from '../context.ts';
import type { Desks } from '../desks/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessagePort, Outbox } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { StaffDoor } from '../staff/index.ts';
import { ROLES } from '../staff/staff.ts';
import { createDialogListRepository } from './dialog-list-repository.ts';
import { createDialogListService } from './dialog-list-service.ts';
import { createDialogListHandlers } from './handlers/dialogs.ts';
import { createLabelHandlers } from './handlers/labels.ts';
import { createLookupJobs } from './jobs.ts';
import { createKnowledge } from './knowledge.ts';
import { createLabelViews } from './label-views.ts';
import { createLookupRepository } from './lookup-repository.ts';
import { createLookupOutgoing } from './outgoing.ts';
import { createLookupViews } from './views.ts';

export interface LookupDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  /** By which clients write in, by code; their names are `channel-…` in the locale files. */
  readonly channels: readonly string[];
  readonly labels: LabelService;
  readonly staff: Pick<StaffDoor['service'], 'listStaff'>;
  readonly desks: Pick<Desks, 'service' | 'readerOf'>;
}

export interface LookupDoor {
  /** Comes before that of dialogs, to which every other command in a thread is unknown. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

/** Opens the room; reads and writes nothing yet. */
export function createLookup(deps: LookupDeps): LookupDoor {
  const { database, t, timeZone, logger, staff, desks } = deps;
  const lists = createDialogListRepository(database);
  const lookups = createLookupRepository(database);
  const common = {
    ...deps,
    ...createKnowledge({ ...deps, ...staff, ...desks.service }),
    readerOf: desks.readerOf,
    lists,
    lookups,
    dialogList: createDialogListService({ ...deps, lists, lookups }),
    views: createLookupViews(t, timeZone),
    labelViews: createLabelViews(t),
    clientOf: lists.clientOf,
    replyNow: createReplyNow(logger),
  };
  return {
    composer: createComposer(createDialogListHandlers(common), createLabelHandlers(common)),
    messages: createLookupOutgoing(common),
    sweeps: createLookupJobs(common),
    commands: [
      {
        command: 'dialogs',
        words: 'lookup-menu-dialogs',
        where: ['private', 'group'],
        roles: ROLES,
      },
      { command: 'label', words: 'lookup-menu-label', where: ['group'], roles: ROLES },
    ],
  };
}
