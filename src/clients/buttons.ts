// The buttons that clients press.

import { defineButton } from '../platform/telegram/callback-data.ts';

/** Under the greeting: the id is the desk's. */
export const deskChoice = defineButton('client-desk');
