// «Мои группы» of an exporter's person: the list, and its pages in its place.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { showInPlace } from '../../platform/telegram/show-in-place.ts';
import { roomsButton } from '../buttons.ts';
import { ROOMS_SHOWN, type RoomListViews } from '../room-list-views.ts';
import type { ExporterService } from '../service.ts';

export interface RoomListDeps {
  readonly service: Pick<ExporterService, 'ownRooms'>;
  readonly roomViews: RoomListViews;
  readonly replyNow: ReplyNow;
}

export function createRoomListHandlers(deps: RoomListDeps): Composer<BotContext> {
  const { service, roomViews, replyNow } = deps;
  const composer = createComposer<BotContext>();
  composer.callbackQuery(roomsButton.pattern, async (ctx) => {
    const button = roomsButton.parse(ctx.callbackQuery.data);
    const page = Math.max(0, (button?.id ?? 1) - 1);
    const shown = button && (await service.ownRooms(ctx.from.id, page, ROOMS_SHOWN));
    if (!shown) return await answerPress(ctx, ctx.t('exporter-toast-rooms-not-yours'), true);
    await answerPress(ctx);
    const list = roomViews.rooms(ctx.locale, page, shown);
    await (button.revision === 0 ? replyNow(ctx, list) : showInPlace(ctx, list));
  });
  return composer;
}
