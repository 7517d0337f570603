// A dialog: one client on one channel, from the first message until closed. What it may become and by
// whose doing; the whole table is in docs/dialog-states.md, and a test proves every cell of it.

import type { DeskKindName } from '../desks/kinds/kinds.ts';

export type DialogStatus =
  | 'unanswered'
  | 'in_work'
  | 'answered'
  | 'had_call'
  | 'to_continue'
  | 'note'
  | 'closed';

export const DIALOG_STATUSES = [
  'unanswered',
  'in_work',
  'answered',
  'had_call',
  'to_continue',
  'note',
  'closed',
] as const satisfies readonly DialogStatus[];

export interface Dialog {
  readonly id: number;
  /** Null while the company has no desk: the dialog waits for one. */
  readonly deskId: number | null;
  /** What the desk is; null: there is none yet. */
  readonly deskKind: DeskKindName | null;
  readonly clientId: number;
  readonly addressId: number;
  readonly channel: string;
  readonly status: DialogStatus;
  readonly statusBeforeNote: DialogStatus | null;
  /** The employee who has the dialog; null: nobody, or somebody who does not work here any more. */
  readonly assigneeId: number | null;
  /** When they last did anything in it; null: nothing yet. */
  readonly holderActiveAt: Date | null;
  /**
   * Grows with each question. A button that settles questions carries it: whoever presses it must have
   * seen them all.
   */
  readonly revision: number;
  readonly previousId: number | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly lastQuestionAt: Date;
  /** When the oldest unanswered question was asked; null: nobody waits. */
  readonly waitingSince: Date | null;
  readonly newCount: number;
  readonly answersDelivered: number;
  readonly thankedAt: Date | null;
  readonly lateWritingAt: Date | null;
  readonly rating: number | null;
  readonly ratedAt: Date | null;
  readonly ratingWords: string | null;
}

/** A text within so many minutes of the rating is its words. */
const RATING_WORDS_MINUTES = 10;

const HOUR_MS = 3_600_000;

/** What the buttons on a card do. */
export type Action = 'take' | 'call' | 'note' | 'close' | 'close-unrated' | 'resume' | 'reopen';

export const ACTIONS = [
  'take',
  'call',
  'note',
  'close',
  'close-unrated',
  'resume',
  'reopen',
] as const satisfies readonly Action[];

const ACTIONS_OF: Record<DialogStatus, readonly Action[]> = {
  unanswered: ['take', 'call', 'note', 'close', 'close-unrated'],
  in_work: ['call', 'note', 'close', 'close-unrated'],
  answered: ['resume', 'call', 'note', 'close', 'close-unrated'],
  had_call: ['take', 'note', 'close', 'close-unrated'],
  to_continue: ['take', 'call', 'note', 'close', 'close-unrated'],
  note: ['take', 'call', 'note', 'close', 'close-unrated'],
  closed: ['reopen'],
};

/** What a card offers, in the order of its buttons: only what means something in this status. */
export function actionsOf(dialog: Dialog): readonly Action[] {
  const asksForRating = dialog.answersDelivered > 0 && dialog.rating === null;
  const offered = ACTIONS_OF[isAbandoned(dialog) ? 'unanswered' : dialog.status];
  return offered.filter((action) => action !== 'close-unrated' || asksForRating);
}

/** In work with nobody: whoever had it has left. */
export function isAbandoned({ status, assigneeId }: Dialog): boolean {
  return status === 'in_work' && assigneeId === null;
}

/**
 * A client's message: a question in words, something without words (a picture), a bare «спасибо»,
 * which asks for nothing, or one more part of the album that came just before.
 */
export type Said = 'question' | 'wordless' | 'thanks' | 'album-part';

export interface Receiving {
  readonly said: Said;
  readonly now: Date;
  /** For how long after closing the client's words open the same dialog again, in hours. */
  readonly reopenHours: number;
}

