// The door of the channel `business`: people's own accounts that the bot answers for.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { CallApi, MessagePort, Place } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import { createBusinessCaller } from '../../platform/telegram/business-calls.ts';
import type { Connected } from './account.ts';
import { createBusinessPlaces } from './destination.ts';
import { type BusinessHandlerDeps, createBusinessHandlers } from './handlers.ts';
import { createBusinessRepository } from './repository.ts';
import { type BusinessServiceDeps, createBusinessService } from './service.ts';

export interface BusinessChannelDeps
  extends Omit<BusinessServiceDeps, 'repository'>,
    Omit<BusinessHandlerDeps, 'service'> {
  readonly t: Translate;
}

export interface BusinessChannel {
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  /** Where a client on this channel is. */
  readonly placeOf: (externalId: string) => Promise<Place>;
  /** Makes calls into business chats as Telegram wants them; the others as they are. */
  readonly callerOn: (call: CallApi) => CallApi;
}

/** Opens the channel; nothing is read or said before somebody connects an account. */
export function createBusinessChannel(deps: BusinessChannelDeps): BusinessChannel {
  const { database, t } = deps;
  const service = createBusinessService({
    ...deps,
    repository: createBusinessRepository(database),
  });
  return {
    composer: createBusinessHandlers({ ...deps, service }),
    messages: {
      'business-standing': wordsPort<{ readonly standing: Connected }>((locale, { standing }) => ({
        text: t(locale, `business-${standing}`),
      })),
      'business-not-staff': wordsPort((locale) => ({ text: t(locale, 'business-not-staff') })),
    },
    placeOf: createBusinessPlaces(service),
    callerOn: (call) => createBusinessCaller(call, service.findChat),
  };
}
