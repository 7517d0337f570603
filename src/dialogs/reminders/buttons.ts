// The buttons of reminders; rights and state are checked at the press.

import { defineButton, defineChoice } from '../../platform/telegram/callback-data.ts';

/** When: in so long, or in the morning. */
export const REMIND_CHOICES = ['30m', '1h', '3h', 'morning'] as const;
export type RemindChoice = (typeof REMIND_CHOICES)[number];

/** Under the question when to remind; the id is the dialog's. */
export const remindButton = defineChoice('remind', REMIND_CHOICES);

/** Under a reminder that was said; the id is its own. */
export const remindAgainButton = defineChoice('remind-again', REMIND_CHOICES);

/** Under the word that a reminder is set; the id is its own. */
export const remindCancelButton = defineButton('remind-cancel');
