// Messages that no bot can send anew, as facts to be told of, and their words.

import type { Chat, Checklist, Invoice, Message } from 'grammy/types';
import type { ToldContent } from '../content.ts';
import { unknownFieldOf } from './telegram-fields.ts';
import { richWords } from './telegram-rich.ts';

type Facts = ToldContent['facts'];
type Told = Pick<ToldContent, 'facts' | 'text' | 'entities'>;

/** By the field of the message that holds it. */
const READERS = {
  dice: ({ dice }) => dice && facts({ emoji: dice.emoji, value: dice.value }),
  story: ({ story }) => story && facts(publicPlace(story.chat, `s/${story.id}`)),
  paid_media: ({ paid_media: media, caption = '', caption_entities = [] }) =>
    media && {
      ...facts({ count: media.paid_media.length, stars: media.star_count }),
      text: caption,
      entities: caption_entities,
    },
  game: ({ game }) => game && facts({ title: game.title }),
  invoice: ({ invoice }) => invoice && facts({ title: invoice.title, amount: amountOf(invoice) }),
  giveaway: ({ giveaway }) =>
    giveaway && facts({ count: giveaway.winner_count, title: nameOf(giveaway.chats[0]) }),
  giveaway_winners: ({ giveaway_winners: winners }) =>
    winners && facts({ count: winners.winner_count, title: nameOf(winners.chat) }),
  checklist: ({ checklist }) => checklist && listed(checklist),
  gift: ({ gift }) =>
    gift && {
      ...facts({ stars: gift.gift.star_count }),
      text: gift.text ?? '',
      entities: gift.entities ?? [],
    },
  unique_gift: ({ unique_gift: gift }) =>
    gift && facts({ title: `${gift.gift.base_name} #${gift.gift.number}` }),
  rich_message: ({ rich_message: rich }) =>
    rich && { facts: {}, text: richWords(rich.blocks), entities: [] },
} satisfies Record<string, (message: Message) => Told | undefined>;

/** What the message is told of as; null where it is of another kind. */
export function toldOf(message: Message): ToldContent | null {
  for (const [type, read] of Object.entries(READERS)) {
    const told = read(message);
    if (told) return { kind: 'told', type, ...told };
  }
  return null;
}

/** Of a kind that nobody here has heard of; null where nothing was said at all. */
export function unknownOf(message: Message): ToldContent | null {
  const field = unknownFieldOf(message);
  return field === null ? null : { kind: 'told', type: 'other', ...facts({ field }) };
}

function facts(list: Facts): Told {
  return { facts: list, text: '', entities: [] };
}

/** A name, and the public address of what belongs to it; without a username there is none. */
function publicPlace(chat: Chat, path: string): Facts {
  const title = nameOf(chat);
  return chat.username ? { title, url: `https://t.me/${chat.username}/${path}` } : { title };
}

function nameOf(chat: Chat | undefined): string {
  return chat?.title ?? [chat?.first_name, chat?.last_name].filter(Boolean).join(' ');
}

/** Telegram counts the smallest units of a currency; stars have none smaller. */
function amountOf({ total_amount: amount, currency }: Invoice): string {
  const digits = currency === 'XTR' ? 0 : minorDigits(currency);
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency === 'XTR' ? '⭐' : currency}`;
}

function minorDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function listed({ title, tasks }: Checklist): Told {
  const lines = tasks.map((task) => `${task.completion_date ? '☑' : '☐'} ${task.text}`);
  return { facts: { title }, text: lines.join('\n'), entities: [] };
}
