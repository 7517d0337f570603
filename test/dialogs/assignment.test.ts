// Who has a dialog, and what becomes of it when it passes on.

import { describe, expect, it } from 'vitest';
import { release } from '../../src/dialogs/assignment.ts';
import { dialogIn, noon } from './dialog-in.ts';

describe('a dialog that is given back', () => {
  it('waits for anybody, and its clock runs on', () => {
    const dialog = dialogIn('in_work', { waitingSince: noon, answersDelivered: 0, newCount: 2 });

    expect(release(dialog)).toEqual({
      status: 'done',
      dialog: { ...dialog, status: 'unanswered', assigneeId: null, newCount: 0 },
    });
  });

  it('is to be continued where an answer was delivered before', () => {
    expect(release(dialogIn('note', { waitingSince: noon }))).toMatchObject({
      dialog: { status: 'to_continue', waitingSince: noon, statusBeforeNote: null },
    });
  });

  it('keeps its status while nobody waits, but В РАБОТЕ cannot be nobody’s', () => {
    expect(release(dialogIn('had_call'))).toMatchObject({ dialog: { status: 'had_call' } });
    expect(release(dialogIn('note'))).toMatchObject({ dialog: { statusBeforeNote: 'in_work' } });
    expect(release(dialogIn('in_work'))).toMatchObject({ dialog: { status: 'answered' } });
    expect(release(dialogIn('in_work', { answersDelivered: 0 }))).toMatchObject({
      dialog: { status: 'to_continue' },
    });
  });

  it('is not given back twice, nor closed', () => {
    expect(release(dialogIn('unanswered'))).toEqual({ status: 'nobodys' });
    expect(release(dialogIn('closed'))).toEqual({ status: 'closed' });
  });
});
