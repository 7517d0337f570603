// The door of staff: who works here and what each may do.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { DestinationPort, MessagePort, Outbox } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import { createAttempts } from './attempts.ts';
import { createFirstAdmin, type FirstAdminDeps } from './first-admin.ts';
import { createStaffHandlers, type StaffHandlersDeps } from './handlers.ts';
import { createStaffOutgoing } from './outgoing.ts';
import { personDestination } from './person.ts';
import { createStaffRepository } from './repository.ts';
import { createStaffService, type StaffService, type StaffServiceDeps } from './service.ts';
import { createShifts, type ShiftsDeps } from './shifts/room.ts';
import type { ShiftService } from './shifts/service.ts';
import { CHIEFS } from './staff.ts';
import { createGate, type Gate } from './telegram-gate.ts';
import { createStaffViews } from './views.ts';

export type { ClaimOutcome, Preparation } from './first-admin.ts';
export type { Person } from './profile.ts';
export type { RoleOutcome } from './role-service.ts';
export type { ShiftService } from './shifts/service.ts';
export type { Gate } from './telegram-gate.ts';

export interface StaffDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly adminIds: readonly number[];
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  readonly clientLocale: StaffServiceDeps['clientLocale'];
  readonly redrawCardsOf: StaffServiceDeps['redrawCardsOf'];
  readonly onRemoved: StaffServiceDeps['onRemoved'];
  readonly redrawTagsOf: StaffServiceDeps['redrawTagsOf'];
  readonly deskLocale: StaffServiceDeps['deskLocale'];
  readonly readerOf: StaffHandlersDeps['readerOf'];
  readonly explainSteps: FirstAdminDeps['explainSteps'];
  readonly onRoleChanged: StaffHandlersDeps['onRoleChanged'];
  readonly onShiftStarted: ShiftsDeps['onShiftStarted'];
  readonly onShiftEnded: ShiftsDeps['onShiftEnded'];
  readonly timeZone: string;
}

export interface StaffDoor {
  readonly service: StaffService & ReturnType<typeof createFirstAdmin>;
  readonly shifts: ShiftService;
  /** Comes first of all: it takes `/start admin_…` before anybody else greets. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  /** For `person:<telegram user id>`. */
  readonly destination: DestinationPort;
  /** Lets those through who may manage staff and desks; answers everybody else. */
  readonly gate: Gate;
  readonly commands: readonly ListedCommand[];
  readonly sweeps: readonly Sweep[];
}

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createStaff(deps: StaffDeps): StaffDoor {
  const { clock, logger, t } = deps;
  const repository = createStaffRepository();
  const views = createStaffViews(t);
  const service = createStaffService({ ...deps, repository });
  const attempts = createAttempts(clock);
  const firstAdmin = createFirstAdmin({ ...deps, repository, attempts });
  const replyNow = createReplyNow(logger);
  const gate = createGate({ replyNow, logger });
  const { findStaff } = service;
  const shifts = createShifts({ ...deps, findStaff, replyNow });
  const handling = { ...deps, service, firstAdmin, views, replyNow, gate };
  return {
    service: { ...service, ...firstAdmin },
    shifts: shifts.service,
    composer: createComposer(createStaffHandlers(handling), shifts.composer),
    messages: {
      ...createStaffOutgoing({ ...deps, repository, views, duty: shifts.service.duty }),
      ...shifts.messages,
    },
    sweeps: shifts.sweeps,
    destination: personDestination,
    gate,
    commands: [
      { command: 'staff', words: 'staff-menu', where: ['private', 'group'], roles: CHIEFS },
      ...shifts.commands,
    ],
  };
}
