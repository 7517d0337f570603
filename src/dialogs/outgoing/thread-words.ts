// The desk's own words in threads, to staff, in the desk's language.

import type { SendRight } from '../../desks/needs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { MessageJob, MessagePort, QueuedMessage } from '../../platform/outbox/index.ts';
import type { AudienceRepository, DialogNotice, Person } from '../audience-repository.ts';
import type { DeliveryState, DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { UndeliveredLines } from '../undelivered-lines/lines.ts';
import { createUndeliveredLinePort } from '../undelivered-lines/outgoing.ts';
import { type DialogViews, isStillTrue, type NoticeKind, type Speech } from '../views.ts';
import { numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';

export interface ThreadWordsDeps {
  readonly audience: AudienceRepository;
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly views: DialogViews;
  readonly undeliveredLines: Pick<UndeliveredLines, 'said'>;
  readonly clock: Clock;
}

/** What such a message is about, read when it is to be said. */
interface Subject {
  readonly about: DialogNotice;
  readonly locale: Locale;
  readonly queued: QueuedMessage;
  /** The kept message that it answers. */
  readonly kept: DialogMessage | undefined;
  readonly person: Person | undefined;
}

/** Words that need nothing but the language, by the name of the message. */
const PLAIN = {
  'edit-not-carried': 'thread-edit-not-carried',
  'edit-is-command': 'thread-edit-is-command',
  'edit-too-late-for-note': 'thread-edit-too-late-for-note',
  'edit-unknown-for-note': 'thread-edit-unknown-for-note',
  'edit-of-dropped': 'thread-edit-of-dropped',
  'edit-impossible': 'thread-edit-impossible',
  'edit-of-taken-back': 'thread-edit-of-taken-back',
  'edit-sent-anew': 'thread-edit-sent-anew',
  'poll-sent': 'thread-poll-sent',
  'note-empty': 'thread-note-empty',
  'no-reactions-there': 'thread-no-reactions-there',
  'reaction-not-carried': 'thread-reaction-not-carried',
  'note-cancelled': 'thread-note-cancelled',
  'note-not-begun': 'thread-note-not-begun',
  outsider: 'thread-outsider',
  'unknown-command': 'thread-unknown-command',
} as const;

/** The same, but they are news to everybody: telephones ring. */
const PLAIN_NEWS = {
  'note-left': 'thread-note-left',
  'reactions-refused': 'thread-reactions-refused',
  'client-blocked': 'thread-client-blocked',
  'client-returned': 'thread-client-returned',
} as const;

/** The ports of these words, by the names of their messages. */
export function createThreadWords(deps: ThreadWordsDeps): Record<string, MessagePort> {
  const { audience, messages, views, undeliveredLines, clock } = deps;
  return {
    ...plainPorts(PLAIN, true),
    ...plainPorts(PLAIN_NEWS, false),
    'note-timed-out': port(({ locale, person }) =>
      person ? views.noteTimedOut(locale, person) : { drop: 'there is no such employee' },
    ),
    'note-kept': port(({ about, locale, kept }) =>
      kept ? views.noteKept(locale, kept, about) : { drop: 'there is no such note' },
    ),
    'ask-late': port(({ locale, kept }) =>
      kept?.purpose === 'held' ? views.askLate(locale, kept.id) : { drop: 'it is decided' },
    ),
    'ask-other': port(({ locale, kept, person }) =>
      kept?.purpose === 'held'
        ? views.askOther(locale, kept.id, person?.name ?? '')
        : { drop: 'it is decided' },
    ),
    ...aboutDelivery(),
    'not-carried-to-client': port(({ locale, kept }) =>
      kept ? views.notCarried(locale, kept) : { drop: 'there is no such message' },
    ),
    'notice-in-thread': port(({ about, queued, person }) => {
      const kind = queued.args.kind as NoticeKind;
      if (!isStillTrue(kind, about, clock.now())) return { drop: 'it is answered by now' };
      return views.noticeInThread(kind, about, person ?? null, clock.now());
    }),
  };

  /** What became of a message, or of a change in it. */
  function aboutDelivery(): Record<string, MessagePort> {
    return {
      ...createUndeliveredLinePort(deps),
      'copy-failed': port(({ locale, queued, kept }) =>
        kept
          ? views.copyFailed(locale, kept, (queued.args.forbidden ?? null) as SendRight | null)
          : { drop: 'there is no such message' },
      ),
      'not-delivered': lineOf(['failed'], (locale, { id }, { args }) =>
        views.notDelivered(locale, id, String(args.reason)),
      ),
      'delivery-unknown': lineOf(['unknown'], (locale, { id }) =>
        views.deliveryUnknown(locale, id),
      ),
      'edit-of-undelivered': lineOf(['failed', 'unknown'], views.editOfUndelivered),
      'edit-failed': port(({ locale, queued }) =>
        views.editFailed(locale, numberIn(queued, 'messageId'), String(queued.args.reason)),
      ),
    };
  }

  /** About an answer that did not arrive; later it says what has become of it. */
  function lineOf(
    states: readonly (DeliveryState | null)[],
    say: (locale: Locale, answer: DialogMessage, queued: QueuedMessage) => Speech,
  ): MessagePort {
    return port(({ locale, queued, kept }) => {
      const isSo = kept?.purpose === 'answer' && states.includes(kept.delivery);
      return isSo ? say(locale, kept, queued) : { drop: 'something was done about it' };
    }, undeliveredLines.said);
  }

  function plainPorts(
    keys: Readonly<Record<string, string>>,
    quiet: boolean,
  ): Record<string, MessagePort> {
    const ports = Object.entries(keys).map(([name, key]) => {
      const say = ({ locale }: Subject) => ({ ...views.plain(locale, key), quiet });
      return [name, port(say)] as const;
    });
    return Object.fromEntries(ports);
  }

  function port(
    say: (subject: Subject) => Speech | { readonly drop: string },
    settled?: MessagePort['settled'],
  ): MessagePort {
    return speechPort(async (job): Promise<Saying> => {
      const subject = await subjectOf(job);
      if (!subject) return { drop: 'there is no such dialog' };
      const saying = say(subject);
      if ('drop' in saying) return saying;
      return { ...saying, replyTo: answeredBy(job, subject) };
    }, settled);
  }

  async function subjectOf({ messages: [queued] }: MessageJob): Promise<Subject | null> {
    if (!queued) return null;
    const about = await audience.noticeAt(queued.destination);
    if (!about) return null;
    const { messageId, staffId } = queued.args;
    return {
      about,
      queued,
      locale: about.deskLocale,
      kept: typeof messageId === 'number' ? await find(messageId) : undefined,
      person:
        typeof staffId === 'number'
          ? (await audience.employees([staffId])).get(staffId)
          : undefined,
    };
  }

  async function find(messageId: number): Promise<DialogMessage | undefined> {
    return (await messages.list([messageId])).get(messageId);
  }
}

/** The employee's message that the word is about, if it stands in the same chat. */
function answeredBy({ place }: MessageJob, { queued, kept }: Subject): number | undefined {
  if (typeof queued.args.replyTo === 'number') return queued.args.replyTo;
  return kept?.chatId === place.chatId ? kept.messageId : undefined;
}
