// Which of the updates in a form's place are answers to it, and which mean its end. Whatever a person does
// besides goes its own way: nothing is swallowed that was meant for somebody else.

import type { Message } from 'grammy/types';
import { repliedTo } from '../telegram/author.ts';
import type { FormContext } from './form.ts';
import { type FormPress, isFormPress, parsePress } from './press.ts';
import type { FormRow } from './repository.ts';

export type Meaning =
  | { readonly kind: 'answer' }
  /** «Отмена» or /cancel. */
  | { readonly kind: 'cancel' }
  /** Any other command: it ends the form, and is then obeyed. */
  | { readonly kind: 'command' }
  /** A press on a question that is not this form's. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'not-meant' };

/** What people send each other; everything else (joins, pins, shared chats) is Telegram's to tell. */
const CONTENT: readonly (keyof Message)[] = [
  'text',
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'document',
  'sticker',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
  'story',
];

/** `cancels`: what the button «Отмена» is called, in every language. */
export function meaningOf(ctx: FormContext, row: FormRow, cancels: ReadonlySet<string>): Meaning {
  if (ctx.callbackQuery) return meaningOfPress(ctx.callbackQuery.data, row);
  const { message } = ctx;
  if (!message || !CONTENT.some((kind) => kind in message)) return { kind: 'not-meant' };
  const command = commandOf(message, ctx.me.username);
  if (command === 'not-ours') return { kind: 'not-meant' };
  if (command !== null) return { kind: command === 'cancel' ? 'cancel' : 'command' };
  const keyboard = row.prompts.some(({ open, buttons }) => open && buttons === 'keyboard');
  if (keyboard && cancels.has(message.text ?? '')) return { kind: 'cancel' };
  return { kind: isAddressed(message, row) ? 'answer' : 'not-meant' };
}

/** The press of somebody who is asked nothing here, or something else. Null: it is no form's. */
export function pressOf(ctx: FormContext): FormPress | 'unreadable' | null {
  const { data } = ctx.callbackQuery ?? {};
  return parsePress(data) ?? (isFormPress(data) ? 'unreadable' : null);
}

function meaningOfPress(data: string | undefined, row: FormRow): Meaning {
  const press = parsePress(data);
  if (!press) return { kind: isFormPress(data) ? 'stale' : 'not-meant' };
  const isOurs = press.userId === row.place.userId && press.openedBy === row.openedBy;
  if (!isOurs) return { kind: 'stale' };
  return { kind: press.choice.kind === 'cancel' ? 'cancel' : 'answer' };
}

/**
 * Who replies to something else on purpose speaks to somebody else: to a colleague in a group, to the desk
 * in private. One who replies to nothing answers what was asked last.
 */
function isAddressed(message: Message, { prompts }: FormRow): boolean {
  const target = repliedTo(message);
  if (!target) return true;
  return prompts.some(
    ({ messageId, ephemeral }) =>
      messageId === (ephemeral ? target.ephemeral_message_id : target.message_id),
  );
}

function commandOf({ text, entities = [] }: Message, bot: string): string | null {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!entity || text === undefined) return null;
  const [name = '', addressee] = text.slice(1, entity.length).toLowerCase().split('@');
  return addressee === undefined || addressee === bot.toLowerCase() ? name : 'not-ours';
}
