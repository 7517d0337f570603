// What the table of docs/dialog-states.md leaves out: whose clock runs, who has the dialog, what is
// counted. The table itself is tried cell by cell in dialog-states.test.ts.

import { describe, expect, it } from 'vitest';
import {
  type Action,
  actionsOf,
  answerDelivered,
  cancelNote,
  DIALOG_STATUSES,
  type Dialog,
  hearFirst,
  noteWritten,
  press,
  receive,
  type Said,
} from '../../src/dialogs/dialog.ts';
import { rate } from '../../src/dialogs/rating.ts';
import { BORIS, dialogIn, KATYA, later, noon } from './dialog-in.ts';

const OPEN = DIALOG_STATUSES.filter((status) => status !== 'closed');

function hears(dialog: Dialog | null, said: Said, now = later) {
  return receive(dialog, { said, now, reopenHours: 72 });
}

/** Борис presses on a card that showed everything. */
function presses(dialog: Dialog, action: Action, revision = 3) {
  return press(dialog, { action, staffId: BORIS, now: later, revision });
}

function minutesAfterNoon(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000);
}

describe('a question', () => {
  it.each(DIALOG_STATUSES)('in %s starts the clock', (status) => {
    expect(hears(dialogIn(status), 'question')).toMatchObject({
      reopened: status === 'closed',
      dialog: { waitingSince: later, lastQuestionAt: later, closedAt: null },
    });
  });

  it('while somebody waits already leaves the clock with the oldest question', () => {
    const result = hears(dialogIn('unanswered', { waitingSince: noon }), 'question');

    expect(result).toMatchObject({ dialog: { waitingSince: noon, lastQuestionAt: later } });
  });

  it('in work is counted as new; in every other status it is not', () => {
    expect(hears(dialogIn('in_work', { newCount: 1 }), 'question')).toMatchObject({
      dialog: { newCount: 2 },
    });
    expect(hears(dialogIn('answered'), 'question')).toMatchObject({ dialog: { newCount: 0 } });
  });

  it('exactly 72 hours after closing opens the same dialog, a second later a new one', () => {
    const at = (seconds: number) => new Date(noon.getTime() + 72 * 3_600_000 + seconds * 1_000);

    expect(hears(dialogIn('closed'), 'question', at(0))).toMatchObject({ reopened: true });
    expect(hears(dialogIn('closed'), 'question', at(1))).toEqual({ status: 'new', previousId: 42 });
  });

  it('long after closing, but in answer to what staff wrote later, opens the same dialog', () => {
    const late = new Date(noon.getTime() + 100 * 3_600_000);
    const answer = new Date(late.getTime() + 3_600_000);

    expect(hears(dialogIn('closed', { lateWritingAt: late }), 'question', answer)).toMatchObject({
      reopened: true,
      dialog: { status: 'to_continue', lateWritingAt: null },
    });
  });

  it('of somebody new begins a dialog without a past', () => {
    expect(hears(null, 'question')).toEqual({ status: 'new', previousId: null });
  });

  it('that is only thanks starts the clock as well, when it is the first thing said', () => {
    expect(hears(null, 'thanks')).toEqual({ status: 'new', previousId: null });
    expect(hearFirst(dialogIn('unanswered'), noon)).toMatchObject({ waitingSince: noon });
  });
});

describe('bare thanks', () => {
  it.each(OPEN)('change nothing at all in %s', (status) => {
    const dialog = dialogIn(status, { waitingSince: noon });

    expect(hears(dialog, 'thanks')).toEqual({ status: 'continued', reopened: false, dialog });
  });

  it('in a closed dialog are noted, so that the card can offer «Продолжить»', () => {
    expect(hears(dialogIn('closed'), 'thanks')).toMatchObject({
      reopened: false,
      dialog: { status: 'closed', thankedAt: later, waitingSince: null },
    });
  });
});

describe('one more part of an album', () => {
  it('is no question of its own', () => {
    const dialog = dialogIn('in_work', { waitingSince: noon, newCount: 1 });

    expect(hears(dialog, 'album-part')).toMatchObject({ dialog });
  });

  it('leaves a closed dialog closed, however late', () => {
    const dialog = dialogIn('closed');
    const late = new Date(noon.getTime() + 100 * 3_600_000);

    expect(hears(dialog, 'album-part', late)).toEqual({
      status: 'continued',
      reopened: false,
      dialog,
    });
  });
});

describe('a rating', () => {
  it('is taken once', () => {
    const first = rate(dialogIn('closed'), 2, noon);

    expect(first).toMatchObject({ status: 'rated', dialog: { rating: 2, ratedAt: noon } });
    expect(rate(dialogIn('closed', { rating: 2 }), 5, later)).toEqual({
      status: 'already-rated',
      rating: 2,
    });
  });

  it('is not taken where no answer was delivered: nobody asked for it', () => {
    expect(rate(dialogIn('closed', { answersDelivered: 0 }), 5, noon).status).toBe('not-asked');
  });
});

describe('words after a rating', () => {
  const rated = dialogIn('closed', { rating: 2, ratedAt: noon });

  it.each<Said>(['question', 'thanks'])('within ten minutes belong to it (%s)', (said) => {
    const result = hears(rated, said, minutesAfterNoon(10));

    expect(result).toEqual({ status: 'rating-words', dialog: rated });
  });

  it('after ten minutes, or the second time, are a question', () => {
    const worded = { ...rated, ratingWords: 'долго' };

    expect(hears(rated, 'question', minutesAfterNoon(11))).toMatchObject({ reopened: true });
    expect(hears(worded, 'question', minutesAfterNoon(1))).toMatchObject({ reopened: true });
  });

  it('have to be words: a picture is a question', () => {
    expect(hears(rated, 'wordless', minutesAfterNoon(1))).toMatchObject({ reopened: true });
  });
});

