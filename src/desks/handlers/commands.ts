// `/desk` with words: what is changed about a desk that stands. Its language, the name that clients
// choose it by, whether it takes what leads nowhere else, which channels lead to it.

import { LOCALES, type Translate } from '../../platform/i18n.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { createAdjust } from '../adjust.ts';
import { type DeskVocabulary, deskVocabulary, parseDeskCommand } from '../desk-command.ts';
import type { DeskService } from '../service.ts';
import type { createReaderOf } from '../telegram-place.ts';
import type { DeskViews } from '../views.ts';
import type { TextContext } from './text-context.ts';

export interface DeskCommandsDeps {
  readonly service: Pick<DeskService, 'findByChat'>;
  readonly adjust: Pick<
    ReturnType<typeof createAdjust>,
    'setLocale' | 'setName' | 'setDefault' | 'setRoute'
  >;
  readonly replyNow: ReplyNow;
  readonly readerOf: ReturnType<typeof createReaderOf>;
  readonly views: Pick<DeskViews, 'notUnderstood'>;
  readonly t: Translate;
  /** What `/desk channel` may name, by code; their names are `channel-…` in the locale files. */
  readonly channels: readonly string[];
}

/** Obeys a manager's `/desk` with words, in the place of a desk. */
export function createDeskCommands(deps: DeskCommandsDeps) {
  const { service, adjust, replyNow, readerOf, views, t, channels } = deps;
  const vocabulary: DeskVocabulary = deskVocabulary(
    (key) => LOCALES.map((locale) => t(locale, key)),
    channels,
  );

  return async function obey(ctx: TextContext, by: Staff, words: string): Promise<void> {
    const desk = await service.findByChat(ctx.chat.id);
    const reader = await readerOf(ctx);
    if (!desk || !reader) return await replyNow(ctx, ctx.t('desk-only-here'));
    const change = { by, desk, reader, cause: ctx.cause };
    const command = parseDeskCommand(words, vocabulary);
    switch (command.kind) {
      case 'language':
        return void (await adjust.setLocale({ ...change, locale: command.locale }));
      case 'name':
        return void (await adjust.setName({ ...change, name: command.name }));
      case 'default':
        return void (await adjust.setDefault(change));
      case 'channel':
        return void (await adjust.setRoute({ ...change, channel: command.channel }));
      case 'unknown':
        return await replyNow(ctx, views.notUnderstood(ctx.locale, words));
    }
  };
}
