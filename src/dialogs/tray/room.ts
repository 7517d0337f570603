// The tray of undelivered messages as dialogs put it to use: wired here, nothing runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort, ProjectionPort } from '../../platform/outbox/index.ts';
import { factsOf, localeIn } from '../../platform/outbox/words.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import { speechPort } from '../outgoing/speech.ts';
import { createTrayCounter, TRAY_COUNTER, type TrayCounterDeps } from './counter.ts';
import { createTrayCounterRepository } from './counter-repository.ts';
import { createTrayHandlers, type TrayHandlersDeps } from './handlers.ts';
import { createTrayRepository } from './repository.ts';
import { createTrayScreens, type TrayScreens } from './screens.ts';
import { createTrayService, type TrayService, type TrayServiceDeps } from './service.ts';
import { createTrayViews } from './views.ts';

export interface TrayDeps
  extends Omit<TrayServiceDeps, 'tray'>,
    Pick<TrayHandlersDeps, 'findStaff' | 'readerOf' | 'refuse'>,
    Pick<TrayCounterDeps, 'supervisors' | 'outbox'> {
  readonly t: Translate;
  readonly timeZone: string;
  readonly logger: Logger;
}

export interface Tray {
  readonly service: TrayService;
  readonly composer: ReturnType<typeof createTrayHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

/** Its composer comes before the relay of what staff write. */
export function createTray(deps: TrayDeps): Tray {
  const { database, logger } = deps;
  const service = createTrayService({ ...deps, tray: createTrayRepository(database) });
  const views = createTrayViews(deps);
  const screens = createTrayScreens({ ...deps, service, views });
  const counters = createTrayCounterRepository(database);
  const counter = createTrayCounter({ ...deps, service, views, counters });
  return {
    service,
    composer: createTrayHandlers({ ...deps, service, screens, replyNow: createReplyNow(logger) }),
    messages: { undelivered: listPort(deps, screens) },
    projections: { [TRAY_COUNTER]: counter.port },
    sweeps: [counter.sweep],
    commands: [
      { command: 'undelivered', words: 'tray-menu', where: ['private', 'group'], roles: ROLES },
    ],
  };
}

/** The answer to the command, of whoever gave it. */
function listPort({ findStaff }: Pick<TrayDeps, 'findStaff'>, screens: TrayScreens): MessagePort {
  return speechPort(async ({ messages: [message] }) => {
    const { args = {} } = message ?? {};
    const [owner] = await findStaff([factsOf<{ readonly staffId: number }>(args).staffId]);
    if (!owner) return { drop: 'whoever asked works here no more' };
    return screens.reasons(localeIn(args), owner);
  });
}
