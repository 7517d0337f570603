// The table of docs/dialog-states.md, cell by cell: what each event makes of each status. Worked out
// from seed 003 and DOMAIN's table of statuses, not from the code.

import { describe, expect, it } from 'vitest';
import {
  type Action,
  actionsOf,
  answerDelivered,
  cancelNote,
  DIALOG_STATUSES,
  type Dialog,
  type DialogStatus,
  hearFirst,
  press,
  receive,
} from '../../src/dialogs/dialog.ts';

const KATYA = 7;
const BORIS = 8;
const noon = new Date('2026-11-21T09:00:00Z');
const later = new Date('2026-11-21T10:00:00Z');

function dialogIn(status: DialogStatus, over: Partial<Dialog> = {}): Dialog {
  return {
    id: 42,
    deskId: 1,
    clientId: 5,
    addressId: 6,
    channel: 'telegram',
    status,
    statusBeforeNote: status === 'note' ? 'in_work' : null,
    assigneeId: status === 'unanswered' ? null : KATYA,
    revision: 3,
    previousId: null,
    openedAt: noon,
    closedAt: status === 'closed' ? noon : null,
    lastQuestionAt: noon,
    waitingSince: null,
    newCount: 0,
    answersDelivered: 1,
    thankedAt: null,
    lateWritingAt: null,
    rating: null,
    ratedAt: null,
    ratingWords: null,
    ...over,
  };
}

const OPEN = DIALOG_STATUSES.filter((status) => status !== 'closed');

describe('a client asks', () => {
  it.each<[DialogStatus, DialogStatus]>([
    ['unanswered', 'unanswered'],
    ['in_work', 'in_work'],
    ['answered', 'to_continue'],
    ['had_call', 'to_continue'],
    ['to_continue', 'to_continue'],
    ['note', 'to_continue'],
    ['closed', 'to_continue'],
  ])('in %s: the status becomes %s and the clock runs', (from, to) => {
    const result = receive(dialogIn(from), { said: 'question', now: later, reopenHours: 72 });

    expect(result).toMatchObject({
      status: 'continued',
      reopened: from === 'closed',
      dialog: { status: to, waitingSince: later, lastQuestionAt: later, closedAt: null },
    });
  });

  it('while somebody waits already, the clock keeps the oldest question', () => {
    const result = receive(dialogIn('unanswered', { waitingSince: noon }), {
      said: 'question',
      now: later,
      reopenHours: 72,
    });

    expect(result).toMatchObject({ dialog: { waitingSince: noon, lastQuestionAt: later } });
  });

  it('in work: it is counted as new', () => {
    const result = receive(dialogIn('in_work', { newCount: 1 }), {
      said: 'question',
      now: later,
      reopenHours: 72,
    });

    expect(result).toMatchObject({ dialog: { newCount: 2 } });
  });

  it('exactly 72 hours after closing the same dialog goes on, a second later a new one begins', () => {
    const closed = dialogIn('closed');
    const at = (seconds: number) => new Date(noon.getTime() + 72 * 3_600_000 + seconds * 1_000);

    expect(receive(closed, { said: 'question', now: at(0), reopenHours: 72 })).toMatchObject({
      status: 'continued',
    });
    expect(receive(closed, { said: 'question', now: at(1), reopenHours: 72 })).toEqual({
      status: 'new',
      previousId: 42,
    });
  });

  it('for the first time: a dialog without a past begins, and the clock runs whatever was said', () => {
    expect(receive(null, { said: 'thanks', now: noon, reopenHours: 72 })).toEqual({
      status: 'new',
      previousId: null,
    });
    expect(hearFirst(dialogIn('unanswered'), noon)).toMatchObject({
      status: 'unanswered',
      waitingSince: noon,
    });
  });
});

