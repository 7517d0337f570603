// What somebody who takes part in rooms may ask the bot alone with it, besides what everybody may: beside the
// input field, and in /help. Read anew each time: nobody is offered what is theirs no more. Doing it twice
// does no harm.

import type { Translate } from '../platform/i18n.ts';
import type { MessageJob, MessagePort, NewMessage, Rendered } from '../platform/outbox/index.ts';
import { localeIn, type Reader, wordsFor } from '../platform/outbox/words.ts';

/** A command of one feature. */
export interface OwnCommand {
  readonly command: string;
  /** The key of its description. */
  readonly words: string;
  /** Whether it means anything to this Telegram user. */
  readonly isFor: (userId: number) => Promise<boolean>;
}

export type ListedOwnCommand = Pick<OwnCommand, 'command' | 'words'>;

export interface OwnCommandsDeps {
  readonly t: Translate;
  /** Of all features, in the order in which people read them. */
  readonly commands: readonly OwnCommand[];
  /** Employees are offered theirs elsewhere. */
  readonly worksHere: (userId: number) => Promise<boolean>;
}

const EVERYBODYS: readonly ListedOwnCommand[] = [
  { command: 'start', words: 'client-menu-start' },
  { command: 'help', words: 'client-menu-help' },
];

/** From now on `reader`, alone with the bot, is offered what is theirs. */
export function offerOwnCommands(reader: Reader): NewMessage {
  return { ...wordsFor(reader, 'own-commands'), rank: 'adornment' };
}

export function createOwnCommands({ t, commands, worksHere }: OwnCommandsDeps) {
  /** What this Telegram user may give besides what everybody may. */
  async function of(userId: number): Promise<readonly ListedOwnCommand[]> {
    const all = await Promise.all(
      commands.map(async (one) => ((await one.isFor(userId)) ? [one] : [])),
    );
    return all.flat().map(({ command, words }) => ({ command, words }));
  }

  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const locale = localeIn(message?.args ?? {});
    if (await worksHere(place.chatId)) return { status: 'drop', reason: 'an employee' };
    const theirs = await of(place.chatId);
    const scope = { type: 'chat', chat_id: place.chatId };
    const listed = [...theirs, ...EVERYBODYS].map(({ command, words }) => {
      return { command, description: t(locale, words) };
    });
    const call =
      theirs.length > 0
        ? { method: 'setMyCommands', payload: { scope, commands: listed } }
        : { method: 'deleteMyCommands', payload: { scope } };
    return { status: 'calls', calls: [{ ...call, repeatable: true }] };
  }

  const port: MessagePort = {
    repeatable: true,
    render: (jobs) => Promise.all(jobs.map(renderOne)),
  };

  return { of, messages: { 'own-commands': port } };
}
