// The buttons of a ticket's staff card; rights and state are checked at the press.

import { defineButton, defineChoice } from '../../platform/telegram/callback-data.ts';
import { STAFF_ACTIONS } from '../ticket.ts';

/** The id is the ticket's, the revision its own. */
export const actionButton = defineChoice('ticket-do', STAFF_ACTIONS);
/** «Передать» */
export const assignButton = defineButton('ticket-assign');
/** «Ещё…» */
export const moreButton = defineButton('ticket-more');
