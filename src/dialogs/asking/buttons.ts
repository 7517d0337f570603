// The buttons of questions to colleagues; rights and state are checked at the press.

import { defineButton } from '../../platform/telegram/callback-data.ts';

/** «Отозвать вопрос»; the id is the question's. */
export const withdrawButton = defineButton('ask-withdraw');
/** «Спросить другого»; the id is the dialog's. */
export const askAnotherButton = defineButton('ask-another');
