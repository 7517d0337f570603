// The buttons of agreements; rights and state are checked at the press.

import { defineButton } from '../../../platform/telegram/callback-data.ts';

/** «Подтверждаю»; the id is the agreement's. */
export const confirmButton = defineButton('agree-yes');
/** «Отменить», as long as nobody has confirmed it. */
export const withdrawButton = defineButton('agree-off');
/** A page of a room's agreements; the id is the room's, the revision the page from 0. */
export const agreementsPage = defineButton('agree-list');
