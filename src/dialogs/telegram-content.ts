// A message of Telegram's as the desk keeps it. What people said is never null, also of a kind that
// Telegram has yet to invent; what Telegram notes by itself always is.

import type { Message } from 'grammy/types';
import { besidesOf } from './content/telegram-besides.ts';
import { isNote } from './content/telegram-fields.ts';
import { toldOf, unknownOf } from './content/telegram-told.ts';
import type { Content, MediaContent, MediaKind, PollContent, TextContent } from './content.ts';

type Bare<T> = Omit<T, 'origin' | 'quote' | 'answered' | 'guarded'>;

/** What a person said; null for service messages (joined, pinned, renamed …), which nobody said. */
export function contentOf(message: Message): Content | null {
  const content =
    textOf(message) ??
    mediaOf(message) ??
    placeOf(message) ??
    contactOf(message) ??
    pollOf(message);
  const said = content ?? toldOf(message) ?? (isNote(message) ? null : unknownOf(message));
  return said && ({ ...said, ...besidesOf(message) } as Content);
}

/** When it was said, by Telegram's clock; to the second. */
export function saidAt({ date }: Pick<Message, 'date'>): Date {
  return new Date(date * 1_000);
}

/** When it was changed last, by Telegram's clock; to the second. */
export function changedAt({ date, edit_date = date }: Pick<Message, 'date' | 'edit_date'>): Date {
  return saidAt({ date: edit_date });
}

function textOf({ text, entities, link_preview_options: preview }: Message): TextContent | null {
  if (text === undefined) return null;
  return { kind: 'text', text, entities: entities ?? [], ...(preview ? { preview } : {}) };
}

interface File {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name?: string | undefined;
}

/** Telegram repeats an animation as a document and a live photo as a photo: the first that fits decides. */
const FILES: Record<MediaKind, (message: Message) => File | undefined> = {
  live_photo: (message) => message.live_photo,
  photo: (message) => message.photo?.at(-1),
  animation: (message) => message.animation,
  document: (message) => message.document,
  voice: (message) => message.voice,
  video: (message) => message.video,
  audio: (message) => message.audio,
  video_note: (message) => message.video_note,
  sticker: (message) => message.sticker,
};

function mediaOf(message: Message): Bare<MediaContent> | null {
  for (const [kind, find] of Object.entries(FILES) as [MediaKind, (typeof FILES)[MediaKind]][]) {
    const file = find(message);
    if (!file) continue;
    const still = message.live_photo?.photo?.at(-1) ?? message.photo?.at(-1);
    return {
      kind,
      fileId: file.file_id,
      uniqueId: file.file_unique_id,
      fileName: file.file_name ?? null,
      caption: message.caption ?? '',
      entities: message.caption_entities ?? [],
      ...(kind === 'live_photo' && still ? { stillId: still.file_id } : {}),
      ...(message.has_media_spoiler ? { spoiler: true as const } : {}),
      ...(message.show_caption_above_media ? { captionAbove: true as const } : {}),
    };
  }
  return null;
}

/** A venue carries a location too, which is its own. */
function placeOf({ venue, location, date }: Message): Content | null {
  if (venue) {
    const { latitude, longitude } = venue.location;
    return { kind: 'venue', latitude, longitude, title: venue.title, address: venue.address };
  }
  if (!location) return null;
  const { latitude, longitude, live_period: period, horizontal_accuracy, heading } = location;
  return {
    kind: 'location',
    latitude,
    longitude,
    ...(period === undefined ? {} : { liveUntil: date + period }),
    ...(horizontal_accuracy === undefined ? {} : { accuracy: horizontal_accuracy }),
    ...(heading === undefined ? {} : { heading }),
  };
}

function contactOf({ contact }: Message): Content | null {
  if (!contact) return null;
  const { phone_number: phone, first_name: firstName, last_name: lastName = '', vcard } = contact;
  return { kind: 'contact', phone, firstName, lastName, ...(vcard ? { vcard } : {}) };
}

function pollOf({ poll }: Message): Bare<PollContent> | null {
  if (!poll) return null;
  return {
    kind: 'poll',
    question: poll.question,
    options: poll.options.map(({ text, voter_count: votes }) => ({ text, votes })),
    anonymous: poll.is_anonymous,
    several: poll.allows_multiple_answers,
    quiz: poll.type === 'quiz',
    ...(poll.correct_option_ids ? { right: poll.correct_option_ids } : {}),
    closed: poll.is_closed,
  };
}
