// The door of people: who takes part in rooms.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type ChosenLocales, createChosenLocales } from './chosen-locales.ts';
import { createPeopleHandlers } from './handlers.ts';
import { createPersonRepository } from './repository.ts';
import { createPeopleService, type PeopleService } from './service.ts';

export type { PeopleService } from './service.ts';

export interface PeopleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly t: Translate;
  readonly defaultLocale: Locale;
}

export interface People {
  readonly service: PeopleService;
  readonly chosenLocales: Pick<ChosenLocales, 'read' | 'of'>;
  /** Passes everything on. */
  readonly composer: Composer<BotContext>;
}

/** Opens the room; nothing is read or written before somebody comes. */
export function createPeople(deps: PeopleDeps): People {
  const repository = createPersonRepository();
  const chosenLocales = createChosenLocales({ ...deps, repository });
  const nameless = (locale: Locale) => deps.t(locale, 'person-nameless');
  const service = createPeopleService({ ...deps, repository, nameless, chosenLocales });
  return { service, chosenLocales, composer: createPeopleHandlers({ ...deps, service }) };
}
