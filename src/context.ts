// What a handler finds in its context. Types only.

import type { Context } from 'grammy';
import type { Cause } from './platform/cause.ts';
import type { Locale, TranslateArgs } from './platform/i18n.ts';
import type { Staff } from './staff/staff.ts';

export interface DeskroomFlavor {
  /** This update, for services to settle in their transaction. */
  readonly cause: Extract<Cause, { kind: 'update' }>;
  /** The employee who acts; null for everybody else, whatever chat they are in. */
  readonly staff: Staff | null;
  /** The language of the person who acts. */
  readonly locale: Locale;
  /** Words in that language. */
  readonly t: (key: string, args?: TranslateArgs) => string;
}

export type BotContext = Context & {
  -readonly [name in keyof DeskroomFlavor]: DeskroomFlavor[name];
};
