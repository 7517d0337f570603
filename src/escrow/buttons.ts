// The buttons of a deal: under its card, under what the room reads, under a manager's messages. They carry
// the revision they were drawn from; rights and state are checked at the press.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';
import { MOVES, type MoveKind } from './rules.ts';

/** What is pressed at once; terms are asked for in words first. */
export type PressedMove = Exclude<MoveKind, 'change-terms' | 'ask-change'>;

const PRESSED = MOVES.filter(
  (move): move is PressedMove => move !== 'change-terms' && move !== 'ask-change',
);

/** The id is the deal's. */
export const moveButton = defineChoice<PressedMove>('escrow', PRESSED);

/** Asks for new terms; the id is the deal's. */
export const termsButton = defineButton('escrow-terms');

/** Has the state sent as a file; the id is the deal's. */
export const paperButton = defineButton('escrow-paper');
