// Buttons about rooms; each names the room.

import { defineButton } from '../platform/telegram/callback-data.ts';

/** «Проверить ещё раз» under a trouble. */
export const lookAgainButton = defineButton('room-look');
/** «Дать другую группу» for a room whose group is gone. */
export const giveAnotherButton = defineButton('room-another');
