// Who may change what is agreed with a client, and what a change is.
import { describe, expect, it } from 'vitest';
import type { ClientCompany } from '../../../src/tickets/company.ts';
import { columnsOf, isSame, mayServe, rulesIn } from '../../../src/tickets/groups/client.ts';

describe('a client', () => {
  it('is taken on and changed by managers and their chiefs, not by support', () => {
    const roles = ['manager', 'support', 'supervisor', 'admin'] as const;
    expect(roles.filter((role) => mayServe({ role }))).toEqual(['manager', 'supervisor', 'admin']);
  });

  it('shows its rules in the language of whoever reads, or in the one there is', () => {
    expect(rulesIn({ rules: 'По-русски', rulesEn: 'In English' }, 'en')).toBe('In English');
    expect(rulesIn({ rules: 'По-русски', rulesEn: null }, 'en')).toBe('По-русски');
    expect(rulesIn({ rules: null, rulesEn: 'In English' }, 'ru')).toBe('In English');
    expect(rulesIn({ rules: null, rulesEn: null }, 'ru')).toBeNull();
  });

  it('is not changed by what is so already', () => {
    const company: ClientCompany = {
      locale: 'ru',
      ...{ id: 1, code: 'c', name: 'Ромашка', roomId: null, managerId: 3, planId: null },
      ...{ calendarId: null, timeZone: 'Europe/Moscow', rules: null, rulesEn: null },
      ...{ qrCode: 'q', qrEnabled: true, raiseMinutes: 30, endedAt: null },
    };
    expect(isSame(company, columnsOf({ kind: 'raise', minutes: 30 }))).toBe(true);
    expect(isSame(company, columnsOf({ kind: 'raise', minutes: 15 }))).toBe(false);
    expect(isSame(company, columnsOf({ kind: 'usual' }))).toBe(true);
    expect(isSame(company, columnsOf({ kind: 'rules', locale: 'en', text: 'Ours' }))).toBe(false);
  });
});
