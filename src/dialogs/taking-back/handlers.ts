// «/del» in reply to an answer, and «Отозвать последний ответ» in «Ещё…».

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { repliedTo } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { DialogHere } from '../handlers/here.ts';
import type { MoreEntry } from '../handlers/more.ts';
import { slashIn } from '../slash.ts';
import type { TakingBackService } from './service.ts';

export interface TakingBackHandlersDeps {
  readonly takingBackService: TakingBackService;
  readonly dialogHere: DialogHere;
}

/** However it is typed. */
const NAMES: ReadonlySet<string> = new Set(['del', 'delete', 'undo']);

/** Comes before the relay of what staff write. */
export function createTakingBackHandlers({
  takingBackService,
  dialogHere,
}: TakingBackHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.on('message:text').filter(isTakingBack, async (ctx, next) => {
    const { staff, cause, message } = ctx;
    if (!staff || !message) return await next();
    const target = repliedTo(message);
    const which = target ? { chatId: target.chat.id, messageId: target.message_id } : null;
    // Where its dialog is no more, the answer is known by its own place.
    const isLeft = which !== null && ctx.chat.type !== 'private';
    const left = () => (isLeft ? takingBackService.dialogOf(which) : null);
    const dialogId = (await dialogHere(ctx)) ?? (await left());
    if (dialogId === null) return await next();
    const commandId = message.message_id;
    await takingBackService.takeBack({ cause, staff, dialogId, which, commandId });
  });

  return composer;
}

function isTakingBack(ctx: BotContext): boolean {
  const slash = slashIn(ctx.message?.text ?? '');
  if (slash?.kind !== 'command' || !NAMES.has(slash.name)) return false;
  return slash.bot === null || slash.bot === ctx.me.username.toLowerCase();
}

/** In «Ещё…»: there is a button for it, too. */
export function takeBackEntry(service: TakingBackService): MoreEntry {
  return {
    code: 'take-back',
    words: 'more-take-back',
    offered: ({ answersDelivered }) => answersDelivered > 0,
    async act({ ctx, staff, dialog }) {
      const { cause } = ctx;
      const which = 'last-answer';
      const command = { cause, staff, dialogId: dialog.id, which, commandId: null } as const;
      const outcome = await service.takeBack(command);
      if (outcome.status === 'refused') {
        const why = outcome.why === 'usage' ? 'nothing' : outcome.why;
        return { text: ctx.t(`thread-del-${why}`), alert: true };
      }
      if (outcome.status === 'gone') return { text: ctx.t('toast-gone'), alert: true };
      return { text: ctx.t('toast-take-back') };
    },
  };
}
