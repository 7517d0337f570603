// The buttons of the card that a client has of a ticket; rights and state are checked at the press.

import { defineChoice } from '../../platform/telegram/callback-data.ts';

/** «Подтвердить», «Вернуть в работу», «Отозвать»; the id is the ticket's, the revision the ticket's as it was drawn. */
export const ownButton = defineChoice('request', ['confirm', 'return', 'withdraw']);
/** How well it was done, from 1 to 5; the id is the ticket's, the revision the person who is asked. */
export const rateButton = defineChoice('request-rate', ['1', '2', '3', '4', '5']);
