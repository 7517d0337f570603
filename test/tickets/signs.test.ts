import { expect, it } from 'vitest';
import { signChanges } from '../../src/tickets/reactions/sign.ts';

it.each([
  [[], ['👀'], [{ sign: '👀', isPut: true }]],
  [['👀'], [], [{ sign: '👀', isPut: false }]],
  [['👀', '🔥'], ['👀'], []],
  [['👍'], ['🔥'], []],
  [
    ['👀'],
    ['👌'],
    [
      { sign: '👀', isPut: false },
      { sign: '👌', isPut: true },
    ],
  ],
] as const)('from %j to %j', (before, after, changes) => {
  expect(signChanges(before, after)).toEqual(changes);
});
