// The projections of rooms: the name and the description of the group, and its pinned card.

import { systemCause } from '../platform/cause.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { inLanguages } from '../platform/outbox/in-languages.ts';
import {
  type ApiCall,
  destination,
  type Outbox,
  type ProjectionJob,
  type ProjectionPort,
} from '../platform/outbox/index.ts';
import { showing } from '../platform/outbox/showing.ts';
import { plainBody } from '../platform/outbox/words.ts';
import type { Staff } from '../staff/staff.ts';
import type { CardPart, CardParts } from './card-parts.ts';
import { ROOM_CARD } from './drawing.ts';
import type { RoomRepository } from './repository.ts';
import { shownAs } from './rights.ts';
import type { Room } from './room.ts';
import type { RoomCardFacts, RoomViews } from './views.ts';

export interface RoomProjectionsDeps {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly outbox: Outbox;
  readonly views: RoomViews;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly listStaff: () => Promise<readonly Staff[]>;
  readonly cardParts: CardParts;
}

/** Telegram's limits, in signs. */
const TITLE = 128;
const ABOUT = 255;

export function createRoomProjections(
  deps: RoomProjectionsDeps,
): Readonly<Record<string, ProjectionPort>> {
  const { database, rooms, outbox, views, findStaff, listStaff, cardParts } = deps;

  /** A call for each room that is still there, and of whose look we are masters. */
  async function forEach(
    jobs: readonly ProjectionJob[],
    callOf: (room: Room, job: ProjectionJob) => Omit<ApiCall, 'repeatable'> | null,
  ): Promise<readonly (ApiCall | null)[]> {
    const ids = jobs.map(({ subjectId }) => subjectId);
    const byId = new Map((await rooms.find(database.prisma, ids)).map((room) => [room.id, room]));
    return jobs.map((job) => {
      const room = byId.get(job.subjectId);
      const call = room && callOf(room, job);
      return call ? { ...call, repeatable: true } : null;
    });
  }

  const title: ProjectionPort = {
    rank: 'adornment',
    render: (jobs) =>
      forEach(jobs, (room, { place }) => {
        if (room.keepsLook) return null;
        const payload = { chat_id: place.chatId, title: titleOf(room) };
        return { method: 'setChatTitle', payload };
      }),
  };

  const about: ProjectionPort = {
    rank: 'adornment',
    render: (jobs) =>
      forEach(jobs, (room, { place }) => {
        if (room.keepsLook) return null;
        const words = room.locales.map((locale) => views.about(locale, room.kind));
        const description = words.join(' · ').slice(0, ABOUT);
        return { method: 'setChatDescription', payload: { chat_id: place.chatId, description } };
      }),
  };

  const card: ProjectionPort = {
    rank: 'card',
    async render(jobs) {
      const facts = await factsOf(jobs.map(({ subjectId }) => subjectId));
      const parts = await cardParts([...facts.keys()]);
      return jobs.map((job) => {
        const about = facts.get(job.subjectId);
        return about ? cardCall(job, about, parts.get(job.subjectId) ?? []) : null;
      });
    },
    async posted(tx, roomId, messageId) {
      const to = destination('room', roomId);
      const pin = { destination: to, name: 'room-card-pin', args: { messageId } } as const;
      await outbox.enqueue(tx, [{ ...pin, rank: 'adornment' }], systemCause('delivery'));
    },
  };

  async function factsOf(roomIds: readonly number[]): Promise<Map<number, RoomCardFacts>> {
    const found = await rooms.find(database.prisma, roomIds);
    const members = await rooms.members(database.prisma, roomIds);
    const named = found.flatMap(({ managerId, closed }) => [managerId ?? [], closed?.byId ?? []]);
    const staff = await findStaff(named.flat());
    const team = new Map((await listStaff()).map((one) => [one.userId, one]));
    const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
    return new Map(
      found.map((room) => {
        const inside = members
          .filter(({ roomId }) => roomId === room.id)
          .map(({ person, role }) => ({ person, shown: shownAs(role, team.get(person.userId)) }));
        const manager = nameOf.get(room.managerId ?? 0) ?? null;
        const closer = nameOf.get(room.closed?.byId ?? 0) ?? null;
        return [room.id, { room, members: inside, manager, closer }];
      }),
    );
  }

  function cardCall(job: ProjectionJob, facts: RoomCardFacts, parts: readonly CardPart[]): ApiCall {
    const view = inLanguages(facts.room.locales, (locale) => {
      const more = parts.flatMap(({ lines }) => lines(locale));
      const rows = facts.room.closed
        ? closedButtons(locale, facts.room)
        : parts.flatMap(({ buttons }) => buttons?.(locale) ?? []);
      return { text: views.card(locale, facts, more), keyboard: { inline_keyboard: rows } };
    });
    return showing(job, plainBody(view), { quiet: true });
  }

  /** The group of a company whose support we are is opened again with its contract. */
  function closedButtons(locale: Locale, { id, kind }: Room) {
    return kind === 'support' ? [] : views.reopening(locale, id);
  }

  return { 'room-title': title, 'room-about': about, [ROOM_CARD]: card };
}

/** A closed room is told apart in the list of chats. */
function titleOf({ title, closed }: Room): string {
  return `${closed ? '🔒 ' : ''}${title}`.slice(0, TITLE);
}
