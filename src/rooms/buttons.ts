// Buttons about rooms; each names the room, or the person it is about.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';

/** «Проверить ещё раз» under a trouble. */
export const lookAgainButton = defineButton('room-look');
/** «Дать другую группу» for a room whose group is gone. */
export const giveAnotherButton = defineButton('room-another');
/** «Открыть снова» on the card of a closed room; it names the room. */
export const reopenButton = defineButton('room-reopen');
/** One of several ways in; it names the way. */
export const wayButton = defineButton('room-way');
/** A fresh way in for whoever presses and belongs there; it names the room. */
export const backButton = defineButton('room-back');
/** Another page of them; it names the page, from 1. */
export const waysPage = defineButton('room-ways');
/** Who somebody is that was brought in by hand; it names the person. */
const NAMES = ['exporter', 'importer', 'partner', 'guest', 'client'] as const;
export const nameButton = { ...defineChoice('room-name', NAMES), choices: NAMES };
