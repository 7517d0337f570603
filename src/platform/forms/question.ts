// What the kinds of questions have in common: how each is asked, and what it makes of an answer.

import type { KeyboardButton, Message } from 'grammy/types';
import type { JsonValue } from '../outbox/message.ts';
import type { FormContext, Words } from './form.ts';

export interface Option {
  /** Letters, digits, «_» and «-», at most 24: an id of a row, a code. */
  readonly id: string;
  readonly label: string;
  /** One of those already chosen. */
  readonly chosen?: boolean;
}

export type Taken<T> =
  /** `shown`: how the answer reads under its question, where a button gave it. */
  | { readonly status: 'answered'; readonly value: T; readonly shown?: string }
  /** Asked again, with what is wrong about it. */
  | { readonly status: 'wrong'; readonly words: Words }
  /** Part of an answer: the same question, with other buttons. */
  | { readonly status: 'goes-on'; readonly memory: JsonValue };

export interface QuestionLink {
  readonly label: Words;
  readonly url: string;
}

/** What it takes to ask one question; `T` is plain JSON. */
export interface Question<T> {
  readonly kind: string;
  readonly prompt: Words;
  /** May be passed over by a button; the answer is then null. */
  readonly skip: boolean;
  /** What has been chosen so far, at first. */
  readonly memory: JsonValue;
  /** Its buttons, one in a row; `done` adds «Готово». */
  readonly options?: (ctx: FormContext, memory: JsonValue) => readonly Option[];
  readonly columns?: number;
  readonly done?: boolean;
  /** How many there are so far, for «Готово». */
  readonly countOf?: (memory: JsonValue) => number;
  /** Ways that lead elsewhere, below the options. */
  readonly links?: readonly QuestionLink[];
  /** The button of a reply keyboard, which leaves no room for others under the message. */
  readonly keyboard?: (ctx: FormContext) => KeyboardButton;
  readonly onMessage: (message: Message, ctx: FormContext, memory: JsonValue) => Taken<T>;
  readonly onOption?: (id: string, ctx: FormContext, memory: JsonValue) => Taken<T>;
  readonly onDone?: (ctx: FormContext, memory: JsonValue) => Taken<T>;
}
