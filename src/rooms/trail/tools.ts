// What the parts of the trail share.

import type { BotContext } from '../../context.ts';
import type { TimeWords } from '../../dialogs/reminders/time-words.ts';
import type { Forms } from '../../platform/forms/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { MessagePort, ProjectionPort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Actors } from './actor.ts';
import type { CheckpointServiceDeps } from './checkpoints/service.ts';
import type { TrailBase } from './deps.ts';
import type { Read } from './files/hashing-service.ts';
import type { ListService } from './list-service.ts';
import type { Looking } from './looking.ts';
import type { createKeepingHandlers } from './messages/handlers.ts';
import type { RoomTimesOf } from './room-times.ts';
import type { SupportServiceDeps } from './support/service.ts';
import type { Here } from './telegram-here.ts';

export interface TrailDeps extends TrailBase {
  readonly staff: Pick<CheckpointServiceDeps, 'findStaff' | 'supervisors'>;
  /** The bytes of a file of Telegram's, as their hash. */
  readonly readFile: (fileId: string) => Promise<Read>;
  readonly forms: Forms<BotContext>;
  readonly timeZone: string;
  readonly officeHours: CheckpointServiceDeps['officeHours'];
  readonly defaultLocale: Locale;
  readonly dialogs: SupportServiceDeps['dialogs'];
  readonly deskLocale: SupportServiceDeps['deskLocale'];
}

/** A part of the trail, in a folder of its own. */
export interface TrailPart {
  readonly composer: ReturnType<typeof createKeepingHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

/** What the parts share. */
export interface TrailTools extends TrailDeps {
  readonly actorIn: Actors;
  readonly timesOf: RoomTimesOf;
  readonly looking: Looking;
  readonly lists: ListService;
  readonly here: Here;
  readonly replyNow: ReplyNow;
  readonly words: TimeWords;
}
