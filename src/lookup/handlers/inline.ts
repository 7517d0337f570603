// `@bot неотвеченные …` in any chat: the dialogs that `/dialogs` would list, for employees alone. What is
// inserted holds a number, a status and a link: the chat may be anybody's.

import { type Composer, GrammyError } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { PageEnd } from '../dialog-query.ts';
import { readQuery } from '../query-in-words.ts';
import type { LookupHandlersDeps } from './deps.ts';

/** Everybody else finds nothing. Answers are each employee's own, and true only now. */
export function createInlineHandlers(deps: LookupHandlersDeps): Composer<BotContext> {
  const { dialogList, views, knownNow, reading, clock, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.on('inline_query', async (ctx) => {
    const { staff, inlineQuery } = ctx;
    if (!staff) return await answer(ctx, [], '');
    const query = readQuery(inlineQuery.query, await reading(staff.id));
    const after = readOffset(inlineQuery.offset);
    const { dialogs, end } = await dialogList.look(query, after);
    const known = await knownNow();
    const results = dialogs.map((dialog) =>
      views.inlineResult(ctx.locale, dialog, known, clock.now()),
    );
    await answer(ctx, results, end ? `${end.at} ${end.id}` : '');
  });

  /** A question that is too old to be answered has been followed by another one. */
  async function answer(
    ctx: BotContext,
    results: readonly InlineQueryResultArticle[],
    next_offset: string,
  ): Promise<void> {
    const nothing = ctx.staff && results.length === 0 && ctx.inlineQuery?.offset === '';
    const button = { text: ctx.t('inline-nothing'), start_parameter: 'help' };
    try {
      await ctx.answerInlineQuery([...results], {
        is_personal: true,
        cache_time: 0,
        next_offset,
        ...(nothing ? { button } : {}),
      });
    } catch (error) {
      if (!(error instanceof GrammyError)) throw error;
      logger.info({ err: error }, 'an inline question could not be answered');
    }
  }

  return composer;
}

function readOffset(offset: string): PageEnd | null {
  const [at = '', id = ''] = offset.split(' ');
  if (Number.isNaN(Date.parse(at)) || !/^[1-9]\d{0,9}$/.test(id)) return null;
  return { at: new Date(at).toISOString(), id: Number(id) };
}
