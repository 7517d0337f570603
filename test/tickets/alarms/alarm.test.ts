import { describe, expect, it } from 'vitest';
import type { Staff } from '../../../src/staff/staff.ts';
import { audienceOf } from '../../../src/tickets/alarms/alarm.ts';

const employee = (id: number): Staff =>
  ({ id, userId: id, name: `${id}`, role: 'support', locale: 'ru' }) as Staff;
const katya = employee(1);
const olga = employee(2);
const WARN = { step: { kind: 'warn', percent: 80 }, circles: [] } as const;
const of = (...circles: readonly ('responsible' | 'team' | 'supervisors')[]) => ({
  step: { kind: 'escalate', circle: circles.at(-1) ?? 'responsible' } as const,
  circles,
});
const here = { responsible: katya, supervisors: [olga], onDesk: true };
const nobody = { ...here, responsible: null };
const nowhere = { ...nobody, onDesk: false };
const quiet = { people: [], inThread: false, atDesk: false };

describe('who hears of a deadline', () => {
  it.each([
    ['a warning: whoever has it', WARN, here, { ...quiet, people: [katya] }],
    ['a warning of what nobody has: its thread', WARN, nobody, { ...quiet, inThread: true }],
    ['missed: whoever has it', of('responsible'), here, { ...quiet, people: [katya] }],
    ['the team: the desk’s general place', of('team'), here, { ...quiet, atDesk: true }],
    ['supervisors: in private', of('supervisors'), here, { ...quiet, people: [olga] }],
    [
      'all that came due together: each, and each once',
      of('responsible', 'team', 'supervisors'),
      { ...here, supervisors: [olga, katya] },
      { people: [katya, olga], inThread: false, atDesk: true },
    ],
    [
      'a warning of what stands nowhere yet: supervisors',
      WARN,
      nowhere,
      { ...quiet, people: [olga] },
    ],
    [
      'the team of what stands nowhere yet: supervisors',
      of('team'),
      nowhere,
      { ...quiet, people: [olga] },
    ],
  ])('%s', (_case, told, reachable, audience) => {
    expect(audienceOf(told, reachable)).toEqual(audience);
  });
});
