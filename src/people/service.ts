// People as they are met, and what they have told about themselves.

import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { ChosenLocales } from './chosen-locales.ts';
import type { Person, SeenPerson } from './person.ts';
import type { PersonRepository } from './repository.ts';

export interface PeopleServiceDeps {
  readonly repository: PersonRepository;
  readonly clock: Clock;
  readonly chosenLocales: Pick<ChosenLocales, 'note'>;
  readonly defaultLocale: Locale;
  /** What somebody is called whose name shows nothing. */
  readonly nameless: (locale: Locale) => string;
}

export type PeopleService = ReturnType<typeof createPeopleService>;

/** All methods take part in the caller's transaction. */
export function createPeopleService(deps: PeopleServiceDeps) {
  const { repository, clock, defaultLocale, nameless, chosenLocales } = deps;

  /** The person behind a Telegram user, made or renewed from what Telegram shows of them. */
  async function meet(tx: Tx, seen: SeenPerson): Promise<Person> {
    const [known] = await repository.findByUser(tx, [seen.userId]);
    const locale = seen.locale ?? known?.locale ?? defaultLocale;
    const name = plainName(seen.name, nameless(locale));
    return repository.save(tx, { ...seen, name, locale }, clock.now());
  }

  /** The same for somebody who writes to the bot: from now on it can write to them. */
  async function started(tx: Tx, seen: SeenPerson): Promise<Person> {
    const person = await meet(tx, seen);
    await repository.markStarted(tx, { id: person.id }, clock.now());
    return { ...person, hasStarted: true };
  }

  /** They have opened the chat with the bot; nothing changes for somebody whom no room has met. */
  async function opened(tx: Tx, userId: number): Promise<void> {
    await repository.markStarted(tx, { userId }, clock.now());
  }

  /** From now on the bot speaks this language with them, whatever their Telegram shows. */
  async function chooseLocale(tx: Tx, id: number, locale: Locale): Promise<void> {
    await repository.update(tx, id, { locale });
    const [person] = await repository.find(tx, [id]);
    if (person) chosenLocales.note(tx, person.userId, locale);
  }

  /** `phone` as Telegram gives it with a contact; the caller has seen that it is their own. */
  async function setPhone(tx: Tx, id: number, phone: string): Promise<void> {
    await repository.update(tx, id, { phone });
  }

  async function consent(tx: Tx, id: number): Promise<void> {
    await repository.update(tx, id, { consentAt: clock.now() });
  }

  const { find, findByUser } = repository;
  return { meet, started, opened, chooseLocale, setPhone, consent, find, findByUser };
}
