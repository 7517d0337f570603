// What is sent in every row of docs/relay.md, and how what becomes of it is put into words.

import type { DeskCompany } from './desk.ts';
import { SAMPLES, type Sample } from './messages.ts';
import type { Media, Message, Person } from './people.ts';

/** Where somebody speaks, as the control of the sandbox takes it. */
export interface Speaker {
  readonly userId: number;
  readonly chatId?: number;
  readonly threadId?: number;
  readonly replyTo?: number;
}

export type Sent = { readonly messageId: number } | { readonly messageIds: readonly number[] };

export interface Row {
  readonly what: string;
  readonly send: (company: DeskCompany, at: Speaker, asked: Message) => Promise<Sent>;
  /** Others that wait with it might leave in one message with it. */
  readonly alone?: true;
}

const LONG = `${'слово '.repeat(800)}конец`;

function media(what: string, item: Media): Row {
  return { what, send: ({ control }, at) => control.send({ ...at, media: item }) };
}

function text(what: string, words: string, more: object = {}): Row {
  return {
    what,
    send: ({ control }, at) => control.say({ ...at, text: words, ...more }),
    alone: true,
  };
}

function told(kind: Sample, what: string): Row {
  return media(what, { kind: 'other', content: SAMPLES[kind] });
}

/** Somebody's words out of another group; `whose`: who has said them there. */
function forwarded(what: string, whose: 'colleague' | 'stranger', hidden: boolean): Row {
  return {
    what,
    send: async (company, at) => {
      const { control, igor } = company;
      const userId = at.userId;
      const speaker = whose === 'colleague' ? igor : await company.client('Савелий');
      const memberIds = [userId, speaker.id].filter((id) => id !== igor.id);
      const group = await control.createGroup({ title: 'Цех', ownerId: igor.id, memberIds });
      const said = { userId: speaker.id, chatId: group.chatId, text: 'Готово' };
      const { messageId } = await control.say(said);
      return control.forward({ ...at, of: { chatId: group.chatId, messageId }, hidden });
    },
  };
}

function album(what: string, items: Parameters<Person['sendsAlbum']>[0]): Row {
  return { what, send: ({ control }, at) => control.sendAlbum({ ...at, items }) };
}

const point = { latitude: 55.75, longitude: 37.62 };
const poll = { kind: 'poll' as const, question: 'Когда?', options: ['Утром', 'Днём'] };
const bold = { entities: [{ type: 'bold', offset: 0, length: 5 }] };
const hiddenStory = { story: { chat: { id: 7, type: 'private', first_name: 'Иван' }, id: 1 } };

export const ROWS: readonly Row[] = [
  text('text with formatting', 'слова', bold),
  text('text of 4,806 signs', LONG),
  text('text with @name and #tag', 'Для @katya_s: #закрыто'),
  text('link without a preview', 'https://a.ru', { preview: { is_disabled: true } }),
  {
    what: 'reply',
    send: ({ control }, at, asked) => control.say({ ...at, text: 'да', replyTo: asked.messageId }),
  },
  {
    what: 'reply with a quote',
    send: ({ control }, at, asked) =>
      control.say({ ...at, text: 'да', replyTo: asked.messageId, quote: asked.text.slice(0, 4) }),
  },
  text('protected text', 'тайна', { protect: true }),
  forwarded('forwarded from a person', 'stranger', false),
  forwarded('forwarded from a hidden account', 'stranger', true),
  forwarded('forwarded from an employee', 'colleague', false),
  forwarded('forwarded from an employee’s hidden account', 'colleague', true),
  media('photo', { kind: 'photo', caption: 'слова', spoiler: true }),
  {
    what: 'protected photo',
    send: ({ control }, at) => control.send({ ...at, media: { kind: 'photo' }, protect: true }),
  },
  media('photo with a caption of 1,206 signs', {
    kind: 'photo',
    caption: `${'слово '.repeat(200)}конец!`,
  }),
  media('live photo', { kind: 'live_photo' }),
  media('video of 30 MB', { kind: 'video', size: 30 * 1024 * 1024 }),
  media('animation', { kind: 'animation' }),
  media('audio', { kind: 'audio' }),
  media('voice message', { kind: 'voice' }),
  media('video message', { kind: 'video_note' }),
  media('document', { kind: 'document' }),
  media('sticker', { kind: 'sticker' }),
  album('album of photos and a video', [
    { kind: 'photo', caption: 'слова' },
    { kind: 'photo' },
    { kind: 'video' },
  ]),
  album('album of documents', [{ kind: 'document' }, { kind: 'document' }]),
  media('location', { kind: 'location', ...point }),
  media('live location', { kind: 'location', ...point, livePeriod: 900 }),
  media('venue', { kind: 'venue', ...point, title: 'Склад', address: 'Лесная, 1' }),
  media('contact', { kind: 'contact', phoneNumber: '+70000000000', firstName: 'Иван' }),
  media('poll', poll),
  media('closed poll', { ...poll, closed: true, votes: [3, 5] }),
  media('quiz whose answer the bot may not know', { ...poll, quiz: true }),
  media('dice', { kind: 'dice', emoji: '🎲', value: 4 }),
  told('checklist', 'checklist'),
  told('rich_message', 'rich message'),
  told('story', 'story of a channel'),
  media('story of a person', { kind: 'other', content: hiddenStory }),
  told('paid_media', 'paid media'),
  told('game', 'game'),
  told('invoice', 'invoice'),
  told('giveaway', 'giveaway'),
  told('giveaway_winners', 'giveaway results'),
  told('gift', 'gift'),
  told('unique_gift', 'unique gift'),
  media('a kind that is yet to be invented', { kind: 'other', content: { hologram: { id: 1 } } }),
];

/** What arrived, message by message: what it is, its words, what it answers. */
export function wordsFor(arrived: readonly Message[]): string {
  const grouped = arrived.filter(
    ({ albumId }, index) => albumId === null || arrived[index - 1]?.albumId !== albumId,
  );
  return grouped.map((message) => wordFor(message, arrived)).join(' + ');
}

function wordFor(message: Message, all: readonly Message[]): string {
  const { albumId, media: kind, text: words, object } = message;
  const parts = all.filter((other) => albumId !== null && other.albumId === albumId);
  const what = parts.length > 0 ? `album (${parts.map((part) => part.media).join(', ')})` : kind;
  const details = [
    object && 'live_period' in object ? 'live' : '',
    object && 'is_closed' in object && object.is_closed ? 'closed' : '',
    message.spoiler ? 'covered' : '',
    message.preview?.is_disabled ? 'no preview' : '',
    formattingOf(message),
    message.replyTo ? `answers${message.replyTo.quote ? ` «${message.replyTo.quote}»` : ''}` : '',
  ].filter(Boolean);
  const said = words === '' ? '' : `«${shortly(words)}»`;
  const more = details.length > 0 ? `(${details.join(', ')})` : '';
  return [what ?? '', said, more].filter(Boolean).join(' ');
}

function formattingOf({ entities }: Message): string {
  return [...new Set(entities.map(({ type }) => type))].join(', ');
}

function shortly(words: string): string {
  const line = words.replaceAll('\u2060', '').replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.length > 120 ? `${line.slice(0, 40)}…` : line;
}
