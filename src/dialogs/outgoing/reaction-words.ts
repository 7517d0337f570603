// Reactions of clients that the bot cannot show, told in the thread in one quiet line.

import type { Locale, Translate } from '../../platform/i18n.ts';
import type { MessageJob, MessagePort } from '../../platform/outbox/index.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import { harmlessLine } from '../content/harmless.ts';
import { kindNameOf } from '../content/told.ts';
import { type Content, gistOf } from '../content.ts';
import type { MessageRepository } from '../message-repository.ts';
import { CLIENT, isSettable, toldOf } from '../reaction.ts';
import type { ReactionRepository } from '../reaction-repository.ts';
import type { DialogViews } from '../views.ts';
import { numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';

export interface ReactionWordsDeps {
  readonly audience: Pick<AudienceRepository, 'noticeAt'>;
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly reactions: Pick<ReactionRepository, 'list'>;
  readonly views: Pick<DialogViews, 'plain'>;
  readonly t: Translate;
}

/** How much of the message is quoted, in signs. */
const QUOTE = 60;

/** The port of «reaction-in-words». It says what stands when it leaves: no reaction any more, too. */
export function createReactionWords(
  deps: ReactionWordsDeps,
): Record<'reaction-in-words', MessagePort> {
  const { audience, messages, reactions, views, t } = deps;

  async function say({ messages: [queued], place }: MessageJob): Promise<Saying> {
    const messageId = numberIn(queued, 'messageId');
    const about = queued ? await audience.noticeAt(queued.destination) : null;
    const kept = (await messages.list([messageId])).get(messageId);
    const all = await reactions.list([messageId]);
    const theirs = all.find(({ person }) => person === CLIENT);
    if (!about || !kept || !theirs) return { drop: 'there is no such message' };
    if (theirs.version !== queued?.args.version) return { drop: 'a newer one follows' };
    const locale = about.deskLocale;
    const told = toldOf(theirs).map((one) => (isSettable(one) ? one : nameOf(one, locale)));
    const key = told.length > 0 ? 'thread-reaction' : 'thread-reaction-withdrawn';
    const name = harmlessLine(plainName(about.clientName, '', 40));
    const who = { name, quote: quoteOf(kept.content, locale) };
    return {
      ...views.plain(locale, key, { ...who, reaction: [...new Set(told)].join(' ') }),
      quiet: true,
      replyTo: kept.chatId === place.chatId ? kept.messageId : undefined,
    };
  }

  /** What has no sign of its own in a plain text. */
  function nameOf(reaction: string, locale: Locale): string {
    return t(locale, reaction === 'paid' ? 'reaction-paid' : 'reaction-custom');
  }

  function quoteOf(content: Content, locale: Locale): string {
    const words = truncate(gistOf(content).replace(/\s+/g, ' ').trim(), QUOTE);
    if (words !== '') return t(locale, 'quoted', { words: harmlessLine(words) });
    return `[${t(locale, `kind-${content.kind === 'text' ? 'empty' : kindNameOf(content)}`)}]`;
  }

  return { 'reaction-in-words': speechPort(say) };
}
