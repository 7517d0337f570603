// «/ticket», alone, with words, in reply to a message or under a photo; the link by which its form goes on in
// private; and what people answer to what belongs to a ticket.

import type { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import { withoutStart, wordsOf } from '../../dialogs/content.ts';
import type { PeopleService } from '../../people/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { asWritten } from '../../platform/json.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { authorOf, repliedTo } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { PlacedRoom } from '../../rooms/room.ts';
import type { TicketTools } from '../part.ts';
import { askerOf, type Said, saidIn } from '../telegram-asker.ts';
import { dated, type TicketForm, wordsOfOutcome } from './conversation.ts';
import type { FilingService } from './filing-service.ts';
import type { HearingService } from './hearing-service.ts';
import { readGoOn } from './payload.ts';

export interface IntakeHandlersDeps {
  readonly service: FilingService;
  readonly hearing: HearingService;
  readonly form: TicketForm;
  readonly rooms: Pick<Rooms['service'], 'ofChat' | 'placed'>;
  readonly database: Database;
  readonly people: Pick<PeopleService, 'started'>;
  /** Says something to whoever gave a command, and to nobody else. */
  readonly answer: (ctx: BotContext, text: string) => Promise<void>;
}

export type EnterForm = TicketTools['askForTicket'];

/** Begins the form where this update came from; or says why there will be no ticket. */
export function createEnterForm({
  service,
  form,
  answer,
}: Pick<IntakeHandlersDeps, 'service' | 'form' | 'answer'>): EnterForm {
  return async (ctx, { roomId, origin, source, given }) => {
    const asker = askerOf(ctx);
    if (!asker) return await answer(ctx, ctx.t('trail-as-yourself'));
    const refusal = await service.obstacle({ roomId, asker, source });
    if (refusal) return await answer(ctx, inWords(ctx, refusal));
    await form.enter(ctx, {
      ...{ rooms: [{ roomId, company: '' }], origin },
      source: source && { ...source },
      given: asWritten<JsonObject[]>(given),
    });
  };
}

function inWords(ctx: BotContext, refusal: Parameters<typeof wordsOfOutcome>[0]): string {
  const words = wordsOfOutcome(refusal);
  if (words === null || typeof words === 'string' || !('key' in words)) return '';
  return ctx.t(words.key, words.args);
}

export function createIntakeHandlers(deps: IntakeHandlersDeps & { readonly enter: EnterForm }) {
  return createComposer<BotContext>(asking(deps), goingOn(deps), answering(deps));
}

function asking(deps: IntakeHandlersDeps & { readonly enter: EnterForm }): Composer<BotContext> {
  const { service, rooms, form, enter, answer } = deps;
  const composer = createComposer<BotContext>();

  composer
    .chatType(['group', 'supergroup'])
    .on('message')
    .filter(isAsked, async (ctx, next) => {
      const room = await rooms.ofChat(ctx.chat.id);
      if (!room) return await next();
      await askedIn(ctx, room, ctx.message);
    });

  async function askedIn(ctx: BotContext, room: PlacedRoom, message: Message): Promise<void> {
    if (room.kind !== 'support') return await answer(ctx, ctx.t('request-not-here'));
    const target = repliedTo(message);
    const own = ownWords(message);
    if (!target) {
      const given = own ? [own] : [];
      return await enter(ctx, { roomId: room.id, origin: 'form', source: null, given });
    }
    const kind = authorOf(target).kind;
    if (kind === 'bot' || kind === 'telegram') return await answer(ctx, ctx.t('request-of-bot'));
    const said = saidIn(target);
    if (!said) return await answer(ctx, ctx.t('request-of-nothing'));
    const source = { chatId: target.chat.id, messageId: target.message_id };
    const given = own ? [said, own] : [said];
    await enter(ctx, { roomId: room.id, origin: 'reply', source, given });
  }

  /** Alone with the bot: whoever is one of a company's people. */
  composer.chatType('private').command('ticket', async (ctx, next) => {
    const theirs = ctx.staff ? [] : await service.roomsOf(ctx.from?.id ?? 0);
    const [first] = theirs;
    if (!first || !ctx.message) return await next();
    const own = ownWords(ctx.message);
    const given = own ? [own] : [];
    if (theirs.length === 1) {
      return await enter(ctx, { roomId: first.roomId, origin: 'form', source: null, given });
    }
    const args = {
      rooms: theirs.map((one) => ({ ...one })),
      origin: 'form',
      source: null,
    } as const;
    await form.enter(ctx, { ...args, rooms: args.rooms, given: asWritten<JsonObject[]>(given) });
  });

  return composer;
}

const COMMAND = /^\/ticket(?:@(\w+))?(?![\w@])/i;

/** «/ticket» at the beginning of a text, or of what stands under a photo. */
function isAsked(ctx: BotContext): boolean {
  const { text, caption } = ctx.message ?? {};
  const match = COMMAND.exec(text ?? caption ?? '');
  if (!match) return false;
  const [, bot] = match;
  return bot === undefined || bot.toLowerCase() === ctx.me.username.toLowerCase();
}

/** What is said with the command itself; null: nothing is. */
function ownWords(message: Message): Said | null {
  const said = saidIn(message);
  if (!said) return null;
  const words = wordsOf(said.content);
  const cut = COMMAND.exec(words)?.[0].length ?? 0;
  const blanks = /^\s*/.exec(words.slice(cut))?.[0].length ?? 0;
  const content = withoutStart(said.content, cut + blanks);
  const isEmpty = content.kind === 'text' && content.text.trim() === '';
  return isEmpty ? null : { ...said, content };
}

/** «Продолжить в личном чате». */
function goingOn(deps: IntakeHandlersDeps & { readonly enter: EnterForm }): Composer<BotContext> {
  const { database, rooms, people, form, enter, answer } = deps;
  const composer = createComposer<BotContext>();

  composer.chatType('private').command('start', async (ctx, next) => {
    const goOn = readGoOn(String(ctx.match));
    const asker = goOn && askerOf(ctx);
    if (!goOn || !asker) return await next();
    const [room] = await rooms.placed(database.prisma, [goOn.roomId]);
    if (!room) return await answer(ctx, ctx.t('request-refused-no-company'));
    await database.inTransaction((tx) => people.started(tx, asker.seen));
    const { chatId } = room;
    const { messageId, threadId } = goOn;
    const source = messageId === 0 ? null : { chatId, messageId };
    await enter(ctx, { roomId: room.id, origin: source ? 'reply' : 'form', source, given: [] });
    await form.leave(ctx, { connection: '', chatId, threadId, userId: asker.seen.userId });
  });

  return composer;
}

/** What is said in reply to a ticket's messages is said to the ticket; everything goes on to others. */
function answering({ hearing }: IntakeHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const inGroup = composer.chatType(['group', 'supergroup']);

  inGroup.on('message', async (ctx, next) => {
    const asker = askerOf(ctx);
    const said = asker && saidIn(ctx.message);
    const target = repliedTo(ctx.message)?.message_id ?? null;
    const { messageId, album } = said ?? { messageId: null, album: null };
    if (!asker || !said || messageId === null || (target === null && album === null)) {
      return await next();
    }
    const words = { ...dated(said), messageId };
    const heard = await hearing.hear({ asker, target, said: words, cause: ctx.cause });
    if (!heard) await next();
  });

  inGroup.on('edited_message', async (ctx, next) => {
    const said = saidIn(ctx.editedMessage);
    if (said?.messageId) {
      const at = { chatId: said.chatId, messageId: said.messageId };
      await hearing.hearChanged({ at, content: said.content, cause: ctx.cause });
    }
    await next();
  });

  return composer;
}
