// The door of dialogs: one window for everything that clients write.

import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Desks } from '../desks/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { DestinationPort, MessagePort, ProjectionPort } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { createAudienceRepository } from './audience-repository.ts';
import { createCardRepository } from './card-repository.ts';
import { createCardViews } from './card-views.ts';
import { plainWords } from './content.ts';
import { createPressHandlers } from './handlers/presses.ts';
import { createThreadHandlers } from './handlers/thread.ts';
import { createDialogJobs } from './jobs.ts';
import { createCardPorts } from './outgoing/cards.ts';
import { createNotices } from './outgoing/notices.ts';
import { createRelay } from './outgoing/relay.ts';
import { createDialogService, type DialogService, type DialogServiceDeps } from './service.ts';
import { createThreadPort } from './thread-port.ts';
import { createTopicLook, type TopicIcons } from './topic-views.ts';
import { createDialogViews } from './views.ts';

export type { DialogService } from './service.ts';
export type { TopicIcons } from './topic-views.ts';

export interface DialogsDeps extends Omit<DialogServiceDeps, 'thanksWords'> {
  readonly desks: Desks['service'];
  readonly t: Translate;
  readonly timeZone: string;
  readonly topicIcons: () => TopicIcons;
  readonly logger: Logger;
}

export interface Dialogs {
  readonly service: DialogService;
  readonly composer: Composer<BotContext>;
  readonly thread: DestinationPort;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
}

export function createDialogs(deps: DialogsDeps): Dialogs {
  const { database, outbox, clock, t, desks, topicIcons } = deps;
  const service = createDialogService({ ...deps, thanksWords: thanksWords(t) });
  const cards = createCardRepository(database);
  const audience = createAudienceRepository(database);
  const views = createDialogViews(deps);
  const topicLook = createTopicLook(t, topicIcons);
  const { messages, delivery } = service;
  return {
    service,
    composer: new Composer(
      createPressHandlers({ ...deps, service, views }),
      createThreadHandlers({ ...deps, service }),
    ),
    thread: createThreadPort({ cards, dialogs: service.dialogs, desks, topicLook, outbox, clock }),
    messages: {
      ...createRelay({ messages, cards, delivery, t }),
      ...createNotices({ audience, messages, views, outbox, clock }),
    },
    projections: createCardPorts({
      cards,
      views: createCardViews(deps),
      desks,
      topicLook,
      outbox,
      clock,
    }),
    sweeps: createDialogJobs({
      service,
      clocks: service.clocks,
      noteForms: service.noteForms,
      clock,
    }),
  };
}

/** Every language's words for thanks: clients mix them. */
function thanksWords(t: Translate): ReadonlySet<string> {
  const words = [t('ru', 'thanks-words'), t('en', 'thanks-words')].flatMap((list) =>
    list.split(','),
  );
  return new Set(words.map(plainWords).filter((word) => word !== ''));
}
