// What there is to be known about a company whose support we are: who may change it, and within which limits. Pure.

import type { Locale } from '../../platform/i18n.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';

/** Before the code in the link that brings the bot into a client's group. */
export const CONNECT_PREFIX = 'cg_';
/** Before the code in the link that hangs at a client's workplaces. */
export const QR_PREFIX = 'cq_';

/** Bytes of a code: 128 bits, which nobody guesses. */
export const CODE_BYTES = 16;

/** Of the list. */
export const PAGE_SIZE = 8;

/** In signs. */
export const LONGEST_NAME = 100;
export const LONGEST_RULES = 1_500;

/** Working minutes until a message without an answer is raised; the table has the same limits. */
export const RAISE_MINUTES = { min: 1, max: 10_080 } as const;

/** Whether an employee may take clients on, connect their groups and change what is agreed with them. */
export function mayServe({ role }: Pick<Staff, 'role'>): boolean {
  return role !== 'support';
}

/** What may be changed about a client, one at a time. */
export type ClientChange =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'manager'; readonly managerId: number }
  /** Null: the default plan, or the plan's own hours. */
  | { readonly kind: 'plan'; readonly planId: number | null }
  | { readonly kind: 'calendar'; readonly calendarId: number | null }
  | { readonly kind: 'language'; readonly locale: Locale }
  | { readonly kind: 'zone'; readonly timeZone: string }
  | { readonly kind: 'raise'; readonly minutes: number }
  | { readonly kind: 'rules'; readonly locale: Locale; readonly text: string }
  /** The usual rules again. */
  | { readonly kind: 'usual' }
  | { readonly kind: 'qr'; readonly enabled: boolean }
  /** Another code for the link; the old one opens nothing from then on. */
  | { readonly kind: 'renew'; readonly qrCode: string };

/** The columns that a change sets. */
export function columnsOf(change: ClientChange): Partial<Omit<ClientCompany, 'id'>> {
  switch (change.kind) {
    case 'name':
      return { name: change.name };
    case 'manager':
      return { managerId: change.managerId };
    case 'plan':
      return { planId: change.planId };
    case 'calendar':
      return { calendarId: change.calendarId };
    case 'language':
      return { locale: change.locale };
    case 'zone':
      return { timeZone: change.timeZone };
    case 'raise':
      return { raiseMinutes: change.minutes };
    case 'rules':
      return change.locale === 'ru' ? { rules: change.text } : { rulesEn: change.text };
    case 'usual':
      return { rules: null, rulesEn: null };
    case 'qr':
      return { qrEnabled: change.enabled };
    case 'renew':
      return { qrCode: change.qrCode };
  }
}

/** Whether it is so already. */
export function isSame(company: ClientCompany, columns: Partial<ClientCompany>): boolean {
  return Object.entries(columns).every(
    ([name, value]) => company[name as keyof ClientCompany] === value,
  );
}

/** The rules as whoever reads that language is shown them; null: the usual. */
export function rulesIn(
  { rules, rulesEn }: Pick<ClientCompany, 'rules' | 'rulesEn'>,
  locale: Locale,
): string | null {
  return locale === 'ru' ? (rules ?? rulesEn) : (rulesEn ?? rules);
}
