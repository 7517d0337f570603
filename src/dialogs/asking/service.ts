// An employee asks a colleague about a dialog: in private, with what it is about; the answer comes into the thread as a
// note, and nothing of it ever reaches the client.

import type { Cause } from '../../platform/cause.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { addWorkingTime } from '../../sla/calendar.ts';
import type { AnswerPlan } from '../../sla/deadline.ts';
import type { Staff } from '../../staff/staff.ts';
import { kindNameOf } from '../content/told.ts';
import type { Content } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { MessageAddress } from '../message.ts';
import { together } from '../verbs/album.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from '../verbs/deps.ts';
import { type ColleagueQuestion, mayWithdraw, PATIENCE_MINUTES } from './question.ts';
import type { QuestionRepository } from './repository.ts';

export interface AskingServiceDeps extends VerbDeps {
  readonly questions: QuestionRepository;
  readonly answerPlan: AnswerPlan;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
}

export interface AskCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  /** The colleague's number. */
  readonly ofId: number;
  readonly words: string;
}

export interface AnswerCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly question: ColleagueQuestion;
  /** In their own chat with the bot. */
  readonly at: MessageAddress;
  readonly saidAt: Date;
  readonly content: Content;
  readonly album: string | null;
}

export type AskOutcome = NotDone | { readonly status: 'asked' | 'left' | 'yourself' };
export type AnswerOutcome = NotDone | { readonly status: 'passed' | 'withdrawn' };
export type WithdrawOutcome = NotDone | { readonly status: 'withdrawn' | 'over' | 'not-yours' };

const REMINDING = systemCause('colleague-questions');

export type AskingService = ReturnType<typeof createAskingService>;

