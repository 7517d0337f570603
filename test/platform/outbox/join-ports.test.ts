import { expect, it } from 'vitest';
import { joinPorts } from '../../../src/platform/outbox/index.ts';

it('puts the ports of several rooms into one table', () => {
  expect(joinPorts({ note: 1, card: 2 }, {}, { file: 3 })).toEqual({ note: 1, card: 2, file: 3 });
});

it('refuses a name that two rooms have taken', () => {
  expect(() => joinPorts({ note: 1 }, { card: 2, note: 3 })).toThrow('two rooms name a port note');
});
