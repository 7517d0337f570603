// The buttons about leads. Who pressed, and what is so now, decides what may be done.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';
import { LEAD_LISTS } from './lead-query.ts';

/** The first answer: the id is the lead's. */
export const answerButton = defineChoice('lead-answer', ['prepare', 'change', 'send', 'template']);

/** By when the offer is promised, in days from today; `other`: a date in words. */
export const promiseButton = defineChoice('lead-promise', ['0', '1', '3', '7', 'other']);

/** What a manager does about a silent exporter. */
export const rescueButton = defineChoice('lead-rescue', ['answer', 'phones', 'others', 'enter']);

/** Offers another exporter's product: the id is the lead's, the revision the product's. */
export const suggestButton = defineButton('lead-suggest');

/** Shows the stages there are: the id is the lead's. */
export const stagesButton = defineButton('lead-stages');

/** Sets a stage: the id is the lead's, the revision the place of the stage, from 1. */
export const stageButton = defineButton('lead-stage');

/** A list of leads: what it shows stands in the revision, see lead-query.ts. */
export const leadListButton = defineChoice('leads', LEAD_LISTS);

/** Opens one of a list: the id is the lead's, the rest leads back to the list. */
export const leadViewButton = defineChoice('lead-view', LEAD_LISTS);

/** Offers what a list can be narrowed to: the id is the list's place, from 1. */
export const leadNarrowButton = defineChoice('leads-by', ['exporter', 'storefront']);
