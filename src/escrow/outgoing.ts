// What is said about deals on its way to Telegram, as the rows have it when it leaves: what was overtaken
// meanwhile is dropped, so that nobody is reminded of what they have done.

import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import {
  type JsonObject,
  type MessageJob,
  type MessagePort,
  type ProjectionPort,
  parseDestination,
  type Rendered,
  targetIn,
} from '../platform/outbox/index.ts';
import { showing } from '../platform/outbox/showing.ts';
import { factsOf, localeIn, plainBody, type View } from '../platform/outbox/words.ts';
import type { PlacedRoom, Room } from '../rooms/room.ts';
import type { Staff } from '../staff/staff.ts';
import { whoseMove } from './escrow.ts';
import { cardIn, saidIn } from './fitting.ts';
import type { NoticeViews } from './notice-views.ts';
import type { ManagerFacts, ReminderFacts, SaidFacts } from './notices.ts';
import type { EscrowRepository, RoomEscrow } from './repository.ts';
import type { SpeechIn } from './speech.ts';
import { ESCROW_CARD } from './telling.ts';
import type { WayIn, WayInDeps } from './way-in.ts';

export interface EscrowOutgoingDeps {
  readonly database: Database;
  readonly repository: EscrowRepository;
  readonly clock: Clock;
  readonly speech: SpeechIn;
  readonly wayIn: WayIn;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly rooms: Pick<WayInDeps['rooms'], 'roleOf'>;
  readonly findRooms: (ids: readonly number[]) => Promise<readonly Room[]>;
  readonly placedRooms: (ids: readonly number[]) => Promise<readonly PlacedRoom[]>;
}

/** What every message of a deal names. */
type About = { readonly escrowId: number; readonly revision: number };

type Wording<Facts> = (
  notices: NoticeViews,
  locale: Locale,
  facts: Facts,
  escrow: RoomEscrow,
  link: string | null,
) => View;

type Concerns = (escrow: RoomEscrow, userId: number) => Promise<boolean>;

export function createEscrowOutgoing(deps: EscrowOutgoingDeps): Record<string, MessagePort> {
  const { database, repository, speech, wayIn } = deps;

  /**
   * `current`: it is about this very step, and worth nothing after the next. `concerns`: whom it was written
   * to may have left since.
   */
  function port<Facts extends About>(
    wording: Wording<Facts>,
    current: boolean,
    concerns: Concerns = async () => true,
  ): MessagePort {
    async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
      const facts = factsOf<Facts>(message?.args ?? {});
      const [escrow] = await repository.find(database.prisma, [facts.escrowId]);
      if (!escrow) return { status: 'drop', reason: 'there is no such deal' };
      if (current && escrow.revision !== facts.revision) {
        return { status: 'drop', reason: 'the deal has gone on' };
      }
      if (!(await concerns(escrow, place.chatId))) {
        return { status: 'drop', reason: 'it is no concern of theirs any more' };
      }
      const locales = localesIn(message?.args ?? {});
      const { notices } = speech(escrow.timeZone);
      // In the room they are there already.
      const link = place.group ? null : await wayIn(escrow.id, place.chatId);
      const views = saidIn(locales, (locale) => wording(notices, locale, facts, escrow, link));
      const calls = views.map((view) => ({
        ...({ method: 'sendMessage', repeatable: false } as const),
        payload: { ...targetIn(place), ...plainBody(view) },
      }));
      return { status: 'calls', calls };
    }
    return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
  }

  return {
    'escrow-said': port<SaidFacts>(
      (notices, locale, facts, escrow) => notices.said(locale, facts, escrow),
      false,
    ),
    'escrow-waits': port<About>(
      (notices, locale, _, escrow) => notices.waits(locale, escrow),
      true,
    ),
    'escrow-late': port<About>((notices, locale, _, escrow) => notices.late(locale, escrow), true),
    'escrow-manager': port<ManagerFacts>(
      (notices, ...said) => notices.manager(...said),
      true,
      worksHere,
    ),
    'escrow-reminder': port<ReminderFacts>(
      (notices, ...said) => notices.reminder(...said),
      true,
      isAwaited,
    ),
    'escrow-card-gone': { repeatable: true, render: (jobs) => Promise.all(jobs.map(cardGone)) },
  };

  async function worksHere(_: RoomEscrow, userId: number): Promise<boolean> {
    return (await deps.listStaff()).some((staff) => staff.userId === userId);
  }

  async function isAwaited(escrow: RoomEscrow, userId: number): Promise<boolean> {
    const member = await deps.rooms.roleOf(database.prisma, escrow.roomId, userId);
    return whoseMove(escrow).some((role) => role === member?.role);
  }

  /** The card has been posted anew; buttons on an old one would mislead. Another group has other messages. */
  async function cardGone({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const { messageId, groupId } = message?.args ?? {};
    const roomId = message ? parseDestination(message.destination).id : 0;
    const [placed] = await deps.placedRooms([roomId]);
    if (placed?.groupId !== groupId) return { status: 'drop', reason: 'it was in another group' };
    const payload = { chat_id: place.chatId, message_id: messageId };
    return { status: 'calls', calls: [{ method: 'deleteMessage', payload, repeatable: true }] };
  }
}

/** The card of a deal, in the languages of its room. */
export function createEscrowCard(deps: EscrowOutgoingDeps): Record<string, ProjectionPort> {
  const { database, repository, speech, clock, findRooms } = deps;

  const card: ProjectionPort = {
    rank: 'card',
    async render(jobs) {
      const ids = jobs.map(({ subjectId }) => subjectId);
      const escrows = await repository.find(database.prisma, ids);
      const rooms = await findRooms(escrows.map(({ roomId }) => roomId));
      const localesOf = new Map(rooms.map(({ id, locales }) => [id, locales]));
      const byId = new Map(escrows.map((escrow) => [escrow.id, escrow]));
      return jobs.map((job) => {
        const escrow = byId.get(job.subjectId);
        if (!escrow) return null;
        const locales = localesOf.get(escrow.roomId) ?? [];
        const now = clock.now();
        const { views } = speech(escrow.timeZone);
        // What changed is said beside it, aloud.
        return showing(job, plainBody(cardIn(views, locales, escrow, now)), { quiet: true });
      });
    },
  };

  return { [ESCROW_CARD]: card };
}

/** A room's languages, or the one of whoever reads it in private. */
function localesIn(args: JsonObject): readonly Locale[] {
  return Array.isArray(args.locales) ? (args.locales as Locale[]) : [localeIn(args)];
}
