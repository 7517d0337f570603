// The commands that a person is offered in a room: of each item that is for them, in their language. Only
// they see what they send by them, where their program knows such messages.

import type { BotCommand } from 'grammy/types';
import type { Database } from '../platform/database/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { MessageJob, MessagePort } from '../platform/outbox/index.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import type { Staff } from '../staff/staff.ts';
import { isOffered, type RoomMenuItem } from './menu/item.ts';
import type { RoomRepository } from './repository.ts';
import type { Visitor } from './rights.ts';

export interface RoomCommandsDeps {
  readonly items: () => readonly RoomMenuItem[];
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly staffByUser: (userId: number) => Promise<Staff | null>;
  readonly t: Translate;
}

/** What everybody sees in every group where nothing else is said. */
export const MENU_COMMAND: ListedCommand = {
  command: 'menu',
  words: 'room-menu-command',
  where: ['room'],
};

/** Renders `room-commands`: nice to have, and no harm in doing it twice. */
export function createRoomCommands(deps: RoomCommandsDeps): MessagePort {
  const { items, database, rooms, staffByUser, t } = deps;

  async function renderOne({ messages: [message], place }: MessageJob) {
    const userId = Number(message?.args.userId);
    const [room] = await rooms.findByChat(database.prisma, [place.chatId]);
    const members = room ? await rooms.members(database.prisma, [room.id]) : [];
    const member = members.find(({ person }) => person.userId === userId);
    if (!room || !member) return { status: 'drop', reason: 'they are not there any more' } as const;
    const visitor = { room, userId, member, staff: await staffByUser(userId) };
    const scope = { type: 'chat_member', chat_id: place.chatId, user_id: userId };
    const payload = { scope, commands: commandsOf(visitor, member.person.locale) };
    return {
      status: 'calls',
      calls: [{ method: 'setMyCommands', payload, repeatable: true }],
    } as const;
  }

  function commandsOf(visitor: Visitor, locale: Locale): BotCommand[] {
    const theirs = items()
      .filter((item) => isOffered(item, visitor))
      .sort((a, b) => a.rank - b.rank);
    const described = theirs
      // What adds to a list changes nothing in a closed room.
      .flatMap(({ besides = [], ...item }) => (visitor.room.closed ? [item] : [item, ...besides]))
      .map(({ command, label }) => ({ command, words: label }));
    return [MENU_COMMAND, ...described].map(({ command, words }) => ({
      command,
      description: t(locale, words),
      is_ephemeral: true,
    }));
  }

  return { repeatable: true, render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
