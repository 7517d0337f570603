// A chat as the Bot API shows it inside messages and updates.
import type { Chat } from '@grammyjs/types';
import type { ChatState } from './chat.ts';
import type { World } from './world.ts';

/** A `Chat` without the fields that only getChat gives. */
export function chatOf(world: World, chat: ChatState): Chat {
  const { id, title, username } = chat;
  const name = username === undefined ? {} : { username };
  switch (chat.kind) {
    case 'private':
      return privateChat(world, id);
    case 'group':
      return { id, type: 'group', title };
    case 'supergroup':
      return {
        id,
        type: 'supergroup',
        title,
        ...name,
        ...(chat.isForum ? { is_forum: true } : {}),
      };
    case 'channel':
      return { id, type: 'channel', title, ...name };
  }
}

function privateChat(world: World, id: number): Chat {
  const account = world.accounts.get(id);
  return {
    id,
    type: 'private',
    first_name: account?.firstName ?? '',
    ...(account?.lastName === undefined ? {} : { last_name: account.lastName }),
    ...(account?.username === undefined ? {} : { username: account.username }),
  };
}
