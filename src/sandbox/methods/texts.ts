// Sending texts, and «is typing».
import { formatText } from '../text/format.ts';
import { readableChat } from '../world/access.ts';
import { forwardToGroup } from '../world/discussion.ts';
import { type Draft, deliver, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Args, MethodTable, Result } from './method.ts';
import { address, type SendArgs } from './sending.ts';

type SimpleMethod = 'sendMessage' | 'sendLocation' | 'sendVenue' | 'sendContact' | 'sendPoll';

/** Posts and shows the message; typed by the caller, who knows what he put in. */
export function send<M extends SimpleMethod>(
  world: World,
  args: SendArgs,
  content: Draft['content'],
): Result<M> {
  const { chat, draft } = address(world, args);
  const stored = post(world, chat, { ...draft, content });
  // A bot is not told of its own posts, but of their copies.
  if (chat.kind === 'channel') forwardToGroup(world, chat, stored);
  else deliver(world, chat, stored);
  return stored.message as Result<M>;
}

export const textMethods = {
  sendMessage(world, args) {
    return send<'sendMessage'>(world, args, textContent(args));
  },

  /** Answers true for a topic that is gone as well, as the real server does. */
  sendChatAction(world, { chat_id }) {
    readableChat(world, chat_id);
    return true;
  },
} satisfies MethodTable;

function textContent(args: Args<'sendMessage'>): Draft['content'] {
  const { text, entities } = formatText(args);
  const { link_preview_options: preview } = args;
  return {
    text,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(preview ? { link_preview_options: preview } : {}),
  };
}
