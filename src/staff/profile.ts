// A person as Telegram showed them, and what is known of them by that.

import type { Locale } from '../platform/i18n.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { Staff } from './staff.ts';

/** Null where Telegram did not say. */
export interface Person {
  readonly userId: number;
  readonly name: string | null;
  readonly username: string | null;
  readonly locale: Locale | null;
}

/** Their name and username; what Telegram did not say is as it was known before. */
export function profileOf(person: Person, known: Staff | null) {
  return {
    name: plainName(person.name, known?.name ?? String(person.userId)),
    // Somebody found by number alone has shown no name, and no username either.
    username: person.name === null ? (known?.username ?? null) : person.username,
  };
}
