// What the card of an exporter shows, gathered from the rows as they are.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { Company, CompanyPerson } from './exporter.ts';
import type { Asked, CompanyPeopleRepository } from './people-repository.ts';
import type { CompanyRepository } from './repository.ts';

export interface ExporterCard {
  readonly company: Company;
  readonly people: readonly CompanyPerson[];
  /** Who asks to belong to it. */
  readonly asked: readonly Asked[];
  /** Who looks after it; null: nobody, or somebody who works here no more. */
  readonly manager: Staff | null;
  /** Who decided last. */
  readonly decidedBy: Staff | null;
}

export interface CardsDeps {
  readonly database: Database;
  readonly companies: CompanyRepository;
  readonly belonging: CompanyPeopleRepository;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly clock: Clock;
}

export type Cards = ReturnType<typeof createCards>;

export function createCards({ database, companies, belonging, findStaff, clock }: CardsDeps) {
  const { prisma } = database;

  /** In the order asked for; those that are not there are left out. */
  async function cards(ids: readonly number[]): Promise<ExporterCard[]> {
    const found = await companies.find(prisma, ids);
    const people = await belonging.members(prisma, ids);
    const asked = await belonging.listAsked(prisma, ids, clock.now());
    const staff = await findStaff(
      found.flatMap(({ managerId, decidedById }) => [managerId ?? [], decidedById ?? []].flat()),
    );
    const byId = (id: number | null) => staff.find((one) => one.id === id) ?? null;
    return ids.flatMap((id) => {
      const company = found.find((one) => one.id === id);
      if (!company) return [];
      return {
        company,
        people: people.filter(({ companyId }) => companyId === id),
        asked: asked.filter(({ companyId }) => companyId === id),
        manager: byId(company.managerId),
        decidedBy: byId(company.decidedById),
      };
    });
  }

  /** The exporters whose personal rooms these are, by room. */
  const ofRooms = (roomIds: readonly number[]) => companies.ofPersonalRooms(prisma, roomIds);

  async function page(words: string, offset: number, limit: number) {
    const total = await companies.count(prisma, words);
    return { total, companies: await companies.list(prisma, { words, offset, limit }) };
  }

  async function invitation(id: number) {
    const found = await belonging.findInvitation(prisma, id);
    const [company] = await companies.find(prisma, [found?.companyId ?? 0]);
    return found && company ? { invitation: found, company } : null;
  }

  /**
   * Of somebody who belongs to an exporter; null: they do not any more, or whoever asks (`userId`; null: an
   * employee) is none of their colleagues.
   */
  async function personName(personId: number, userId: number | null): Promise<string | null> {
    const [member] = await belonging.membershipsOf(prisma, [personId]);
    if (!member || userId === null) return member?.name ?? null;
    const colleagues = await belonging.members(prisma, [member.companyId]);
    return colleagues.some((one) => one.userId === userId) ? member.name : null;
  }

  return { cards, ofRooms, page, invitation, personName };
}
