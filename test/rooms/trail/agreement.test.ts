// Who speaks for which side of a room, and what becomes of an agreement that several press at.
import { describe, expect, it } from 'vitest';
import type { RoomKind, RoomRole } from '../../../src/rooms/room.ts';
import {
  type Agreement,
  confirm,
  standingOf,
  withdraw,
} from '../../../src/rooms/trail/agreements/agreement.ts';
import { guessKind, nextTry } from '../../../src/rooms/trail/files/file.ts';
import { sideOf } from '../../../src/rooms/trail/sides.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const FIXED: Agreement = {
  ...{ id: 1, roomId: 1, number: 1, partnerId: null, changedAt: null, withdrawn: null },
  content: { kind: 'text', text: 'FOB', entities: [] },
  fixed: { byId: 7, at: NOW },
  confirmed: { exporter: null, other: null },
};

const side = (kind: RoomKind, role: RoomRole | null, partnerId: number | null = null) =>
  sideOf(kind, { personId: 5, role }, partnerId);

describe('the sides of a room', () => {
  it.each([
    ['product', 'exporter', null, 'exporter'],
    ['product', 'importer', null, 'other'],
    ['product', 'manager', null, null],
    ['product', 'partner', null, null],
    ['personal', 'exporter', null, 'exporter'],
    ['personal', 'manager', null, 'other'],
    ['personal', 'manager', 5, 'other'],
    ['personal', 'manager', 6, null],
    ['personal', 'partner', 5, 'other'],
    ['personal', 'partner', null, null],
    ['support', 'guest', null, 'exporter'],
    ['support', 'support', null, 'other'],
    ['product', null, null, null],
  ] as const)(
    'in a %s room a %s (partner: %s) speaks for %s',
    (kind, role, partnerId, expected) => {
      expect(side(kind, role, partnerId)).toBe(expected);
    },
  );
});

describe('an agreement', () => {
  const exporter = { personId: 7, role: 'exporter' } as const;
  const importer = { personId: 8, role: 'importer' } as const;

  it('is confirmed when each side has said so once, and then nobody withdraws it', () => {
    const one = confirm(FIXED, 'product', exporter, NOW);
    if (one.status !== 'confirmed') throw new Error(one.status);
    expect(standingOf(one.agreement)).toBe('open');
    expect(confirm(one.agreement, 'product', { ...exporter, personId: 9 }, NOW).status).toBe(
      'already',
    );
    expect(withdraw(one.agreement, { personId: 7, mayAll: true }, NOW).status).toBe(
      'confirmed-already',
    );
    const two = confirm(one.agreement, 'product', importer, NOW);
    if (two.status !== 'confirmed') throw new Error(two.status);
    expect(standingOf(two.agreement)).toBe('confirmed');
  });

  it('that was withdrawn is confirmed by nobody', () => {
    expect(withdraw(FIXED, { personId: 8, mayAll: false }, NOW).status).toBe('not-yours');
    const gone = withdraw(FIXED, { personId: 7, mayAll: false }, NOW);
    if (gone.status !== 'withdrawn') throw new Error(gone.status);
    expect(confirm(gone.agreement, 'product', importer, NOW).status).toBe('withdrawn');
    expect(withdraw(gone.agreement, { personId: 7, mayAll: false }, NOW).status).toBe(
      'already-withdrawn',
    );
  });
});

describe('a file', () => {
  const words = {
    specification: ['spec'],
    certificate: ['cert'],
    contract: ['contract'],
    invoice: ['inv'],
    schedule: ['plan'],
    presentation: ['deck'],
  };

  it('is guessed by the beginnings of the words in its name, then in its caption', () => {
    expect(guessKind(['final_contract-2.pdf', null], words)).toBe('contract');
    expect(guessKind(['scan.pdf', 'certificate of origin'], words)).toBe('certificate');
    expect(guessKind(['invite.pdf'], words)).toBe('other');
    expect(guessKind(['Inv 17.pdf'], words)).toBe('invoice');
    expect(guessKind([null], words)).toBe('other');
  });

  it('that cannot be read is tried five times more, further and further apart', () => {
    const minutes = [1, 2, 3, 4, 5, 6].map((tries) => {
      const next = nextTry(tries, NOW);
      return next && (next.getTime() - NOW.getTime()) / 60_000;
    });
    expect(minutes).toEqual([1, 5, 30, 120, 720, null]);
  });
});
