// What the handlers of lookup share.

import type { LabelService } from '../../clients/index.ts';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import { parseDestination } from '../../platform/outbox/index.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { DialogListService } from '../dialog-list-service.ts';
import type { FindViews } from '../find-views.ts';
import type { HistoryService } from '../history-service.ts';
import type { Known, Reading } from '../query-in-words.ts';
import type { LookupViews } from '../views.ts';
import type { WordSearchService } from '../word-search-service.ts';

export interface LookupHandlersDeps {
  readonly dialogList: DialogListService;
  readonly labels: LabelService;
  readonly history: HistoryService;
  readonly views: LookupViews;
  readonly wordSearch: WordSearchService;
  readonly findViews: FindViews;
  readonly knownNow: () => Promise<Known>;
  /** What words after a command mean at this moment; `asker` is the employee who asks. */
  readonly reading: (asker: number) => Promise<Reading>;
  /** The client of a dialog. */
  readonly clientOf: (dialogId: number) => Promise<number | null>;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  readonly replyNow: ReplyNow;
  readonly t: Translate;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Asked {
  readonly staff: Staff;
  readonly reader: Reader;
  /** Of the thread in which it was asked. */
  readonly dialogId: number | null;
}

/** Who asks and where; null: it is nobody of ours, or no place of ours, and somebody else's affair. */
export async function askedBy(
  ctx: BotContext,
  readerOf: LookupHandlersDeps['readerOf'],
): Promise<Asked | null> {
  const { staff, msg } = ctx;
  // Who writes as a group or a channel is nobody we know.
  if (!staff || msg?.sender_chat) return null;
  const reader = await readerOf(ctx);
  if (!reader) return null;
  const { kind, id } = parseDestination(reader.destination);
  return { staff, reader, dialogId: kind === 'thread' ? id : null };
}

/** Only who works here sees clients: an alert to whoever pressed, a warning for the operator. */
export async function refusePress(ctx: BotContext, logger: Logger): Promise<void> {
  logger.warn({ userId: ctx.from?.id }, 'a press without rights was refused');
  await answerPress(ctx, ctx.t('toast-no-right'), true);
}
