// A company that sells on the marketplace: what may become of it, by whom it is looked after, and which
// link leads to what. Pure.

import type { Locale } from '../platform/i18n.ts';

/**
 * `invited`: its link exists, nobody has registered yet; `pending`: registered, staff have not decided;
 * `blocked`: it was something else before, and will be that again.
 */
export const COMPANY_STATUSES = ['pending', 'invited', 'confirmed', 'rejected', 'blocked'] as const;
export type CompanyStatus = (typeof COMPANY_STATUSES)[number];

export interface Company {
  readonly id: number;
  readonly code: string;
  /** Its id at the marketplace; null: staff made it. */
  readonly externalId: string | null;
  readonly name: string;
  /** What the marketplace calls it; null: the marketplace has not announced it. */
  readonly announcedName: string | null;
  /** Its page. */
  readonly url: string | null;
  readonly status: CompanyStatus;
  /** Why it was rejected or blocked: a {@link Reason}, or words of whoever decided. */
  readonly reason: string | null;
  readonly blockedFrom: CompanyStatus | null;
  readonly managerId: number | null;
  /** Whom the marketplace has named last. */
  readonly announcedManagerId: number | null;
  /** When employees are next reminded to decide; null: there is nothing to decide. */
  readonly remindAt: Date | null;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Within a day of its zone, as «09:00». */
  readonly worksFrom: string;
  readonly worksTo: string;
  readonly contactName: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedById: number | null;
}

/** Somebody who belongs to an exporter. */
export interface CompanyPerson {
  readonly companyId: number;
  readonly personId: number;
  readonly userId: number;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  readonly phone: string | null;
  /** They registered it, and speak for it. */
  readonly isContact: boolean;
  readonly since: Date;
}

export const DECISIONS = ['confirm', 'reject', 'block', 'unblock'] as const;
export type Decision = (typeof DECISIONS)[number];

export type Verdict =
  | { readonly status: 'allowed'; readonly to: CompanyStatus }
  /** It is so already. */
  | { readonly status: 'already' }
  /** It means nothing in the present status. */
  | { readonly status: 'not-now' };

/** Whose request was rejected by mistake is confirmed by the same button. */
const FROM: Readonly<Record<Decision, readonly CompanyStatus[]>> = {
  confirm: ['pending', 'rejected'],
  reject: ['pending'],
  block: ['invited', 'pending', 'confirmed'],
  unblock: ['blocked'],
};

const TO: Readonly<Record<Exclude<Decision, 'unblock'>, CompanyStatus>> = {
  confirm: 'confirmed',
  reject: 'rejected',
  block: 'blocked',
};

/** Whether staff may decide so about it now. */
export function judge(
  company: Pick<Company, 'status' | 'blockedFrom'>,
  decision: Decision,
): Verdict {
  const to = decision === 'unblock' ? (company.blockedFrom ?? 'invited') : TO[decision];
  if (FROM[decision].includes(company.status)) return { status: 'allowed', to };
  const isSo = decision === 'unblock' ? company.status !== 'blocked' : company.status === to;
  return isSo ? { status: 'already' } : { status: 'not-now' };
}

/** The decisions that mean something now, the most wanted first. */
export function decisionsFor(
  company: Pick<Company, 'status' | 'blockedFrom'>,
): readonly Decision[] {
  return DECISIONS.filter((decision) => judge(company, decision).status === 'allowed');
}

/** What is given as a reason by one tap. */
export const REASONS = {
  reject: ['not-suitable', 'not-verified', 'duplicate'],
  block: ['rules', 'silent', 'asked-to'],
} as const;
export type ReasonedDecision = keyof typeof REASONS;
export type Reason = (typeof REASONS)[ReasonedDecision][number];

export const ALL_REASONS: readonly Reason[] = [...REASONS.reject, ...REASONS.block];

export const LONGEST_REASON = 300;
export const LONGEST_NAME = 100;

/** The word of the list that this reason is; null: words of a person. */
export function reasonOf(reason: string): Reason | null {
  return ALL_REASONS.find((known) => known === reason) ?? null;
}

/** Whether its people may sell, be reached by leads and invite colleagues. */
export function isAtWork({ status }: Pick<Company, 'status'>): boolean {
  return status === 'confirmed';
}

/** Whether somebody who registered it may go to another company as well as if they had not. */
export function holdsItsPeople({ status }: Pick<Company, 'status'>): boolean {
  return status !== 'rejected';
}

/** For an exporter whose registration link is opened: `e_<code>`. */
export const REGISTRATION = 'e_';
/** For a colleague whom somebody of the exporter's has invited: `ec_<code>`. */
export const COLLEAGUE = 'ec_';

/** Bytes of dice in a code: 22 signs. */
export const CODE_BYTES = 16;

/** How long a colleague's link leads somewhere. */
export const INVITATION_DAYS = 7;