describe('closing without a rating', () => {
  it('is offered only where closing would ask for one', () => {
    expect(actionsOf(dialogIn('in_work'))).toContain('close-unrated');
    expect(actionsOf(dialogIn('in_work', { answersDelivered: 0 }))).not.toContain('close-unrated');
    expect(actionsOf(dialogIn('in_work', { rating: 5 }))).not.toContain('close-unrated');
  });
});

describe('a press', () => {
  it('of «Взять в работу» in work says who has the dialog', () => {
    expect(presses(dialogIn('in_work'), 'take')).toEqual({ status: 'already-in-work', by: KATYA });
  });

  it('of «Взять в работу» in work takes a dialog whose holder has left', () => {
    const left = dialogIn('in_work', { assigneeId: null, waitingSince: noon });

    expect(actionsOf(left)).toContain('take');
    expect(presses(left, 'take')).toMatchObject({
      dialog: { status: 'in_work', assigneeId: BORIS, waitingSince: noon },
    });
  });

  it('that is no move says how things are', () => {
    expect(presses(dialogIn('closed'), 'call')).toEqual({ status: 'no-longer', now: 'closed' });
  });

  it.each<Action>(['take', 'resume'])(
    'of %s makes the presser responsible and stops no clock',
    (action) => {
      const from = action === 'take' ? 'to_continue' : 'answered';
      const asked = dialogIn(from, { waitingSince: noon, newCount: 2 });

      expect(presses(asked, action)).toMatchObject({
        dialog: { assigneeId: BORIS, newCount: 0, waitingSince: noon },
      });
    },
  );

  it.each<Action>(['call', 'close', 'close-unrated'])('of %s stops the clock', (action) => {
    const asked = dialogIn('to_continue', { waitingSince: noon });

    expect(presses(asked, action)).toMatchObject({ dialog: { waitingSince: null, newCount: 0 } });
  });

  it.each<Action>(['call', 'close', 'close-unrated'])(
    'of %s settles nothing that its card did not show',
    (action) => {
      const drawn = dialogIn('answered');
      const asked = hears(drawn, 'question');
      if (asked.status !== 'continued') throw new Error('the dialog was open');

      expect(presses(asked.dialog, action, drawn.revision)).toEqual({ status: 'unseen-question' });
      expect(presses(asked.dialog, action, asked.dialog.revision).status).toBe('done');
    },
  );

  it('of «Закрыть» right after an answer needs no newer card', () => {
    const drawn = dialogIn('in_work', { waitingSince: noon });
    const answered = answerDelivered(drawn, { staffId: KATYA, stillWaitingSince: null });

    expect(presses(answered, 'close', drawn.revision).status).toBe('done');
  });

  it('of «Добавить заметку» keeps the clock and gives the dialog to nobody', () => {
    const asked = dialogIn('unanswered', { waitingSince: noon });

    expect(presses(asked, 'note')).toMatchObject({
      dialog: { waitingSince: noon, statusBeforeNote: 'unanswered', assigneeId: null },
    });
  });

  it('of «Был созвон» gives the presser a dialog that nobody has, and leaves a colleague theirs', () => {
    expect(presses(dialogIn('unanswered'), 'call')).toMatchObject({
      dialog: { assigneeId: BORIS },
    });
    expect(presses(dialogIn('in_work'), 'call')).toMatchObject({ dialog: { assigneeId: KATYA } });
  });
});

describe('a cancelled note', () => {
  it.each(OPEN.filter((status) => status !== 'note'))('gives back %s', (status) => {
    const begun = presses(dialogIn(status), 'note');

    expect(begun.status === 'done' && cancelNote(begun.dialog).status).toBe(status);
  });

  it('changes nothing once something else has happened', () => {
    expect(cancelNote(dialogIn('to_continue')).status).toBe('to_continue');
  });

  it('leaves the status alone that a colleague’s written note has made', () => {
    const written = noteWritten(dialogIn('note'));
    const again = presses(written, 'note');

    expect(again.status === 'done' && cancelNote(again.dialog).status).toBe('note');
  });
});

describe('a delivered answer', () => {
  it.each(OPEN)('in %s leaves nobody waiting', (status) => {
    const asked = dialogIn(status, { waitingSince: noon, newCount: 2 });

    expect(answerDelivered(asked, { staffId: BORIS, stillWaitingSince: null })).toMatchObject({
      waitingSince: null,
      newCount: 0,
      answersDelivered: 2,
    });
  });

  it('after closing is counted and opens nothing', () => {
    const closed = answerDelivered(dialogIn('closed'), { staffId: BORIS, stillWaitingSince: null });

    expect(closed).toMatchObject({ status: 'closed', closedAt: noon, answersDelivered: 2 });
  });

  it('leaves the clock with a question that came after it was written', () => {
    const asked = answerDelivered(dialogIn('in_work'), {
      staffId: KATYA,
      stillWaitingSince: later,
    });

    expect(asked).toMatchObject({ status: 'to_continue', waitingSince: later });
  });

  it('gives its author a dialog that nobody had', () => {
    const to = (dialog: Dialog) =>
      answerDelivered(dialog, { staffId: BORIS, stillWaitingSince: null }).assigneeId;

    expect(to(dialogIn('unanswered'))).toBe(BORIS);
    expect(to(dialogIn('in_work'))).toBe(KATYA);
  });
});
