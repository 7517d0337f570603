// The buttons of desks: what stands in their data. Rights are checked at the press.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';

/**
 * Under a post in a channel: whoever presses is known, as who posts there is not. The channel is that of
 * the post; the id is of no meaning.
 */
export const hereButton = defineButton('desk-here');

/** Beside other desks: the id is of the desk that is to move here; of no meaning to «add». */
export const whichButton = defineChoice('desk-which', ['move', 'add']);
