// The buttons of files; rights and state are checked at the press.

import { defineButton, defineChoice } from '../../../platform/telegram/callback-data.ts';
import { FILE_KINDS } from './file.ts';

/** A page of a room's files: the id is the room's, the revision the page from 0. */
export const filesPage = defineChoice('files', ['all', ...FILE_KINDS]);
/** Has a file sent again; the id is the file's. */
export const fileButton = defineButton('file-again');
/** Says what kind of paper a file is. */
export const fileKindButton = defineChoice('file-kind', FILE_KINDS);
