// Typing the bot's name in any chat: the words go to the bot, its offers come back, one of them is sent.
import type { InlineQuery } from '@grammyjs/types';
import { z } from 'zod';
import { formatText } from '../text/format.ts';
import { userOf } from '../world/account.ts';
import { action, ControlError, getAccount } from './action.ts';
import { say } from './speaking.ts';

const question = z.object({
  userId: z.int(),
  /** What stands behind the bot's name. */
  query: z.string().max(256),
  /** As the last answer said, for more. */
  offset: z.string().default(''),
});

const choice = z.object({
  userId: z.int(),
  /** Where one types; without one: the private chat with the bot. */
  chatId: z.int().optional(),
  threadId: z.int().optional(),
  queryId: z.string(),
  resultId: z.string(),
});

export const inlineActions = {
  askInline: action(question, (world, { userId, query, offset }) => {
    const by = getAccount(world, userId);
    const queryId = `${userId}1${world.nextNumber()}`;
    world.inlineQueries.set(queryId, { queryId, userId, at: world.now(), answer: null });
    const inline_query: InlineQuery = { id: queryId, from: userOf(by), query, offset };
    world.updates.push({ inline_query });
    return { queryId };
  }),

  /** What the bot offers; null while it has not answered. */
  inlineOffers: action(z.object({ queryId: z.string() }), (world, { queryId }) => {
    const answer = world.inlineQueries.get(queryId)?.answer;
    if (!answer) return null;
    const { results, button, ...rest } = answer;
    const shown = results.map((result) => ({
      id: result.id,
      title: 'title' in result ? (result.title ?? '') : '',
      description: 'description' in result ? (result.description ?? '') : '',
    }));
    return { ...rest, results: shown, button: button?.text ?? null };
  }),

  /** Sends what was offered, in the person's own name. */
  chooseInline: action(choice, (world, { queryId, resultId, ...place }) => {
    const results = world.inlineQueries.get(queryId)?.answer?.results ?? [];
    const chosen = results.find(({ id }) => id === resultId);
    if (chosen?.type !== 'article' || !('message_text' in chosen.input_message_content)) {
      throw new ControlError(`nothing was offered as ${resultId}`);
    }
    const { message_text, ...format } = chosen.input_message_content;
    const { text, entities } = formatText({ text: message_text, ...format });
    const via_bot = userOf(world.bot);
    const content = { text, ...(entities.length > 0 ? { entities: [...entities] } : {}), via_bot };
    return say(world, { ...place, force: false }, content);
  }),
};
