// What the trail asks of rooms and of the house.

import type { PeopleService } from '../../people/index.ts';
import type { Person } from '../../people/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import type { EntryService } from '../entry-service.ts';
import type { PlacedRoom, Room, RoomMember, RoomRole } from '../room.ts';

/** Rooms, as the trail needs them. */
export interface TrailRooms {
  /** The room whose group this chat is now; null: none. */
  ofChat(chatId: number): Promise<PlacedRoom | null>;
  find(tx: Tx, roomIds: readonly number[]): Promise<readonly Room[]>;
  /** Those of the rooms that have a group, with it. */
  placed(tx: Tx, roomIds: readonly number[]): Promise<readonly PlacedRoom[]>;
  members(tx: Tx, roomIds: readonly number[]): Promise<readonly RoomMember[]>;
  /** What this Telegram user is in the room now; null: nothing. */
  roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null>;
  /** Somebody speaks who is not known to be there; what they are from now on, null: still nothing. */
  noteSpeaker(tx: Tx, roomId: number, person: Person): Promise<RoomRole | null>;
  /** Whether this person is in the room, is about to be, or works here. */
  vouches: EntryService['vouches'];
  invite: EntryService['invite'];
  lead: EntryService['lead'];
  /** Has the cards of these rooms drawn anew. */
  redraw(tx: Tx, roomIds: readonly number[]): Promise<void>;
}

/** What every part of the trail stands on. */
export interface TrailBase {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly rooms: TrailRooms;
  readonly people: Pick<PeopleService, 'meet' | 'find'>;
}
