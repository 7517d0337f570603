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
import { createFindViews } from './find-views.ts';
import { createDialogListHandlers } from './handlers/dialogs.ts';
import { createFindHandlers } from './handlers/find.ts';
import { createHistoryEntry, createHistoryHandlers } from './handlers/history.ts';
import { createInlineHandlers } from './handlers/inline.ts';
import { createLabelHandlers } from './handlers/labels.ts';
import { createHistoryRepository } from './history-repository.ts';
import { createHistoryService } from './history-service.ts';
import { createHistoryViews } from './history-views.ts';
import { createLookupJobs } from './jobs.ts';
import { createKnowledge } from './knowledge.ts';
import { createLabelViews } from './label-views.ts';
import { createLookupRepository } from './lookup-repository.ts';
import { createLookupOutgoing } from './outgoing.ts';
import { createSearchIndexRepository } from './search-index-repository.ts';
import { createSearchIndexService } from './search-index-service.ts';
import { createSearchRepository } from './search-repository.ts';
import { createHistoryPort } from './telegram-history.ts';
import { createLookupViews } from './views.ts';
import { createWordSearchService } from './word-search-service.ts';

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
  /** Whether the bot has nothing to do at this moment. */
  readonly isIdle: () => boolean;
  /** Whether so much comes in that what can wait had better wait. */
  readonly isBehind: () => boolean;
  readonly staff: Pick<StaffDoor['service'], 'listStaff'>;
  readonly desks: Pick<Desks, 'service' | 'readerOf'>;
}

export interface LookupDoor {
  /** Comes before that of dialogs, to which every other command in a thread is unknown. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  /** Entries of «Ещё…». */
  readonly more: readonly ReturnType<typeof createHistoryEntry>[];
  readonly commands: readonly ListedCommand[];
}

/** Opens the room; reads and writes nothing yet. */
export function createLookup(deps: LookupDeps): LookupDoor {
  const common = { ...deps, ...openServices(deps), ...createViews(deps) };
  return {
    composer: createComposer(
      createDialogListHandlers(common),
      createFindHandlers(common),
      createInlineHandlers(common),
      createHistoryHandlers(common),
      createLabelHandlers(common),
    ),
    messages: { ...createLookupOutgoing(common), 'history-file': createHistoryPort(common) },
    more: [createHistoryEntry(common)],
    sweeps: createLookupJobs(common),
    commands: [
      {
        command: 'dialogs',
        words: 'lookup-menu-dialogs',
        where: ['private', 'group'],
        roles: ROLES,
      },
      { command: 'find', words: 'lookup-menu-find', where: ['private', 'group'], roles: ROLES },
      { command: 'history', words: 'lookup-menu-history', where: ['group'], roles: ROLES },
      { command: 'label', words: 'lookup-menu-label', where: ['group'], roles: ROLES },
    ],
  };
}

function openServices(deps: LookupDeps) {
  const { database, staff, desks } = deps;
  const lists = createDialogListRepository(database);
  const lookups = createLookupRepository(database);
  const search = createSearchRepository(database);
  const index = createSearchIndexRepository(database);
  return {
    ...createKnowledge({ ...deps, ...staff, ...desks.service }),
    clientOf: lists.clientOf,
    dialogList: createDialogListService({ ...deps, lists, lookups }),
    history: createHistoryService({ ...deps, history: createHistoryRepository(database) }),
    wordSearch: createWordSearchService({ ...deps, lookups, search }),
    searchIndex: createSearchIndexService({ ...deps, index }),
  };
}

function createViews({ t, timeZone, desks, logger }: LookupDeps) {
  return {
    views: createLookupViews(t, timeZone),
    findViews: createFindViews(t, timeZone),
    historyViews: createHistoryViews(t, timeZone),
    labelViews: createLabelViews(t),
    readerOf: desks.readerOf,
    replyNow: createReplyNow(logger),
  };
}
