import { describe, expect, it } from 'vitest';
import {
  judgeRoleChange,
  mayManageStaff,
  ROLES,
  type Role,
  type RoleChange,
} from '../../src/staff/staff.ts';

function judge(change: Partial<RoleChange>) {
  return judgeRoleChange({ actor: 'admin', from: null, to: 'manager', admins: 2, ...change });
}

describe('who manages staff', () => {
  it('supervisors and admins do, managers and support do not', () => {
    expect(ROLES.filter(mayManageStaff)).toEqual(['supervisor', 'admin']);
  });
});

describe('giving a role', () => {
  it.each<[Role, readonly Role[]]>([
    ['manager', []],
    ['support', []],
    ['supervisor', ['manager', 'support', 'supervisor']],
    ['admin', ['manager', 'support', 'supervisor', 'admin']],
  ])('%s may make somebody new: %j', (actor, allowed) => {
    expect(ROLES.filter((to) => judge({ actor, to }) === 'allowed')).toEqual(allowed);
  });

  it('nobody raises anyone above himself', () => {
    expect(judge({ actor: 'supervisor', from: 'manager', to: 'admin' })).toBe('role-above-actor');
  });

  it('nobody raises himself', () => {
    expect(judge({ actor: 'supervisor', from: 'supervisor', to: 'admin' })).toBe(
      'role-above-actor',
    );
  });

  it('who may give nothing is told that first', () => {
    expect(judge({ actor: 'manager', from: 'admin', to: 'admin' })).toBe('no-right');
    expect(judge({ actor: 'support', from: 'manager', to: null })).toBe('no-right');
  });
});

describe('changing and removing somebody', () => {
  it.each<[Role, Role, string]>([
    ['supervisor', 'manager', 'allowed'],
    ['supervisor', 'support', 'allowed'],
    ['supervisor', 'supervisor', 'allowed'],
    ['supervisor', 'admin', 'person-above-actor'],
    ['admin', 'supervisor', 'allowed'],
    ['admin', 'admin', 'allowed'],
  ])('%s removes %s: %s', (actor, from, verdict) => {
    expect(judge({ actor, from, to: null })).toBe(verdict);
    if (from !== 'manager') expect(judge({ actor, from, to: 'manager' })).toBe(verdict);
  });

  it('the last admin stays an admin', () => {
    expect(judge({ from: 'admin', to: null, admins: 1 })).toBe('last-admin');
    expect(judge({ from: 'admin', to: 'supervisor', admins: 1 })).toBe('last-admin');
    expect(judge({ from: 'admin', to: 'admin', admins: 1 })).toBe('allowed');
  });

  it('somebody who is no employee can be removed by whoever may remove', () => {
    expect(judge({ actor: 'supervisor', from: null, to: null })).toBe('allowed');
  });
});
