// The verbs on exporters on a real database: once for each cause, with rights asked at the moment itself,
// everything in the log of events and nobody's telephone there.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompanyPeopleRepository } from '../../src/exporters/people-repository.ts';
import { createCompanyRepository } from '../../src/exporters/repository.ts';
import { createExporterService, type ExporterService } from '../../src/exporters/service.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import type { Role, Staff } from '../../src/staff/staff.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openRoomService } from '../support/room-service.ts';

const clock = createTestClock('2026-11-21T09:00:00Z');
let database: TestDatabase;
let service: ExporterService;
let katya: Staff;
let boris: Staff;
let updates = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  service = open(database);
  katya = await hire('Катя', 902);
  boris = await hire('Борис', 903);
});

afterAll(() => database.close());

function open(on: TestDatabase): ExporterService {
  const { house, people, rooms, staff } = openRoomService(on, clock);
  return createExporterService({
    ...{ ...house, ...staff, people, rooms },
    companies: createCompanyRepository(),
    belonging: createCompanyPeopleRepository(),
    deskId: async () => null,
    onAtWork: async () => {},
    onOut: async () => {},
    companyName: 'Ромашка',
    autoConfirm: true,
    defaultLocale: 'ru',
    timeZone: 'Europe/Moscow',
    officeHours: dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' }),
  });
}

async function hire(name: string, userId: number, role: Role = 'manager'): Promise<Staff> {
  const facts = { userId, name, locale: 'ru', role } as const;
  const { id } = await database.prisma.staff.create({ data: { ...facts, createdAt: clock.now() } });
  return { ...facts, id, username: null };
}

const reader = { destination: 'person:902', locale: 'ru' } as const;

/** An exporter that this person is about to hand in the registration of. */
async function begun(name: string, userId: number, announced = false) {
  const made = await service.make({ by: katya, name, url: null, reader, cause: someCause });
  if (made.status !== 'made') throw new Error(`${name} is there already`);
  const { companyId } = made;
  if (announced) {
    await database.prisma.company.update({
      where: { id: companyId },
      data: { announcedName: name, externalId: name },
    });
  }
  const { code } = await database.prisma.company.findUniqueOrThrow({ where: { id: companyId } });
  const seen = { userId, name: `Контакт ${name}`, username: null, locale: 'ru' } as const;
  const link = { kind: 'registration', code, seen, isStaff: false, cause: someCause } as const;
  await service.openLink(link);
  const { id } = await database.prisma.companyRegistration.findFirstOrThrow({
    where: { companyId },
  });
  await service.answer(id, userId, { locale: 'ru', phone: '+79990001122', phoneAsked: true });
  return { companyId, registrationId: id, userId, link };
}

async function twice<T>(act: (cause: Awaited<ReturnType<typeof keptUpdate>>) => Promise<T>) {
  updates += 1;
  const cause = await keptUpdate(database, updates);
  return [await act(cause), await act(cause)];
}

const eventsOf = async (companyId: number) => {
  const where = { subject: 'company', subjectId: companyId };
  return (await database.prisma.event.findMany({ where, orderBy: { id: 'asc' } })).map(
    ({ type }) => type,
  );
};

describe('what comes twice', () => {
  it('has its effect once: made, handed in, decided, given to a manager', async () => {
    const made = await twice((cause) =>
      service.make({ by: katya, name: 'Мёд', url: null, reader, cause }),
    );
    expect(made.map(({ status }) => status)).toEqual(['made', 'repeated']);

    const { companyId, ...handing } = await begun('Лён', 11);
    const handed = await twice((cause) => service.submit({ ...handing, cause }));
    expect(handed).toEqual([{ status: 'pending' }, { status: 'repeated' }]);
    const decided = await twice((cause) =>
      service.decide({ by: boris, companyId, decision: 'confirm', reason: null, cause }),
    );
    expect(decided).toEqual([{ status: 'done' }, { status: 'repeated' }]);
    const given = await twice((cause) =>
      service.setManager({ by: boris, companyId, managerId: boris.id, cause }),
    );
    expect(given).toEqual([{ status: 'set', name: 'Борис' }, { status: 'repeated' }]);

    expect(await database.prisma.room.count({ where: { companyId } })).toBe(1);
    expect(await eventsOf(companyId)).toEqual([
      'company-made',
      'company-registration-begun',
      'company-registered',
      'company-confirmed',
      'company-manager-set',
    ]);
  });

  it('has its effect once: invited, answered, let go', async () => {
    const { companyId, ...handing } = await begun('Чай', 21, true);
    await service.submit({ ...handing, cause: someCause });
    const invited = await twice((cause) => service.invite(21, cause));
    expect(invited.map(({ status }) => status)).toEqual(['invited', 'repeated']);
    const where = { companyId, code: { not: null } };
    const { code } = await database.prisma.companyInvitation.findFirstOrThrow({ where });
    expect(code).toMatch(/^[\w-]{22}$/);

    const asking = await joining(companyId, 22);
    await service.submit({ ...asking, cause: someCause });
    const asked = { companyId, code: null };
    const { id } = await database.prisma.companyInvitation.findFirstOrThrow({ where: asked });
    const answer = { invitationId: id, verdict: 'accept', userId: 21, staff: null } as const;
    const answered = await twice((cause) => service.answerAsked({ ...answer, cause }));
    expect(answered.map(({ status }) => status)).toEqual(['accepted', 'repeated']);

    const { id: personId } = await database.prisma.person.findUniqueOrThrow({
      where: { userId: 22 },
    });
    const parted = await twice((cause) =>
      service.part({ personId, userId: 21, staff: null, cause }),
    );
    expect(parted.map(({ status }) => status)).toEqual(['parted', 'repeated']);
    expect((await eventsOf(companyId)).slice(-3)).toEqual([
      'company-join-asked',
      'company-joined',
      'company-parted',
    ]);
  });
});

