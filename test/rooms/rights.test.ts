// Who may bring whom into a room, say who somebody is, and part with them.
import { describe, expect, it } from 'vitest';
import {
  mayClose,
  mayName,
  mayPart,
  roleOfVisitor,
  rolesToGive,
  shownAs,
  type Visitor,
} from '../../src/rooms/rights.ts';
import type { RoomMember, RoomRole } from '../../src/rooms/room.ts';

const SINCE = new Date('2026-11-22T09:00:00Z');

function member(id: number, role: RoomRole, invitedById: number | null = null): RoomMember {
  const person = {
    id,
    userId: 1_000 + id,
    name: `Person ${id}`,
    username: null,
    locale: 'ru',
    phone: null,
    hasConsented: true,
    hasStarted: true,
  } as const;
  return { roomId: 1, person, role, tag: null, invitedById, since: SINCE };
}

const ROOM = {
  id: 1,
  kind: 'personal',
  state: 'ready',
  title: 'Сталь',
  companyId: null,
  managerId: null,
  locales: ['ru'],
  keepsLook: false,
  closed: null,
  createdAt: SINCE,
} as const;

/** Somebody in the room who does not work here. */
function visitor(self: RoomMember | null): Visitor {
  return { room: ROOM, userId: self?.person.userId ?? 77, member: self, staff: null };
}

const KATYA: Visitor = {
  room: ROOM,
  userId: 902,
  member: null,
  staff: { id: 3, userId: 902, name: 'Катя', username: null, locale: 'ru', role: 'manager' },
};

const anna = member(1, 'exporter');
const petra = member(2, 'partner', 1);
const paul = member(3, 'partner', 9);
const guest = member(4, 'guest');
const katya = member(5, 'manager');

describe('somebody in a room', () => {
  it('is what the room says, and an employee only by the staff table', () => {
    expect(roleOfVisitor(visitor(anna))).toBe('exporter');
    expect(roleOfVisitor(visitor(katya))).toBe('guest');
    expect(roleOfVisitor(visitor(null))).toBe('guest');
    expect(roleOfVisitor(KATYA)).toBe('manager');
  });

  it('brings in whom their role allows, and never an employee', () => {
    expect(rolesToGive(visitor(anna))).toEqual(['exporter', 'partner', 'guest']);
    expect(rolesToGive(visitor(member(6, 'importer')))).toEqual(['importer', 'guest']);
    for (const one of [petra, guest, katya]) expect(rolesToGive(visitor(one))).toEqual([]);
    expect(rolesToGive(visitor(null))).toEqual([]);
    expect(rolesToGive(KATYA)).toEqual(['exporter', 'importer', 'partner', 'guest']);
  });

  it('is named otherwise in the group of a client, who brings in their own colleagues', () => {
    const room = { ...ROOM, kind: 'support' } as const;
    const client = member(7, 'client');
    expect(rolesToGive({ ...KATYA, room })).toEqual(['client', 'partner', 'guest']);
    expect(rolesToGive({ ...visitor(client), room })).toEqual(['client', 'guest']);
    expect(mayName({ ...visitor(client), room }, member(8, 'client'))).toBe(false);
    expect(mayClose({ ...KATYA, room })).toBe(false);
    expect(mayClose({ ...KATYA, room: { ...ROOM, kind: 'product' } })).toBe(true);
  });

  it('parts with whom they have brought, and an employee with everybody but employees', () => {
    expect([petra, paul, guest, katya, anna].filter((one) => mayPart(visitor(anna), one))).toEqual([
      petra,
    ]);
    expect([petra, paul, guest, katya, anna].filter((one) => mayPart(KATYA, one))).toEqual([
      petra,
      paul,
      guest,
      anna,
    ]);
    for (const one of [petra, guest]) expect(mayPart(visitor(paul), one)).toBe(false);
    expect(mayPart(visitor(katya), guest)).toBe(false);
  });

  it('names guests and whom they have brought, and not themselves', () => {
    expect([petra, paul, guest, katya, anna].filter((one) => mayName(visitor(anna), one))).toEqual([
      petra,
      guest,
    ]);
    for (const one of [guest, paul, anna]) expect(mayName(visitor(petra), one)).toBe(false);
    expect(mayName(KATYA, paul)).toBe(true);
    expect(mayName(KATYA, katya)).toBe(false);
  });
});

describe('whoever works here', () => {
  it('is shown as what they are; only a manager is called one', () => {
    expect(shownAs('manager', { role: 'manager' })).toBe('manager');
    expect(shownAs('manager', { role: 'supervisor' })).toBe('supervisor');
    expect(shownAs('manager', { role: 'admin' })).toBe('admin');
    expect(shownAs('support', { role: 'support' })).toBe('support');
    expect(shownAs('exporter', null)).toBe('exporter');
  });
});
