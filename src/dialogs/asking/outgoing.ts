// Words about questions to colleagues as they leave, made of the rows as they are then; and what becomes of a question
// that has arrived, or has not.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type {
  MessageJob,
  MessagePort,
  Outbox,
  QueuedMessage,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import { createGist } from '../content/gist.ts';
import { threadOf } from '../dialog-writer.ts';
import type { MessageRepository } from '../message-repository.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import { inThreadInstead } from '../outgoing/thread-instead.ts';
import type { QuestionRepository } from './repository.ts';
import { type About, createAskingViews } from './views.ts';

export interface AskingOutgoingDeps {
  readonly database: Database;
  readonly t: Translate;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly audience: AudienceRepository;
  readonly messages: Pick<MessageRepository, 'lastOfClient' | 'get'>;
  readonly questions: QuestionRepository;
}

const LAST_WORDS_SIGNS = 500;
const DELIVERY = systemCause('delivery');
const SILENT_IN_THREAD = 'colleague-silent-in-thread';
const OVER = { drop: 'nobody waits for an answer any more' };

/** The ports, by the names of their messages. */
export function createAskingOutgoing(deps: AskingOutgoingDeps): Record<string, MessagePort> {
  const { database, t, clock, outbox, audience, messages, questions } = deps;
  const gist = createGist(t);
  const views = createAskingViews(t);

  function said(
    say: (about: About, message: QueuedMessage) => Promise<Saying> | Saying,
    settled?: MessagePort['settled'],
  ): MessagePort {
    return speechPort(async ({ messages: [message] }: MessageJob) => {
      const about = await look(numberIn(message, 'questionId'));
      return about && message ? await say(about, message) : { drop: 'there is no such question' };
    }, settled);
  }

  async function look(questionId: number): Promise<About | null> {
    const question = await questions.find(questionId);
    if (!question) return null;
    const { dialogId, askedById, askedOfId } = question;
    const dialog = (await audience.dialogNotices([dialogId])).get(dialogId);
    const people = await audience.employees([askedById, askedOfId]);
    const [by, of] = [people.get(askedById), people.get(askedOfId)];
    return dialog && by && of ? { question, dialog, by, of } : null;
  }

  async function lastWords(dialogId: number, locale: Locale): Promise<string | null> {
    const id = await messages.lastOfClient(database.prisma, dialogId);
    const last = id === null ? null : await messages.get(database.prisma, id);
    return last && gist({ content: last.content, parts: 1 }, locale, LAST_WORDS_SIGNS);
  }

  async function asked(about: About): Promise<Saying> {
    const { question, of } = about;
    if (question.ending !== null) return OVER;
    return views.question(about, await lastWords(question.dialogId, of.locale));
  }

  /** Where it stands is where the answer is recognized; whoever cannot be reached is told to whoever asked. */
  async function askedSettled(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      const id = numberIn(message, 'questionId');
      if (settlement.status === 'sent') {
        const [messageId] = settlement.messageIds;
        if (messageId) await questions.setPlace(tx, id, { chatId: settlement.chatId, messageId });
      }
      if (settlement.status !== 'failed') continue;
      const question = await questions.lock(tx, id);
      if (!question || !(await questions.end(tx, id, 'unreachable', clock.now()))) continue;
      const there = { destination: threadOf(question.dialogId), name: 'colleague-unreachable' };
      await outbox.enqueue(tx, [{ ...there, args: { questionId: id } }], DELIVERY);
    }
  }

  const calling = (key: string, offersAnother: boolean) =>
    said((about) => views.calling(about, key, offersAnother));
  const replying = (view: (about: About) => Saying) =>
    said((about, { args }) => ({ ...view(about), replyTo: Number(args.replyTo) }));

  return {
    'colleague-question': said(asked, askedSettled),
    'colleague-asked': said(views.inThread),
    'colleague-answered': calling('asking-answered', false),
    'colleague-unreachable': calling('asking-unreachable', true),
    'colleague-left': calling('asking-of-left', true),
    'colleague-silent': said(
      (about) => (about.question.ending === null ? views.silent(about) : OVER),
      inThreadInstead(outbox, SILENT_IN_THREAD),
    ),
    [SILENT_IN_THREAD]: calling('asking-silent-in-thread', true),
    'colleague-passed': replying(views.passed),
    'colleague-too-late': replying(views.tooLate),
    'colleague-withdrawn': said((about) => {
      const { at } = about.question;
      return at ? { ...views.withdrawn(about), replyTo: at.messageId } : OVER;
    }),
  };
}