export function createAskingService(deps: AskingServiceDeps) {
  const { database, messages, writer, clock, questions, answerPlan, findStaff } = deps;

  function ask(command: AskCommand): Promise<AskOutcome> {
    const { cause, staff, dialogId, ofId, words } = command;
    return onDialog<AskOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      if (ofId === staff.id) return { status: 'yourself' };
      const [colleague] = await findStaff([ofId], tx);
      if (!colleague) return { status: 'left' };
      const now = clock.now();
      const remindAt = addWorkingTime(answerPlan.calendar, now, PATIENCE_MINUTES);
      const facts = { dialogId, askedById: staff.id, askedOfId: ofId, words, remindAt };
      const questionId = await questions.insert(tx, facts, now);
      const events = [staffEvent('colleague-asked', dialogId, staff.id, { questionId, of: ofId })];
      const said = [
        toPerson(colleague, 'colleague-question', questionId),
        inThread(dialog, 'colleague-asked', questionId),
      ];
      await writer.write(tx, { changes: [], events, messages: said }, cause);
      return { status: 'asked' };
    });
  }

  /** Also what is said after the first answer; what nobody waits for any more is told to be so. */
  function answer(command: AnswerCommand): Promise<AnswerOutcome> {
    const { cause, staff, question, at, album } = command;
    return onDialog<AnswerOutcome>(deps, cause, question.dialogId, async (tx, dialog) => {
      const now = await questions.lock(tx, question.id);
      if (!now || now.ending === 'withdrawn') {
        const args = { questionId: question.id, replyTo: at.messageId };
        const told = { ...toPerson(staff, 'colleague-too-late', question.id), args };
        await writer.write(tx, { changes: [], events: [], messages: [told] }, cause);
        return { status: 'withdrawn' };
      }
      if ((await messages.findKnown(tx, [at])).size > 0) return { status: 'repeated' };
      await questions.end(tx, now.id, 'answered', clock.now());
      const isMore = album !== null && now.album === album;
      if (album !== null && !isMore) await questions.setAlbum(tx, now.id, album);
      await keepNote(tx, command, dialog, isMore);
      return { status: 'passed' };
    });
  }

  /** Parts of an album are told of once. */
  async function keepNote(
    tx: Tx,
    command: AnswerCommand,
    dialog: Dialog,
    isMore: boolean,
  ): Promise<void> {
    const { cause, staff, question, at, album } = command;
    const messageId = await insertNote(tx, command, dialog);
    const thread = { destination: threadOf(dialog.id) };
    const shown: NewMessage = {
      ...{ ...thread, name: 'said-elsewhere', args: { messageId } },
      ...together('album', album, clock.now()),
    };
    const changes = [{ before: dialog, after: dialog }];
    if (isMore) return await writer.write(tx, { changes, events: [], messages: [shown] }, cause);
    const passed = toPerson(staff, 'colleague-passed', question.id);
    const told = [
      inThread(dialog, 'colleague-answered', question.id),
      shown,
      { ...passed, args: { ...passed.args, replyTo: at.messageId } },
    ];
    const data = { messageId, type: kindNameOf(command.content) };
    const events = [staffEvent('noted', dialog.id, staff.id, data)];
    await writer.write(tx, { changes, events, messages: told }, cause);
  }

  async function insertNote(
    tx: Tx,
    { staff, at, saidAt, content, album }: AnswerCommand,
    { id: dialogId }: Dialog,
  ): Promise<number> {
    // What it answers is the question, which stands in the thread already.
    const said = { ...content, answered: undefined, quote: undefined };
    const [messageId] = await messages.insert(tx, [
      {
        ...{ ...at, dialogId, author: 'staff', staffId: staff.id, purpose: 'note' },
        ...{ content: said, mediaGroupId: album, replyToId: null, receivedAt: saidAt },
        delivery: null,
      },
    ]);
    return messageId as number;
  }

  function withdraw(command: {
    readonly cause: Cause;
    readonly staff: Staff;
    readonly question: ColleagueQuestion;
  }): Promise<WithdrawOutcome> {
    const { cause, staff, question } = command;
    return onDialog<WithdrawOutcome>(deps, cause, question.dialogId, async (tx) => {
      if (!mayWithdraw(question, staff)) return { status: 'not-yours' };
      if (!(await questions.end(tx, question.id, 'withdrawn', clock.now())))
        return { status: 'over' };
      const [colleague] = await findStaff([question.askedOfId], tx);
      const said = colleague ? [toPerson(colleague, 'colleague-withdrawn', question.id)] : [];
      const events = [staffEvent('colleague-question-withdrawn', question.dialogId, staff.id)];
      await writer.write(tx, { changes: [], events, messages: said }, cause);
      return { status: 'withdrawn' };
    });
  }

  /** Nobody has answered for so long: whoever asked is told, once. */
  async function remind(id: number): Promise<void> {
    await database.inTransaction(async (tx) => {
      const question = await questions.lock(tx, id);
      if (!question?.remindAt || question.remindAt > clock.now()) return;
      await questions.setReminded(tx, id);
      const [asker] = await findStaff([question.askedById], tx);
      if (!asker) return;
      const args = { questionId: id, dialogId: question.dialogId };
      const told = { ...toPerson(asker, 'colleague-silent', id), args };
      await writer.write(tx, { changes: [], events: [], messages: [told] }, REMINDING);
    });
  }

  /** They work here no more: whoever asked them reads so. In the caller's transaction. */
  async function staffRemoved(tx: Tx, staffId: number, cause: Cause): Promise<void> {
    const told: NewMessage[] = [];
    for (const { id, dialogId } of await questions.openOf(tx, staffId)) {
      await questions.end(tx, id, 'left', clock.now());
      told.push(inThread({ id: dialogId }, 'colleague-left', id));
    }
    if (told.length > 0) await writer.write(tx, { changes: [], events: [], messages: told }, cause);
  }

  const due = (limit: number) => questions.due(clock.now(), limit);
  return { ask, answer, withdraw, remind, due, staffRemoved };
}

function toPerson({ userId }: Pick<Staff, 'userId'>, name: string, questionId: number): NewMessage {
  return { destination: destination('person', userId), name, args: { questionId } };
}

function inThread({ id }: Pick<Dialog, 'id'>, name: string, questionId: number): NewMessage {
  return { destination: threadOf(id), name, args: { questionId } };
}
