// What lists of tickets are asked for: in words, and in the data of their buttons.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listButton } from '../../../src/tickets/desk/list/buttons.ts';
import {
  ALL_OPEN,
  isAboutOpen,
  NOBODYS,
  PERIODS,
  packQuery,
  toggled,
  unpackQuery,
} from '../../../src/tickets/desk/list/query.ts';
import { readTicketQuery } from '../../../src/tickets/desk/list/words.ts';
import { TICKET_STATUSES, URGENCIES } from '../../../src/tickets/ticket.ts';

const query = fc.record({
  statuses: fc.subarray([...TICKET_STATUSES]),
  urgencies: fc.subarray([...URGENCIES]),
  overdue: fc.boolean(),
  period: fc.constantFrom(...PERIODS),
  companyId: fc.option(fc.integer({ min: 1, max: 65_535 })),
  typeId: fc.option(fc.integer({ min: 1, max: 255 })),
  staffId: fc.option(fc.integer({ min: 1, max: 16_383 })),
});

describe('the question of a list', () => {
  it('comes back from a button as it went in, and a button always has room for it', () => {
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 100_000 }), (asked, id) => {
        const data = listButton.encode({ id, revision: packQuery(asked), choice: 'urgency' });
        expect(unpackQuery(listButton.parse(data)?.revision ?? -1)).toEqual(asked);
      }),
    );
  });

  it('shows more where a number is too large for the button, never something else', () => {
    const asked = { ...ALL_OPEN, companyId: 70_000, overdue: true };
    expect(unpackQuery(packQuery(asked))).toEqual({ ...ALL_OPEN, overdue: true });
  });

  it('is about what is owed unless something that is over is asked for', () => {
    expect(isAboutOpen(ALL_OPEN)).toBe(true);
    expect(isAboutOpen({ ...ALL_OPEN, statuses: ['waiting', 'done'] })).toBe(true);
    expect(isAboutOpen({ ...ALL_OPEN, statuses: ['waiting', 'closed'] })).toBe(false);
    expect(toggled(toggled(['new'], 'done'), 'new')).toEqual(['done']);
  });
});

describe('words after /tickets', () => {
  const known = {
    companies: [
      { id: 1, name: 'Вкусно и рядом' },
      { id: 2, name: 'Пекарня «Тёплый хлеб»' },
    ],
    staff: [{ id: 7, name: 'Катя Смирнова' }],
    ...{ overdue: ['просроченные', 'overdue'], mine: ['мои', 'mine'], selfId: 9 },
    nobodys: ['без ответственного', 'nobody responsible'],
  };

  it.each([
    ['', ALL_OPEN],
    ['  Просроченные ', { ...ALL_OPEN, overdue: true }],
    ['мои', { ...ALL_OPEN, staffId: 9 }],
    ['Без ответственного', { ...ALL_OPEN, staffId: NOBODYS }],
    ['вкусно', { ...ALL_OPEN, companyId: 1 }],
    ['теплый  хлеб', { ...ALL_OPEN, companyId: 2 }],
    ['катя', { ...ALL_OPEN, staffId: 7 }],
    ['что-то', null],
  ])('«%s»', (text, expected) => {
    expect(readTicketQuery(text, known)).toEqual(expected);
  });
});
