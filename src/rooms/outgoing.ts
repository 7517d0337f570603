// What is said about rooms, by the names with which it is put into the outbox.

import type { PeopleService } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import { asWritten } from '../platform/json.ts';
import { wordsInLanguagesPort } from '../platform/outbox/in-languages.ts';
import {
  type ApiCall,
  type JsonObject,
  type MessageJob,
  type MessagePort,
  parseDestination,
} from '../platform/outbox/index.ts';
import { factsOf, localeIn, wordsPort } from '../platform/outbox/words.ts';
import type { Staff } from '../staff/staff.ts';
import type { ClaimOutcome, FetchOutcome } from './claim-service.ts';
import { createClosingOutgoing } from './closing-outgoing.ts';
import { createDoorOutgoing } from './door-outgoing.ts';
import { ROOM_CARD } from './drawing.ts';
import type { EntryService } from './entry-service.ts';
import type { GroupRepository } from './group-repository.ts';
import { NEWCOMER } from './newcomers.ts';
import { createNotLetIn, type NotLetInDeps } from './not-let-in.ts';
import type { RoomRepository } from './repository.ts';
import { shownAs } from './rights.ts';
import { isOpen, type RoomKind, type RoomRole } from './room.ts';
import { createStillIn, type StillInDeps } from './still-in.ts';
import { createStockOutgoing, type StockOutgoingDeps } from './stock-outgoing.ts';
import { unlessMended } from './unless-mended.ts';
import type { RoomViews } from './views.ts';
import type { WaysService } from './ways-service.ts';

export interface RoomOutgoingDeps extends StillInDeps, NotLetInDeps, StockOutgoingDeps {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly groups: GroupRepository;
  readonly people: PeopleService;
  readonly views: RoomViews;
  readonly t: Translate;
  readonly clock: Clock;
  readonly entries: Pick<EntryService, 'isVouchedFor'>;
  /** The ways in of a person that lead somewhere now. */
  readonly ways: WaysService['listOf'];
  /** Whoever works here. */
  readonly findByUser: (tx: Tx, userId: number) => Promise<Staff | null>;
}

interface TagArgs {
  readonly userId: number;
  readonly role: RoomRole;
  readonly tag: string | null;
}

type TroubleFacts = { readonly roomId: number; readonly title: string };

export function createRoomOutgoing(deps: RoomOutgoingDeps): Readonly<Record<string, MessagePort>> {
  const { database, views, t, groups } = deps;
  const lacksIn = ({ roomId }: TroubleFacts) => groups.troubleOf(database.prisma, roomId);
  return {
    ...groupCalls(deps),
    ...createStockOutgoing(deps),
    'room-entry': entryPort(deps, 'room-entry'),
    'room-moved': entryPort(deps, 'room-moved'),
    'room-code': wordsPort<{ status: ClaimOutcome['status'] | FetchOutcome | 'waits' }>(
      (locale, { status }) => ({ text: t(locale, `room-code-${status}`) }),
    ),
    ...createClosingOutgoing(t),
    'room-ways': wordsPort<{ personId: number }>(async (locale, { personId }) =>
      views.ways(locale, await deps.ways(personId), 1),
    ),
    'room-link': wordsPort<Parameters<RoomViews['link']>[1]>((locale, facts) =>
      views.link(locale, facts),
    ),
    [NEWCOMER]: newcomerPort(deps),
    ...createDoorOutgoing(t),
    'room-trouble': unlessMended(
      wordsPort<TroubleFacts>(async (locale, facts) =>
        views.trouble(locale, { ...facts, missing: await lacksIn(facts) }),
      ),
      lacksIn,
    ),
    'room-owner-left': wordsPort<{ title: string; name: string }>((locale, facts) => ({
      text: t(locale, 'room-owner-left', facts),
    })),
    'room-still-in': wordsPort<{ title: string; name: string }>((locale, facts) => ({
      text: t(locale, 'room-still-in', facts),
    })),
    'room-restored': wordsPort<TroubleFacts>((locale, { title }) => ({
      text: t(locale, 'room-restored', { title }),
    })),
  };
}

function newcomerPort({ people, database, views }: RoomOutgoingDeps): MessagePort {
  return wordsInLanguagesPort<{ personId: number; kind: RoomKind }>(
    async (locale, { personId, kind }) => {
      const [person] = await people.find(database.prisma, [personId]);
      return person ? views.newcomer(locale, kind, person) : { text: '' };
    },
  );
}

/** Tells somebody where their way in leads; nothing, when it leads nowhere any more. */
function entryPort(
  { database, rooms, entryRows, views, clock, t }: RoomOutgoingDeps,
  key: 'room-entry' | 'room-moved',
): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob) {
    const args = message?.args ?? {};
    const [entry] = await entryRows.find(database.prisma, [
      factsOf<{ entryId: number }>(args).entryId,
    ]);
    const [room] = await rooms.find(database.prisma, [entry?.roomId ?? 0]);
    if (!entry?.link || !room || entry.state !== 'open') {
      return { status: 'drop', reason: 'the way in is closed' } as const;
    }
    if (!isOpen(entry, clock.now())) {
      const text = t(localeIn(args), 'room-entry-late', { title: room.title });
      const late = { chat_id: place.chatId, text };
      return calls({ method: 'sendMessage', payload: late, repeatable: false });
    }
    const { text, keyboard } = views.entry(
      localeIn(args),
      key,
      { ...room, role: entry.role },
      entry.link,
    );
    const payload = { chat_id: place.chatId, text, reply_markup: keyboard };
    return calls({ method: 'sendMessage', payload, repeatable: false });
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}

