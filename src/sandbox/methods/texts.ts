// Sending texts, and what is as simple as a text: a place, a contact, «is typing».
import { formatText } from '../text/format.ts';
import { readableChat } from '../world/access.ts';
import { forwardToGroup } from '../world/discussion.ts';
import { type Draft, deliver, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Args, MethodTable, Result } from './method.ts';
import { address, type SendArgs } from './sending.ts';

/** Posts and shows the message; typed by the caller, who knows what he put in. */
export function send<M extends 'sendMessage' | 'sendLocation' | 'sendContact'>(
  world: World,
  args: SendArgs,
  content: Draft['content'],
): Result<M> {
  const { chat, draft } = address(world, args);
  const stored = post(world, chat, { ...draft, content });
  deliver(world, chat, stored);
  if (chat.kind === 'channel') forwardToGroup(world, chat, stored);
  return stored.message as Result<M>;
}

export const textMethods = {
  sendMessage(world, args) {
    return send<'sendMessage'>(world, args, textContent(args));
  },

  sendLocation(world, args) {
    const { latitude, longitude } = args;
    return send<'sendLocation'>(world, args, { location: { latitude, longitude } });
  },

  sendContact(world, args) {
    const { phone_number, first_name, last_name } = args;
    const contact = { phone_number, first_name, ...(last_name ? { last_name } : {}) };
    return send<'sendContact'>(world, args, { contact });
  },

  /** Answers true for a topic that is gone as well, as the real server does. */
  sendChatAction(world, { chat_id }) {
    readableChat(world, chat_id);
    return true;
  },
} satisfies MethodTable;

function textContent(args: Args<'sendMessage'>): Draft['content'] {
  const { text, entities } = formatText(args);
  return { text, ...(entities.length > 0 ? { entities: [...entities] } : {}) };
}
