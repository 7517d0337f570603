// A group becomes a supergroup: a new id, nothing but the members carried over (BOTAPI.md §3.3).
import { userOf } from './account.ts';
import type { ChatState } from './chat.ts';
import { deliver, post } from './messages.ts';
import { addChat, type World } from './world.ts';

/** Both chats say so by a service message; afterwards every call to the old id names the new one. */
export function migrate(world: World, old: ChatState, newId: number): ChatState {
  const { title, isForum } = old;
  const chat = addChat(world, { id: newId, kind: 'supergroup', title, isForum });
  for (const [userId, member] of old.members) chat.members.set(userId, member);
  const owner = [...old.members.values()].find(({ status }) => status === 'creator');
  const account = owner && world.accounts.get(owner.userId);
  const from = account ? { from: userOf(account) } : {};
  deliver(world, old, post(world, old, { ...from, content: { migrate_to_chat_id: newId } }));
  deliver(world, chat, post(world, chat, { ...from, content: { migrate_from_chat_id: old.id } }));
  old.migratedTo = newId;
  world.changes.tell({ what: 'members', chatId: newId });
  return chat;
}
