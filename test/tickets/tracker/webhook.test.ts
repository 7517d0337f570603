import { describe, expect, it } from 'vitest';
import { type Circumstances, judge, originOf } from '../../../src/tickets/tracker/webhook.ts';

const HOUR = 3_600_000;
const at = new Date('2026-11-23T09:00:00Z');
const given = (over: Partial<Circumstances> = {}): Circumstances => ({
  ...{ attempts: 1, triedAt: at, now: at, spread: (ms: number) => ms },
  ...over,
});
const answer = (code: number | null, retryAfterSeconds: number | null = null) => ({
  ...{ code, words: '', retryAfterSeconds },
});

describe('the answer of the other system', () => {
  it.each([200, 201, 204, 299])('%i means that it knows', (code) => {
    expect(judge(answer(code), given())).toEqual({ do: 'note' });
  });

  it.each([400, 401, 404, 409, 410, 422])('%i means that it never will', (code) => {
    expect(judge(answer(code), given())).toEqual({ do: 'give-up' });
  });

  it.each([null, 302, 408, 429, 500, 502, 503])('%s may be better later', (code) => {
    expect(judge(answer(code), given())).toEqual({ do: 'repeat', ms: 5_000 });
  });

  it('is waited for longer and longer, an hour at most, never all at the same moment', () => {
    const pauses = [1, 2, 3, 10, 11, 500].map((attempts) =>
      judge(answer(null), given({ attempts })),
    );
    expect(pauses.map((one) => 'ms' in one && one.ms)).toEqual([
      5_000,
      10_000,
      20_000,
      2_560_000,
      HOUR,
      HOUR,
    ]);
    const soonest = judge(answer(null), given({ attempts: 3, spread: () => 0 }));
    expect(soonest).toEqual({ do: 'repeat', ms: 10_000 });
  });

  it('is waited for as long as it asks, an hour at most', () => {
    expect(judge(answer(429, 90), given())).toEqual({ do: 'repeat', ms: 90_000 });
    expect(judge(answer(503, 999_999), given())).toEqual({ do: 'repeat', ms: HOUR });
  });

  it('is waited for during a day', () => {
    const late = (ms: number) => given({ attempts: 40, now: new Date(at.getTime() + ms) });
    expect(judge(answer(500), late(23 * HOUR))).toEqual({ do: 'repeat', ms: HOUR });
    expect(judge(answer(500), late(23 * HOUR + 1))).toEqual({ do: 'give-up' });
  });
});

it('a change made by a request is marked, so that its maker breaks the circle', () => {
  expect(originOf({ kind: 'request', id: 'x' })).toBe('api');
  expect(originOf({ kind: 'update', botId: 1, updateId: 1 })).toBe('telegram');
  expect(originOf({ kind: 'sweep', name: 'x' })).toBe('deskroom');
});
