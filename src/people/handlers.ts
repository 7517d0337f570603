// «Start» of somebody who was met in a group before: from then on the bot can write to them alone. What else the press
// means is for others to say.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Database } from '../platform/database/index.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { PeopleService } from './service.ts';

export interface PeopleHandlersDeps {
  readonly database: Pick<Database, 'inTransaction'>;
  readonly service: Pick<PeopleService, 'opened'>;
}

export function createPeopleHandlers(deps: PeopleHandlersDeps): Composer<BotContext> {
  const { database, service } = deps;
  const composer = createComposer<BotContext>();
  composer.chatType('private').command('start', async (ctx, next) => {
    await database.inTransaction((tx) => service.opened(tx, ctx.from.id));
    await next();
  });
  return composer;
}
