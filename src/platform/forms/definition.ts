// What a form is: its name and version, what it is opened with, and what it asks.

import type { z } from 'zod';
import type { JsonObject } from '../outbox/message.ts';
import type { FormContext } from './form.ts';
import type { Talk } from './talk.ts';

export const DEFAULT_MINUTES = 30;

export interface FormDefinition<C extends FormContext, Args extends JsonObject> {
  /** Unique, and never another's: it stands in rows. */
  readonly name: string;
  /**
   * To be raised with each change of what is asked, or in which order: whoever is in the middle of it is
   * told, and asked anew.
   */
  readonly version: number;
  /** What it is opened with: ids and plain values. Read again after a deploy. */
  readonly args: z.ZodType<Args>;
  /** Minutes without an answer after which it ends; 30 where nothing is said. */
  readonly minutes?: number;
  /**
   * Asks, and ends with one call of a service in `talk.finish`. Runs anew with each answer, up to where it
   * was: nothing in it but the talk may have an effect, ask the hour or throw dice.
   */
  readonly run: (talk: Talk<C>, args: Args) => Promise<void>;
}
