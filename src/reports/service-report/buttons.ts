// The buttons under a report. The id is the report's, but for what is picked from a list: there it is the row's, and
// the report is the revision. Who may press is checked at the press.

import { defineButton, defineChoice } from '../../platform/telegram/callback-data.ts';
import { NAMED_PERIODS } from './period.ts';

/** Menus that can be opened; `report` is the report itself, drawn anew. */
const MENUS = ['report', 'period', 'client', 'type', 'staff', 'plan', 'mailing'] as const;
export type ReportMenu = (typeof MENUS)[number];

/** Lists longer than a keyboard have pages: the revision is the page, from 0. */
export const menuButton = defineChoice('report', MENUS);

export const FILES = ['chart', 'table', 'dates'] as const;
/** Asks for something that comes as a message of its own. */
export const askButton = defineChoice('report-ask', FILES);

export const periodButton = defineChoice('report-for', NAMED_PERIODS);

/** Takes a limit away, or takes one of the subjects alone. */
const WIDER = ['client', 'type', 'staff', 'both', 'tickets', 'dialogs'] as const;
export type Wider = (typeof WIDER)[number];
export const widerButton = defineChoice('report-all', WIDER);

export const PICKS = ['client', 'type', 'staff', 'plan'] as const;
export type Picked = (typeof PICKS)[number];
export const pickButton = defineChoice('report-of', PICKS);

/** Whether a client's group reads the weekly report: the id is the company's. */
export const mailingButton = defineButton('report-mail');

/** Whether whoever presses gets the weekly report themselves: the id is that of the employee it was drawn for. */
export const ownMailingButton = defineButton('report-mail-me');
