// Whether an employee's message is for colleagues or for the bot, as far as it shows so itself. Where
// there is doubt it is: it stays inside as a note, and one press sends it.

import type { Message } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import { isOneLetterOff } from '../../staff/usernames.ts';
import { createBotWords } from '../bot-words.ts';
import { isMarkedInside, openingsOf } from '../content/marks.ts';
import type { Content } from '../content.ts';
import { type Called, calledIn, callsColleagues } from '../telegram-colleague.ts';
import { saidAt } from '../telegram-content.ts';

export interface MeantInsideDeps {
  readonly t: Translate;
  /** Whether one of these people works or has worked here; also by a name that was mistyped a little. */
  readonly isAnyOfUs: (people: Called) => Promise<boolean>;
  readonly desks: Pick<Desks['service'], 'wasEverIn'>;
}

/**
 * It is marked where its marks cannot be cut off; it calls one of us, all of us, or the bot («@bot …», or an offer of
 * the bot's that was chosen); or one of us has said it first: a person, the bot (also where nothing but the words
 * show it), a desk.
 */
export function createMeantInside({ t, isAnyOfUs, desks }: MeantInsideDeps) {
  const isOfTheBot = createBotWords(t);

  return async (me: BotContext['me'], message: Message, content: Content): Promise<boolean> => {
    const openings = openingsOf(content);
    if (isMarkedInside(content) || openings.some(callsColleagues)) return true;
    if (isOfTheBot(content)) return true;
    const called = calledIn(message, openings);
    if (!called) return false;
    const { userIds, usernames, chatIds } = called;
    const bot = me.username.toLowerCase();
    const isBot = (name: string) => name === bot || isOneLetterOff(name, bot);
    if (userIds.includes(me.id) || usernames.some(isBot)) return true;
    return (await isAnyOfUs(called)) || (await desks.wasEverIn(chatIds));
  };
}

/** One's own words and those of a hidden account may have been meant for anybody: the rows tell. */
export function firstSaidAt({ forward_origin: origin, from }: Message): Date | null {
  const isOwn = origin?.type === 'user' && origin.sender_user.id === from?.id;
  return isOwn || origin?.type === 'hidden_user' ? saidAt(origin) : null;
}
