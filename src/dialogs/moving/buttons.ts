// The button under the question where a dialog is to go.

import { defineButton } from '../../platform/telegram/callback-data.ts';

/** The id is the dialog's, the revision the number of the desk. */
export const moveButton = defineButton('move-to');
