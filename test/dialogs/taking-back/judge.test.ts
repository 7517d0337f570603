// Who may take what back, and until when.

import { describe, expect, it } from 'vitest';
import type { DialogMessage } from '../../../src/dialogs/message.ts';
import { judgeTakingBack } from '../../../src/dialogs/taking-back/judge.ts';

const NOON = new Date('2026-11-21T09:00:00Z');
const HOUR_MS = 3_600_000;
const KATYA = { id: 2, role: 'manager' } as const;

const ANSWER: DialogMessage = {
  id: 7,
  dialogId: 1,
  author: 'staff',
  staffId: KATYA.id,
  purpose: 'answer',
  chatId: -100,
  messageId: 5,
  content: { kind: 'text', text: '5', entities: [] },
  mediaGroupId: null,
  replyToId: null,
  receivedAt: NOON,
  delivery: 'delivered',
  deliveredAt: NOON,
  failure: null,
  version: 1,
  editedAt: null,
  deletedAt: null,
};

function judged(change: Partial<DialogMessage>, hours = 1, hasCopy = true, staff = KATYA) {
  const now = new Date(NOON.getTime() + hours * HOUR_MS);
  const verdict = judgeTakingBack({ ...ANSWER, ...change }, { staff, hasCopy, now });
  return verdict.status === 'refused' ? verdict.why : verdict.status;
}

describe('taking back', () => {
  it.each([
    [{}, 'take-back'],
    [{ delivery: 'queued' }, 'take-back'],
    [{ delivery: 'failed' }, 'never-sent'],
    [{ delivery: 'dropped', failure: 'blocked' }, 'never-sent'],
    [{ purpose: 'held', delivery: null }, 'never-sent'],
    [{ delivery: 'taking-back' }, 'already'],
    [{ delivery: 'taken-back' }, 'already'],
    [{ author: 'client', staffId: null }, 'of-client'],
    [{ staffId: 3 }, 'not-yours'],
  ] as const)('of %j: %s', (change, verdict) => {
    expect(judged(change)).toBe(verdict);
  });

  it('is possible for 48 hours to the second', () => {
    expect(judged({}, 47.999)).toBe('take-back');
    expect(judged({}, 48)).toBe('too-old');
  });

  it('needs to know where the copy stands', () => {
    expect(judged({ delivery: 'unknown' }, 1, false)).toBe('unknown');
    expect(judged({ delivery: 'dropped' }, 1, false)).toBe('unknown');
    expect(judged({ delivery: 'delivered' }, 1, false)).toBe('unknown');
  });

  it('of a note is nothing, unless it left before it was one', () => {
    expect(judged({ purpose: 'note', delivery: null }, 1, false)).toBe('of-note');
    expect(judged({ purpose: 'note', delivery: null })).toBe('take-back');
  });

  it('of anybody’s answer is for supervisors and administrators', () => {
    const supervisor = { id: 9, role: 'supervisor' } as const;
    const now = NOON;
    const verdict = judgeTakingBack(ANSWER, { staff: supervisor, hasCopy: true, now });
    expect(verdict.status).toBe('take-back');
  });
});
