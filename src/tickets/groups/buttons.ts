// The buttons of words about clients that come by themselves; rights and state are checked at the press.

import { defineButton } from '../../platform/telegram/callback-data.ts';

/** «Назначить менеджера»; the id is the client's. */
export const nameManagerButton = defineButton('client-manager');
