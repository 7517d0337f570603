// What the bot offers to whoever types its name.
import { badRequest, queryTooOld } from '../bot-api/refusal.ts';
import { formatText } from '../text/format.ts';
import { findAsked } from '../world/inline.ts';
import type { MethodTable } from './method.ts';

const MOST_RESULTS = 50;
const LONGEST_OFFSET = 64;

export const inlineMethods = {
  answerInlineQuery(world, { inline_query_id, results, next_offset = '', button, ...more }) {
    const asked = findAsked(world, inline_query_id);
    if (!asked) throw queryTooOld();
    if (results.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
    if (Buffer.byteLength(next_offset) > LONGEST_OFFSET) throw badRequest('NEXT_OFFSET_INVALID');
    const ids = results.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
    for (const result of results) {
      // What cannot be read is refused now, not when somebody chooses it.
      if (result.type === 'article' && 'message_text' in result.input_message_content) {
        const { message_text: text, ...format } = result.input_message_content;
        formatText({ text, ...format });
      }
    }
    asked.answer = {
      results,
      nextOffset: next_offset,
      ...(button ? { button } : {}),
      isPersonal: more.is_personal ?? false,
      cacheTime: more.cache_time ?? 300,
    };
    world.changes.tell({ what: 'toast', userId: asked.userId, chatId: asked.userId });
    return true;
  },
} satisfies MethodTable;
