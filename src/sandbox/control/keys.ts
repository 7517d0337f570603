// Buttons of the keyboard under the input field: most say their label, some give something away.
import type { KeyboardButton, Message } from '@grammyjs/types';
import { z } from 'zod';
import type { Account } from '../world/account.ts';
import type { ChatState } from '../world/chat.ts';
import { keysOf, labelOf } from '../world/keyboard.ts';
import { bringBot, createFor, sharedChat, sharedUser, unfitFor } from '../world/sharing.ts';
import { privateChatOf, type World } from '../world/world.ts';
import { action, ControlError, getAccount, getGroup } from './action.ts';
import { textContent } from './content.ts';
import { say } from './speaking.ts';

const press = z.object({
  userId: z.int(),
  label: z.string(),
  /** For a button that asks for a group: one the person has, or a new one of this name. */
  group: z
    .union([
      z.object({ chatId: z.int() }),
      z.object({ title: z.string().min(1).max(128), username: z.string().optional() }),
    ])
    .optional(),
  /** For a button that asks for people. */
  userIds: z.array(z.int()).min(1).max(10).optional(),
  /** What the bot hears of first: Telegram promises nothing. */
  first: z.enum(['shared', 'member']).default('member'),
});
type Press = z.infer<typeof press>;

/** The middle of Moscow. */
const HERE = { latitude: 55.751244, longitude: 37.618423 };

export const keyActions = {
  /** Presses a button of the keyboard in the private chat with the bot. */
  pressKey: action(press, (world, args) => {
    const person = getAccount(world, args.userId);
    const chat = privateChatOf(world, person);
    const keys = keysOf(chat).flat();
    const button = keys.find((key) => labelOf(key) === args.label);
    if (button !== undefined) return send(world, person, button, args);
    const labels = keys.map((key) => `«${labelOf(key)}»`).join(', ') || 'none';
    throw new ControlError(`there is no key «${args.label}»; the keys: ${labels}`);
  }),

  /** The groups of a person that a key which asks for one offers them. */
  groupsFor: action(press.pick({ userId: true, label: true }), (world, { userId, label }) => {
    const person = getAccount(world, userId);
    const keys = keysOf(privateChatOf(world, person)).flat();
    const button = keys.find((key) => labelOf(key) === label);
    if (typeof button !== 'object' || !('request_chat' in button)) return [];
    return [...world.chats.values()]
      .filter((chat) => chat.migratedTo === undefined && chat.kind !== 'private')
      .filter((chat) => unfitFor(world, chat, person, button.request_chat) === null)
      .map(({ id, title }) => ({ chatId: id, title }));
  }),
};

type Sent = { readonly messageId: number; readonly chatId?: number };

function send(world: World, person: Account, button: KeyboardButton, args: Press): Sent {
  const tell = (content: Partial<Message>) =>
    say(world, { userId: person.id, force: false }, content);
  if (typeof button === 'string') return tell(textContent(button));
  if ('request_contact' in button && button.request_contact) return tell(contactOf(person));
  if ('request_location' in button && button.request_location) return tell({ location: HERE });
  if ('request_chat' in button) return shareChat(world, person, button.request_chat, args, tell);
  if ('request_users' in button) {
    const users = people(world, button.request_users, args).map((account) =>
      sharedUser(account, button.request_users),
    );
    return tell({ users_shared: { request_id: button.request_users.request_id, users } });
  }
  return tell(textContent(button.text));
}

/** With their own id: what people send of others has none, or another. */
function contactOf({ id, phone, firstName, lastName }: Account): Partial<Message> {
  const name = { first_name: firstName, ...(lastName ? { last_name: lastName } : {}) };
  return { contact: { phone_number: phone, ...name, user_id: id } };
}

type ChatWish = Parameters<typeof unfitFor>[3];

function shareChat(
  world: World,
  person: Account,
  wish: ChatWish,
  { group, first }: Press,
  tell: (content: Partial<Message>) => { messageId: number },
): Sent {
  const chat = chosen(world, person, wish, group);
  const share = () => tell({ chat_shared: sharedChat(world, chat, wish) });
  const early = first === 'shared' ? share() : null;
  bringBot(world, chat, person, wish);
  return { ...(early ?? share()), chatId: chat.migratedTo ?? chat.id };
}

function chosen(world: World, person: Account, wish: ChatWish, group: Press['group']): ChatState {
  if (!group) throw new ControlError('choose a group, or name a new one');
  if ('title' in group) {
    const { title, username } = group;
    if (wish.chat_has_username && !username) throw new ControlError('the group needs a username');
    return createFor(world, person, wish, { title, ...(username ? { username } : {}) });
  }
  const chat = getGroup(world, group.chatId);
  const unfit = unfitFor(world, chat, person, wish);
  if (unfit !== null) throw new ControlError(`«${chat.title}» cannot be chosen: ${unfit}`);
  return chat;
}

type UsersWish = Parameters<typeof sharedUser>[1];

function people(world: World, wish: UsersWish, { userIds = [] }: Press): readonly Account[] {
  if (userIds.length === 0 || userIds.length > (wish.max_quantity ?? 1)) {
    throw new ControlError(`choose people, ${wish.max_quantity ?? 1} at the most`);
  }
  const accounts = userIds.map((id) => getAccount(world, id));
  const isBot = wish.user_is_bot;
  if (isBot !== undefined && accounts.some((account) => account.isBot !== isBot)) {
    throw new ControlError(isBot ? 'only bots can be chosen' : 'no bots can be chosen');
  }
  return accounts;
}
