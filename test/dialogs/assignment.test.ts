// Who has a dialog, and what becomes of it when it passes on.

import { describe, expect, it } from 'vitest';
import {
  acted,
  idleSince,
  mayDispose,
  passTo,
  release,
  takeOver,
} from '../../src/dialogs/assignment.ts';
import { BORIS, dialogIn, KATYA, later, noon } from './dialog-in.ts';

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

describe('whoever has a dialog', () => {
  const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  const waiting = dialogIn('in_work', { waitingSince: noon });
  const boris = { id: BORIS, role: 'manager' } as const;

  it('lets a client wait since the question, or since what they did last', () => {
    expect(idleSince(waiting)).toEqual(noon);
    expect(idleSince({ ...waiting, holderActiveAt: at(5) })).toEqual(at(5));
    expect(idleSince({ ...waiting, holderActiveAt: at(-5) })).toEqual(noon);
    expect(idleSince(dialogIn('in_work'))).toBeNull();
    expect(idleSince(dialogIn('unanswered', { waitingSince: noon }))).toBeNull();
  });

  it('has acted when they did something, and not when a colleague did', () => {
    expect(acted(waiting, KATYA, later).holderActiveAt).toEqual(later);
    expect(acted(waiting, BORIS, later)).toBe(waiting);
  });

  it('keeps it from colleagues in work, until they have let the client wait too long', () => {
    expect(mayDispose(waiting, boris, at(29), 30)).toEqual({ status: 'not-yet', from: at(30) });
    expect(mayDispose(waiting, boris, at(30), 30)).toEqual({ status: 'may' });
    expect(mayDispose(dialogIn('in_work'), boris, at(500), 30)).toEqual({ status: 'chiefs-only' });
  });

  it.each([
    ['who has it', dialogIn('in_work'), { id: KATYA, role: 'manager' }],
    ['a supervisor', dialogIn('in_work'), { id: BORIS, role: 'supervisor' }],
    ['an administrator', dialogIn('in_work'), { id: BORIS, role: 'admin' }],
    ['anybody outside В РАБОТЕ', dialogIn('answered'), boris],
    ['anybody, if nobody has it', dialogIn('in_work', { assigneeId: null }), boris],
  ] as const)('cannot keep it from %s', (_who, dialog, staff) => {
    expect(mayDispose(dialog, staff, noon, 30)).toEqual({ status: 'may' });
  });

  it('is somebody else when it is handed over, and nothing else about it changes', () => {
    const dialog = dialogIn('to_continue', { waitingSince: noon });

    expect(passTo(dialog, BORIS, later)).toEqual({
      ...dialog,
      assigneeId: BORIS,
      holderActiveAt: later,
    });
  });

  it('works on it who takes it over', () => {
    const dialog = dialogIn('note', { newCount: 2 });

    expect(takeOver(dialog, BORIS, later)).toMatchObject({
      ...{ status: 'in_work', statusBeforeNote: null, assigneeId: BORIS, newCount: 0 },
    });
  });
});
