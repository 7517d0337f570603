// The buttons of checkpoints; rights and state are checked at the press. The id is the checkpoint's.

import { defineButton, defineChoice } from '../../../platform/telegram/callback-data.ts';
import { MOVE_REASONS } from './checkpoint.ts';

export const doneButton = defineButton('cp-done');
/** «Перенести»: opens the question to when. */
export const moveButton = defineButton('cp-move');
/** «Ответственный»: opens the list of who is here. */
export const whoButton = defineButton('cp-who');
/** One of them; the revision is the person. */
export const nameButton = defineButton('cp-name');
export const cancelButton = defineButton('cp-off');

/** By so many days. */
export const MOVE_DAYS = ['1', '3', '7'] as const;
export type MoveDays = (typeof MOVE_DAYS)[number];
export const daysButton = defineChoice('cp-days', MOVE_DAYS);

/** By so many days, and why: «3-papers». */
export const MOVES = MOVE_DAYS.flatMap((days) =>
  MOVE_REASONS.map((reason) => `${days}-${reason}` as const),
);
export const reasonButton = defineChoice('cp-why', MOVES);

/** A page of a room's checkpoints; the id is the room's, the revision the page from 0. */
export const checkpointsPage = defineButton('cp-list');
