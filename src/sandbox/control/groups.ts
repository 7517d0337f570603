// Groups, channels and who is in them.
import { z } from 'zod';
import { type Account, userOf } from '../world/account.ts';
import type { ChatState, MemberStatus, Rights } from '../world/chat.ts';
import { chatMemberOf, isInside, type Right, setMember } from '../world/members.ts';
import { deliver, post } from '../world/messages.ts';
import { migrate } from '../world/migration.ts';
import { addChat, type World } from '../world/world.ts';
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

/** What an administrator gets when nothing is said: all that a group's owner usually ticks. */
const usualRights: Rights = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_restrict_members: true,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
};

/** In a channel, where there is nothing but posts. */
const channelRights: Rights = {
  can_manage_chat: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: true,
};

function usualIn({ kind }: ChatState): Rights {
  return kind === 'channel' ? channelRights : usualRights;
}

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
    for (const id of memberIds) add(world, chat, getAccount(world, id), owner);
    return { chatId: chat.id };
  }),

  addMember: action(byWhom, (world, { chatId, userId, byId }) => {
    const chat = getGroup(world, chatId);
    add(world, chat, getAccount(world, userId), actor(world, chat, byId));
  }),

  join: action(placeAndPerson, (world, { chatId, userId }) => {
    const account = getAccount(world, userId);
    add(world, getGroup(world, chatId), account, account);
  }),

  leave: action(placeAndPerson, (world, { chatId, userId }) => {
    const account = getAccount(world, userId);
    takeOut(world, getGroup(world, chatId), account, account, 'left');
  }),

  /** The bot too can be kicked: `userId: 'bot'`. */
  kick: action(byWhom, (world, { chatId, userId, byId }) => {
    const chat = getGroup(world, chatId);
    takeOut(world, chat, getAccount(world, userId), actor(world, chat, byId), 'kicked');
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

function newChatId(world: World, isBasic: boolean): number {
  const number = world.nextNumber();
  return isBasic ? -(4_000_000_000 + number) : -(1_002_000_000_000 + number);
}

function actor(world: World, chat: ChatState, byId: AccountId | undefined): Account {
  if (byId !== undefined) return getAccount(world, byId);
  const owner = [...chat.members.values()].find(({ status }) => status === 'creator');
  return getAccount(world, owner?.userId ?? world.bot.id);
}

function add(world: World, chat: ChatState, account: Account, by: Account): void {
  if (isInside(chat, account.id)) return;
  const status = chat.kind === 'channel' && account.isBot ? 'administrator' : 'member';
  const rights = status === 'administrator' ? { rights: usualIn(chat) } : {};
  setMember(world, chat, account.id, { status, ...rights }, by);
  if (chat.kind === 'channel') return;
  const content = { new_chat_members: [userOf(account)] };
  deliver(world, chat, post(world, chat, { from: userOf(by), content }));
}

function takeOut(
  world: World,
  chat: ChatState,
  account: Account,
  by: Account,
  status: 'left' | 'kicked',
): void {
  if (!isInside(chat, account.id)) {
    throw new ControlError(`${account.firstName} is not in the chat «${chat.title}»`);
  }
  setMember(world, chat, account.id, { status }, by);
  if (chat.kind === 'channel') return;
  const content = { left_chat_member: userOf(account) };
  deliver(world, chat, post(world, chat, { from: userOf(by), content }));
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
