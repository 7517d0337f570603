// The buttons of dialogs: what stands in their data. Rights and state are checked at the press.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';
import { CARD_MENUS } from './card-menus.ts';
import { ACTIONS } from './dialog.ts';
import { DECISIONS } from './verbs/decide-message.ts';

/** On a card; the id is the dialog's. */
export const cardButton = defineChoice('card', ACTIONS);

/** On a card, for what opens a list; the id is the dialog's. */
export const menuButton = defineChoice('card-menu', CARD_MENUS);

/** Under such a list; the id is the dialog's. */
export const closeMenuButton = defineButton('menu-close');

/** In the list of colleagues; the id is the dialog's, the revision the colleague's number. */
export const giveButton = defineButton('give');

/** The other pages of that list; the revision is the page, from 0. */
export const givePageButton = defineButton('give-page');

/** Under the question for a note's words; the id is the dialog's, the revision the employee's number. */
export const cancelNoteButton = defineButton('note-cancel');

/** Under a word about an employee's message; the id is the message's. */
export const messageButton = defineChoice('message', DECISIONS);

/** Under the request for a rating; the id is the dialog's. */
export const ratingButton = defineChoice('rate', ['1', '2', '3', '4', '5']);
