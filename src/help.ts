// What somebody who works here reads about the bot: all commands they may give, and where each works. A
// command given where it means nothing is told where it does.

import type { Message } from 'grammy/types';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import { slashIn } from './dialogs/slash.ts';
import type { Locale, Translate } from './platform/i18n.ts';
import type { ListedCommand } from './platform/telegram/command-menu.ts';
import { createComposer } from './platform/telegram/composer.ts';
import type { ReplyNow } from './platform/telegram/reply-now.ts';
import { mayManageStaff, ROLES, type Staff } from './staff/staff.ts';

export interface HelpDeps {
  /** Of all features, in the order in which people read them. */
  readonly commands: readonly ListedCommand[];
  readonly desks: Pick<Desks['service'], 'findByChat' | 'listDesks'>;
  readonly t: Translate;
  readonly replyNow: ReplyNow;
}

/** At a desk; in private there is one for everybody. */
export const HELP_COMMANDS: readonly ListedCommand[] = [
  { command: 'help', words: 'help-menu', where: ['group'], roles: ROLES },
];

/** Everybody's own, which need no explanation to somebody who has just given one. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['start', 'help']);

export type Help = ReturnType<typeof createHelp>;

/**
 * `asked` comes before all features and answers «/help» of those who work here; `misplaced` comes after
 * those that know what their commands mean.
 */
export function createHelp(deps: HelpDeps) {
  const { commands, desks, t, replyNow } = deps;
  const asked = createComposer<BotContext>();
  const misplaced = createComposer<BotContext>();

  asked.on('message:text').command('help', async (ctx, next) => {
    const { staff, locale, chat, message } = ctx;
    if (!staff || !(await worksHere(ctx)) || (await hasStepsLeft(ctx, staff))) return await next();
    const text = helpOf(t, commands, staff.role, locale);
    await replyNow(ctx, { text, ...answering(chat.type, message) });
  });

  misplaced.on('message:text', async (ctx, next) => {
    const { staff, chat, message, me } = ctx;
    if (!staff || !isForDialogs(message.text, staff, me.username)) return await next();
    if (!(await worksHere(ctx))) return await next();
    await replyNow(ctx, { text: ctx.t('move-only-here'), ...answering(chat.type, message) });
  });

  async function worksHere({ chat }: BotContext): Promise<boolean> {
    return chat?.type === 'private' || (await desks.findByChat(chat?.id ?? 0)) !== null;
  }

  /** Whoever looks after the bot reads first what is still to be done before it can be used. */
  async function hasStepsLeft({ chat }: BotContext, { role }: Staff): Promise<boolean> {
    if (chat?.type !== 'private' || !mayManageStaff(role)) return false;
    return !(await desks.listDesks()).some(({ state }) => state === 'ready');
  }

  function isForDialogs(text: string, { role }: Staff, username: string): boolean {
    const slash = slashIn(text);
    if (slash?.kind === 'note') return true;
    if (!slash || (slash.bot !== null && slash.bot !== username.toLowerCase())) return false;
    return commandsOf(commands, role).some(
      ({ command, where }) => command === slash.name && placeOf(where) === 'group',
    );
  }

  return { asked, misplaced };
}

/** In a group the answer stands in the conversation in which it was asked for. */
function answering(chat: string, { message_id }: Message): { readonly replyTo?: number } {
  return chat === 'private' ? {} : { replyTo: message_id };
}

/** What this role may give, by where it works. */
function helpOf(
  t: Translate,
  commands: readonly ListedCommand[],
  role: string,
  locale: Locale,
): string {
  const theirs = commandsOf(commands, role);
  const blocks = (['both', 'group', 'private', 'room'] as const).flatMap((place) => {
    const lines = theirs
      .filter(({ where }) => placeOf(where) === place)
      .map(({ command, words }) => `/${command} — ${t(locale, words)}`);
    return lines.length === 0 ? [] : [[t(locale, `help-${place}`), ...lines].join('\n')];
  });
  const how = [t(locale, 'help-how'), t(locale, 'help-signs')].join('\n');
  return [how, ...blocks].join('\n\n');
}

function commandsOf(commands: readonly ListedCommand[], role: string): readonly ListedCommand[] {
  return commands.filter(
    ({ command, roles }) => !SELF_EVIDENT.has(command) && (roles?.includes(role) ?? true),
  );
}

function placeOf(where: ListedCommand['where']): 'both' | ListedCommand['where'][number] {
  return where.length > 1 ? 'both' : (where[0] ?? 'both');
}
