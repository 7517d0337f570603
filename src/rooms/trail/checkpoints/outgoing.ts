// Checkpoints as they are shown and speak up, from the rows as they are when it leaves.

import { type Saying, speechBody, speechPort } from '../../../dialogs/outgoing/speech.ts';
import { systemCause } from '../../../platform/cause.ts';
import type { Locale } from '../../../platform/i18n.ts';
import {
  type Destination,
  destination,
  type MessagePort,
  type Outbox,
  type ProjectionJob,
  type ProjectionPort,
  type QueuedMessage,
} from '../../../platform/outbox/index.ts';
import { showing } from '../../../platform/outbox/showing.ts';
import type { CardPart, CardParts } from '../../card-parts.ts';
import type { TrailBase } from '../deps.ts';
import type { Looking } from '../looking.ts';
import type { Speech } from '../speech-views.ts';
import { isOver, type Ring } from './checkpoint.ts';
import { CHECKPOINT } from './keeping.ts';
import type { CheckpointRepository } from './repository.ts';
import type { CheckpointFacts, CheckpointViews } from './views.ts';

export interface CheckpointOutgoingDeps extends Pick<TrailBase, 'database' | 'rooms' | 'people'> {
  readonly checkpoints: Pick<CheckpointRepository, 'find' | 'moves' | 'page' | 'soonest'>;
  readonly looking: Looking;
  readonly views: CheckpointViews;
  readonly outbox: Outbox;
}

const PAGE = 8;

/** The ports, and pictures for whoever presses. */
export function createCheckpointOutgoing(deps: CheckpointOutgoingDeps) {
  const { database, rooms, views } = deps;
  const { prisma } = database;
  const { factsOf, list, cardParts } = createPictures(deps);

  const projection: ProjectionPort = {
    rank: 'card',
    render: (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          const facts = await factsOf(job.subjectId);
          return facts && callOf(job, views.card(facts));
        }),
      ),
  };

  function about(
    say: (facts: CheckpointFacts, message: QueuedMessage) => Saying | Promise<Saying>,
    settled?: MessagePort['settled'],
  ): MessagePort {
    return speechPort(async ({ messages: [message] }): Promise<Saying> => {
      const facts = message && (await factsOf(Number(message.args.checkpointId)));
      return facts ? say(facts, message) : { drop: 'there is no such checkpoint' };
    }, settled);
  }

  async function askWho(facts: CheckpointFacts): Promise<Saying> {
    const members = await rooms.members(prisma, [facts.room.id]);
    return views.askWho(
      facts,
      members.map(({ person }) => person),
    );
  }

  return {
    list,
    cardParts,
    factsOf,
    projections: { [CHECKPOINT]: projection },
    messages: {
      'checkpoint-rings': about(
        (facts, { args, destination: to }) =>
          isOver(facts.checkpoint) || (args.ring !== 'manager' && !isTheirs(facts, to))
            ? { drop: 'it is over, or somebody else answers for it by now' }
            : views.ringsAlone(facts, args.ring as Ring, args.locale as Locale),
        createRingsHere(deps),
      ),
      'checkpoint-rings-here': about((facts, { args }) =>
        isOver(facts.checkpoint) ? { drop: 'it is over' } : views.rings(facts, args.ring as Ring),
      ),
      'checkpoint-moved': about((facts) => views.moved(facts)),
      'checkpoint-ask-when': about((facts, { args }) =>
        views.askWhen(facts, args.inRoom ? facts.room.locales : [args.locale as Locale]),
      ),
      'checkpoint-ask-who': about(askWho),
      'room-checkpoints': speechPort(
        async ({ messages: [message] }): Promise<Saying> =>
          (await list(Number(message?.args.roomId), 0)) ?? { drop: 'there is no such room' },
      ),
    },
  };
}

function isTheirs({ responsible }: CheckpointFacts, to: Destination): boolean {
  return responsible !== null && destination('person', responsible.userId) === to;
}

function callOf(job: ProjectionJob, view: Speech) {
  return showing(job, speechBody(view, job.plain), { quiet: true });
}

/** A checkpoint with all that its pictures show, and pages of them. */
function createPictures(deps: CheckpointOutgoingDeps) {
  const { database, people, checkpoints, looking, views } = deps;
  const { prisma } = database;

  async function factsOf(id: number): Promise<CheckpointFacts | null> {
    const checkpoint = await checkpoints.find(id);
    if (!checkpoint) return null;
    const moves = await checkpoints.moves(id);
    const { done, cancelled, responsibleId } = checkpoint;
    const deeds = [done, cancelled, ...moves].flatMap((deed) => (deed ? [deed.byId] : []));
    const seen = await looking(checkpoint.roomId, deeds);
    const [responsible = null] = await people.find(prisma, [responsibleId ?? 0]);
    return seen && { ...seen, checkpoint, moves, responsible };
  }

  /** Null: there is no such room. `page` from 0; beyond the last it is the last. */
  async function list(roomId: number, page: number) {
    const { total } = await checkpoints.page(roomId, { skip: 0, take: 1 });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(page, pages - 1);
    const found = await checkpoints.page(roomId, { skip: shown * PAGE, take: PAGE });
    const owners = found.list.flatMap(({ responsibleId }) => responsibleId ?? []);
    const seen = await looking(roomId, owners);
    return seen && views.list({ ...seen, list: found.list, page: shown, pages });
  }

  async function cardParts(roomIds: readonly number[]): ReturnType<CardParts> {
    const parts = new Map<number, readonly CardPart[]>();
    const next = await checkpoints.soonest(prisma, roomIds);
    const owners = next.flatMap(({ responsibleId }) => responsibleId ?? []);
    const rooms = await looking.several(
      next.map(({ roomId }) => roomId),
      owners,
    );
    for (const checkpoint of next) {
      const { roomId } = checkpoint;
      const seen = rooms.get(roomId);
      // A product's room shows it among the facts of its lead.
      if (!seen || seen.room.kind === 'product') continue;
      const lines = (locale: Locale) => [views.nextLine(locale, { ...seen, checkpoint })];
      parts.set(roomId, [{ lines }]);
    }
    return parts;
  }

  return { factsOf, list, cardParts };
}

/** Whoever cannot be told alone is told in the room; that it is late stands there already. */
function createRingsHere({ checkpoints, outbox }: CheckpointOutgoingDeps): MessagePort['settled'] {
  return async (tx, settled) => {
    for (const { message, settlement } of settled) {
      const { checkpointId = 0, ring = 'late' } = message.args;
      if (settlement.status !== 'failed' || ring === 'late' || ring === 'manager') continue;
      const checkpoint = await checkpoints.find(Number(checkpointId), tx);
      if (!checkpoint) continue;
      const here = destination('room', checkpoint.roomId);
      const said = {
        destination: here,
        name: 'checkpoint-rings-here',
        args: { checkpointId, ring },
      };
      await outbox.enqueue(tx, [said], systemCause('delivery'));
    }
  };
}
