// `/desk` with words: what is changed about a desk that stands.

import { LOCALES } from '../../platform/i18n.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { createAdjust } from '../adjust.ts';
import type { DeskService } from '../service.ts';
import type { createReaderOf } from '../telegram-place.ts';
import type { TextContext } from './text-context.ts';

export interface DeskCommandsDeps {
  readonly service: Pick<DeskService, 'findByChat'>;
  readonly adjust: Pick<ReturnType<typeof createAdjust>, 'setLocale'>;
  readonly replyNow: ReplyNow;
  readonly readerOf: ReturnType<typeof createReaderOf>;
}

/** `/desk` with a word: the language of a desk's cards. */
export function createDeskCommands(deps: DeskCommandsDeps) {
  const { service, adjust, replyNow, readerOf } = deps;

  return async function obey(ctx: TextContext, by: Staff, words: string): Promise<void> {
    const desk = await service.findByChat(ctx.chat.id);
    const reader = await readerOf(ctx);
    if (!desk || !reader) return await replyNow(ctx, { text: ctx.t('desk-only-here') });
    const locale = LOCALES.find((known) => known === words.toLowerCase());
    if (!locale) return await replyNow(ctx, { text: ctx.t('desk-usage') });
    await adjust.setLocale({ by, desk, reader, cause: ctx.cause, locale });
  };
}
