// Groups, channels and who is in them.
import { z } from 'zod';
import { type Account, userOf } from '../world/account.ts';
import type { ChatState, MemberStatus, Rights } from '../world/chat.ts';
import { comeIn, goOut, usualIn } from '../world/joining.ts';
import { chatMemberOf, isInside, type Right, setMember } from '../world/members.ts';
import { deliver, post } from '../world/messages.ts';
import { migrate } from '../world/migration.ts';
import { addChat, newChatId, type World } from '../world/world.ts';
import { type AccountId, accountId, action, ControlError, getAccount, getGroup } from './action.ts';

const newGroup = z.object({
  title: z.string().min(1).max(128),
  ownerId: z.int(),
  /** `forum` is a supergroup with topics. */
  kind: z.enum(['forum', 'supergroup', 'group', 'channel']).default('forum'),
  username: z.string().min(5).max(32).optional(),
  memberIds: z.array(accountId).default([]),
});

const rights = z.record(z.string(), z.boolean());
const place = z.object({ chatId: z.int() });
const placeAndPerson = place.extend({ userId: accountId });
/** Who does it: the group's owner if nobody is named. */
const byWhom = placeAndPerson.extend({ byId: accountId.optional() });

export const groupActions = {
  createGroup: action(newGroup, (world, { title, ownerId, kind, username, memberIds }) => {
    const isSupergroup = kind === 'forum' || kind === 'supergroup';
    const chat = addChat(world, {
      id: newChatId(world, kind === 'group'),
      kind: isSupergroup ? 'supergroup' : kind,
      title,
      isForum: kind === 'forum',
      ...(username ? { username } : {}),
    });
    const owner = getAccount(world, ownerId);
    setMember(world, chat, owner.id, { status: 'creator' }, owner);
    for (const id of memberIds) comeIn(world, chat, getAccount(world, id), { by: owner });
    return { chatId: chat.id };
  }),

  addMember: action(byWhom, (world, { chatId, userId, byId }) => {
    const chat = getGroup(world, chatId);
    comeIn(world, chat, getAccount(world, userId), { by: actor(world, chat, byId) });
  }),

  join: action(placeAndPerson, (world, { chatId, userId }) => {
    const account = getAccount(world, userId);
    comeIn(world, getGroup(world, chatId), account, { by: account });
  }),

  leave: action(placeAndPerson, (world, { chatId, userId }) => {
    const account = getAccount(world, userId);
    takeOut(world, getGroup(world, chatId), account, account, false);
  }),

  /** The bot too can be kicked: `userId: 'bot'`. */
  kick: action(byWhom, (world, { chatId, userId, byId }) => {
    const chat = getGroup(world, chatId);
    takeOut(world, chat, getAccount(world, userId), actor(world, chat, byId), true);
  }),

  /** Makes an administrator with these rights alone; without `rights`, with the usual ones. */
  promote: action(byWhom.extend({ rights: rights.optional() }), (world, args) => {
    const usual = usualIn(getGroup(world, args.chatId));
    const granted = (args.rights as Partial<Record<Right, boolean>> | undefined) ?? usual;
    set(world, args, { status: 'administrator', rights: granted });
  }),

  demote: action(byWhom, (world, args) => set(world, args, { status: 'member' })),

  /** Forbids what is false in `permissions` (`can_send_messages`, …). */
  restrict: action(byWhom.extend({ permissions: rights }), (world, args) => {
    set(world, args, { status: 'restricted', permissions: args.permissions });
  }),

  member: action(placeAndPerson, (world, { chatId, userId }) =>
    chatMemberOf(world, getGroup(world, chatId), getAccount(world, userId).id),
  ),

  /** Who is in a chat, the bot too. */
  members: action(place, (world, { chatId }) => {
    const chat = getGroup(world, chatId);
    return [...chat.members.values()]
      .filter(({ userId }) => isInside(chat, userId))
      .map(({ userId, status, tag }) => {
        const { firstName, lastName, isBot } = getAccount(world, userId);
        const name = [firstName, lastName].filter(Boolean).join(' ');
        return { userId, name, isBot, status, tag: tag ?? null };
      });
  }),

  renameGroup: action(
    byWhom.omit({ userId: true }).extend({ title: z.string().min(1).max(128) }),
    (world, { chatId, byId, title }) => {
      const chat = getGroup(world, chatId);
      const from = userOf(actor(world, chat, byId));
      chat.title = title;
      deliver(world, chat, post(world, chat, { from, content: { new_chat_title: title } }));
    },
  ),

  deleteGroup: action(place, (world, { chatId }) => {
    const chat = getGroup(world, chatId);
    chat.deleted = true;
    world.changes.tell({ what: 'members', chatId });
  }),

  /** The group gets a new id; for a basic group this is what switching topics on does. */
  migrateGroup: action(place, (world, { chatId }) => ({
    chatId: migrate(world, getGroup(world, chatId), newChatId(world, false)).id,
  })),

  /** Topics on: a basic group is upgraded by it and gets a new id. */
  enableTopics: action(place, (world, { chatId }) => {
    const chat = getGroup(world, chatId);
    const upgraded = chat.kind === 'group' ? migrate(world, chat, newChatId(world, false)) : chat;
    upgraded.isForum = true;
    world.changes.tell({ what: 'members', chatId: upgraded.id });
    return { chatId: upgraded.id };
  }),

  /** Makes the group the channel's discussion group: posts come into it by themselves. */
  linkChannel: action(place.extend({ channelId: z.int() }), (world, { chatId, channelId }) => {
    getGroup(world, chatId).linkedChatId = channelId;
    getGroup(world, channelId).linkedChatId = chatId;
  }),

  /** Nobody is told, the bot neither. */
  unlinkChannel: action(z.object({ channelId: z.int() }), (world, { channelId }) => {
    const channel = getGroup(world, channelId);
    const group = world.chats.get(channel.linkedChatId ?? 0);
    delete channel.linkedChatId;
    if (group) delete group.linkedChatId;
  }),
};

function actor(world: World, chat: ChatState, byId: AccountId | undefined): Account {
  if (byId !== undefined) return getAccount(world, byId);
  const owner = [...chat.members.values()].find(({ status }) => status === 'creator');
  return getAccount(world, owner?.userId ?? world.bot.id);
}

function takeOut(
  world: World,
  chat: ChatState,
  account: Account,
  by: Account,
  banned: boolean,
): void {
  if (!isInside(chat, account.id)) {
    throw new ControlError(`${account.firstName} is not in the chat «${chat.title}»`);
  }
  goOut(world, chat, account, { by, banned });
}

type SetArgs = {
  readonly chatId: number;
  readonly userId: AccountId;
  readonly byId?: AccountId | undefined;
};

function set(
  world: World,
  { chatId, userId, byId }: SetArgs,
  change: {
    readonly status: MemberStatus;
    readonly rights?: Rights;
    readonly permissions?: Record<string, boolean>;
  },
): void {
  const chat = getGroup(world, chatId);
  const account = getAccount(world, userId);
  if (!isInside(chat, account.id)) {
    throw new ControlError(`${account.firstName} is not in the chat «${chat.title}»`);
  }
  setMember(world, chat, account.id, change, actor(world, chat, byId));
}
