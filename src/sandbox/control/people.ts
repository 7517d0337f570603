// People come into being, meet the bot, block it, go away.
import { z } from 'zod';
import type { Account, NewAccount } from '../world/account.ts';
import { setMember } from '../world/members.ts';
import { addAccount, privateChatOf, type World } from '../world/world.ts';
import { accountId, action, ControlError, getAccount } from './action.ts';

/** Ids given out by the sandbox begin here; a test may choose its own below or far above. */
const FIRST_USER_ID = 1_000_000;

const newUser = z.object({
  id: z.int().positive().optional(),
  firstName: z.string().min(1).max(64),
  lastName: z.string().max(64).optional(),
  username: z.string().min(3).max(32).optional(),
  /** What the person's program speaks; null where it does not say. */
  languageCode: z.string().nullable().default('ru'),
  /** What a button that asks for it gives the bot; made up where nobody says. */
  phone: z.string().min(5).max(20).optional(),
  /** For the page alone: `client`, `manager`, `supervisor`, `admin`, or any short word. */
  about: z.string().max(32).optional(),
});

const person = z.object({ userId: z.int() });

export const peopleActions = {
  createUser: action(newUser, (world, { id, languageCode, ...user }) =>
    create(world, {
      ...user,
      id: id ?? FIRST_USER_ID + world.nextNumber(),
      ...(languageCode === null ? {} : { languageCode }),
    }),
  ),

  /** Another bot: a colleague in groups, whose messages the bot under test does not see. */
  createBot: action(newUser.omit({ languageCode: true }), (world, { id, ...bot }) =>
    create(world, { ...bot, id: id ?? FIRST_USER_ID + world.nextNumber(), isBot: true }),
  ),

  renameUser: action(
    person.extend(
      newUser.pick({ firstName: true, lastName: true, username: true }).partial().shape,
    ),
    (world, { userId, ...names }) => {
      Object.assign(getAccount(world, userId), names);
      world.changes.tell({ what: 'people', userId });
    },
  ),

  /** The account is deleted: it writes no more, and nobody can write to it. */
  deactivateUser: action(person, (world, { userId }) => {
    getAccount(world, userId).deactivated = true;
    world.changes.tell({ what: 'people', userId });
  }),

  blockBot: action(person, (world, { userId }) => setBlocked(world, userId, true)),
  unblockBot: action(person, (world, { userId }) => setBlocked(world, userId, false)),

  /** Everybody there is, the bot included. */
  people: action(z.object({}), (world) =>
    [...world.accounts.values()].map((account) => shown(world, account)),
  ),

  bot: action(z.object({}), (world) => ({
    ...shown(world, world.bot),
    token: world.settings.token,
  })),

  /** An old program: nothing of what only this person would see comes to them, and nobody is told. */
  setEphemeral: action(person.extend({ shown: z.boolean() }), (world, { userId, shown: wish }) => {
    getAccount(world, userId).seesEphemeral = wish;
    world.changes.tell({ what: 'people', userId });
  }),

  /** What BotFather sets: whether the bot reads groups where it is no administrator. */
  setPrivacy: action(z.object({ canReadAllGroupMessages: z.boolean() }), ({ settings }, wish) => {
    settings.canReadAllGroupMessages = wish.canReadAllGroupMessages;
  }),

  /** A look at what a person is to a chat's members: the answer to «who am I here?». */
  account: action(z.object({ userId: accountId }), (world, { userId }) =>
    shown(world, getAccount(world, userId)),
  ),
};

function create(world: World, account: NewAccount): PersonView {
  if (world.accounts.has(account.id)) {
    throw new ControlError(`there is an account ${account.id} already`);
  }
  const created = addAccount(world, account);
  world.changes.tell({ what: 'people', userId: created.id });
  return shown(world, created);
}

export type PersonView = ReturnType<typeof shown>;

function shown(world: World, account: Account) {
  const { met: _, heardUntil: __, phone: ___, ...view } = account;
  /** Whether the bot is connected to the person's own account. */
  const business = world.connections.get(account.id)?.enabled ?? false;
  return { ...view, business };
}

/** Blocking and unblocking tell the bot, as leaving and coming back does in a group. */
export function setBlocked(world: World, userId: number, blocked: boolean): void {
  const account = getAccount(world, userId);
  if (account.blocked === blocked) return;
  const chat = privateChatOf(world, account);
  account.blocked = blocked;
  setMember(world, chat, world.bot.id, { status: blocked ? 'kicked' : 'member' }, account);
}