export type Received =
  /** The message belongs to this dialog, which is now so. */
  | { readonly status: 'continued'; readonly dialog: Dialog; readonly reopened: boolean }
  /** The words to the rating that was just given; they open nothing. */
  | { readonly status: 'rating-words'; readonly dialog: Dialog }
  /** A new dialog begins; `previousId` is the one it links to. */
  | { readonly status: 'new'; readonly previousId: number | null };

/** What a client's message does to the client's last dialog (open or closed; null: there is none). */
export function receive(last: Dialog | null, { said, now, reopenHours }: Receiving): Received {
  if (!last) return { status: 'new', previousId: null };
  if (last.status !== 'closed')
    return { status: 'continued', dialog: hear(last, said, now), reopened: false };
  if (said === 'question' || said === 'thanks') {
    if (awaitsRatingWords(last, now)) return { status: 'rating-words', dialog: last };
  }
  // Thanks open nothing, however late: neither the old dialog nor a new one.
  if (said === 'thanks')
    return { status: 'continued', dialog: { ...last, thankedAt: now }, reopened: false };
  // It was asked with its album, and whoever closed the dialog closed over that.
  if (said === 'album-part') return { status: 'continued', dialog: last, reopened: false };
  if (now.getTime() > silentSince(last, now) + reopenHours * HOUR_MS)
    return { status: 'new', previousId: last.id };
  const opened = hear(open(last, 'to_continue'), said, now);
  return { status: 'continued', dialog: opened, reopened: true };
}

/** From when the reopening window of a closed dialog counts; what staff wrote later prolongs it. */
function silentSince({ closedAt, lateWritingAt }: Dialog, now: Date): number {
  return Math.max((closedAt ?? now).getTime(), lateWritingAt?.getTime() ?? 0);
}

function awaitsRatingWords({ ratedAt, ratingWords }: Dialog, now: Date): boolean {
  if (!ratedAt || ratingWords !== null) return false;
  return now.getTime() - ratedAt.getTime() <= RATING_WORDS_MINUTES * 60_000;
}

const AFTER_QUESTION: Record<Exclude<DialogStatus, 'closed'>, DialogStatus> = {
  unanswered: 'unanswered',
  in_work: 'in_work',
  answered: 'to_continue',
  had_call: 'to_continue',
  to_continue: 'to_continue',
  note: 'to_continue',
};

/** A client's first message opens a dialog whatever it says: somebody should greet them. */
export function hearFirst(dialog: Dialog, now: Date): Dialog {
  return { ...dialog, lastQuestionAt: now, waitingSince: now };
}

function hear(dialog: Dialog, said: Said, now: Date): Dialog {
  if (dialog.status === 'closed' || said === 'thanks' || said === 'album-part') return dialog;
  return {
    ...withStatus(dialog, AFTER_QUESTION[dialog.status]),
    revision: dialog.revision + 1,
    lastQuestionAt: now,
    waitingSince: dialog.waitingSince ?? now,
    newCount: dialog.status === 'in_work' ? dialog.newCount + 1 : dialog.newCount,
  };
}

export interface Press {
  readonly action: Action;
  readonly staffId: number;
  readonly now: Date;
  /** The dialog's revision when the button was drawn. */
  readonly revision: number;
}

export type Pressed =
  | { readonly status: 'done'; readonly dialog: Dialog }
  /** «Взять в работу», but somebody has it already. */
  | { readonly status: 'already-in-work'; readonly by: number }
  /** It would settle a question that came after the button was drawn. */
  | { readonly status: 'unseen-question' }
  /** The card has moved on since the button was drawn: this is no move from its status. */
  | { readonly status: 'no-longer'; readonly now: DialogStatus };

/** What pressing a button does. The presser's rights are checked before. */
export function press(dialog: Dialog, { action, staffId, now, revision }: Press): Pressed {
  if (action === 'take' && dialog.status === 'in_work' && dialog.assigneeId !== null) {
    return { status: 'already-in-work', by: dialog.assigneeId };
  }
  if (!actionsOf(dialog).includes(action)) return { status: 'no-longer', now: dialog.status };
  if (settlesQuestions(action) && dialog.waitingSince && revision !== dialog.revision)
    return { status: 'unseen-question' };
  return { status: 'done', dialog: afterPress(dialog, action, staffId, now) };
}

