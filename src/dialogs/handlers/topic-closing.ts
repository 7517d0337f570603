// What Telegram notes when a topic is closed or opened again, by whomever.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { threadMarkOf } from '../../desks/telegram-place.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { DialogService } from '../service.ts';

export interface TopicClosingDeps {
  readonly service: Pick<DialogService, 'findByThread' | 'noteTopic'>;
  readonly desks: Pick<Desks['service'], 'findByChat'>;
}

/** Comes before whoever hears what is written in threads; topics of no dialog go on. */
export function createTopicClosingHandlers(deps: TopicClosingDeps): Composer<BotContext> {
  const { service, desks } = deps;
  const composer = createComposer<BotContext>();

  composer.on(['message:forum_topic_closed', 'message:forum_topic_reopened'], async (ctx, next) => {
    const { message, chat, cause } = ctx;
    const desk = await desks.findByChat(chat.id);
    const threadId = desk && kindOf(desk.kind).threadIdOf(threadMarkOf(message));
    const dialogId = threadId ? await service.findByThread(desk.id, threadId) : null;
    if (dialogId === null) return await next();
    await service.noteTopic({ cause, dialogId, closed: 'forum_topic_closed' in message });
  });

  return composer;
}
