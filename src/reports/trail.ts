// The trail of a room as one story: who said, sent, agreed to or did what, and when. Pure.

import type { Content } from '../dialogs/content.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { FileKind, HashState } from '../rooms/trail/files/file.ts';

export type TrailDeed =
  | { readonly kind: 'message'; readonly content: Content }
  /** The message was changed by its author: what it says from then on. */
  | { readonly kind: 'reworded'; readonly content: Content }
  | {
      readonly kind: 'file';
      readonly name: string | null;
      readonly paper: FileKind;
      readonly size: number | null;
      readonly hash: HashState;
    }
  | {
      readonly kind: 'agreement-fixed' | 'agreement-confirmed' | 'agreement-withdrawn';
      readonly number: number;
      readonly content: Content;
    }
  | {
      readonly kind:
        | 'checkpoint-set'
        | 'checkpoint-moved'
        | 'checkpoint-done'
        | 'checkpoint-cancelled';
      readonly number: number;
      readonly title: string;
      readonly dueAt: Date;
    }
  | {
      readonly kind: 'joined' | 'left' | 'parted' | 'role-set';
      readonly person: string;
      readonly as: RoomRole;
    }
  /** `type`: as the log of events calls it. */
  | {
      readonly kind: 'escrow';
      readonly type: string;
      readonly escrowId: number;
      readonly stage: number | null;
    };

export interface TrailEntry {
  readonly at: Date;
  /** Null: nobody knows, or the program. */
  readonly who: string | null;
  readonly role: RoomRole | null;
  readonly deed: TrailDeed;
  /** Of a file, in hexadecimal digits. */
  readonly sha256: string | null;
}

export interface TrailMember {
  readonly name: string;
  readonly role: RoomRole;
  readonly since: Date;
  readonly leftAt: Date | null;
}

export interface Trail {
  readonly title: string;
  readonly members: readonly TrailMember[];
  /** Oldest first. */
  readonly entries: readonly TrailEntry[];
  /** There was more, older than these. */
  readonly isCut: boolean;
}

/** In the order in which they happened; of one moment, in the order given. */
export function inOrder(entries: readonly TrailEntry[]): readonly TrailEntry[] {
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export const FORMATS = ['pdf', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** Who may take the room's trail with them. A partner or a guest sees what they were there for. */
export function mayExport(role: RoomRole): boolean {
  return role === 'exporter' || role === 'importer' || role === 'manager' || role === 'support';
}