function afterPress(dialog: Dialog, action: Action, staffId: number, now: Date): Dialog {
  switch (action) {
    case 'take':
    case 'resume':
      return { ...withStatus(dialog, 'in_work'), assigneeId: staffId, newCount: 0 };
    case 'call':
      return {
        ...nobodyWaits(withStatus(dialog, 'had_call')),
        assigneeId: dialog.assigneeId ?? staffId,
      };
    case 'note':
      return {
        ...withStatus(dialog, 'note'),
        statusBeforeNote: dialog.status === 'note' ? dialog.statusBeforeNote : dialog.status,
      };
    case 'close':
    case 'close-unrated':
      return { ...nobodyWaits(withStatus(dialog, 'closed')), closedAt: now, thankedAt: null };
    case 'reopen':
      return { ...open(dialog, 'to_continue'), assigneeId: dialog.assigneeId ?? staffId };
  }
}

/** Whether closing so asks the client for a rating; the answer itself is given when it is sent. */
export function asksForRating(action: Action): boolean {
  return action === 'close';
}

/** Whether these actions answer what was asked, so that nobody waits any more. */
export function settlesQuestions(action: Action): boolean {
  return action === 'call' || action === 'close' || action === 'close-unrated';
}

/** The note that was begun is written: nobody takes its status back any more. */
export function noteWritten(dialog: Dialog): Dialog {
  return dialog.status === 'note' ? { ...dialog, statusBeforeNote: null } : dialog;
}

/** The note that was begun is not written after all: the status is what it was. */
export function cancelNote(dialog: Dialog): Dialog {
  if (dialog.status !== 'note' || !dialog.statusBeforeNote) return dialog;
  return withStatus(dialog, dialog.statusBeforeNote);
}

export interface Answering {
  readonly staffId: number;
  /** When the oldest question was asked that came after this answer was written; null: none did. */
  readonly stillWaitingSince: Date | null;
}

/** A staff reply has reached the client. After «Закрыть» it changes no status. */
export function answerDelivered(dialog: Dialog, { staffId, stillWaitingSince }: Answering): Dialog {
  const counted = { ...dialog, answersDelivered: dialog.answersDelivered + 1 };
  if (dialog.status === 'closed') return counted;
  const status = stillWaitingSince ? 'to_continue' : 'answered';
  return {
    ...withStatus(counted, status),
    assigneeId: dialog.assigneeId ?? staffId,
    waitingSince: stillWaitingSince,
    newCount: 0,
  };
}

/**
 * An answer that the client had is taken back: it counts no more, and who asked waits again, since
 * `stillWaitingSince` (null: others have answered). What is closed stays closed.
 */
export function answerTakenBack(
  dialog: Dialog,
  { stillWaitingSince }: Pick<Answering, 'stillWaitingSince'>,
): Dialog {
  if (dialog.status === 'closed') return dialog;
  const counted = {
    ...dialog,
    answersDelivered: Math.max(0, dialog.answersDelivered - 1),
    waitingSince: stillWaitingSince,
  };
  return dialog.status === 'answered' && stillWaitingSince
    ? withStatus(counted, 'in_work')
    : counted;
}

function withStatus(dialog: Dialog, status: DialogStatus): Dialog {
  if (dialog.status === status) return dialog;
  return { ...dialog, status, statusBeforeNote: null };
}

function nobodyWaits(dialog: Dialog): Dialog {
  return { ...dialog, waitingSince: null, newCount: 0 };
}

function open(dialog: Dialog, status: DialogStatus): Dialog {
  return { ...withStatus(dialog, status), closedAt: null, thankedAt: null, lateWritingAt: null };
}
