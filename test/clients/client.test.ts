import { describe, expect, it } from 'vitest';
import { sourceOf, unreachableBy } from '../../src/clients/client.ts';

describe('where a client came from', () => {
  it('is what the link carried', () => {
    expect(sourceOf('google_ads-2026')).toBe('google_ads-2026');
    expect(sourceOf('x'.repeat(64))).toBe('x'.repeat(64));
  });

  it.each(['', 'two words', 'кириллица', 'a=b', 'x'.repeat(65)])(
    'is not «%s», which no link can carry',
    (payload) => {
      expect(sourceOf(payload)).toBeNull();
    },
  );
});

describe('a message that did not arrive', () => {
  it.each(['blocked', 'deactivated', 'never-started'] as const)(
    '%s: no message reaches this person',
    (kind) => {
      expect(unreachableBy({ kind })).toBe(kind);
    },
  );

  it('a chat that is gone reaches nobody', () => {
    expect(unreachableBy({ kind: 'chat-gone', reason: 'not-found' })).toBe('chat-gone');
  });

  it('a message that was wrong in itself says nothing about the person', () => {
    expect(unreachableBy({ kind: 'file-too-big' })).toBeNull();
    expect(unreachableBy({ kind: 'rate-limited', retryAfterSeconds: 3 })).toBeNull();
    expect(unreachableBy({ kind: 'no-rights', what: 'send photos to the chat' })).toBeNull();
  });
});