/** Somebody else opens the link of a company that is there. */
async function joining(companyId: number, userId: number) {
  const { code } = await database.prisma.company.findUniqueOrThrow({ where: { id: companyId } });
  const seen = { userId, name: 'Второй', username: null, locale: 'ru' } as const;
  await service.openLink({ kind: 'registration', code, seen, isStaff: false, cause: someCause });
  const { id } = await database.prisma.companyRegistration.findFirstOrThrow({
    where: { companyId, endedAt: null },
  });
  await service.answer(id, userId, { locale: 'ru', phoneAsked: true });
  return { registrationId: id, userId };
}

describe('rights', () => {
  it('are asked at the moment itself: who has lost their role since decides nothing', async () => {
    const { companyId, ...handing } = await begun('Соль', 31);
    await service.submit({ ...handing, cause: someCause });
    const leaver = await hire('Ушедший', 999);
    await database.prisma.staff.update({
      where: { id: leaver.id },
      data: { removedAt: clock.now() },
    });

    const decision = { by: leaver, companyId, decision: 'confirm', reason: null } as const;
    expect(await service.decide({ ...decision, cause: someCause })).toEqual({ status: 'no-right' });
    const wish = { by: leaver, companyId, managerId: boris.id };
    expect(await service.setManager({ ...wish, cause: someCause })).toEqual({ status: 'no-right' });
  });

  it('to a registration are its owner’s alone', async () => {
    const { registrationId } = await begun('Мел', 41);
    const stranger = { registrationId, userId: 42, cause: someCause };

    expect(await service.registration(registrationId, 42)).toBeNull();
    expect(await service.submit(stranger)).toEqual({ status: 'over' });
  });
});

describe('the log and what waits to be said', () => {
  it('hold nobody’s telephone, and everybody’s consent', async () => {
    const { companyId, ...handing } = await begun('Сыр', 51, true);
    await service.submit({ ...handing, cause: someCause });

    const events = await database.prisma.event.findMany();
    expect(JSON.stringify(events, plain)).not.toContain('79990001122');
    expect(JSON.stringify(await sayings(database))).not.toContain('79990001122');
    const person = await database.prisma.person.findUniqueOrThrow({ where: { userId: 51 } });
    expect(person).toMatchObject({ phone: '+79990001122', consentAt: clock.now() });
    const consents = events.filter(
      ({ type, subjectId }) => type === 'consent-given' && subjectId === person.id,
    );
    expect(consents).toHaveLength(1);
    expect(await eventsOf(companyId)).toContain('company-confirmed');
  });
});

describe('the database itself', () => {
  it('knows one contact of a company, and nothing blocked without why', async () => {
    const { companyId, ...handing } = await begun('Квас', 61);
    await service.submit({ ...handing, cause: someCause });
    const { id: personId } = await database.prisma.person.findUniqueOrThrow({
      where: { userId: 51 },
    });

    await expect(
      database.prisma.companyPerson.create({
        data: { companyId, personId, isContact: true, since: clock.now() },
      }),
    ).rejects.toThrow();
    await expect(
      database.prisma.company.update({ where: { id: companyId }, data: { status: 'blocked' } }),
    ).rejects.toThrow();
  });
});

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
