import { describe, expect, it } from 'vitest';
import { type Circumstances, judge } from '../../../src/platform/outbox/verdict.ts';
import type { ApiFailure } from '../../../src/platform/telegram/api-failure.ts';

const aText: Circumstances = {
  repeatable: false,
  askIfUnknown: false,
  attempts: 0,
  failures: 0,
  untilDone: false,
};

/** Every kind of failure there is: the compiler counts them. */
const VERDICTS: Record<ApiFailure['kind'], readonly [failure: ApiFailure, verdict: object]> = {
  'not-modified': [{ kind: 'not-modified' }, { do: 'done' }],
  blocked: [{ kind: 'blocked' }, { do: 'ask-destination' }],
  deactivated: [{ kind: 'deactivated' }, { do: 'ask-destination' }],
  'never-started': [{ kind: 'never-started' }, { do: 'ask-destination' }],
  'bot-recipient': [{ kind: 'bot-recipient' }, { do: 'ask-destination' }],
  'thread-gone': [{ kind: 'thread-gone' }, { do: 'ask-destination' }],
  'thread-closed': [{ kind: 'thread-closed' }, { do: 'ask-destination' }],
  'not-a-forum': [{ kind: 'not-a-forum' }, { do: 'ask-destination' }],
  'chat-gone': [{ kind: 'chat-gone', reason: 'kicked' }, { do: 'ask-destination' }],
  'no-rights': [{ kind: 'no-rights', what: 'send' }, { do: 'ask-destination' }],
  'edit-target-gone': [{ kind: 'edit-target-gone' }, { do: 'post-anew' }],
  'cannot-edit': [{ kind: 'cannot-edit' }, { do: 'post-anew' }],
  'cannot-copy': [{ kind: 'cannot-copy' }, { do: 'say-anew' }],
  'quote-gone': [{ kind: 'quote-gone' }, { do: 'say-without-quote' }],
  'copy-target-gone': [{ kind: 'copy-target-gone' }, { do: 'say-anew' }],
  'file-unavailable': [{ kind: 'file-unavailable' }, { do: 'say-anew' }],
  'cannot-parse': [{ kind: 'cannot-parse' }, { do: 'say-plainly' }],
  'reply-target-gone': [{ kind: 'reply-target-gone' }, { do: 'say-without-reply' }],
  'too-long': [{ kind: 'too-long', what: 'text' }, { do: 'split' }],
  'react-target-gone': [{ kind: 'react-target-gone' }, { do: 'drop' }],
  'pin-target-gone': [{ kind: 'pin-target-gone' }, { do: 'drop' }],
  'delete-target-gone': [{ kind: 'delete-target-gone' }, { do: 'drop' }],
  'cannot-delete': [{ kind: 'cannot-delete' }, { do: 'drop' }],
  'query-too-old': [{ kind: 'query-too-old' }, { do: 'drop' }],
  'person-elsewhere': [{ kind: 'person-elsewhere' }, { do: 'drop' }],
  unauthorized: [{ kind: 'unauthorized' }, { do: 'wait' }],
  'empty-text': [{ kind: 'empty-text' }, { do: 'fail' }],
  'file-too-big': [{ kind: 'file-too-big' }, { do: 'fail' }],
  'group-full': [{ kind: 'group-full' }, { do: 'fail' }],
  'too-many-groups': [{ kind: 'too-many-groups' }, { do: 'fail' }],
  'voice-forbidden': [{ kind: 'voice-forbidden' }, { do: 'fail' }],
  'method-not-found': [{ kind: 'method-not-found' }, { do: 'fail' }],
  'connection-off': [{ kind: 'connection-off' }, { do: 'fail' }],
  'customer-silent': [{ kind: 'customer-silent' }, { do: 'fail' }],
  'bad-request': [{ kind: 'bad-request', code: 400, description: 'no' }, { do: 'fail' }],
  conflict: [{ kind: 'conflict', with: 'webhook' }, { do: 'fail' }],
  unexpected: [{ kind: 'unexpected', error: new Error('a bug') }, { do: 'fail' }],
  'rate-limited': [
    { kind: 'rate-limited', retryAfterSeconds: 35 },
    { do: 'park', ms: 35_000 },
  ],
  migrated: [
    { kind: 'migrated', newChatId: -1009 },
    { do: 'migrate', newChatId: -1009 },
  ],
  'not-sent': [
    { kind: 'not-sent', reason: 'ECONNREFUSED' },
    { do: 'repeat', ms: 1_000 },
  ],
  'server-error': [
    { kind: 'server-error', code: 502 },
    { do: 'repeat', ms: 1_000 },
  ],
  'outcome-unknown': [
    { kind: 'outcome-unknown', reason: 'timeout' },
    { do: 'repeat', ms: 1_000 },
  ],
};

describe('what is done about a refusal', () => {
  it.each(Object.entries(VERDICTS))('%s', (_kind, [failure, verdict]) => {
    expect(judge(failure, aText)).toEqual(verdict);
  });
});

describe('an unknown outcome', () => {
  const unknown: ApiFailure = { kind: 'outcome-unknown', reason: 'ECONNRESET' };
  const ask = { ...aText, askIfUnknown: true };

  it('of a text is left to a human, where that is the setting', () => {
    expect(judge(unknown, ask)).toEqual({ do: 'hold' });
    expect(judge({ kind: 'server-error', code: 500 }, ask)).toEqual({ do: 'hold' });
  });

  it('of an edit is repeated all the same', () => {
    expect(judge(unknown, { ...ask, repeatable: true })).toEqual({ do: 'repeat', ms: 1_000 });
  });

  it('is none where nothing left this machine', () => {
    expect(judge({ kind: 'not-sent', reason: 'ENOTFOUND' }, ask)).toMatchObject({ do: 'repeat' });
  });
});

describe('repeating', () => {
  const broken: ApiFailure = { kind: 'server-error', code: 502 };
  const pauses = (failure: ApiFailure) =>
    [0, 1, 2, 4, 8, 9, 40].map((failures) => {
      const verdict = judge(failure, { ...aText, failures });
      return verdict.do === 'repeat' ? verdict.ms / 1_000 : verdict.do;
    });

  it('waits twice as long each time, five minutes at most', () => {
    expect(pauses(broken)).toEqual([1, 2, 4, 16, 256, 300, 300]);
  });

  it('waits half a minute at most while the network is away', () => {
    expect(pauses({ kind: 'not-sent', reason: 'ENETUNREACH' })).toEqual([1, 2, 4, 16, 30, 30, 30]);
  });

  it('of a message ends after twelve attempts', () => {
    expect(judge(broken, { ...aText, attempts: 11 })).toMatchObject({ do: 'repeat' });
    expect(judge(broken, { ...aText, attempts: 12 })).toEqual({ do: 'fail' });
  });

  it('of a card never ends: one day it is true', () => {
    expect(judge(broken, { ...aText, attempts: 99, untilDone: true })).toMatchObject({
      do: 'repeat',
    });
  });

  it('of what never left never ends', () => {
    expect(
      judge({ kind: 'not-sent', reason: 'EAI_AGAIN' }, { ...aText, attempts: 99 }),
    ).toMatchObject({
      do: 'repeat',
    });
  });
});
