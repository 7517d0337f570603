// What is told of something that waits in a room.

import type { Content } from '../../dialogs/content.ts';
import type { RoomKind } from '../../rooms/room.ts';
import type { MessagePlace } from '../message.ts';
import type { WaitOutcome } from './wait.ts';

export interface WaitingMessage {
  /** Its row: a press ends nothing that came after the last that was shown. */
  readonly id: number;
  readonly at: MessagePlace;
  readonly personId: number | null;
  readonly author: string;
  readonly content: Content;
  readonly album: string | null;
  readonly saidAt: Date;
}

export interface WaitFacts {
  readonly id: number;
  readonly roomId: number;
  readonly kind: RoomKind;
  /** The client company, or the room. */
  readonly name: string;
  /** Where the room is now; null: it has no group. */
  readonly chatId: number | null;
  readonly since: Date;
  /** Those that wait, oldest first; of what is over, all that did. */
  readonly messages: readonly WaitingMessage[];
  /** Null: it still waits. */
  readonly ended: {
    readonly at: Date;
    readonly outcome: WaitOutcome;
    /** The employee's name; null: somebody else's doing. */
    readonly by: string | null;
    readonly ticketId: number | null;
  } | null;
}
