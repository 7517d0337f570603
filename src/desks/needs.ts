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
] as const;
export type DeskNeed = (typeof DESK_NEEDS)[number];
