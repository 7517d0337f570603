// What a client says to the bot itself, in the private chat: «Start», a command, a block.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Locale } from '../platform/i18n.ts';
import { answerPress } from '../platform/telegram/answer-press.ts';
import { fullName } from '../platform/telegram/author.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { deskChoice } from './buttons.ts';
import type { ClientService, Greeting, MetPerson } from './service.ts';

const CHANNEL = 'telegram';

/**
 * Answers «Start», commands and blocks of people who do not work here; everything else goes on to the
 * next composer.
 */
export function createClientHandlers(service: ClientService): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const direct = composer.chatType('private');
  const fromClient = direct.filter((ctx) => ctx.staff === null);

  function greet(greeting: Greeting) {
    return async (ctx: BotContext) => {
      if (!ctx.from) return;
      const payload = greeting === 'start' && typeof ctx.match === 'string' ? ctx.match : '';
      const person = personOf(ctx.from, ctx.locale);
      await service.greet({ person, greeting, payload, cause: ctx.cause });
    };
  }

  const orders = fromClient.on('message:entities:bot_command').filter(isCommandAlone);
  orders.command('start', greet('start'));
  orders.command('help', greet('help'));
  orders.filter(beginsWithCommand, greet('unknown-command'));

  composer.callbackQuery(deskChoice.pattern, async (ctx) => {
    const button = deskChoice.parse(ctx.callbackQuery.data);
    if (!button || ctx.chat?.type !== 'private') return await answerPress(ctx);
    const person = personOf(ctx.from, ctx.locale);
    const outcome = await service.chooseDesk({ person, deskId: button.id, cause: ctx.cause });
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status === 'gone') return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const words = ctx.t('client-desk', { desk: outcome.name });
    await answerPress(ctx, words);
    await ctx.editMessageText(words).catch(() => undefined);
  });

  direct.on('my_chat_member', async (ctx) => {
    const blocked = ctx.myChatMember.new_chat_member.status === 'kicked';
    const address = { channel: CHANNEL, externalId: String(ctx.chat.id) };
    await service.noteAccess({ address, blocked, cause: ctx.cause });
  });

  return composer;
}

/** As Telegram passes it on from a link: `/start` with one code, and no other command with anything. */
const ALONE = /^\/(?:start(?:@\w+)?\s+[\w-]{1,64}|\S+)\s*$/i;

/** Words that follow a command are meant for people, whatever stands before them. */
function isCommandAlone({ msg }: BotContext): boolean {
  return ALONE.test(msg?.text ?? '');
}

/** A command inside a sentence is a word like any other. */
function beginsWithCommand(ctx: BotContext): boolean {
  return ctx.entities('bot_command').some(({ offset }) => offset === 0);
}

type TelegramUser = NonNullable<BotContext['from']>;

function personOf(user: TelegramUser, locale: Locale): MetPerson {
  const { id, username = null } = user;
  return { channel: CHANNEL, externalId: String(id), name: fullName(user), username, locale };
}
