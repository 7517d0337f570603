// What Telegram sends in several messages is one to whoever wrote it: a comment and what is forwarded
// with it, a long text that their program has cut, the files under a caption. If the first stays inside,
// the others do, and so does what was inside before. It is read from the rows, so that it is the same
// however often it is asked.

import type { Tx } from '../../platform/database/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { likenessOf } from '../content/likeness.ts';
import { reachesClient } from '../content/told.ts';
import { type Content, isMedia, wordsOf } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { isKeptInside } from '../likeness-repository.ts';
import type { MessageAddress } from '../message.ts';
import type { VerbDeps } from './deps.ts';

/** By Telegram's clock, which counts whole seconds. */
const TOGETHER_MS = 2_000;
/** Programs cut a text behind its half at the earliest, and only where all of it is longer than a message. */
const HALF = 2_048;
/** Less than a message holds: the mark of a note and the blanks at the cut are gone. */
const NEARLY_WHOLE = 4_000;

/** What an employee has written in a dialog's thread. */
interface Written {
  readonly staff: Pick<Staff, 'id'>;
  readonly at: MessageAddress;
  /** By Telegram's clock. */
  readonly saidAt: Date;
  readonly content: Content;
  readonly replyTo: MessageAddress | null;
  /** When words were first said that are forwarded, and whose author does not tell for whom; else null. */
  readonly firstSaidAt: Date | null;
}

export function createGoesOnInside({
  messages,
  noteForms,
}: Pick<VerbDeps, 'messages' | 'noteForms'>) {
  /** Whether it belongs to what its author has just kept inside, or passes on what was. */
  return async (tx: Tx, message: Written, dialog: Dialog): Promise<boolean> =>
    (await belongsInside(tx, message, dialog)) || (await wasInside(tx, message));

  async function belongsInside(
    tx: Tx,
    { content, replyTo, at, staff, saidAt }: Written,
    { id: dialogId, channel }: Dialog,
  ): Promise<boolean> {
    if (replyTo !== null || !mayGoOn(content)) return false;
    const since = new Date(saidAt.getTime() - TOGETHER_MS);
    const before = await messages.lastBefore(tx, { dialogId, staffId: staff.id, at }, since);
    // A command has no place among the messages; what hangs on it is not for the client either.
    if (!before && !isOwnText(content))
      return await noteForms.spokeAside(tx, { dialogId, staffId: staff.id }, since);
    if (!before) return false;
    const isNote = before.purpose === 'note' && reachesClient(before.content, channel);
    return isNote && (!isOwnText(content) || isCutOff(before.content, content));
  }

  /**
   * What is forwarded was a note where it was written, or nobody has agreed yet to send it. Without the
   * sender's name nothing shows that it is forwarded: then it was a note that says the same, anywhere.
   */
  async function wasInside(tx: Tx, { firstSaidAt, content }: Written): Promise<boolean> {
    if (firstSaidAt === null) {
      const likeness = likenessOf(content);
      return likeness !== null && (await isKeptInside(tx, likeness));
    }
    const inside = await messages.listInsideAt(tx, firstSaidAt);
    return inside.some((note) => isSame(note.content, content));
  }
}

/** A file with words of its own is a message of its own. */
function mayGoOn(content: Content): boolean {
  if (content.origin || content.kind === 'text') return true;
  return isMedia(content) && content.caption === '';
}

function isOwnText({ kind, origin }: Content): boolean {
  return kind === 'text' && origin === undefined;
}

/** The two did not fit one message. */
function isCutOff(before: Content, after: Content): boolean {
  const length = wordsOf(before).length;
  return length >= HALF && length + wordsOf(after).length >= NEARLY_WHOLE;
}

function isSame(note: Content, forwarded: Content): boolean {
  return note.kind === forwarded.kind && wordsOf(note) === wordsOf(forwarded);
}
