// The common end of every verb: dialogs as they now are, with their clocks, their log and their cards.

import { kindOf } from '../desks/kinds/kinds.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../platform/events.ts';
import {
  type Destination,
  destination,
  type NewMessage,
  type Outbox,
  type PlacedProjection,
} from '../platform/outbox/index.ts';
import { type AnswerPlan, answerDeadline } from '../sla/deadline.ts';
import type { AssignmentRepository } from './assignment-repository.ts';
import type { Dialog } from './dialog.ts';
import type { DialogRepository, DialogWithClock } from './dialog-repository.ts';
import { withoutOwnState } from './subject.ts';

/** The projections of a dialog: its card, its panel, and the name and icon of its topic. */
export const CARD = 'dialog-card';
export const TOPIC = 'dialog-topic';
/** Where the card stands outside the thread: its status and its buttons inside. */
export const PANEL = 'dialog-panel';

export interface DialogChange {
  readonly before: Dialog | null;
  readonly after: Dialog;
}

export interface Consequences {
  readonly changes: readonly DialogChange[];
  readonly events: readonly NewEvent[];
  readonly messages: readonly NewMessage[];
}

export interface DialogWriterDeps {
  readonly dialogs: DialogRepository;
  readonly assignments: Pick<AssignmentRepository, 'forgetAgreements'>;
  readonly outbox: Outbox;
  readonly answerPlan: AnswerPlan;
  readonly clock: Clock;
  /**
   * Told of every dialog that is written, in the transaction that writes it, before what shows it: who changes what it
   * is about locks that after the dialog, and both before their cards. It is told as the verb has left it, also where
   * a dialog keeps no state of its own.
   */
  readonly onChanged?: (tx: Tx, changes: readonly DialogChange[]) => Promise<void>;
}

export type DialogWriter = ReturnType<typeof createDialogWriter>;

/** What it writes commits or falls with the transaction; calls to Telegram follow after the commit. */
export function createDialogWriter(deps: DialogWriterDeps) {
  const { dialogs, assignments, outbox, answerPlan, clock, onChanged } = deps;

  /** With what is promised of its open question now. */
  function withClock(dialog: Dialog): DialogWithClock {
    if (!dialog.waitingSince) return { ...dialog, warnAt: null, deadlineAt: null };
    const question = { askedAt: dialog.waitingSince, isFirst: dialog.answersDelivered === 0 };
    return { ...dialog, ...answerDeadline(answerPlan, question) };
  }

  /** Writes everything that follows from a cause, in its transaction. */
  async function write(
    tx: Tx,
    { changes, events, messages }: Consequences,
    cause: Cause,
  ): Promise<void> {
    const told = changes.toSorted((a, b) => a.after.id - b.after.id);
    const sorted = told.map(({ before, after }) => ({ before, after: withoutOwnState(after) }));
    await dialogs.update(
      tx,
      sorted.map(({ after }) => withClock(after)),
    );
    const passed = sorted.filter(hasPassedOn).map(({ after }) => after.id);
    if (passed.length > 0) await assignments.forgetAgreements(tx, passed);
    await recordEvents(tx, events, cause, clock.now());
    await outbox.enqueue(tx, messages, cause);
    await onChanged?.(tx, told);
    await outbox.refresh(tx, sorted.flatMap(projectionsOf));
  }

  /** Has a card drawn anew that somebody was misled by. */
  function redraw(tx: Tx, dialog: Dialog): Promise<void> {
    return outbox.refresh(tx, cardsOf(dialog));
  }

  /** The message in its thread that has a dialog's buttons now; null: it is not posted yet. */
  function cardMessage(tx: Tx, { id, deskKind }: Dialog): Promise<number | null> {
    const kind = kindOf(deskKind).cardInThread ? CARD : PANEL;
    return outbox.shownBy(tx, { kind, subjectId: id });
  }

  return { write, redraw, cardMessage, withClock };
}

/** Where words about a dialog go that staff are to read. */
export function threadOf(dialogId: number): Destination {
  return destination('thread', dialogId);
}

/** The card of a dialog, to be redrawn. */
export function cardOf({ id, deskKind }: Pick<Dialog, 'id' | 'deskKind'>): PlacedProjection {
  return { kind: CARD, subjectId: id, destination: kindOf(deskKind).cardPlace(id) };
}

/** All that shows how a dialog stands. */
export function cardsOf(dialog: Pick<Dialog, 'id' | 'deskKind'>): PlacedProjection[] {
  const { id, deskKind } = dialog;
  if (kindOf(deskKind).cardInThread) return [cardOf(dialog)];
  return [cardOf(dialog), { kind: PANEL, subjectId: id, destination: threadOf(id) }];
}

/** A new topic is made with the right name and icon; only a later change of status redraws it. */
function projectionsOf({ before, after }: DialogChange): PlacedProjection[] {
  const cards = cardsOf(after);
  if (!before || before.status === after.status) return cards;
  return [...cards, ...topicOf(after)];
}

/** The look of a dialog's topic, where its thread is one. */
export function topicOf({ id, deskKind }: Pick<Dialog, 'id' | 'deskKind'>): PlacedProjection[] {
  if (!kindOf(deskKind).hasTopics) return [];
  return [{ kind: TOPIC, subjectId: id, destination: threadOf(id) }];
}

/** Somebody else has it now, or nobody: what was agreed about whoever had it is forgotten. */
function hasPassedOn({ before, after }: DialogChange): boolean {
  return before !== null && before.assigneeId !== after.assigneeId;
}
