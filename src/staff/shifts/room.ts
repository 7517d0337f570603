// Shifts as staff put them to use: wired here, nothing runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../staff.ts';
import { createShiftHandlers } from './handlers.ts';
import { createShiftRepository } from './repository.ts';
import { createShiftService, type ShiftService, type ShiftServiceDeps } from './service.ts';
import { createShiftView } from './views.ts';

export interface ShiftsDeps extends Omit<ShiftServiceDeps, 'shifts'> {
  readonly t: Translate;
  readonly timeZone: string;
  readonly replyNow: ReplyNow;
}

export interface Shifts {
  readonly service: ShiftService;
  readonly composer: ReturnType<typeof createShiftHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

const FORGOTTEN = 'forgotten-shifts';

export function createShifts(deps: ShiftsDeps): Shifts {
  const { t } = deps;
  const service = createShiftService({ ...deps, shifts: createShiftRepository() });
  const sweep: Sweep = {
    name: FORGOTTEN,
    everyMs: 30_000,
    async run() {
      const cause = { kind: 'sweep', name: FORGOTTEN } as const;
      for (const staffId of await service.listForgotten())
        await service.endForgotten(staffId, cause);
    },
  };
  return {
    service,
    composer: createShiftHandlers({ ...deps, service, view: createShiftView(deps) }),
    messages: {
      'shift-forgotten': wordsPort((locale) => ({ text: t(locale, 'shift-forgotten') })),
    },
    sweeps: [sweep],
    commands: [{ command: 'shift', words: 'shift-menu', where: ['private'], roles: ROLES }],
  };
}
