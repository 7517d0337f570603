// Calls for support as they are shown in the room and on the desk.

import type { Content } from '../../../dialogs/content.ts';
import { type Saying, speechBody, speechPort } from '../../../dialogs/outgoing/speech.ts';
import type { Locale } from '../../../platform/i18n.ts';
import type { ProjectionJob, ProjectionPort } from '../../../platform/outbox/index.ts';
import { showing } from '../../../platform/outbox/showing.ts';
import type { CardPart } from '../../card-parts.ts';
import { ROOM_CARD } from '../../drawing.ts';
import type { TrailBase } from '../deps.ts';
import type { Looking } from '../looking.ts';
import type { RoomMessageRepository } from '../messages/repository.ts';
import type { Keyed } from '../speech-views.ts';
import { standingOf } from './call.ts';
import { SUPPORT } from './desk-side.ts';
import type { SupportRepository } from './repository.ts';
import type { SupportFacts, SupportViews } from './views.ts';

export interface SupportOutgoingDeps extends Pick<TrailBase, 'database' | 'outbox' | 'rooms'> {
  readonly calls: SupportRepository;
  readonly messages: Pick<RoomMessageRepository, 'latest'>;
  readonly looking: Looking;
  readonly views: SupportViews;
}

/** How many of the last messages the desk reads. */
const LAST = 10;

export function createSupportOutgoing(deps: SupportOutgoingDeps) {
  const { database, outbox, rooms, calls, messages, looking, views } = deps;

  async function factsOf(callId: number): Promise<SupportFacts | null> {
    const call = await calls.find(callId);
    const seen = call && (await looking(call.roomId, [call.personId]));
    if (!call || !seen) return null;
    return { ...seen, call, desk: (await calls.deskSides([call])).get(callId) ?? null };
  }

  const projection: ProjectionPort = {
    rank: 'card',
    render: (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          const facts = await factsOf(job.subjectId);
          return facts && callOf(job, views.standing(facts));
        }),
      ),
  };

  async function context(callId: number, locale: Locale): Promise<Saying> {
    const facts = await factsOf(callId);
    if (!facts) return { drop: 'there is no such call' };
    const { room } = facts;
    const members = await rooms.members(database.prisma, [room.id]);
    const people = members.map(({ person, role }) => ({ name: person.name, role }));
    const said = await messages.latest(room.id, 2 * LAST);
    const last = said.filter(({ content }) => !isBareCommand(content)).slice(-LAST);
    const card = await outbox.shownBy(database.prisma, { kind: ROOM_CARD, subjectId: room.id });
    const { chatId } = facts;
    const cardAt = card !== null && chatId !== null ? { chatId, messageId: card } : null;
    return views.context({ ...facts, messages: last, people, cardAt }, locale);
  }

  /** How the latest call stands, on the cards of rooms; nothing of one that is over. */
  async function cardParts(roomIds: readonly number[]): Promise<ReadonlyMap<number, CardPart>> {
    const parts = new Map<number, CardPart>();
    const latest = await calls.latest(roomIds);
    const desks = await calls.deskSides(latest);
    for (const call of latest) {
      const desk = desks.get(call.id) ?? null;
      if (standingOf(call, desk).kind === 'closed') continue;
      parts.set(call.roomId, { lines: (locale) => [views.line(locale, { call, desk })] });
    }
    return parts;
  }

  return {
    cardParts,
    projections: { [SUPPORT]: projection },
    messages: {
      'room-support-why': speechPort(async ({ messages: [message] }): Promise<Saying> => {
        const seen = await looking(Number(message?.args.roomId), []);
        return seen ? views.why(seen) : { drop: 'there is no such room' };
      }),
      'room-support-closed': speechPort(async ({ messages: [message] }): Promise<Saying> => {
        const { callId, locale } = message?.args ?? {};
        const facts = await factsOf(Number(callId));
        if (!facts) return { drop: 'there is no such call' };
        return views.roomClosed(facts, locale as Locale);
      }),
      'room-support-context': speechPort(async ({ messages: [message] }) => {
        const { callId, locale } = message?.args ?? {};
        return await context(Number(callId), locale as Locale);
      }),
    },
  };
}

/** What somebody has only asked the bot for tells support nothing. */
function isBareCommand(content: Content): boolean {
  return content.kind === 'text' && /^\/\w+(?:@\w+)?$/.test(content.text.trim());
}

/** Its message is the question that was answered; a room in another group has none, and gets one. */
function callOf(job: ProjectionJob, view: Keyed) {
  return showing(job, speechBody(view, job.plain));
}
