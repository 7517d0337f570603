// Questions whose answers are messages as people send them: one (words, a photo, a voice message), or several until
// «Готово». What of a message is an answer, a feature says; it is kept as plain JSON.

import type { Message } from 'grammy/types';
import { asWritten } from '../json.ts';
import type { JsonValue } from '../outbox/message.ts';
import type { Words } from './form.ts';
import type { Question, Taken } from './question.ts';
import type { Asked } from './questions.ts';

/** What a message is worth as an answer, plain JSON; or what is wrong about it. Pure. */
export type ReadMessage<T> = (
  message: Message,
) => { readonly value: T } | { readonly wrong: Words };

export interface MessageQuestion<T> extends Asked {
  readonly read: ReadMessage<T>;
}

export interface MessagesQuestion<T> extends MessageQuestion<T> {
  /** No more than this many; none at all will do as well. */
  readonly most: number;
}

export function messageQuestion<T>({
  prompt,
  skip = false,
  read,
}: MessageQuestion<T>): Question<T> {
  return {
    ...{ prompt, skip, kind: 'message', memory: null },
    onMessage(message) {
      const taken = read(message);
      if ('wrong' in taken) return { status: 'wrong', words: taken.wrong };
      return { status: 'answered', value: taken.value };
    },
  };
}

/** In the order in which they came; «Готово» says how many there are. */
export function messagesQuestion<T>(asked: MessagesQuestion<T>): Question<readonly T[]> {
  const { prompt, skip = false, read, most } = asked;
  const takenOf = (memory: JsonValue) => (Array.isArray(memory) ? memory : []);
  return {
    ...{ prompt, skip, kind: 'messages', memory: [], done: true },
    countOf: (memory) => takenOf(memory).length,
    onMessage(message, _, memory): Taken<readonly T[]> {
      const before = takenOf(memory);
      const taken = read(message);
      if ('wrong' in taken) return { status: 'wrong', words: taken.wrong };
      if (before.length >= most) {
        return { status: 'wrong', words: { key: 'forms-enough', args: { most } } };
      }
      return { status: 'goes-on', memory: [...before, taken.value as JsonValue] };
    },
    onDone: (_, memory) => {
      const value = asWritten<readonly T[]>(takenOf(memory));
      return { status: 'answered', value, shown: String(value.length) };
    },
  };
}
