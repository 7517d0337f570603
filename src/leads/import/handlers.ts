// «/import», alone or under a spreadsheet.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { type ImportService, LARGEST_FILE } from './service.ts';

export interface ImportHandlersDeps {
  readonly service: Pick<ImportService, 'order'>;
  readonly replyNow: ReplyNow;
}

/** For those who work here alone: of others a file is a message like any. */
export function createImportHandlers(deps: ImportHandlersDeps): Composer<BotContext> {
  const { service, replyNow } = deps;
  const composer = createComposer<BotContext>();
  const inPrivate = composer.chatType('private');

  inPrivate.command('import', async (ctx, next) => {
    if (!ctx.staff) return await next();
    await replyNow(ctx, ctx.t('import-how'));
  });

  inPrivate.on('message:document', async (ctx, next) => {
    const { staff: by, cause } = ctx;
    const { document, caption = '' } = ctx.message;
    if (!by || !/^\/import(?:@\w+)?$/i.test(caption.trim())) return await next();
    const { file_id: fileId, file_name: fileName = 'products.csv', file_size: size = 0 } = document;
    if (size > LARGEST_FILE) return await replyNow(ctx, ctx.t('import-too-large'));
    if (!/\.(?:csv|txt|tsv)$/i.test(fileName)) return await replyNow(ctx, ctx.t('import-not-csv'));
    await service.order({ by, fileId, fileName: plainName(fileName, '', 80), cause });
  });

  return composer;
}
