// Where somebody reads a deal who is told of it in private: its card in the group for whoever is there, and
// their way in for whoever is not yet.

import type { Database, Tx } from '../platform/database/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import type { PlacedRoom, RoomMember } from '../rooms/room.ts';
import { messageUrl } from '../rooms/trail/links.ts';
import type { EscrowRepository } from './repository.ts';
import { cardOf } from './telling.ts';

export interface WayInDeps {
  readonly database: Database;
  readonly outbox: Pick<Outbox, 'shownBy'>;
  readonly repository: Pick<EscrowRepository, 'find'>;
  readonly rooms: {
    placed(tx: Tx, ids: readonly number[]): Promise<readonly PlacedRoom[]>;
    roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null>;
  };
  readonly wayFor: (roomId: number, userId: number) => Promise<string | null>;
}

/** Null: there is no group now, or no way into it for them. */
export type WayIn = (escrowId: number, userId: number) => Promise<string | null>;

export function createWayIn({ database, outbox, repository, rooms, wayFor }: WayInDeps): WayIn {
  const { prisma } = database;

  return async (escrowId, userId) => {
    const [escrow] = await repository.find(prisma, [escrowId]);
    if (!escrow) return null;
    const { roomId } = escrow;
    if (!(await rooms.roleOf(prisma, roomId, userId))) return await wayFor(roomId, userId);
    const [placed] = await rooms.placed(prisma, [roomId]);
    const messageId = await outbox.shownBy(prisma, cardOf(escrowId, roomId));
    if (!placed || messageId === null) return null;
    return messageUrl({ chatId: placed.chatId, messageId }, placed.chatId);
  };
}
