// A chat as it is kept: who is in it, what was said, which topics it has.
import type {
  Chat,
  ChatAdministratorRights,
  ChatPermissions,
  InlineKeyboardMarkup,
  KeyboardButton,
  Message,
  ReactionType,
} from '@grammyjs/types';

export type ChatKind = Chat['type'];

export type MemberStatus =
  | 'creator'
  | 'administrator'
  | 'member'
  | 'restricted'
  | 'left'
  | 'kicked';

export type Rights = Partial<Record<keyof ChatAdministratorRights, boolean>>;

export type Member = {
  readonly userId: number;
  readonly status: MemberStatus;
  /** Of an administrator; the owner has them all. */
  readonly rights: Rights;
  /** Of a restricted member: what is forbidden is false. */
  readonly permissions: ChatPermissions;
  /** Shown beside the name. */
  readonly tag?: string;
  /** Of an administrator: who made them one, and may unmake them. */
  readonly promotedById?: number;
};

/** A message that one person alone sees, besides its author. */
export type Ephemeral = {
  readonly stored: Stored;
  /** The last message of the chat when it came: it stands after that. */
  readonly after: number;
  /** The message in whose place it is shown. */
  readonly replaces?: number;
  /** Milliseconds: when it was sent. */
  readonly at: number;
  /** The receiver's program shows such messages. */
  readonly arrived: boolean;
};

/** A way into a chat: at once, or by asking for it. */
export type InviteLink = {
  readonly url: string;
  readonly creatorId: number;
  readonly isPrimary: boolean;
  name: string;
  createsJoinRequest: boolean;
  /** Unix seconds; 0: never. */
  expiresAt: number;
  /** How many may be in the chat by it at a time; 0: any number. */
  memberLimit: number;
  isRevoked: boolean;
  /** Who came in by it. */
  readonly joined: Set<number>;
};

/** Somebody asks to be let in. */
export type JoinRequest = { readonly userId: number; readonly link: InviteLink };

/** A message in its present form. `message` is replaced, never changed: updates keep what was then. */
export type Stored = {
  message: Message;
  deleted: boolean;
  readonly reactions: Map<number, ReactionType[]>;
  /** The keyboard it put under the input field of its reader, which no Message object shows. */
  readonly keyboard?: readonly (readonly KeyboardButton[])[] | 'removed';
  readonly protectedContent: boolean;
};

export type Topic = {
  readonly id: number;
  name: string;
  readonly iconColor: number;
  iconEmojiId?: string;
  closed: boolean;
  readonly creatorId: number;
};

export type ChatState = {
  readonly id: number;
  readonly kind: ChatKind;
  title: string;
  readonly username?: string;
  isForum: boolean;
  /** Two people's own chat, which one of them lets the bot see; not the bot's. */
  business?: { readonly ownerId: number; readonly customerId: number };
  /** Of a channel: its discussion group; of the group: the channel. */
  linkedChatId?: number;
  readonly members: Map<number, Member>;
  readonly messages: Map<number, Stored>;
  /** By ids of their own. */
  readonly ephemeral: Map<number, Ephemeral>;
  readonly topics: Map<number, Topic>;
  readonly links: Map<string, InviteLink>;
  /** By who asks; each asks once. */
  readonly joinRequests: Map<number, JoinRequest>;
  description: string;
  /** The file that is its picture. */
  photoId: string | null;
  /** Pinned message ids, the latest last. */
  pinned: number[];
  lastMessageId: number;
  deleted: boolean;
  migratedTo?: number;
};

export type NewChat = {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly username?: string;
  readonly isForum?: boolean;
};

/** A chat in which nobody is and nothing was said. */
export function createChatState({ isForum = false, ...chat }: NewChat): ChatState {
  return {
    ...chat,
    isForum,
    members: new Map(),
    messages: new Map(),
    ephemeral: new Map(),
    topics: new Map(),
    links: new Map(),
    joinRequests: new Map(),
    description: '',
    photoId: null,
    pinned: [],
    lastMessageId: 0,
    deleted: false,
  };
}

/** Basic groups and supergroups, forums among them. */
export function isGroup(chat: ChatState): boolean {
  return chat.kind === 'group' || chat.kind === 'supergroup';
}

/** The rows of buttons below a message; none where it has none. */
export function inlineKeyboardOf(stored: Stored): InlineKeyboardMarkup['inline_keyboard'] {
  return stored.message.reply_markup?.inline_keyboard ?? [];
}

/** The chat's name in the server's refusals. */
export function kindInWords(chat: ChatState): string {
  return chat.kind === 'private' ? 'private chat' : `${chat.kind} chat`;
}
