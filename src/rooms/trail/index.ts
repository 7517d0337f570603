// The trail of rooms, wired: what people write there, agreements, checkpoints. Nothing runs by itself.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { createTimeWords } from '../../dialogs/reminders/time-words.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { joinPorts, type MessagePort, type ProjectionPort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { type CardParts, joinCardParts } from '../card-parts.ts';
import type { RoomMenuItem } from '../menu/item.ts';
import type { Room } from '../room.ts';
import { createActors } from './actor.ts';
import { createAgreements } from './agreements/room.ts';
import { createAwayHandlers } from './away-handlers.ts';
import { createCheckpoints } from './checkpoints/room.ts';
import type { CheckpointService } from './checkpoints/service.ts';
import { readKindWords } from './files/kind-words.ts';
import { createRoomFileRepository } from './files/repository.ts';
import { createFiles } from './files/room.ts';
import { createListRepository } from './list-repository.ts';
import { createListService } from './list-service.ts';
import { createLooking } from './looking.ts';
import { createTrailItems } from './menu-items.ts';
import { createKeepingHandlers } from './messages/handlers.ts';
import { createRoomMessageRepository } from './messages/repository.ts';
import { createRoomMessageService, type RoomMessageService } from './messages/service.ts';
import { createRoomTimes } from './room-times-repository.ts';
import { createSupport, type Support } from './support/room.ts';
import { createHere } from './telegram-here.ts';
import type { TrailDeps, TrailPart, TrailTools } from './tools.ts';

export type { TrailDeps } from './tools.ts';

export interface Trail {
  /** For other features: a date somebody has promised. */
  readonly checkpoints: Pick<CheckpointService, 'add' | 'soonest'>;
  /** Dialogs that rooms have with support have changed. */
  readonly followDialogs: Support['follow'];
  /** What another feature says in a room calls support. */
  readonly callSupport: Support['callFor'];
  /** Somebody is in a room no more: what they answered for there is nobody's. */
  left: CheckpointService['release'];
  /** A room has another chat: what is open in it stands there, too. */
  showAnew(tx: Tx, room: Pick<Room, 'id'>): Promise<void>;
  /** What another feature has said in a room in somebody's words is kept as theirs. */
  readonly keepSaid: RoomMessageService['keepSaid'];
  /** A room is closed: what was still to be done there is given up, in the name of this person. */
  roomClosed(tx: Tx, roomId: number, personId: number, cause: Cause): Promise<void>;
  /** What the trail adds to the cards of rooms. */
  readonly cardParts: CardParts;
  /** What leads to it in the menus of rooms. */
  readonly menuItems: readonly RoomMenuItem[];
  /** Keeps what people write and passes it on: before all others. */
  readonly keeping: Composer<BotContext>;
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

export function createTrail(deps: TrailDeps): Trail {
  const { database, t } = deps;
  const tools = toolsOf(deps);
  const keeping = createRoomMessageService({
    ...deps,
    messages: createRoomMessageRepository(database),
    files: createRoomFileRepository(database),
    kindWords: readKindWords(t),
    onReworded: (tx, before, at) => agreements.noteReworded(tx, before, at),
  });
  const agreements = createAgreements({ ...tools, keeping });
  const checkpoints = createCheckpoints(tools);
  const files = createFiles({ ...tools, read: deps.readFile });
  const support = createSupport(tools);
  const parts: readonly TrailPart[] = [agreements, checkpoints, files, support];
  return {
    checkpoints: checkpoints.service,
    followDialogs: support.follow,
    callSupport: support.callFor,
    keepSaid: keeping.keepSaid,
    left: checkpoints.service.release,
    async showAnew(tx, { id }) {
      for (const part of [agreements, checkpoints.service, support]) await part.showAnew(tx, id);
    },
    async roomClosed(tx, roomId, personId, cause) {
      await checkpoints.cancelAll(tx, roomId, personId, cause);
      await support.roomClosed(tx, roomId, cause);
    },
    cardParts: joinCardParts([checkpoints.cardParts, support.cardParts]),
    menuItems: createTrailItems(tools.lists),
    keeping: createKeepingHandlers({ ...deps, service: keeping }),
    composer: createComposer(createAwayHandlers(tools), ...parts.map(({ composer }) => composer)),
    messages: joinPorts(...parts.map(({ messages }) => messages)),
    projections: joinPorts(...parts.map(({ projections }) => projections)),
    sweeps: parts.flatMap(({ sweeps }) => sweeps),
    commands: parts.flatMap(({ commands }) => commands),
  };
}

function toolsOf(deps: TrailDeps): TrailTools {
  const { database, timeZone, logger, t } = deps;
  const times = createRoomTimes(database, timeZone);
  const actorIn = createActors(deps);
  const replyNow = createReplyNow(logger);
  return {
    ...deps,
    timesOf: times.of,
    actorIn,
    replyNow,
    looking: createLooking({ ...deps, timesOfAll: times.ofAll }),
    lists: createListService({ ...deps, actorIn, listRows: createListRepository() }),
    here: createHere({ ...deps, replyNow }),
    words: createTimeWords(t),
  };
}
