import { describe, expect, it } from 'vitest';
import { partyOf } from '../../src/escrow/parties.ts';
import { ROLES, type Role } from '../../src/staff/staff.ts';

function employee(role: Role) {
  return { id: 7, userId: 70, name: 'Катя', username: null, role, locale: 'ru' } as const;
}

describe('money is confirmed and released', () => {
  it.each([
    ['nobody answers for the room', null, ['supervisor', 'admin']],
    ['somebody else answers for the room', 8, ['supervisor', 'admin']],
    ['they answer for the room', 7, ['manager', 'support', 'supervisor', 'admin']],
  ] as const)('where %s by those who may', (_, managerId, may) => {
    const acting = ROLES.filter((role) => partyOf({ managerId }, null, employee(role)) !== null);

    expect(acting).toEqual(may);
  });
});
