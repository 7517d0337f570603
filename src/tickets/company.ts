// A company whose support we are: its contract, its manager, the group its people write in.

import type { Locale } from '../platform/i18n.ts';

export interface ClientCompany {
  readonly id: number;
  /** In its links; nobody guesses it. */
  readonly code: string;
  readonly name: string;
  /** Null until it has a group to be. */
  readonly roomId: number | null;
  /** The employee who answers for it. */
  readonly managerId: number | null;
  /** Its contract; null: the default plan. */
  readonly planId: number | null;
  /** Its hours; null: those of the plan. */
  readonly calendarId: number | null;
  readonly locale: Locale;
  /** IANA; in it times are told to its people. */
  readonly timeZone: string;
  /** What becomes a ticket and what stays a message, in Russian; null: the usual. */
  readonly rules: string | null;
  /** The same in English. */
  readonly rulesEn: string | null;
  /** In the link that hangs at its workplaces. */
  readonly qrCode: string;
  /** Whether that link lets anybody in now. */
  readonly qrEnabled: boolean;
  /** Working minutes after which an unanswered message is raised. */
  readonly raiseMinutes: number;
  /** When we ceased to serve it; null: we do. */
  readonly endedAt: Date | null;
}

/** What a ticket may be about. */
export interface TicketType {
  readonly id: number;
  readonly code: string;
  readonly name: Readonly<Record<Locale, string>>;
  /** What is to be done in each. */
  readonly checklist: readonly string[];
}
