// The trail of a room as one story: who said, sent, agreed to or did what, and when. Pure.

import type { Content } from '../dialogs/content.ts';
import type { Currency } from '../escrow/currency.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { FileKind, HashState } from '../rooms/trail/files/file.ts';
import type { Reason } from '../rooms/trail/support/call.ts';

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
      readonly kind: 'checkpoint-set' | 'checkpoint-done' | 'checkpoint-cancelled';
      readonly number: number;
      readonly title: string;
      readonly dueAt: Date;
    }
  | {
      readonly kind: 'checkpoint-moved';
      readonly number: number;
      readonly title: string;
      readonly dueBefore: Date;
      readonly dueAt: Date;
      /** One of those that a tap gives, or words. */
      readonly reason: string;
    }
  | { readonly kind: 'support-called'; readonly reason: Reason }
  /** Called once more while it was at it: what the desk read. */
  | { readonly kind: 'support-again'; readonly content: Content }
  | { readonly kind: 'support-taken' | 'support-reopened' | 'support-closed' }
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
      /** In minor units; null: the step is not about one. */
      readonly amount: number | null;
      readonly currency: Currency | null;
    };

/** What somebody is in the room; `staff`: they work here and are no member. */
export type TrailRole = RoomRole | 'staff';

export interface TrailEntry {
  readonly at: Date;
  /** Null: nobody knows, or the program. */
  readonly who: string | null;
  readonly role: TrailRole | null;
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
  /** By which clock the room goes, where it is an exporter's. */
  readonly timeZone: string | null;
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
