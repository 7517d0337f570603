// Places, contacts and polls from what we keep: where their original is gone or may not be copied, and
// where a copy of it would be something else.

import type { ApiCall } from '../../platform/outbox/index.ts';
import type { Content, LocationContent, PollContent } from '../content.ts';
import { type Speaking, targetOf } from './telegram-target.ts';

/** Telegram's word for a location that is shared until somebody stops it, in seconds. */
const FOR_EVER = 0x7fffffff;
/** Telegram lets a location live this long, in seconds. */
const SHORTEST_LIFE = 60;
const LONGEST_LIFE = 86_400;

/** Null for everything else. */
export function placeOrCardCall(content: Content, where: Speaking): ApiCall | null {
  const target = targetOf(where);
  switch (content.kind) {
    case 'location':
      return call('sendLocation', { ...target, ...pointOf(content, where.now) });
    case 'venue': {
      const { latitude, longitude, title, address } = content;
      return call('sendVenue', { ...target, latitude, longitude, title, address });
    }
    case 'contact': {
      const { phone, firstName, lastName, vcard } = content;
      const name = { first_name: firstName, ...(lastName ? { last_name: lastName } : {}) };
      const card = vcard === undefined ? {} : { vcard };
      return call('sendContact', { ...target, phone_number: phone, ...name, ...card });
    }
    case 'poll':
      return call('sendPoll', { ...target, ...pollOf(content) });
    default:
      return null;
  }
}

/** A live location goes on moving for as long as its author shares it. */
function pointOf(content: LocationContent, now: Date | undefined): Record<string, unknown> {
  const { latitude, longitude, accuracy, heading } = content;
  const period = now ? lifeLeft(content, now) : 0;
  return {
    latitude,
    longitude,
    ...(accuracy === undefined ? {} : { horizontal_accuracy: accuracy }),
    ...(period === 0 ? {} : { live_period: period }),
    ...(period === 0 || !heading ? {} : { heading }),
  };
}

/** For how many seconds a location goes on moving, as Telegram takes it; 0: it stands still. */
function lifeLeft({ liveUntil }: LocationContent, now: Date): number {
  if (liveUntil === undefined) return 0;
  if (liveUntil >= FOR_EVER) return FOR_EVER;
  const left = Math.floor(liveUntil - now.getTime() / 1_000);
  return left < SHORTEST_LIFE ? 0 : Math.min(left, LONGEST_LIFE);
}

/** A quiz whose answer the bot may not know becomes a question with options. */
function pollOf(poll: PollContent): Record<string, unknown> {
  const { question, options, several, quiz, right, closed } = poll;
  return {
    question,
    options: options.map(({ text }) => ({ text })),
    ...(quiz && right ? { type: 'quiz', correct_option_ids: right } : {}),
    ...(several ? { allows_multiple_answers: true } : {}),
    ...(closed ? { is_closed: true } : {}),
  };
}

function call(method: string, payload: Record<string, unknown>): ApiCall {
  return { method, payload, repeatable: false };
}
