// Who looks after a new exporter, worked out by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, leastLoaded } from '../../src/exporters/manager-choice.ts';
import { ROLES } from '../../src/staff/staff.ts';

const manager = (id: number, rooms: number, companies = 0): Candidate => ({
  id,
  role: 'manager',
  rooms,
  companies,
});

describe('the manager of an exporter for whom nobody was named', () => {
  it('is whoever has the fewest open rooms', () => {
    expect(leastLoaded([manager(1, 4), manager(2, 1), manager(3, 2)])?.id).toBe(2);
  });

  it('is whoever has the fewest exporters where the rooms are as many, then whoever came first', () => {
    expect(leastLoaded([manager(1, 1, 3), manager(2, 1, 2)])?.id).toBe(2);
    expect(leastLoaded([manager(5, 0), manager(4, 0)])?.id).toBe(4);
  });

  it('is a manager, however busy, before anybody else', () => {
    const others = ROLES.map(
      (role, index): Candidate => ({
        id: 10 + index,
        role,
        rooms: role === 'manager' ? 50 : 0,
        companies: 0,
      }),
    );

    expect(leastLoaded(others)?.role).toBe('manager');
    expect(leastLoaded(others.filter(({ role }) => role !== 'manager'))?.role).toBe('support');
  });

  it('is nobody where nobody works', () => {
    expect(leastLoaded([])).toBeNull();
  });

  it('never has more to do than another manager', () => {
    const rooms = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rooms, (loads) => {
        const chosen = leastLoaded(loads.map((load, index) => manager(index + 1, load)));

        expect(chosen?.rooms).toBe(Math.min(...loads));
      }),
    );
  });
});
