// The door of desks: where dialogs are led, and what the bot needs there.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { DestinationPort, MessagePort, Outbox } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { StaffDoor } from '../staff/index.ts';
import { CHIEFS } from '../staff/staff.ts';
import { type AdjustDeps, createAdjust } from './adjust.ts';
import { createDeskDestination } from './destination.ts';
import { createDeskCommands } from './handlers/commands.ts';
import { createHeaderHandlers } from './handlers/header.ts';
import { createPlaceHandlers, createStartHandlers } from './handlers/place.ts';
import { createSetUpHandlers } from './handlers/set-up.ts';
import { createSettingsHandlers } from './handlers/settings.ts';
import { createDeskJobs, type DeskJobsDeps } from './jobs.ts';
import { createMembership } from './membership.ts';
import { createDeskOutgoing } from './outgoing.ts';
import { createDeskRepository } from './repository.ts';
import { createDeskService, type DeskService, type DeskServiceDeps } from './service.ts';
import { createDeskSetUp, type SetUpDeps } from './set-up.ts';
import { createSettingsRepository } from './settings-repository.ts';
import { createDeskSettings } from './settings-service.ts';
import { createSettingsViews } from './settings-views.ts';
import { createReaderOf } from './telegram-place.ts';
import { createDeskViews } from './views.ts';

export type { Outsider } from './repository.ts';
export type { ChatPlace } from './service.ts';
export type { SetUpOutcome } from './set-up.ts';

export interface DesksDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  readonly gate: StaffDoor['gate'];
  readonly caretakers: DeskServiceDeps['caretakers'];
  readonly findDialog: DeskServiceDeps['findDialog'];
  readonly moveThreads: DeskServiceDeps['moveThreads'];
  readonly adoptDialogs: SetUpDeps['adoptDialogs'];
  readonly repostBareCards: SetUpDeps['repostBareCards'];
  readonly redrawCards: AdjustDeps['redrawCards'];
  /** What `/header` may name, by code; their names are `channel-…` and `status-…` in the locale files. */
  readonly channels: readonly string[];
  readonly statuses: readonly string[];
  readonly lookAt: DeskJobsDeps['lookAt'];
  /** A desk was set up: its members are to see its menu of commands. */
  readonly onSetUp: () => void;
  /** An employee has opened the chat with the bot: from now on a menu can be shown there. */
  readonly onStaffStart: (userId: number) => void;
}

export interface Desks {
  readonly service: DeskService &
    ReturnType<typeof createDeskSetUp> &
    ReturnType<typeof createMembership> &
    ReturnType<typeof createAdjust> &
    ReturnType<typeof createDeskSettings>;
  /** Comes after that of staff and before that of clients. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  /** For `desk:<desk>`. */
  readonly destination: DestinationPort;
  /** Where to answer whoever writes here; null in a group that is no desk. */
  readonly readerOf: ReturnType<typeof createReaderOf>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createDesks(deps: DesksDeps): Desks {
  const { logger } = deps;
  const repository = createDeskRepository();
  const service = createDeskService({ ...deps, repository });
  const rooms = { ...deps, repository, service };
  const setUp = createDeskSetUp(rooms);
  const membership = createMembership(rooms);
  const adjust = createAdjust(rooms);
  const deskSettings = createDeskSettings({ ...rooms, settings: createSettingsRepository() });
  const settingsViews = createSettingsViews(deps.t);
  const views = createDeskViews(deps);
  const readerOf = createReaderOf(service);
  const replyNow = createReplyNow(logger);
  const saying = { ...rooms, views, deskSettings, settingsViews };
  const asked = { ...saying, adjust, replyNow, readerOf };
  const commands = createDeskCommands(asked);
  const handling = { ...asked, setUp, membership, commands };
  const composer = createComposer<BotContext>();
  composer.use(createSetUpHandlers(handling), createHeaderHandlers(handling));
  composer.use(createSettingsHandlers(handling));
  composer.use(createPlaceHandlers(handling), createStartHandlers(handling));
  return {
    service: { ...service, ...setUp, ...membership, ...adjust, ...deskSettings },
    composer,
    messages: createDeskOutgoing(saying),
    destination: createDeskDestination(rooms),
    readerOf,
    sweeps: createDeskJobs(rooms),
    commands: [
      { command: 'desk', words: 'desk-menu', where: ['private', 'group'], roles: CHIEFS },
      { command: 'header', words: 'desk-menu-header', where: ['group'], roles: CHIEFS },
      { command: 'settings', words: 'desk-menu-settings', where: ['group'], roles: CHIEFS },
    ],
  };
}
