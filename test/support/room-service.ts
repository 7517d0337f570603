// Rooms and the people in them on a database, without Telegram: for tests of services that stand on them.

import { Api } from 'grammy';
import { createPeople } from '../../src/people/index.ts';
import type { Tx } from '../../src/platform/database/index.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { createPassing } from '../../src/platform/screens/index.ts';
import { createRooms } from '../../src/rooms/index.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { createStaffRepository } from '../../src/staff/repository.ts';
import type { TestClock } from './clock.ts';
import type { TestDatabase } from './database.ts';
import { createMemoryLogger } from './logger.ts';

/** `isDesk`: which chats are desks; none unless told. */
export function openRoomService(
  database: TestDatabase,
  clock: TestClock,
  isDesk: (chatId: number) => boolean = () => false,
) {
  const { logger } = createMemoryLogger();
  const outbox = createOutbox({ clock });
  const t = createTranslator();
  const house = { database, outbox, clock, logger, t, botUsername: () => 'desk_bot' };
  const people = createPeople({ ...house, defaultLocale: 'ru' }).service;
  const rows = createStaffRepository();
  const { prisma } = database;
  const staff = {
    listStaff: (tx: Tx = prisma) => rows.list(tx),
    findStaff: (ids: readonly number[], tx: Tx = prisma) => rows.findByIds(tx, ids),
    async findByUser(tx: Tx, userId: number) {
      return (await rows.findByUserIds(tx, [userId])).get(userId) ?? null;
    },
  };
  const rooms = createRooms({
    ...house,
    ...{
      people,
      staff,
      stockThreshold: 0,
      officeHours: dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' }),
      timeZone: 'Europe/Moscow',
    },
    isDesk: async (chatId) => isDesk(chatId),
    lookAt: () => Promise.reject(new Error('no group is looked at here')),
    belonging: async () => null,
    lookFor: () => Promise.reject(new Error('nobody is looked for here')),
    cardParts: async () => new Map(),
    menuItems: () => [],
    passing: createPassing({ ...house, botId: 42, api: () => new Api('42:nobody') }),
    onJoined: async () => {},
    onLeft: async () => {},
    onRoomReady: async () => {},
    onMoved: async () => {},
    whyOpen: async () => null,
    onClosed: async () => {},
    onReopened: async () => {},
  }).service;
  return { house, people, rooms, staff };
}
