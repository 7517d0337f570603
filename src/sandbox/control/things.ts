// What people send that is neither a text nor a file: places, contacts, polls, dice, and whatever else
// a message can hold.
import type { Message } from '@grammyjs/types';
import { z } from 'zod';
import { pollOf } from '../world/polls.ts';
import type { World } from '../world/world.ts';

const point = { latitude: z.number(), longitude: z.number() };

export const thing = z.discriminatedUnion('kind', [
  /** With a period in seconds it is live. */
  z.object({ kind: z.literal('location'), ...point, livePeriod: z.int().optional() }),
  z.object({ kind: z.literal('venue'), ...point, title: z.string(), address: z.string() }),
  z.object({
    kind: z.literal('contact'),
    phoneNumber: z.string(),
    firstName: z.string(),
    lastName: z.string().optional(),
    /** Whose it is, where they are in Telegram: anybody can send anybody's. */
    userId: z.int().optional(),
  }),
  z.object({
    kind: z.literal('poll'),
    question: z.string(),
    options: z.array(z.string()).min(1).max(12),
    quiz: z.boolean().default(false),
    closed: z.boolean().default(false),
    votes: z.array(z.int()).optional(),
  }),
  /** Six is a lot; without a value it falls as in the demo. */
  z.object({ kind: z.literal('dice'), emoji: z.string().default('🎲'), value: z.int().default(4) }),
  /** The fields of the message as the Bot API names them: `{ story: { … } }`. */
  z.object({ kind: z.literal('other'), content: z.record(z.string(), z.unknown()) }),
]);
export type Thing = z.infer<typeof thing>;

const kinds: ReadonlySet<string> = new Set(
  thing.options.map((option) => option.shape.kind.value as string),
);

/** Whether it is one of these, and not a file. */
export function isThing(item: { readonly kind: string }): item is Thing {
  return kinds.has(item.kind);
}

/** The thing as part of a message. */
export function thingContent(world: World, item: Thing): Partial<Message> {
  switch (item.kind) {
    case 'location': {
      const { latitude, longitude, livePeriod } = item;
      const live = livePeriod === undefined ? {} : { live_period: livePeriod };
      return { location: { latitude, longitude, ...live } };
    }
    case 'venue': {
      const { latitude, longitude, title, address } = item;
      const location = { latitude, longitude };
      return { location, venue: { location, title, address } };
    }
    case 'contact': {
      const { phoneNumber, firstName, lastName, userId } = item;
      const name = { first_name: firstName, ...(lastName ? { last_name: lastName } : {}) };
      const owner = userId === undefined ? {} : { user_id: userId };
      return { contact: { phone_number: phoneNumber, ...name, ...owner } };
    }
    case 'poll': {
      const { question, options, quiz, closed, votes = [] } = item;
      return { poll: pollOf(world, { question, options, quiz, closed, several: false, votes }) };
    }
    case 'dice':
      return { dice: { emoji: item.emoji, value: item.value } };
    case 'other':
      return item.content;
  }
}
