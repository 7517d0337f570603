import { describe, expect, it } from 'vitest';
import {
  BOT,
  CLIENT,
  isOutdated,
  type Reaction,
  shownInThread,
  shownToClient,
  standing,
} from '../../src/dialogs/reaction.ts';

const KATYA = 2;
const BORIS = 3;

function shows(person: number, version: number, ...reactions: string[]): Reaction {
  return { messageId: 1, person, version, reactions, inWords: false };
}

const refused = (reaction: Reaction): Reaction => ({ ...reaction, inWords: true });
const delivered = { purpose: 'answer', delivery: 'delivered' } as const;
const queued = { purpose: 'answer', delivery: 'queued' } as const;
const question = { purpose: 'question', delivery: null } as const;

describe('of several reactions of one person', () => {
  it.each<readonly [string, readonly string[], string | null]>([
    ['the newest stands', ['👍', '❤'], '❤'],
    ['an emoji that bots may not set leaves the place to another', ['👍', 'custom:5'], '👍'],
    ['a star alone cannot be shown', ['paid'], null],
    ['none stands once they are withdrawn', [], null],
  ])('%s', (_, reactions, expected) => {
    expect(standing(shows(CLIENT, 1, ...reactions))).toBe(expected);
  });

  it('none stands where Telegram has refused it', () => {
    expect(standing(refused(shows(CLIENT, 1, '✅')))).toBeNull();
  });
});

describe('in the thread', () => {
  it.each<
    readonly [string, typeof delivered | typeof queued | typeof question, Reaction[], unknown]
  >([
    ['a delivered answer shows 👌', delivered, [], '👌'],
    ['one on its way shows nothing', queued, [], null],
    ['a client’s question shows nothing', question, [], null],
    ['the client’s reaction goes before 👌', delivered, [shows(CLIENT, 1, '❤')], '❤'],
    ['a withdrawn one gives the place back', delivered, [shows(CLIENT, 1)], '👌'],
    ['what staff show is theirs', question, [shows(KATYA, 1, '🔥')], null],
    [
      'of several texts in one message the newest counts',
      question,
      [shows(CLIENT, 5, '🙏'), { ...shows(CLIENT, 4, '🎉'), messageId: 2 }],
      '🙏',
    ],
  ])('%s', (_, message, reactions, expected) => {
    expect(shownInThread(message, reactions)).toBe(expected);
  });
});

describe('at the client’s', () => {
  const seen = shows(BOT, 1, '👀');

  it.each<readonly [string, Reaction[], unknown]>([
    ['a taken question shows 👀', [seen], '👀'],
    ['an employee’s reaction goes before it', [seen, shows(KATYA, 2, '🤔')], '🤔'],
    ['of two employees the newest counts', [shows(KATYA, 2, '🤔'), shows(BORIS, 3, '🔥')], '🔥'],
    ['a withdrawn one leaves it to the other', [shows(KATYA, 2, '🤔'), shows(BORIS, 3)], '🤔'],
    ['a refused one too', [shows(KATYA, 2, '🤔'), refused(shows(BORIS, 3, '✅'))], '🤔'],
    ['what the client shows is theirs', [shows(CLIENT, 2, '❤')], null],
  ])('%s', (_, reactions, expected) => {
    expect(shownToClient(reactions)).toBe(expected);
  });
});

describe('a change of a reaction is out of date', () => {
  it('when a newer one of the same side follows, and only then', () => {
    const all = [shows(CLIENT, 4, '❤'), shows(KATYA, 7, '🔥')];
    expect(isOutdated(3, 'thread', all)).toBe(true);
    expect(isOutdated(4, 'thread', all)).toBe(false);
    expect(isOutdated(7, 'client', all)).toBe(false);
  });
});
