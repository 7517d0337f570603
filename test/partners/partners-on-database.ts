// Partners, rooms and people on a database of their own, empty before each test.

import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createAnswerService } from '../../src/partners/answer-service.ts';
import { createInvitationKeeping } from '../../src/partners/invitation-keeping.ts';
import { createInvitationNotes } from '../../src/partners/invitation-notes.ts';
import { createInvitationRepository } from '../../src/partners/invitation-repository.ts';
import { createPartnerRepository } from '../../src/partners/partner-repository.ts';
import { createPartnerService } from '../../src/partners/partner-service.ts';
import { createRatingService } from '../../src/partners/rating-service.ts';
import { createSendingService } from '../../src/partners/sending-service.ts';
import { createSpecializationRepository } from '../../src/partners/specialization-repository.ts';
import { createSpecializationService } from '../../src/partners/specialization-service.ts';
import { createPeople } from '../../src/people/index.ts';
import { createTranslator, type Locale } from '../../src/platform/i18n.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { createPassing } from '../../src/platform/screens/index.ts';
import { createRooms } from '../../src/rooms/index.ts';
import type { RoomRole } from '../../src/rooms/room.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import type { Staff } from '../../src/staff/staff.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createMemoryLogger } from '../support/logger.ts';

export const LOGISTICS = 1;
export const CUSTOMS = 4;

/** To be called once in a file. */
export function usePartners() {
  const clock = createTestClock('2026-11-21T06:00:00Z');
  let database: TestDatabase;
  let world: ReturnType<typeof openPartners>;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await clock.set('2026-11-21T06:00:00Z');
    await empty(database);
    world = openPartners(database, clock);
  });

  return { clock, database: () => database, world: () => world };
}

/** Deleted, not truncated: emptying forty tables takes longer than a test. */
async function empty({ prisma }: TestDatabase): Promise<void> {
  await prisma.$executeRaw`DO $$
    DECLARE name text;
    BEGIN
      FOREACH name IN ARRAY ARRAY['partner_rating', 'partner_invitation', 'partner_offer',
        'partner_link', 'partner', 'room_entry', 'room_member', 'room', 'person', 'staff',
        'outbox_message'] LOOP
        EXECUTE format('DELETE FROM %I', name);
        PERFORM setval(pg_get_serial_sequence(name, 'id'), 1, false);
      END LOOP;
      DELETE FROM inbox_update;
    END $$`;
}

function openPartners(database: TestDatabase, clock: ReturnType<typeof createTestClock>) {
  const { logger } = createMemoryLogger();
  const { prisma } = database;
  const t = createTranslator();
  const outbox = createOutbox({ clock });
  const people = createPeople({ database, clock, t, defaultLocale: 'ru' }).service;
  const staff: Staff[] = [];
  const house = { database, outbox, clock, logger, t, people, botUsername: () => 'desk_bot' };
  const rooms = createRooms({
    ...house,
    staff: {
      listStaff: async () => staff,
      findStaff: async () => [],
      findByUser: async () => null,
    },
    isDesk: async () => false,
    stockThreshold: 0,
    officeHours: dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' }),
    lookAt: () => Promise.reject(new Error('no group is looked at here')),
    belonging: async () => null,
    lookFor: () => Promise.reject(new Error('nobody is looked for here')),
    cardParts: async () => new Map(),
    menuItems: () => [],
    passing: createPassing({ ...house, botId: 42, api: () => new Api('42:nobody') }),
    timeZone: 'Europe/Moscow',
    onJoined: async () => {},
    onLeft: async () => {},
    onRoomReady: async () => {},
    onMoved: async () => {},
    whyOpen: async () => null,
    onClosed: async () => {},
    onReopened: async () => {},
  }).service;
  const rows = {
    partners: createPartnerRepository(),
    specializations: createSpecializationRepository(),
    invitations: createInvitationRepository(),
  };
  const calendar = dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' });
  const kept = { ...house, ...rows, rooms, calendar };
  const base = {
    ...kept,
    notes: createInvitationNotes(kept),
    keeping: createInvitationKeeping(kept),
  };
  const ratings = createRatingService(base);
  const answers = createAnswerService({ ...base, joined: ratings.joined });

  async function person(userId: number, name: string, locale: Locale = 'ru') {
    return prisma.person.create({
      data: { userId, name, locale, createdAt: clock.now(), startedAt: clock.now() },
    });
  }

  /** A room with these people in it, by their Telegram ids. */
  async function room(title: string, members: Readonly<Record<number, RoomRole>>) {
    const { id } = await prisma.room.create({
      data: { kind: 'personal', title, locales: ['ru'], state: 'ready', createdAt: clock.now() },
    });
    for (const [userId, role] of Object.entries(members)) {
      const { id: personId } = await prisma.person.findUniqueOrThrow({
        where: { userId: Number(userId) },
      });
      const data = { roomId: id, personId, role, since: clock.now() };
      await prisma.roomMember.create({ data });
    }
    return id;
  }

  /** Somebody confirmed, who does logistics. */
  async function partner(userId: number, name: string) {
    const { id: personId } = await person(userId, name);
    const { id } = await prisma.partner.create({
      data: {
        ...{ personId, name, status: 'confirmed', languages: ['ru'], createdAt: clock.now() },
        decidedAt: clock.now(),
        specializations: { create: { specializationId: LOGISTICS } },
      },
    });
    return id;
  }

  /** Somebody works here, by their Telegram id. */
  function employs(userId: number): void {
    const words = { name: 'Катя', username: null, locale: 'ru' } as const;
    staff.push({ id: userId, userId, ...words, role: 'manager' });
  }

  return {
    ...rows,
    employs,
    person,
    room,
    partner,
    sending: createSendingService(base),
    answers,
    ratings,
    partners: createPartnerService({
      ...base,
      staffReaders: async () => [{ destination: 'desk:1', locale: 'ru' }],
      withdrawAll: answers.withdrawAll,
    }),
    specializations: createSpecializationService(base),
    table: rows.invitations,
  };
}
