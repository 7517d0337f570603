// What may be changed about a calendar. Pure; days are «2026-12-30».

import type { WorkInterval } from './business-calendar.ts';
import type { Week } from './week-text.ts';

export type CalendarChange =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'week'; readonly week: Week }
  | { readonly kind: 'zone'; readonly timeZone: string }
  | { readonly kind: 'production'; readonly isOn: boolean }
  /** Days of their own, from – to; without hours they are off. */
  | {
      readonly kind: 'days';
      readonly from: string;
      readonly to: string;
      readonly hours: readonly WorkInterval[];
      readonly note: string;
    }
  /** As the week has them again. */
  | { readonly kind: 'drop'; readonly from: string; readonly to: string }
  | { readonly kind: 'archive' }
  | { readonly kind: 'restore' };

/** In signs. */
export const LONGEST_CALENDAR_NAME = 60;
export const LONGEST_DAY_NOTE = 60;
