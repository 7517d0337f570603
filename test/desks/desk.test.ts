import { describe, expect, it } from 'vitest';
import {
  type Membership,
  missingFor,
  rightsIn,
  troubleOfFailure,
  troubleOfMembership,
} from '../../src/desks/desk.ts';
import { DESK_RIGHTS, type DeskRight } from '../../src/desks/needs.ts';
import type { ApiFailure } from '../../src/platform/telegram/api-failure.ts';

const without = (...missing: DeskRight[]): Membership => ({
  status: 'administrator',
  rights: DESK_RIGHTS.filter((right) => !missing.includes(right)),
});

describe('what a desk needs of the bot', () => {
  it('an administrator with both rights lacks nothing', () => {
    expect(missingFor(without())).toEqual([]);
  });

  it('a plain member, and whoever is outside, lacks everything', () => {
    expect(missingFor({ status: 'member' })).toEqual(DESK_RIGHTS);
    expect(missingFor({ status: 'outside' })).toEqual(DESK_RIGHTS);
  });

  it.each<DeskRight>(['can_manage_topics', 'can_pin_messages'])(
    'without %s it lacks just that',
    (right) => {
      expect(missingFor(without(right))).toEqual([right]);
    },
  );

  it('it asks for no more than it uses', () => {
    expect(DESK_RIGHTS).toEqual(['can_manage_topics', 'can_pin_messages']);
  });
});

describe("what the bot's place means for a desk at work", () => {
  it('with everything granted it works', () => {
    expect(troubleOfMembership(without(), true)).toBeNull();
  });

  it('without pinning it still works', () => {
    expect(troubleOfMembership(without('can_pin_messages'), true)).toBeNull();
  });

  it('without topics nothing can be done, and all that is missing is named', () => {
    expect(troubleOfMembership(without('can_manage_topics', 'can_pin_messages'), true)).toEqual({
      state: 'no-rights',
      what: 'can_manage_topics can_pin_messages',
    });
  });

  it('a bot made a plain member has lost its rights, one thrown out has lost the desk', () => {
    expect(troubleOfMembership({ status: 'member' }, true)?.state).toBe('no-rights');
    expect(troubleOfMembership({ status: 'outside' }, true)).toEqual({
      state: 'gone',
      what: 'kicked',
    });
  });

  it('a group whose topics were turned off is no desk for now', () => {
    expect(troubleOfMembership(without(), false)).toEqual({
      state: 'no-rights',
      what: 'not-a-forum',
    });
  });

  it('the rights named in a trouble can be read back', () => {
    expect(rightsIn('can_manage_topics can_pin_messages')).toEqual([
      'can_manage_topics',
      'can_pin_messages',
    ]);
    expect(rightsIn('kicked')).toEqual([]);
  });
});

describe('what a refusal means for the desk', () => {
  it.each<[ApiFailure, ReturnType<typeof troubleOfFailure>]>([
    [
      { kind: 'chat-gone', reason: 'kicked' },
      { state: 'gone', what: 'kicked' },
    ],
    [
      { kind: 'chat-gone', reason: 'deleted' },
      { state: 'gone', what: 'deleted' },
    ],
    [{ kind: 'not-a-forum' }, { state: 'no-rights', what: 'not-a-forum' }],
    [
      { kind: 'no-rights', what: 'create a topic' },
      { state: 'no-rights', what: 'some-rights' },
    ],
    [{ kind: 'no-rights', what: 'manage pinned messages in the chat' }, null],
    [{ kind: 'thread-gone' }, null],
    [{ kind: 'thread-closed' }, { state: 'no-rights', what: 'some-rights' }],
    [{ kind: 'blocked' }, null],
  ])('%j: %j', (failure, trouble) => {
    expect(troubleOfFailure(failure)).toEqual(trouble);
  });
});
