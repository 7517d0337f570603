import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  decided,
  inOrder,
  isAway,
  mayRegister,
  ratingOf,
  standingOf,
} from '../../src/partners/partner.ts';

const NOW = new Date('2026-11-21T09:00:00Z');
const TOMORROW = new Date('2026-11-22T09:00:00Z');
const YESTERDAY = new Date('2026-11-20T09:00:00Z');

function candidate(id: number, facts: Partial<Candidate> = {}): Candidate {
  return {
    id,
    personId: id,
    name: `Partner ${id}`,
    status: 'confirmed',
    reason: null,
    about: null,
    languages: ['ru'],
    specializationIds: [1],
    awaySince: null,
    awayUntil: null,
    ratingSum: 0,
    ratingCount: 0,
    answerSeconds: null,
    openInvitations: 0,
    inRoom: 'no',
    ...facts,
  };
}

const order = (...all: Candidate[]) => inOrder(all, NOW).map(({ id }) => id);

describe('the list of partners', () => {
  it('begins with the better rated', () => {
    const worse = candidate(1, { ratingSum: 30, ratingCount: 10 });
    const better = candidate(2, { ratingSum: 48, ratingCount: 10 });
    expect(order(worse, better)).toEqual([2, 1]);
  });

  it('puts forty good votes above a single five, and somebody new above a bad name', () => {
    // (5 + 12) / 4 = 4.25; (192 + 12) / 43 = 4.74; (0 + 12) / 3 = 4; (20 + 12) / 13 = 2.46
    const single = candidate(1, { ratingSum: 5, ratingCount: 1 });
    const many = candidate(2, { ratingSum: 192, ratingCount: 40 });
    const fresh = candidate(3);
    const bad = candidate(4, { ratingSum: 20, ratingCount: 10 });
    expect(order(bad, fresh, single, many)).toEqual([2, 1, 3, 4]);
  });

  it('of equals names first who answers sooner, is asked less, is known longer', () => {
    const slow = candidate(1, { answerSeconds: 7200 });
    const quick = candidate(2, { answerSeconds: 60, openInvitations: 3 });
    const quickAndFree = candidate(3, { answerSeconds: 60 });
    const unknown = candidate(4);
    const newer = candidate(5);
    expect(order(newer, unknown, slow, quick, quickAndFree)).toEqual([3, 2, 1, 4, 5]);
  });

  it('ends with those who cannot be asked now, however good they are', () => {
    const best = { ratingSum: 50, ratingCount: 10 };
    const away = candidate(1, { ...best, awaySince: YESTERDAY });
    const here = candidate(2, { ...best, inRoom: 'here' });
    const invited = candidate(3, { ...best, inRoom: 'invited' });
    expect(order(away, here, invited, candidate(4))).toEqual([4, 1, 2, 3]);
    expect([away, here, invited].map((one) => standingOf(one, NOW))).toEqual([
      'away',
      'here',
      'invited',
    ]);
  });
});

describe('a partner who is away', () => {
  it('is so until the day they named, or until they say', () => {
    expect(isAway({ awaySince: YESTERDAY, awayUntil: TOMORROW }, NOW)).toBe(true);
    expect(isAway({ awaySince: YESTERDAY, awayUntil: null }, NOW)).toBe(true);
    expect(isAway({ awaySince: YESTERDAY, awayUntil: NOW }, NOW)).toBe(false);
    expect(isAway({ awaySince: null, awayUntil: null }, NOW)).toBe(false);
  });
});

describe('a rating', () => {
  it('is the mean of the votes to a tenth, and nothing before the first', () => {
    expect(ratingOf({ ratingSum: 14, ratingCount: 3 })).toBe(4.7);
    expect(ratingOf({ ratingSum: 0, ratingCount: 0 })).toBeNull();
  });
});

describe('a decision about a partner', () => {
  it.each([
    ['pending', 'confirm', 'confirmed'],
    ['pending', 'reject', 'rejected'],
    ['pending', 'block', 'blocked'],
    ['pending', 'unblock', null],
    ['confirmed', 'confirm', null],
    ['confirmed', 'reject', null],
    ['confirmed', 'block', 'blocked'],
    ['rejected', 'confirm', 'confirmed'],
    ['rejected', 'reject', null],
    ['blocked', 'block', null],
    ['blocked', 'unblock', 'confirmed'],
    ['blocked', 'confirm', null],
  ] as const)('of one who is %s: %s makes %s', (status, decision, expected) => {
    expect(decided(status, decision)).toBe(expected);
  });

  it('lets only newcomers and the rejected register', () => {
    const all = [null, 'pending', 'confirmed', 'rejected', 'blocked'] as const;
    expect(all.filter(mayRegister)).toEqual([null, 'rejected']);
  });
});
