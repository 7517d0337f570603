// The commands that a partner is offered in the chat with the bot. Nice to have, and no harm in doing it twice.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { MessageJob, MessagePort, NewMessage, Rendered } from '../platform/outbox/index.ts';
import { factsOf, localeIn, type Reader, wordsFor } from '../platform/outbox/words.ts';

const COMMANDS = [
  ['my', 'my-menu'],
  ['start', 'client-menu-start'],
  ['help', 'client-menu-help'],
] as const;

/** From now on they are offered `/my`, or are not any more. */
export function offerCommands(reader: Reader, offered: boolean): NewMessage {
  return { ...wordsFor(reader, 'partner-commands', { offered }), rank: 'adornment' };
}

export function commandsPort(t: Translate): MessagePort {
  function listed(locale: Locale) {
    return COMMANDS.map(([command, words]) => ({ command, description: t(locale, words) }));
  }

  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const scope = { type: 'chat', chat_id: place.chatId };
    const call = factsOf<{ offered: boolean }>(args).offered
      ? { method: 'setMyCommands', payload: { scope, commands: listed(localeIn(args)) } }
      : { method: 'deleteMyCommands', payload: { scope } };
    return { status: 'calls', calls: [{ ...call, repeatable: true }] };
  }

  return { repeatable: true, render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
