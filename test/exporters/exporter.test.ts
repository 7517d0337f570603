// What staff may decide about an exporter, in each status; written out by hand.
import { describe, expect, it } from 'vitest';
import { readReasonChoice, reasonButton } from '../../src/exporters/buttons.ts';
import {
  ALL_REASONS,
  COMPANY_STATUSES,
  type CompanyStatus,
  DECISIONS,
  type Decision,
  decisionsFor,
  holdsItsPeople,
  isAtWork,
  judge,
  reasonOf,
} from '../../src/exporters/exporter.ts';

const company = (status: CompanyStatus, blockedFrom: CompanyStatus | null = null) => ({
  status,
  blockedFrom,
});

/** What each decision makes of each status; «=»: it is so already; «✗»: it means nothing there. */
const TABLE: Readonly<Record<CompanyStatus, Readonly<Record<Decision, string>>>> = {
  invited: { confirm: '✗', reject: '✗', block: 'blocked', unblock: '=' },
  pending: { confirm: 'confirmed', reject: 'rejected', block: 'blocked', unblock: '=' },
  confirmed: { confirm: '=', reject: '✗', block: 'blocked', unblock: '=' },
  rejected: { confirm: 'confirmed', reject: '=', block: '✗', unblock: '=' },
  blocked: { confirm: '✗', reject: '✗', block: '=', unblock: 'confirmed' },
};

function cell(status: CompanyStatus, decision: Decision): string {
  const verdict = judge(company(status, status === 'blocked' ? 'confirmed' : null), decision);
  if (verdict.status === 'allowed') return verdict.to;
  return verdict.status === 'already' ? '=' : '✗';
}

describe('a decision of staff', () => {
  it.each(COMPANY_STATUSES)('means what the table says while the exporter is %s', (status) => {
    const row = Object.fromEntries(DECISIONS.map((one) => [one, cell(status, one)]));

    expect(row).toEqual(TABLE[status]);
  });

  it('to unblock gives back what it was before', () => {
    expect(judge(company('blocked', 'pending'), 'unblock')).toEqual({
      status: 'allowed',
      to: 'pending',
    });
  });

  it('is offered only where it means something', () => {
    expect(decisionsFor(company('pending'))).toEqual(['confirm', 'reject', 'block']);
    expect(decisionsFor(company('rejected'))).toEqual(['confirm']);
    expect(decisionsFor(company('blocked', 'confirmed'))).toEqual(['unblock']);
  });
});

describe('an exporter', () => {
  it('is at work only when it is confirmed, and lets its people go only when it was rejected', () => {
    expect(COMPANY_STATUSES.filter((status) => isAtWork({ status }))).toEqual(['confirmed']);
    expect(COMPANY_STATUSES.filter((status) => !holdsItsPeople({ status }))).toEqual(['rejected']);
  });
});

describe('a reason', () => {
  it('of the list is known again, words of a person are their own', () => {
    expect(ALL_REASONS.map(reasonOf)).toEqual(ALL_REASONS);
    expect(reasonOf('Не та отрасль')).toBeNull();
  });

  it('travels in a button with its decision, or asks for words', () => {
    const data = reasonButton.encode({ id: 7, revision: 0, choice: 'reject--duplicate' });

    expect(reasonButton.parse(data)).toMatchObject({ id: 7, choice: 'reject--duplicate' });
    expect(readReasonChoice('reject--duplicate')).toEqual({
      decision: 'reject',
      reason: 'duplicate',
    });
    expect(readReasonChoice('block--words')).toEqual({ decision: 'block', reason: null });
  });
});
