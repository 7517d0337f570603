// The data behind a form's button: whose form, opened by which update, which of its questions, and what
// is chosen. It proves nothing: the form that is open for whoever pressed is asked.

import { MAX_CALLBACK_DATA_BYTES } from '../telegram/callback-data.ts';

export interface FormPress {
  readonly userId: number;
  readonly openedBy: number;
  /** The question, from 1. */
  readonly n: number;
  readonly choice: Choice;
}

export type Choice =
  | { readonly kind: 'option'; readonly id: string }
  | { readonly kind: 'cancel' | 'skip' | 'done' };

const PREFIX = 'form:';
const LETTERS = { cancel: 'c', skip: 's', done: 'd' } as const;
const PATTERN = /^form:([0-9a-z]{1,11}):([0-9a-z]{1,11}):([0-9a-z]{1,3}):(?:([csd])|o([\w-]+))$/;

/** @throws RangeError for an option whose id is no word, or too long for a button */
export function encodePress({ userId, openedBy, n, choice }: FormPress): string {
  const parts = [userId, openedBy, n].map((part) => part.toString(36)).join(':');
  const chosen = choice.kind === 'option' ? `o${choice.id}` : LETTERS[choice.kind];
  const data = `${PREFIX}${parts}:${chosen}`;
  if (!PATTERN.test(data) || Buffer.byteLength(data) > MAX_CALLBACK_DATA_BYTES) {
    throw new RangeError(`a form's button cannot carry «${data}»`);
  }
  return data;
}

/** What was encoded; null for the data of anything else. */
export function parsePress(data: string | undefined): FormPress | null {
  const match = PATTERN.exec(data ?? '');
  if (!match) return null;
  const [userId, openedBy, n] = match.slice(1, 4).map((part) => Number.parseInt(part, 36));
  const letter = match[4];
  const choice: Choice =
    letter === undefined
      ? { kind: 'option', id: match[5] ?? '' }
      : { kind: letter === 'c' ? 'cancel' : letter === 's' ? 'skip' : 'done' };
  return { userId: userId ?? 0, openedBy: openedBy ?? 0, n: n ?? 0, choice };
}

/** Whether a press is a form's, be it a readable one or not. */
export function isFormPress(data: string | undefined): boolean {
  return data?.startsWith(PREFIX) ?? false;
}