describe('a client says a bare thanks', () => {
  it.each(OPEN)('in %s: nothing changes', (status) => {
    const dialog = dialogIn(status);

    expect(receive(dialog, { said: 'thanks', now: later, reopenHours: 72 })).toEqual({
      status: 'continued',
      reopened: false,
      dialog,
    });
  });

  it('in closed: it stays closed, and the card knows', () => {
    const result = receive(dialogIn('closed'), { said: 'thanks', now: later, reopenHours: 72 });

    expect(result).toMatchObject({
      reopened: false,
      dialog: { status: 'closed', thankedAt: later, waitingSince: null },
    });
  });
});

describe('words after a rating', () => {
  const rated = dialogIn('closed', { rating: 2, ratedAt: noon });
  const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

  it('within ten minutes they are the rating’s words and open nothing', () => {
    expect(receive(rated, { said: 'question', now: minutes(10), reopenHours: 72 })).toEqual({
      status: 'rating-words',
      dialog: rated,
    });
  });

  it('after ten minutes, or the second time, they are a question', () => {
    const worded = { ...rated, ratingWords: 'долго' };

    expect(receive(rated, { said: 'question', now: minutes(11), reopenHours: 72 })).toMatchObject({
      reopened: true,
    });
    expect(receive(worded, { said: 'question', now: minutes(1), reopenHours: 72 })).toMatchObject({
      reopened: true,
    });
  });

  it('a picture has no words: it is a question', () => {
    expect(receive(rated, { said: 'wordless', now: minutes(1), reopenHours: 72 })).toMatchObject({
      reopened: true,
    });
  });
});

describe('the buttons of a card', () => {
  it.each<[DialogStatus, Action[]]>([
    ['unanswered', ['take', 'call', 'note', 'close', 'close-unrated']],
    ['in_work', ['call', 'note', 'close', 'close-unrated']],
    ['answered', ['resume', 'call', 'note', 'close', 'close-unrated']],
    ['had_call', ['take', 'note', 'close', 'close-unrated']],
    ['to_continue', ['take', 'call', 'note', 'close', 'close-unrated']],
    ['note', ['take', 'call', 'note', 'close', 'close-unrated']],
    ['closed', ['reopen']],
  ])('in %s', (status, actions) => {
    expect(actionsOf(dialogIn(status))).toEqual(actions);
  });

  it('closing without a rating is offered only where closing would ask for one', () => {
    expect(actionsOf(dialogIn('in_work', { answersDelivered: 0 }))).not.toContain('close-unrated');
    expect(actionsOf(dialogIn('in_work', { rating: 5 }))).not.toContain('close-unrated');
  });
});

