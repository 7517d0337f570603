// What the bot needs where a desk is.

/** As the Bot API names them; no more than the bot uses. A desk is set up only with all of them. */
export const DESK_RIGHTS = ['can_manage_topics', 'can_pin_messages'] as const;
export type DeskRight = (typeof DESK_RIGHTS)[number];

/** What a desk needs where it is: rights in its chats, or that something is so there. */
export const DESK_NEEDS = [
  ...DESK_RIGHTS,
  'can_post_messages',
  'can_edit_messages',
  'discussion',
  'in-discussion',
  'hearing',
  'private',
] as const;
export type DeskNeed = (typeof DESK_NEEDS)[number];

/** What a group lets be sent there, kind by kind, as the Bot API names it. */
export const SEND_RIGHTS = [
  'can_send_photos',
  'can_send_videos',
  'can_send_video_notes',
  'can_send_voice_notes',
  'can_send_audios',
  'can_send_documents',
  'can_send_polls',
  'can_send_other_messages',
] as const;
export type SendRight = (typeof SEND_RIGHTS)[number];

/** Words of Telegram's refusals, the longer ones first (td, `can_send_message_content`; MTProto's codes). */
const KIND_WORDS: readonly (readonly [RegExp, SendRight])[] = [
  [/video notes|roundvideos/i, 'can_send_video_notes'],
  [/videos/i, 'can_send_videos'],
  [/photos/i, 'can_send_photos'],
  [/voice notes|voices/i, 'can_send_voice_notes'],
  [/audios/i, 'can_send_audios'],
  [/documents|docs/i, 'can_send_documents'],
  [/poll/i, 'can_send_polls'],
  [/stickers|animations|gifs|games|dice|inline/i, 'can_send_other_messages'],
];

/** Which kind may not be sent, if a missing right (`what`, in Telegram's words) is about one; else null. */
export function sendRightIn(what: string): SendRight | null {
  if (!isOfOneKind(what)) return null;
  return KIND_WORDS.find(([words]) => words.test(what))?.[1] ?? null;
}

/** Without the right to one kind everything else can still be said; without words nothing can. */
export function isOfOneKind(what: string): boolean {
  return /^send (?!(?:text )?messages)|^CHAT_SEND_(?!PLAIN_)\w+_FORBIDDEN$/i.test(what);
}
