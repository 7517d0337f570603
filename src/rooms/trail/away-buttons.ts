// «Отмена» under a question that the bot asks in a room: whoever does not want to answer takes it away.

import { defineButton } from '../../platform/telegram/callback-data.ts';

/** The id is the room's. */
export const awayButton = defineButton('trail-away');
