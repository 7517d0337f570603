// What clients read from the bot itself.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { deskChoice } from './buttons.ts';
import type { Department, Greeting } from './service.ts';

/** What somebody may ask for alone with the bot, besides what everybody may. */
export type OwnCommand = Pick<ListedCommand, 'command' | 'words'>;

export interface Choice {
  /** The name of the desk that the client has chosen by a link; null: none. */
  readonly chosen: string | null;
  /** What they may choose between. */
  readonly choice: readonly Department[];
  /** What they may ask for here besides what everybody may. */
  readonly commands: readonly OwnCommand[];
}

/** Plain text in the reader's language; `company` is the name in which the bot greets. */
export function createClientViews(t: Translate, company: string) {
  function greeting(locale: Locale, kind: Greeting, choice: Choice): View {
    switch (kind) {
      case 'start':
        return start(locale, choice);
      case 'help':
        return help(locale, choice);
      case 'unknown-command':
        return { text: t(locale, 'client-unknown-command') };
    }
  }

  function help(locale: Locale, { commands }: Choice): View {
    const text = t(locale, 'client-help', { company });
    if (commands.length === 0) return { text };
    const listed = commands.map(({ command, words }) => `/${command} — ${t(locale, words)}`);
    return { text: `${text}\n\n${t(locale, 'client-help-own', { commands: listed.join('\n') })}` };
  }

  /** Whoever does not choose writes all the same: nobody waits for a press. */
  function start(locale: Locale, { chosen, choice }: Choice): View {
    const text = t(locale, 'client-start', { company });
    if (chosen !== null)
      return { text: `${text}\n\n${t(locale, 'client-desk', { desk: chosen })}` };
    const buttons = choice.flatMap(({ id, name }) =>
      name === null
        ? []
        : [[{ text: name, callback_data: deskChoice.encode({ id, revision: 0 }) }]],
    );
    if (buttons.length === 0) return { text };
    const asked = `${text}\n\n${t(locale, 'client-desk-choice')}`;
    return { text: asked, keyboard: { inline_keyboard: buttons } };
  }

  return { greeting };
}
