// By which clock a room goes: that of its exporter, or of the house.

import type { Tx } from '../../platform/database/index.ts';

export interface RoomTimes {
  /** IANA. */
  readonly timeZone: string;
  /** When the exporter works, as «09:00»; null: it has no exporter. */
  readonly works: { readonly from: string; readonly to: string } | null;
}

export type RoomTimesOf = (roomId: number, db?: Tx) => Promise<RoomTimes>;

/** The same of several; of every room that is asked for. */
export type RoomTimesOfAll = (
  roomIds: readonly number[],
  db?: Tx,
) => Promise<ReadonlyMap<number, RoomTimes>>;
