// One run of a form, from one answer to the next question: what it works with, and what it leaves behind.

import type { Context } from 'grammy';
import type { Cause } from '../cause.ts';
import type { FormContext, FormPlace, Prompt } from './form.ts';
import type { Speaker } from './speaker.ts';

export interface Run {
  readonly place: FormPlace;
  readonly speaker: Speaker;
  readonly identity: { readonly userId: number; readonly openedBy: number };
  /** The questions asked so far; those that stand in the chat are open. */
  readonly prompts: Prompt[];
  /** What stopped it from within, as it was thrown. */
  failure: { readonly error: unknown } | null;
  readonly now: () => Date;
  /** Takes away what still stands of a question. */
  tidy(api: Context['api'], n: number, text?: string): Promise<void>;
  /** The cause that a service settles: it ends the form as well. */
  causeOf(ctx: FormContext): Cause;
}

export interface RunDeps {
  readonly place: FormPlace;
  readonly speaker: Speaker;
  readonly openedBy: number;
  readonly prompts: readonly Prompt[];
  /** Null: it is being opened, and there is no row of it yet. */
  readonly formId: number | null;
  readonly now: () => Date;
}

export function createRun({ place, speaker, openedBy, formId, now, ...deps }: RunDeps): Run {
  const prompts = [...deps.prompts];
  return {
    place,
    speaker,
    identity: { userId: place.userId, openedBy },
    prompts,
    failure: null,
    now,
    async tidy(api, n, text) {
      for (const [index, prompt] of prompts.entries()) {
        if (prompt.n !== n || !prompt.open) continue;
        await speaker.tidy(api, place, prompt, text);
        prompts[index] = { ...prompt, open: false };
      }
    },
    causeOf: ({ cause }) => (formId === null ? cause : { ...cause, form: formId }),
  };
}
