// The state of a deal as a file on its way to Telegram, one in each language of the room.

import { InputFile } from 'grammy';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { makePaper } from '../platform/documents/index.ts';
import type { Locale } from '../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../platform/outbox/index.ts';
import { factsOf } from '../platform/outbox/words.ts';
import type { Room } from '../rooms/room.ts';
import type { PaperFacts } from './paper-views.ts';
import type { EscrowRepository, LoggedStep } from './repository.ts';
import type { SpeechIn } from './speech.ts';

export interface PaperPortDeps {
  readonly database: Database;
  readonly repository: EscrowRepository;
  readonly clock: Clock;
  readonly speech: SpeechIn;
  readonly findRooms: (ids: readonly number[]) => Promise<readonly Room[]>;
  readonly findPeople: (db: Tx, ids: readonly number[]) => Promise<readonly Named[]>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Named[]>;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export function createPaperPort(deps: PaperPortDeps): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const facts = await factsOn(factsOf<{ readonly escrowId: number }>(args).escrowId);
    if (!facts) return { status: 'drop', reason: 'there is no such deal' };
    const { papers } = deps.speech(facts.escrow.timeZone);
    const locales = args.locales as readonly Locale[];
    const calls = await Promise.all(
      locales.map(async (locale) => {
        const name = papers.fileName(locale, facts.escrow.id);
        const document = new InputFile(await makePaper(papers.paper(locale, facts)), name);
        const payload = { ...targetIn(place), document, disable_notification: true };
        return { method: 'sendDocument', payload, repeatable: false };
      }),
    );
    return { status: 'calls', calls };
  }

  async function factsOn(escrowId: number): Promise<PaperFacts | null> {
    const { database, repository, clock, findRooms } = deps;
    const [escrow] = await repository.find(database.prisma, [escrowId]);
    const [room] = escrow ? await findRooms([escrow.roomId]) : [];
    if (!escrow || !room) return null;
    const log = await repository.log(database.prisma, escrow);
    const nameOf = await namesIn(log);
    const named = log.map((step) => ({ ...step, name: nameOf(step) }));
    return { escrow, room: room.title, log: named, now: clock.now() };
  }

  async function namesIn(log: readonly LoggedStep[]): Promise<(step: LoggedStep) => string | null> {
    const ids = (kind: LoggedStep['actor']) => [
      ...new Set(log.flatMap(({ actor, actorId }) => (actor === kind ? actorId : []))),
    ];
    const byId = (found: readonly Named[]) => new Map(found.map(({ id, name }) => [id, name]));
    const people = byId(await deps.findPeople(deps.database.prisma, ids('person')));
    const staff = byId(await deps.findStaff(ids('staff')));
    return ({ actor, actorId }) => (actor === 'staff' ? staff : people).get(actorId) ?? null;
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