describe('a press', () => {
  const moves: [Action, DialogStatus, DialogStatus][] = [
    ['take', 'unanswered', 'in_work'],
    ['take', 'had_call', 'in_work'],
    ['take', 'to_continue', 'in_work'],
    ['take', 'note', 'in_work'],
    ['resume', 'answered', 'in_work'],
    ['call', 'unanswered', 'had_call'],
    ['call', 'in_work', 'had_call'],
    ['call', 'answered', 'had_call'],
    ['call', 'to_continue', 'had_call'],
    ['call', 'note', 'had_call'],
    ['reopen', 'closed', 'to_continue'],
    ...OPEN.map((status): [Action, DialogStatus, DialogStatus] => ['note', status, 'note']),
    ...OPEN.map((status): [Action, DialogStatus, DialogStatus] => ['close', status, 'closed']),
    ...OPEN.map((status): [Action, DialogStatus, DialogStatus] => [
      'close-unrated',
      status,
      'closed',
    ]),
  ];

  it.each(moves)('%s in %s leads to %s', (action, from, to) => {
    const result = press(dialogIn(from), { action, staffId: BORIS, now: later });

    expect(result).toMatchObject({ status: 'done', dialog: { status: to } });
  });

  const allowed = new Set(moves.map(([action, from]) => `${action} ${from}`));
  const forbidden = (
    ['take', 'resume', 'call', 'note', 'close', 'close-unrated', 'reopen'] as const
  ).flatMap((action) =>
    DIALOG_STATUSES.filter((from) => !allowed.has(`${action} ${from}`)).map(
      (from): [Action, DialogStatus] => [action, from],
    ),
  );

  it.each(forbidden)('%s in %s changes nothing and says what is true', (action, from) => {
    const result = press(dialogIn(from), { action, staffId: BORIS, now: later });

    const taken = action === 'take' && from === 'in_work';
    expect(result).toEqual(
      taken ? { status: 'already-in-work', by: KATYA } : { status: 'no-longer', now: from },
    );
  });

  it('taking makes the presser responsible and forgets the count, but stops no clock', () => {
    const asked = dialogIn('to_continue', { waitingSince: noon, newCount: 2 });

    expect(press(asked, { action: 'take', staffId: BORIS, now: later })).toMatchObject({
      dialog: { assigneeId: BORIS, newCount: 0, waitingSince: noon, revision: 4 },
    });
  });

  it.each<Action>(['call', 'close', 'close-unrated'])('%s stops the clock', (action) => {
    const asked = dialogIn('to_continue', { waitingSince: noon });

    expect(press(asked, { action, staffId: BORIS, now: later })).toMatchObject({
      dialog: { waitingSince: null },
    });
  });

  it('a note keeps the clock of the question', () => {
    const asked = dialogIn('unanswered', { waitingSince: noon });

    expect(press(asked, { action: 'note', staffId: BORIS, now: later })).toMatchObject({
      dialog: { waitingSince: noon, statusBeforeNote: 'unanswered', assigneeId: null },
    });
  });

  it('who calls in a dialog that nobody has, has it; a colleague’s dialog stays theirs', () => {
    const free = dialogIn('unanswered');

    expect(press(free, { action: 'call', staffId: BORIS, now: later })).toMatchObject({
      dialog: { assigneeId: BORIS },
    });
    expect(
      press(dialogIn('in_work'), { action: 'call', staffId: BORIS, now: later }),
    ).toMatchObject({
      dialog: { assigneeId: KATYA },
    });
  });
});

describe('a cancelled note', () => {
  it.each(OPEN.filter((status) => status !== 'note'))('gives back %s', (status) => {
    const begun = press(dialogIn(status), { action: 'note', staffId: KATYA, now: later });

    expect(begun.status === 'done' && cancelNote(begun.dialog).status).toBe(status);
  });

  it('changes nothing once something else has happened', () => {
    expect(cancelNote(dialogIn('to_continue')).status).toBe('to_continue');
  });
});

describe('an answer is delivered', () => {
  it.each(OPEN)('in %s: the dialog is answered and nobody waits', (status) => {
    const asked = dialogIn(status, { waitingSince: noon, newCount: 2 });

    expect(answerDelivered(asked, { staffId: BORIS, stillWaitingSince: null })).toMatchObject({
      status: 'answered',
      waitingSince: null,
      newCount: 0,
      answersDelivered: 2,
    });
  });

  it('after closing it is counted and opens nothing', () => {
    expect(
      answerDelivered(dialogIn('closed'), { staffId: BORIS, stillWaitingSince: null }),
    ).toMatchObject({
      status: 'closed',
      closedAt: noon,
      answersDelivered: 2,
    });
  });

  it('while the client has asked again meanwhile, the dialog goes on with that question', () => {
    expect(
      answerDelivered(dialogIn('in_work'), { staffId: KATYA, stillWaitingSince: later }),
    ).toMatchObject({
      status: 'to_continue',
      waitingSince: later,
    });
  });

  it('who answers a dialog that nobody had, has it', () => {
    expect(
      answerDelivered(dialogIn('unanswered'), { staffId: BORIS, stillWaitingSince: null })
        .assigneeId,
    ).toBe(BORIS);
    expect(
      answerDelivered(dialogIn('in_work'), { staffId: BORIS, stillWaitingSince: null }).assigneeId,
    ).toBe(KATYA);
  });
});
