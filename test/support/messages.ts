// One message of every kind that Telegram has, as it would come in an update.

import type { Message } from 'grammy/types';

const file = { file_id: 'file', file_unique_id: 'u' };
const size = { width: 1, height: 1 };
const point = { latitude: 55.75, longitude: 37.62 };
const channel = { id: -1001, type: 'channel', title: 'Новости склада', username: 'sklad' } as const;

/** By the field of a message that holds it. */
export const SAMPLES = {
  text: { text: 'слова' },
  photo: { photo: [{ ...file, ...size }] },
  live_photo: {
    photo: [{ ...file, file_id: 'still', ...size }],
    live_photo: { ...file, ...size, duration: 1 },
  },
  document: { document: { ...file, file_name: 'договор.pdf' } },
  voice: { voice: { ...file, duration: 1 } },
  video: { video: { ...file, ...size, duration: 1 } },
  animation: { animation: { ...file, ...size, duration: 1 }, document: file },
  audio: { audio: { ...file, duration: 1 } },
  video_note: { video_note: { ...file, length: 1, duration: 1 } },
  sticker: {
    sticker: { ...file, ...size, type: 'regular', is_animated: false, is_video: false },
  },
  location: { location: point },
  venue: { location: point, venue: { location: point, title: 'Склад', address: 'Лесная, 1' } },
  contact: { contact: { phone_number: '+70000000000', first_name: 'Иван' } },
  poll: {
    poll: {
      id: '1',
      question: 'Когда везти?',
      options: [
        { persistent_id: 'a', text: 'Утром', voter_count: 2 },
        { persistent_id: 'b', text: 'Днём', voter_count: 1 },
      ],
      total_voter_count: 3,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
      allows_revoting: true,
      members_only: false,
    },
  },
  dice: { dice: { emoji: '🎲', value: 4 } },
  story: { story: { chat: channel, id: 7 } },
  paid_media: { paid_media: { star_count: 50, paid_media: [{ type: 'preview' }] } },
  game: { game: { title: 'Змейка', description: 'Ползёт', photo: [] } },
  invoice: {
    invoice: {
      title: 'Доставка',
      description: 'До склада',
      start_parameter: 'x',
      currency: 'RUB',
      total_amount: 150_000,
    },
  },
  giveaway: { giveaway: { chats: [channel], winners_selection_date: 1, winner_count: 3 } },
  giveaway_winners: {
    giveaway_winners: {
      chat: channel,
      giveaway_message_id: 1,
      winners_selection_date: 1,
      winner_count: 3,
      winners: [],
    },
  },
  checklist: {
    checklist: {
      title: 'Документы',
      tasks: [
        { id: 1, text: 'паспорт', completion_date: 5 },
        { id: 2, text: 'права', completion_date: 0 },
      ],
    },
  },
  rich_message: {
    rich_message: {
      blocks: [
        { type: 'heading', size: 1, text: 'Заказ' },
        { type: 'paragraph', text: ['20 ', { type: 'bold', text: 'коробок' }] },
        {
          type: 'list',
          items: [{ label: '1.', blocks: [{ type: 'paragraph', text: 'хрупкое' }] }],
        },
        { type: 'table', cells: [[{ text: 'А' }, { text: 'Б' }]] },
        { type: 'divider' },
      ],
    },
  },
  gift: { gift: { gift: { id: '1', sticker: {}, star_count: 25 }, text: 'вам' } },
  unique_gift: { unique_gift: { gift: { base_name: 'Мишка', number: 12 }, origin: 'transfer' } },
} as const;

export type Sample = keyof typeof SAMPLES;

/** A message with this in it, from the client, in private. */
export function messageWith(content: object, more: object = {}): Message {
  const person = { id: 5, is_bot: false, first_name: 'Анна' };
  const chat = { id: 5, type: 'private', first_name: 'Анна' };
  const base = { message_id: 1, date: 1_000, from: person, chat };
  return { ...base, ...content, ...more } as unknown as Message;
}
