// The door of people: who takes part in rooms.

import type { Clock } from '../platform/clock.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { createPersonRepository } from './repository.ts';
import { createPeopleService, type PeopleService } from './service.ts';

export type { PeopleService } from './service.ts';

export interface PeopleDeps {
  readonly clock: Clock;
  readonly t: Translate;
  readonly defaultLocale: Locale;
}

export interface People {
  readonly service: PeopleService;
}

/** Opens the room; nothing is read or written before somebody comes. */
export function createPeople({ clock, t, defaultLocale }: PeopleDeps): People {
  const repository = createPersonRepository();
  const nameless = (locale: Locale) => t(locale, 'person-nameless');
  return { service: createPeopleService({ repository, clock, defaultLocale, nameless }) };
}
