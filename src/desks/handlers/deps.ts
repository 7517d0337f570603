// What the handlers of desks share.

import type { Translate } from '../../platform/i18n.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { StaffDoor } from '../../staff/index.ts';
import type { createAdjust } from '../adjust.ts';
import type { createMembership } from '../membership.ts';
import type { DeskService } from '../service.ts';
import type { createDeskSetUp } from '../set-up.ts';
import type { createReaderOf } from '../telegram-place.ts';
import type { DeskViews } from '../views.ts';
import type { createDeskCommands } from './commands.ts';

export interface DeskHandlersDeps {
  readonly service: DeskService;
  readonly setUp: ReturnType<typeof createDeskSetUp>;
  readonly membership: ReturnType<typeof createMembership>;
  readonly adjust: ReturnType<typeof createAdjust>;
  readonly views: DeskViews;
  readonly t: Translate;
  readonly replyNow: ReplyNow;
  readonly gate: StaffDoor['gate'];
  readonly readerOf: ReturnType<typeof createReaderOf>;
  /** `/desk` with words. */
  readonly commands: ReturnType<typeof createDeskCommands>;
  readonly channels: readonly string[];
  readonly statuses: readonly string[];
  /** A desk was set up: its members are to see its menu of commands. */
  readonly onSetUp: () => void;
  /** An employee has opened the chat with the bot: from now on a menu can be shown there. */
  readonly onStaffStart: (userId: number) => void;
}
