// The buttons under what the other system has not taken. Who pressed decides what may be done.

import { defineButton } from '../../platform/telegram/callback-data.ts';

/** The id is the delivery's. */
export const retryButton = defineButton('webhook-retry');
export const skipButton = defineButton('webhook-skip');

/** The id is the newest delivery that stood in the list: what came later nobody has seen. */
export const retryAllButton = defineButton('webhook-all');
