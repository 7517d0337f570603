// Messages of the desk's own words, one call each: who reads, what it says, what it replies to.

import {
  type ApiCall,
  type MessageJob,
  type MessagePort,
  type ReadyPlace,
  type Rendered,
  targetIn,
} from '../../platform/outbox/index.ts';
import { isBusinessChat } from '../../platform/telegram/business-chat.ts';
import { htmlToPlain } from '../../platform/telegram/html.ts';
import type { Speech } from '../views.ts';

/** A speech with its place in the conversation; or why nothing is to be said any more. */
export type Saying =
  | (Speech & { readonly replyTo?: number | undefined })
  | { readonly drop: string };

/** A port for messages that are a speech each. Not for the hot path: each is made by itself. */
export function speechPort(
  say: (job: MessageJob) => Promise<Saying>,
  settled?: MessagePort['settled'],
): MessagePort {
  const render = (jobs: readonly MessageJob[]) =>
    Promise.all(jobs.map((job) => renderOne(job, say)));
  return settled ? { render, settled } : { render };
}

async function renderOne(
  job: MessageJob,
  say: (job: MessageJob) => Promise<Saying>,
): Promise<Rendered> {
  const saying = await say(job);
  if ('drop' in saying) return { status: 'drop', reason: saying.drop };
  return {
    status: 'calls',
    calls: [speechCall(saying, job.place, saying.replyTo, job.fallbacks.plain)],
  };
}

/** In a chat where the bot speaks as an employee, what nobody has written bears a sign that says so. */
export function byItself(words: string): string {
  return `🤖 ${words}`;
}

/** The call that says it; `plain`: without formatting, which was refused. */
function speechCall(
  { text, keyboard, quiet = false }: Speech,
  place: ReadyPlace,
  replyTo: number | undefined,
  plain: boolean,
): ApiCall {
  const words = isBusinessChat(place.chatId) ? byItself(text) : text;
  const payload = {
    ...targetIn(place, replyTo),
    ...(quiet ? { disable_notification: true } : {}),
    ...speechBody({ text: words, ...(keyboard ? { keyboard } : {}) }, plain),
  };
  return { method: 'sendMessage', payload, repeatable: false };
}

/** The part of a call that is what is said, the same for a post and for an edit. */
export function speechBody({ text, keyboard }: Speech, plain: boolean): Record<string, unknown> {
  return {
    ...(plain ? { text: htmlToPlain(text) } : { text, parse_mode: 'HTML' }),
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: { inline_keyboard: keyboard.inline_keyboard } } : {}),
  };
}
