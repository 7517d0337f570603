// The buttons of support; rights and state are checked at the press.

import { defineButton, defineChoice } from '../../../platform/telegram/callback-data.ts';
import { REASONS } from './call.ts';

/** Why support is called; the id is the room's. */
export const reasonButton = defineChoice('support', REASONS);
/** «Войти в группу» in the desk's thread; the id is the call's. */
export const enterButton = defineButton('support-in');
