// What is said when a dialog passes from one employee to another: in private to those whom it concerns,
// in the thread to everybody.

import type { Tx } from '../../platform/database/index.ts';
import {
  type MessageJob,
  type MessagePort,
  type Outbox,
  parseDestination,
  type QueuedMessage,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AssignmentRepository } from '../assignment-repository.ts';
import type { AssignmentViews, PassedOn } from '../assignment-views.ts';
import type { AudienceRepository, DialogNotice, Person } from '../audience-repository.ts';
import { wordsOf } from '../content.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { PassKind } from '../verbs/pass-notice.ts';
import { numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';
import { inThreadInstead } from './thread-instead.ts';

export interface AssignmentWordsDeps {
  readonly assignments: Pick<AssignmentRepository, 'findTransfer' | 'placeTransfer'>;
  readonly audience: Pick<AudienceRepository, 'dialogNotices' | 'employees'>;
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly assignmentViews: AssignmentViews;
  readonly outbox: Outbox;
}

/** The ports of these words, by the names of their messages. */
export function createAssignmentWords(deps: AssignmentWordsDeps): Record<string, MessagePort> {
  const { assignments, audience, messages, assignmentViews: views, outbox } = deps;

  async function transferred({ messages: [queued] }: MessageJob): Promise<Saying> {
    const transfer = await assignments.findTransfer(numberIn(queued, 'transferId'));
    if (!transfer) return { drop: 'there is no such transfer' };
    const { dialogId, byId, toId } = transfer;
    const about = await aboutDialog(dialogId);
    const people = await audience.employees([byId, toId]);
    const [by, to] = [people.get(byId)?.name ?? '', people.get(toId)?.name ?? ''];
    const locale = about?.deskLocale ?? 'ru';
    return byId === toId ? views.taken(locale, to) : views.passed(locale, by, to);
  }

  async function noteWhere(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'sent') continue;
      const { chatId, messageIds } = settlement;
      const [messageId] = messageIds;
      if (messageId === undefined) continue;
      await assignments.placeTransfer(tx, numberIn(message, 'transferId'), { chatId, messageId });
    }
  }

  async function notice({ messages: [queued] }: MessageJob): Promise<Saying> {
    const found = await passedOn(queued);
    return found ? views.notice(found.person.locale, found) : { drop: NOBODY };
  }

  async function noticeInThread({ messages: [queued] }: MessageJob): Promise<Saying> {
    const found = await passedOn(queued);
    return found ? views.noticeInThread(found.person, found) : { drop: NOBODY };
  }

  async function passedOn(
    queued: QueuedMessage | undefined,
  ): Promise<(PassedOn & { readonly person: Person }) | null> {
    const about = await aboutDialog(numberIn(queued, 'dialogId'));
    const [staffId, byId, wordId] = ['staffId', 'byId', 'wordId'].map((name) =>
      Number(queued?.args[name] ?? 0),
    ) as [number, number, number];
    const people = await audience.employees([staffId, byId]);
    const person = people.get(staffId);
    if (!about || !person?.worksHere) return null;
    const note = (await messages.list([wordId])).get(wordId);
    // Somebody may have sent it to the client since, or taken it back: then it is no word for them.
    const word = note?.purpose === 'note' ? wordsOf(note.content) : '';
    const by = people.get(byId)?.name ?? '';
    return { person, about, by, word, kind: queued?.args.kind as PassKind };
  }

  async function aboutDialog(id: number): Promise<DialogNotice | undefined> {
    return (await audience.dialogNotices([id])).get(id);
  }

  async function returned({ messages: [queued] }: MessageJob): Promise<Saying> {
    const about = queued && (await aboutDialog(parseDestination(queued.destination).id));
    const staffId = numberIn(queued, 'staffId');
    const person = (await audience.employees([staffId])).get(staffId);
    if (!about || !person) return { drop: NOBODY };
    return views.returned(about.deskLocale, person.name);
  }

  async function writersMet({ messages: [queued] }: MessageJob): Promise<Saying> {
    const about = queued && (await aboutDialog(parseDestination(queued.destination).id));
    const ids = [numberIn(queued, 'first'), numberIn(queued, 'second')];
    const people = await audience.employees(ids);
    const [first, second] = ids.map((id) => people.get(id)?.name);
    if (!about || !first || !second) return { drop: NOBODY };
    return views.writersMet(about.deskLocale, first, second);
  }

  return {
    transferred: speechPort(transferred, noteWhere),
    'pass-notice': speechPort(notice, inThreadInstead(outbox, 'pass-notice-in-thread')),
    'pass-notice-in-thread': speechPort(noticeInThread),
    'returned-in-thread': speechPort(returned),
    'writers-met': speechPort(writersMet),
  };
}

const NOBODY = 'there is no such dialog or employee';
