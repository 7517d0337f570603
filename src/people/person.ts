// A Telegram user who takes part in rooms, whoever they are there.

import type { Locale } from '../platform/i18n.ts';

export interface Person {
  readonly id: number;
  /** Telegram's id of the person. */
  readonly userId: number;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  /** Null: not known. Never in logs and events. */
  readonly phone: string | null;
  /** They agreed to what becomes of their data. */
  readonly hasConsented: boolean;
  /** They have opened the chat with the bot: it can write to them. */
  readonly hasStarted: boolean;
}

/** Somebody as Telegram shows them. */
export interface SeenPerson {
  readonly userId: number;
  readonly name: string;
  readonly username: string | null;
  /** Null: Telegram did not tell (only what somebody sends themselves shows it). */
  readonly locale: Locale | null;
}

/** A person as the table holds them. */
export interface PersonRow {
  readonly id: number;
  readonly userId: bigint;
  readonly name: string;
  readonly username: string | null;
  readonly locale: string;
  readonly phone: string | null;
  readonly consentAt: Date | null;
  readonly startedAt: Date | null;
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    userId: Number(row.userId),
    name: row.name,
    username: row.username,
    locale: row.locale as Locale,
    phone: row.phone,
    hasConsented: row.consentAt !== null,
    hasStarted: row.startedAt !== null,
  };
}
