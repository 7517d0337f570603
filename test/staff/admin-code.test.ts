import { describe, expect, it } from 'vitest';
import { ADMIN_PAYLOAD, matchesCode, newAdminCode } from '../../src/staff/admin-code.ts';
import { createAttempts } from '../../src/staff/attempts.ts';
import { createTestClock } from '../support/clock.ts';

const HOUR = 3_600_000;

describe("the first admin's code", () => {
  it('matches its own hash and no other code does', () => {
    const { code, hash } = newAdminCode();

    expect(matchesCode(code, hash)).toBe(true);
    expect(matchesCode(`${code}x`, hash)).toBe(false);
    expect(
      matchesCode(code.toLowerCase() === code ? code.toUpperCase() : code.toLowerCase(), hash),
    ).toBe(false);
    expect(matchesCode('', hash)).toBe(false);
  });

  it('is not needed any more when there is none: nothing matches, not even nothing', () => {
    expect(matchesCode('', null)).toBe(false);
    expect(matchesCode(newAdminCode().code, null)).toBe(false);
  });

  it('fits into a deep link, has 128 bits, and is kept only as a hash', () => {
    const { code, hash } = newAdminCode();

    expect(`${ADMIN_PAYLOAD}${code}`).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(Buffer.from(code, 'base64url')).toHaveLength(16);
    expect(hash).not.toContain(code);
    expect(newAdminCode().code).not.toBe(code);
  });
});

describe('a guesser', () => {
  it('has five tries an hour, and others are not made to pay for it', async () => {
    const clock = createTestClock();
    const attempts = createAttempts(clock);

    expect(Array.from({ length: 6 }, () => attempts.mayTry(1))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(attempts.mayTry(2)).toBe(true);

    await clock.advance(HOUR - 1);
    expect(attempts.mayTry(1)).toBe(false);
    await clock.advance(1);
    expect(attempts.mayTry(1)).toBe(true);
  });

  it('is still remembered when very many others have tried', () => {
    const attempts = createAttempts(createTestClock());
    for (let tries = 0; tries < 5; tries += 1) attempts.mayTry(1);
    for (let userId = 2; userId < 3_000; userId += 1) attempts.mayTry(userId);

    expect(attempts.mayTry(1)).toBe(false);
  });
});
