// An agreement (договорённость): a message that was fixed in the words it had then. Both sides confirm it
// once each; what somebody has confirmed cannot be withdrawn. Pure.

import type { Content } from '../../../dialogs/content.ts';
import type { RoomKind } from '../../room.ts';
import { type Side, type Speaker, sideOf } from '../sides.ts';

/** Who did something, and when. */
export interface Deed {
  readonly byId: number;
  readonly at: Date;
}

export interface Agreement {
  readonly id: number;
  readonly roomId: number;
  /** Counted in its room, from 1. */
  readonly number: number;
  /** As its author wrote it when it was fixed. */
  readonly content: Content;
  readonly fixed: Deed;
  /** The partner who is the other side of it; null: whoever is that in the room. */
  readonly partnerId: number | null;
  readonly confirmed: Readonly<Record<Side, Deed | null>>;
  /** When its message was changed first since. */
  readonly changedAt: Date | null;
  readonly withdrawn: Deed | null;
}

export type Standing = 'open' | 'confirmed' | 'withdrawn';

export function standingOf({ withdrawn, confirmed }: Agreement): Standing {
  if (withdrawn) return 'withdrawn';
  return confirmed.exporter && confirmed.other ? 'confirmed' : 'open';
}

export type Confirming =
  | { readonly status: 'confirmed'; readonly side: Side; readonly agreement: Agreement }
  | { readonly status: 'already'; readonly deed: Deed }
  | { readonly status: 'withdrawn' }
  | { readonly status: 'no-side' };

/** Somebody says «Подтверждаю»: it counts for their side, once. */
export function confirm(
  agreement: Agreement,
  kind: RoomKind,
  speaker: Speaker,
  now: Date,
): Confirming {
  if (agreement.withdrawn) return { status: 'withdrawn' };
  const side = sideOf(kind, speaker, agreement.partnerId);
  if (!side) return { status: 'no-side' };
  const before = agreement.confirmed[side];
  if (before) return { status: 'already', deed: before };
  const confirmed = { ...agreement.confirmed, [side]: { byId: speaker.personId, at: now } };
  return { status: 'confirmed', side, agreement: { ...agreement, confirmed } };
}

export type Withdrawing =
  | { readonly status: 'withdrawn'; readonly agreement: Agreement }
  | { readonly status: 'already-withdrawn' | 'confirmed-already' | 'not-yours' };

/** Whoever fixed it takes it back, or an employee (`mayAll`), as long as nobody has confirmed it. */
export function withdraw(
  agreement: Agreement,
  { personId, mayAll }: { readonly personId: number; readonly mayAll: boolean },
  now: Date,
): Withdrawing {
  if (agreement.withdrawn) return { status: 'already-withdrawn' };
  const { exporter, other } = agreement.confirmed;
  if (exporter || other) return { status: 'confirmed-already' };
  if (agreement.fixed.byId !== personId && !mayAll) return { status: 'not-yours' };
  return {
    status: 'withdrawn',
    agreement: { ...agreement, withdrawn: { byId: personId, at: now } },
  };
}
