// The door of «Безопасная сделка»: stages, confirmations and sums of the deals that are made in rooms.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Forms } from '../platform/forms/index.ts';
import { type Locale, type Translate, wordsInAll } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessagePort, Outbox, ProjectionPort } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { RoomMenuItem, Rooms } from '../rooms/index.ts';
import type { Room } from '../rooms/room.ts';
import type { StaffDoor } from '../staff/index.ts';
import { isOver } from './escrow.ts';
import { createEscrowHandlers } from './handlers.ts';
import { createEscrowJobs } from './jobs.ts';
import { createEscrowCard, createEscrowOutgoing } from './outgoing.ts';
import { createEscrowRepository } from './repository.ts';
import { createEscrowItem } from './room-item.ts';
import { createEscrowService, type EscrowServiceDeps } from './service.ts';
import { createSilenceService, type SilenceServiceDeps } from './silence-service.ts';
import { createSpeech } from './speech.ts';
import { createPaperPort, type PaperPortDeps } from './telegram-paper.ts';
import { createTermsForm } from './terms-form.ts';
import { createWayIn } from './way-in.ts';

export interface EscrowDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  readonly forms: Forms<BotContext>;
  readonly rooms: Pick<Rooms['service'], 'find' | 'placed' | 'members' | 'roleOf' | 'redraw'>;
  readonly staff: Pick<StaffDoor['service'], 'listStaff' | 'findStaff'>;
  readonly findPeople: PaperPortDeps['findPeople'];
  readonly officeHours: SilenceServiceDeps['officeHours'];
  readonly callSupport: EscrowServiceDeps['callSupport'];
  readonly onProgress: EscrowServiceDeps['onProgress'];
  /** The link into a room that leads in somebody who is not there; null: they have none. */
  readonly wayFor: Rooms['service']['wayFor'];
}

export interface EscrowDoor {
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  /** None: the menu of rooms offers its own. */
  readonly commands: readonly ListedCommand[];
  readonly menuItem: RoomMenuItem;
  /** A room has another chat: its deal stands there, too. */
  showAnew(tx: Tx, room: Pick<Room, 'id'>): Promise<void>;
  /** Whether a room has a deal that is not over. */
  isOpenIn(tx: Tx, roomId: number): Promise<boolean>;
  /** What the cards of these rooms say of their deals. */
  cardParts(roomIds: readonly number[]): Promise<ReadonlyMap<number, readonly EscrowCardPart[]>>;
}

export interface EscrowCardPart {
  readonly lines: (locale: Locale) => readonly string[];
}

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createEscrow(deps: EscrowDeps): EscrowDoor {
  const { database, t, timeZone, rooms, staff, forms, logger } = deps;
  const repository = createEscrowRepository(timeZone);
  const termWords = {
    roubles: wordsInAll(t, 'escrow-word-roubles'),
    until: wordsInAll(t, 'escrow-word-until'),
  };
  const base = { ...deps, repository, termWords, listStaff: staff.listStaff };
  const service = createEscrowService(base);
  const { watch } = createSilenceService(base);
  const speech = createSpeech(t);
  const findRooms = (ids: readonly number[]) => rooms.find(database.prisma, ids);
  const placedRooms = (ids: readonly number[]) => rooms.placed(database.prisma, ids);
  const saying = {
    ...{ ...base, speech, findRooms, placedRooms },
    findStaff: staff.findStaff,
    wayIn: createWayIn({ ...deps, repository }),
  };
  const form = forms.define(createTermsForm({ ...base, service }));

  async function cardParts(roomIds: readonly number[]) {
    const found = await repository.latestOf(database.prisma, roomIds);
    return new Map(
      found.map((escrow) => {
        const { views } = speech(escrow.timeZone);
        const lines = (locale: Locale) => [views.summary(locale, escrow)];
        return [escrow.roomId, [{ lines }]] as const;
      }),
    );
  }

  return {
    composer: createEscrowHandlers({
      ...{ service, form, t, logger },
      replyNow: createReplyNow(logger),
    }),
    messages: { ...createEscrowOutgoing(saying), 'escrow-paper': createPaperPort(saying) },
    projections: createEscrowCard(saying),
    sweeps: createEscrowJobs({ watch }),
    commands: [],
    showAnew: service.showAnew,
    menuItem: createEscrowItem({ service, form, t }),
    isOpenIn: async (tx, roomId) =>
      (await repository.latestOf(tx, [roomId])).some((one) => !isOver(one)),
    cardParts,
  };
}
