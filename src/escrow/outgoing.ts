// What is said about deals on its way to Telegram, as the rows have it when it leaves: what was overtaken
// meanwhile is dropped, so that nobody is reminded of what they have done.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
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
import { factsOf, localeIn, type View } from '../platform/outbox/words.ts';
import type { PlacedRoom, Room } from '../rooms/room.ts';
import { cardIn, saidIn } from './fitting.ts';
import type { NoticeViews } from './notice-views.ts';
import type { ManagerFacts, ReminderFacts, SaidFacts } from './notices.ts';
import type { EscrowRepository, RoomEscrow } from './repository.ts';
import { ESCROW_CARD } from './service.ts';
import type { EscrowViews } from './views.ts';

export interface EscrowOutgoingDeps {
  readonly database: Database;
  readonly repository: EscrowRepository;
  readonly clock: Clock;
  readonly views: EscrowViews;
  readonly notices: NoticeViews;
  readonly findRooms: (ids: readonly number[]) => Promise<readonly Room[]>;
  readonly placedRooms: (ids: readonly number[]) => Promise<readonly PlacedRoom[]>;
}

/** What every message of a deal names. */
type About = { readonly escrowId: number; readonly revision: number };

type Wording<Facts> = (locale: Locale, facts: Facts, escrow: RoomEscrow) => View;

export function createEscrowOutgoing(deps: EscrowOutgoingDeps): Record<string, MessagePort> {
  const { database, repository, notices } = deps;

  /** `current`: it is about this very step, and worth nothing after the next. */
  function port<Facts extends About>(wording: Wording<Facts>, current: boolean): MessagePort {
    async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
      const facts = factsOf<Facts>(message?.args ?? {});
      const [escrow] = await repository.find(database.prisma, [facts.escrowId]);
      if (!escrow) return { status: 'drop', reason: 'there is no such deal' };
      if (current && escrow.revision !== facts.revision) {
        return { status: 'drop', reason: 'the deal has gone on' };
      }
      const locales = localesIn(message?.args ?? {});
      const views = saidIn(locales, (locale) => wording(locale, facts, escrow));
      const calls = views.map((view) => ({
        ...({ method: 'sendMessage', repeatable: false } as const),
        payload: { ...targetIn(place), ...bodyOf(view) },
      }));
      return { status: 'calls', calls };
    }
    return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
  }

  return {
    'escrow-said': port<SaidFacts>(notices.said, false),
    'escrow-waits': port<About>((locale, _, escrow) => notices.waits(locale, escrow), true),
    'escrow-late': port<About>((locale, _, escrow) => notices.late(locale, escrow), true),
    'escrow-manager': port<ManagerFacts>(notices.manager, true),
    'escrow-reminder': port<ReminderFacts>(notices.reminder, true),
    'escrow-card-gone': { repeatable: true, render: (jobs) => Promise.all(jobs.map(cardGone)) },
  };

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
  const { database, repository, views, clock, findRooms } = deps;

  const card: ProjectionPort = {
    rank: 'card',
    async render(jobs) {
      const ids = jobs.map(({ subjectId }) => subjectId);
      const escrows = await repository.find(database.prisma, ids);
      const rooms = await findRooms(escrows.map(({ roomId }) => roomId));
      const localesOf = new Map(rooms.map(({ id, locales }) => [id, locales]));
      const byId = new Map(escrows.map((escrow) => [escrow.id, escrow]));
      return jobs.map(({ subjectId, place, messageId }) => {
        const escrow = byId.get(subjectId);
        if (!escrow) return null;
        const locales = localesOf.get(escrow.roomId) ?? [];
        const now = clock.now();
        const to = { chat_id: place.chatId, ...bodyOf(cardIn(views, locales, escrow, now)) };
        return messageId === null
          ? { method: 'sendMessage', payload: { ...to, ...QUIET }, repeatable: false }
          : {
              method: 'editMessageText',
              payload: { ...to, message_id: messageId },
              repeatable: true,
            };
      });
    },
  };

  return { [ESCROW_CARD]: card };
}

/** What changed is said beside it, aloud. */
const QUIET = { disable_notification: true };

function bodyOf({ text, keyboard }: View) {
  const preview = { link_preview_options: { is_disabled: true } };
  return { text, ...preview, ...(keyboard ? { reply_markup: keyboard } : {}) };
}

/** A room's languages, or the one of whoever reads it in private. */
function localesIn(args: JsonObject): readonly Locale[] {
  return Array.isArray(args.locales) ? (args.locales as Locale[]) : [localeIn(args)];
}
