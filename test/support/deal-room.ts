// A product room with its people in it: an exporter (two people), an importer who reads English, Катя as its
// manager. How rooms come to be is played elsewhere; here one is needed.
import type { DeskCompany } from './desk.ts';
import type { Person } from './people.ts';

export type DealRoom = Awaited<ReturnType<typeof openDealRoom>>;

export async function openDealRoom(company: DeskCompany, title = 'Сталь листовая — Paul') {
  const { katya } = company;
  await katya.says('/stock');
  await company.settle();
  const group = await katya.sharesGroup({ title: `Запас: ${title}` });
  const anna = await company.client('Анна');
  const denis = await company.client('Денис');
  const paul = await company.client('Paul', { languageCode: 'en' });
  const parties = [
    { person: anna, role: 'exporter', locale: 'ru' },
    { person: denis, role: 'exporter', locale: 'ru' },
    { person: paul, role: 'importer', locale: 'en' },
  ] as const;
  for (const { person } of parties) await person.starts();
  await company.settle();
  const roomId = await makeRoom(company, title, parties);
  await company.later(30_000);
  for (const { person } of parties) await person.opens(await linkOf(person));
  await company.settle();
  const inRoom = (person: Person) => person.in(group);
  return { group, roomId, anna, denis, paul, inRoom };
}

async function makeRoom(
  company: DeskCompany,
  title: string,
  parties: readonly { readonly person: Person; readonly role: string; readonly locale: string }[],
): Promise<number> {
  const { prisma } = company.app().database;
  const now = company.clock.now();
  const manager = await prisma.staff.findFirstOrThrow({ where: { userId: company.katya.id } });
  const room = { kind: 'product', title, locales: ['ru', 'en'], createdAt: now };
  const { id: roomId } = await prisma.room.create({ data: { ...room, managerId: manager.id } });
  for (const { person, role, locale } of parties) {
    const known = { name: person.name, locale, startedAt: now, createdAt: now };
    const { id: personId } = await prisma.person.upsert({
      where: { userId: person.id },
      create: { userId: person.id, ...known },
      update: { startedAt: now },
    });
    const { id: entryId } = await prisma.roomEntry.create({
      data: { roomId, personId, role, createdAt: now },
    });
    await prisma.outboxMessage.create({
      data: {
        destination: `entry:${entryId}`,
        name: 'room-entry',
        args: { locale, facts: { entryId } },
        rank: 'speech',
        notBefore: now,
        createdAt: now,
      },
    });
  }
  return roomId;
}

/** The newest link in somebody's private chat that leads into a group. */
async function linkOf(person: Person): Promise<string> {
  const values = (await person.messages()).flatMap(({ buttons }) =>
    buttons.flat().map(({ value }) => value ?? ''),
  );
  const link = values.findLast((value) => value.includes('t.me/+'));
  if (!link) throw new Error(`${person.name} has no link into a group`);
  return link;
}
