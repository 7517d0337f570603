// Where a form stands, and in what words. A form belongs to one person in one place (business connection,
// chat, thread): two people fill in theirs side by side in one group.

import type { Context } from 'grammy';
import type { Cause } from '../cause.ts';
import type { Locale, TranslateArgs } from '../i18n.ts';

export type UpdateCause = Extract<Cause, { kind: 'update' }>;

/** What the forms need to find in a context. */
export type FormContext = Context & {
  readonly cause: UpdateCause;
  readonly locale: Locale;
  readonly t: (key: string, args?: TranslateArgs) => string;
};

/** The key of a sentence, alone or with its arguments, or words of people as they are. */
export type Words =
  | string
  | { readonly key: string; readonly args: TranslateArgs }
  | { readonly text: string };

export interface FormPlace {
  readonly connection: string;
  readonly chatId: number;
  /** 0 outside of topics. */
  readonly threadId: number;
  readonly userId: number;
}

export type Ending =
  | 'done'
  | 'cancelled'
  | 'command'
  | 'replaced'
  | 'expired'
  | 'outdated'
  | 'unreachable';

/** A question that stands in the chat. */
export interface Prompt {
  /** The number of the question, from 1. */
  readonly n: number;
  readonly messageId: number;
  /** Seen by the person alone; its id is of another kind. */
  readonly ephemeral: boolean;
  readonly buttons: 'inline' | 'keyboard' | 'none';
  /** Not answered yet. */
  readonly open: boolean;
}

export function keyOf({ connection, chatId, threadId, userId }: FormPlace): string {
  return `${connection}/${chatId}/${threadId}/${userId}`;
}

/**
 * Where this update stands as an answer: a message, or a press on one. Null for everything else (edits,
 * reactions, what customers of a business account write, what has no chat or no author): none of that
 * ever answers a form.
 */
export function placeOf(ctx: Context): FormPlace | null {
  const message = ctx.message ?? ctx.callbackQuery?.message;
  const user = ctx.from;
  if (!message || !user || message.chat.type === 'channel') return null;
  const placed = 'is_topic_message' in message && message.is_topic_message === true;
  return {
    connection: ('business_connection_id' in message && message.business_connection_id) || '',
    chatId: message.chat.id,
    threadId: placed ? (message.message_thread_id ?? 0) : 0,
    userId: user.id,
  };
}

export function isPrivate({ chatId, userId }: FormPlace): boolean {
  return chatId === userId;
}

/** Words as the person reads them. */
export function inWords(words: Words, t: FormContext['t']): string {
  if (typeof words === 'string') return t(words);
  return 'key' in words ? t(words.key, words.args) : words.text;
}
