// What may be taken back from a client, by whom, and until when. Pure.

import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import { type DialogMessage, neverArrived } from '../message.ts';

/** Telegram deletes nothing that is older than two days, whoever asks (BOTAPI §3.2). */
const DELETABLE_MS = 48 * 3_600_000;

/** Why not, in words of its own each. */
export type Refusal =
  | 'usage'
  | 'of-client'
  | 'of-note'
  | 'not-yours'
  | 'already'
  | 'too-old'
  | 'unknown';

export type Judgement =
  | { readonly status: 'refused'; readonly why: Refusal }
  /** It never reached the client, and will not. */
  | { readonly status: 'never-sent' }
  /** It is with the client, or on its way there. */
  | { readonly status: 'take-back' };

export interface Circumstances {
  readonly staff: Pick<Staff, 'id' | 'role'>;
  /** Whether we know of a copy at the client. */
  readonly hasCopy: boolean;
  readonly now: Date;
}

/** Its author may, and whoever may manage staff. `message` null: what was pointed at is nothing we keep. */
export function judgeTakingBack(
  message: DialogMessage | null,
  { staff, hasCopy, now }: Circumstances,
): Judgement {
  if (!message) return refused('usage');
  if (message.author === 'client') return refused('of-client');
  // A part of an album may have left before it became a note.
  if (message.purpose === 'note' && !hasCopy) return refused('of-note');
  if (message.staffId !== staff.id && !mayManageStaff(staff.role)) return refused('not-yours');
  if (message.delivery === 'taking-back' || message.delivery === 'taken-back')
    return refused('already');
  if (message.purpose === 'held' || neverArrived(message)) return { status: 'never-sent' };
  if (message.delivery === 'queued') return { status: 'take-back' };
  if (!hasCopy) return refused('unknown');
  const sentAt = message.deliveredAt ?? message.receivedAt;
  const isOld = now.getTime() - sentAt.getTime() >= DELETABLE_MS;
  return isOld ? refused('too-old') : { status: 'take-back' };
}

function refused(why: Refusal): Judgement {
  return { status: 'refused', why };
}