/** What is done to a group: no words, and no harm in doing it twice. */
function groupCalls(deps: RoomOutgoingDeps): Record<string, MessagePort> {
  const { database, rooms, groups, views } = deps;
  const port = (
    callOf: (chatId: number, args: JsonObject) => Omit<ApiCall, 'repeatable'>,
  ): MessagePort => ({
    repeatable: true,
    render: (jobs) =>
      Promise.resolve(
        jobs.map(({ messages: [message], place }) =>
          calls({ ...callOf(place.chatId, message?.args ?? {}), repeatable: true }),
        ),
      ),
  });
  const ofPerson = (method: string) =>
    port((chat_id, { userId }) => ({ method, payload: { chat_id, user_id: userId } }));

  return {
    'room-approve': {
      repeatable: true,
      settled: createNotLetIn(deps),
      render: (jobs) => Promise.all(jobs.map(renderApproval)),
    },
    'room-decline': ofPerson('declineChatJoinRequest'),
    'room-decline-there': {
      repeatable: true,
      render: (jobs) => Promise.all(jobs.map(renderDeclineThere)),
    },
    // Of somebody who is in it this takes them out, and leaves them free to come again.
    'room-part': { ...ofPerson('unbanChatMember'), settled: createStillIn(deps) },
    'room-let-back': port((chat_id, { userId }) => ({
      method: 'unbanChatMember',
      payload: { chat_id, user_id: userId, only_if_banned: true },
    })),
    'room-revoke': port((chat_id, { link }) => ({
      method: 'revokeChatInviteLink',
      payload: { chat_id, invite_link: link },
    })),
    'room-card-pin': {
      repeatable: true,
      render: (jobs) => Promise.all(jobs.map(renderPin)),
    },
    'room-tag': {
      repeatable: true,
      render: (jobs) => Promise.all(jobs.map(renderTag)),
    },
  };

  /** Whoever was let in a while ago, when nothing could be done there, may have lost their way in since. */
  async function renderApproval({ messages: [message], place }: MessageJob) {
    const userId = Number(message?.args.userId);
    const { prisma } = database;
    const [room] = await rooms.findByChat(prisma, [place.chatId]);
    const [person] = await deps.people.findByUser(prisma, [userId]);
    const way = room && person && (await deps.entryRows.findOpen(prisma, room.id, person.id));
    const isIn =
      way && isOpen(way, deps.clock.now()) && (await deps.entries.isVouchedFor(prisma, way));
    const method = isIn ? 'approveChatJoinRequest' : 'declineChatJoinRequest';
    return calls({ method, payload: { chat_id: place.chatId, user_id: userId }, repeatable: true });
  }

  /** In another chat that number is somebody else's message. */
  async function renderPin({ messages: [message], place }: MessageJob) {
    const message_id = Number(message?.args.messageId);
    const subjectId = message ? parseDestination(message.destination).id : 0;
    const shown = await deps.outbox.shownBy(database.prisma, { kind: ROOM_CARD, subjectId });
    if (shown !== message_id) return { status: 'drop', reason: 'the card is another one' } as const;
    const payload = { chat_id: place.chatId, message_id, disable_notification: true };
    return calls({ method: 'pinChatMessage', payload, repeatable: true });
  }

  /** In a group that the room has no more, said to whoever asked there. */
  async function renderDeclineThere({ messages: [message] }: MessageJob) {
    const { userId, groupId } = message?.args ?? {};
    const [group] = await groups.find(database.prisma, [Number(groupId)]);
    if (!group) return { status: 'drop', reason: 'the group is not known' } as const;
    const payload = { chat_id: group.chatId, user_id: userId };
    return calls({ method: 'declineChatJoinRequest', payload, repeatable: true });
  }

  /** In the language that the room speaks first; Telegram shows 16 signs at most. */
  async function renderTag({ messages: [message], place }: MessageJob) {
    const { userId, role, tag } = asWritten<TagArgs>(message?.args ?? {});
    const [room] = await rooms.findByChat(database.prisma, [place.chatId]);
    const staff = role === 'manager' ? await deps.findByUser(database.prisma, userId) : null;
    const words = tag ?? views.role(room?.locales[0] ?? 'ru', shownAs(role, staff));
    const payload = { chat_id: place.chatId, user_id: userId, tag: words.slice(0, 16) };
    return calls({ method: 'setChatMemberTag', payload, repeatable: true });
  }
}

function calls(call: ApiCall) {
  return { status: 'calls', calls: [call] } as const;
}
