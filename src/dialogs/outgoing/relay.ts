// What one side says, for the other side: a client's messages for the thread, answers for the client.
// Formatting is kept, replies stay replies, albums stay albums.

import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  type ApiCall,
  type MessageJob,
  type MessagePort,
  parseDestination,
  type QueuedMessage,
  type Rendered,
} from '../../platform/outbox/index.ts';
import { MAX_TEXT } from '../../platform/telegram/formatted-text.ts';
import type { CardRepository } from '../card-repository.ts';
import type { DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import {
  albumCalls,
  inOneText,
  type Speaking,
  sayingCalls,
  type TextContent,
} from '../telegram-content.ts';
import type { createRecordDelivery } from '../verbs/record-delivery.ts';

export interface RelayDeps {
  readonly messages: Pick<MessageRepository, 'list' | 'findIn'>;
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly delivery: ReturnType<typeof createRecordDelivery>;
  readonly t: Translate;
}

/** How a message of this side reads on the other; null: it is not to be said any more. */
type Wording = (message: DialogMessage, locale: Locale) => DialogMessage | null;

interface Context {
  readonly messages: ReadonlyMap<number, DialogMessage>;
  readonly places: ReadonlyMap<string, number>;
  readonly locales: ReadonlyMap<number, Locale>;
}

/** The ports of both ways. What is on its way is rendered from the rows as they are when it leaves. */
export function createRelay({
  messages,
  cards,
  delivery,
  t,
}: RelayDeps): Record<'client-said' | 'answer', MessagePort> {
  return {
    'client-said': {
      render: (jobs) => render(jobs, worded),
      settled: delivery.copiesSettled,
      mergeable: ({ args }) => args.alone !== true,
    },
    answer: {
      render: (jobs) => render(jobs, stillAnAnswer),
      settled: delivery.answersSettled,
    },
  };

  async function render(jobs: readonly MessageJob[], wording: Wording): Promise<Rendered[]> {
    const ids = jobs.flatMap((job) => job.messages.map(messageIdOf));
    const kept = await messages.list(ids);
    const targets = [...kept.values()].flatMap(({ replyToId }) =>
      replyToId === null ? [] : [replyToId],
    );
    const places = await messages.findIn(targets);
    const threads = jobs.flatMap(({ messages: [first] }) =>
      first ? [parseDestination(first.destination)] : [],
    );
    const ours = threads.filter(({ kind }) => kind === 'thread').map(({ id }) => id);
    const facts = ours.length > 0 ? await cards.listThreads(ours) : [];
    const locales = new Map(facts.map(({ dialogId, deskLocale }) => [dialogId, deskLocale]));
    return jobs.map((job) => renderOne(job, { messages: kept, places, locales }, wording));
  }

  function renderOne(job: MessageJob, context: Context, wording: Wording): Rendered {
    // A part may be queued twice, when a note was sent before its place in the queue was given up.
    const ids = new Set(job.messages.map(messageIdOf));
    const said = [...ids].flatMap((id) => {
      const kept = context.messages.get(id);
      const locale = context.locales.get(kept?.dialogId ?? 0) ?? 'ru';
      const worded = kept && wording(kept, locale);
      return worded ? [worded] : [];
    });
    const [first] = said;
    if (!first) return { status: 'drop', reason: 'it stays inside' };
    return { status: 'calls', calls: callsFor(said, first, job, context) };
  }

  function callsFor(
    said: readonly DialogMessage[],
    first: DialogMessage,
    { place, fallbacks }: MessageJob,
    { places }: Context,
  ): ApiCall[] {
    const where: Speaking = {
      chatId: place.chatId,
      thread: place.thread,
      replyTo:
        first.replyToId === null ? undefined : places.get(`${first.replyToId}@${place.chatId}`),
      plain: fallbacks.plain,
    };
    if (said.length > 1 && first.mediaGroupId) return albumCalls(said, where, fallbacks.anew);
    const texts = said.flatMap(({ content }) => (content.kind === 'text' ? [content] : []));
    if (texts.length === said.length && said.length > 1) return mergedCalls(texts, where);
    return said.flatMap((message) =>
      sayingCalls(message.content, fallbacks.anew ? null : message, where),
    );
  }

  /** Texts that waited together leave together, as far as they fit one message. */
  function mergedCalls(texts: readonly TextContent[], where: Speaking): ApiCall[] {
    const whole = inOneText(texts, '\n\n');
    if (whole.text.length <= MAX_TEXT) return sayingCalls(whole, null, where);
    return texts.flatMap((content) => sayingCalls(content, null, where));
  }

  /** What the thread reads: what is not carried, and words to a rating, are said as such. */
  function worded(message: DialogMessage, locale: Locale): DialogMessage {
    const { content, purpose } = message;
    if (content.kind === 'unsupported') {
      const text = t(locale, 'thread-not-carried', { kind: t(locale, `kind-${content.type}`) });
      return { ...message, content: { kind: 'text', text, entities: [] } };
    }
    if (purpose !== 'rating-words' || content.kind !== 'text') return message;
    const lead = { text: t(locale, 'thread-rating-words'), entities: [] };
    return { ...message, content: inOneText([lead, content], '\n') };
  }

  /** An album turned out to be a note after its first part was queued, or it has arrived already. */
  function stillAnAnswer(message: DialogMessage): DialogMessage | null {
    return message.purpose === 'answer' && message.delivery !== 'delivered' ? message : null;
  }
}

function messageIdOf({ args }: QueuedMessage): number {
  return Number(args.messageId);
}
