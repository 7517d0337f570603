// What `/my` tells a partner: who they are to us, their rooms, and what waits for their answer.

import type { Database } from '../platform/database/index.ts';
import type { InvitationRepository } from './invitation-repository.ts';
import type { PartnerRepository } from './partner-repository.ts';
import type { MyFacts } from './partner-views.ts';
import type { RoomsDoor } from './rooms-door.ts';
import type { SpecializationRepository } from './specialization-repository.ts';

export interface MyFactsDeps {
  readonly database: Database;
  readonly partners: PartnerRepository;
  readonly specializations: SpecializationRepository;
  readonly invitations: InvitationRepository;
  readonly rooms: Pick<RoomsDoor, 'find'>;
}

/** By Telegram's id; null: they are no partner. */
export function createMyFacts(deps: MyFactsDeps) {
  const { partners, specializations, invitations, rooms } = deps;
  const { prisma } = deps.database;

  return async function lookUp(userId: number): Promise<MyFacts | null> {
    const partner = await partners.findByUser(prisma, userId);
    if (!partner) return null;
    const open = await invitations.listOpen(prisma, { partnerId: partner.id });
    const asking = await rooms.find(
      prisma,
      open.map(({ roomId }) => roomId),
    );
    const titles = new Map(asking.map(({ id, title }) => [id, title]));
    return {
      partner,
      specializations: await specializations.list(prisma),
      rooms: await partners.titlesOfRooms(prisma, partner.personId),
      open: open.map((one) => ({ ...one, room: titles.get(one.roomId) ?? '' })),
    };
  };
}
