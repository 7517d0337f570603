// The buttons of partners. What each is about stands in its data; rights and states are asked at the press.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';
import { DECLINE_REASONS } from './invitation.ts';
import { REJECTIONS } from './partner.ts';

/** Under a partner's card; the id is the partner's. */
export const partnerButton = defineChoice('partner', [
  ...(['confirm', 'reject', 'back', 'block', 'unblock'] as const),
  ...REJECTIONS,
]);
/** Leads from the list to a card; the id is the partner's. */
export const partnerOpen = defineButton('partner-open');
/** A page of the list; the id is its number, from 1. */
export const partnerPage = defineButton('partner-page');
/** Under the link; the id is the employee's number. */
export const linkRenew = defineButton('partner-link');
/** The id is the specialization's. */
export const fieldButton = defineChoice('partner-field', ['hide', 'show']);

/** Under what a partner is asked; the id is the invitation's. */
export const invitedButton = defineChoice('invited', [
  ...(['accept', 'decline', 'back', 'show'] as const),
  ...DECLINE_REASONS,
]);
/** Takes an invitation back; the id is the invitation's. */
export const withdrawButton = defineButton('uninvite');
/** Asks another partner the same; the id is the question's, the revision the partner's. */
export const insteadButton = defineButton('invite-instead');
/** The id is the invitation's by which the partner came. */
export const rateButton = defineChoice('partner-rate', ['1', '2', '3', '4', '5']);
/** Under `/my`; the id is the partner's. */
export const myButton = defineChoice('partner-my', [
  'fields',
  'languages',
  'about',
  'away',
  'back',
]);
