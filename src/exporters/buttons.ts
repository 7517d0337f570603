// The buttons about exporters. Who pressed, and what is so now, decides what may be done.

import { defineButton, defineChoice } from '../platform/telegram/callback-data.ts';
import { DECISIONS, REASONS, type ReasonedDecision } from './exporter.ts';

/** On the card; the id is the exporter's. */
export const exporterButton = defineChoice('exporter', [
  ...DECISIONS,
  'open',
  'managers',
  'people',
  'take',
]);

const REASON_CHOICES = [
  ...REASONS.reject.map((reason) => `reject--${reason}` as const),
  ...REASONS.block.map((reason) => `block--${reason}` as const),
  'reject--words',
  'block--words',
] as const;
export type ReasonChoice = (typeof REASON_CHOICES)[number];

/** Why it is rejected or blocked; the id is the exporter's. */
export const reasonButton = defineChoice('exporter-why', REASON_CHOICES);

/** What {@link reasonButton}'s choice is made of; a null reason is to be put into words. */
export function readReasonChoice(choice: ReasonChoice): {
  readonly decision: ReasonedDecision;
  readonly reason: string | null;
} {
  const [decision, reason] = choice.split('--') as [ReasonedDecision, string];
  return { decision, reason: reason === 'words' ? null : reason };
}

/** Names a manager: the id is the exporter's, the revision the employee's number. */
export const managerButton = defineButton('exporter-manager');

/** A page of the list, from 1. */
export const listButton = defineButton('exporters');

/** In which language somebody registers; the id is the registration's. */
export const languageButton = defineChoice('exporter-language', ['ru', 'en']);

/** Whether somebody is a colleague; the id is the invitation's. */
export const askedButton = defineChoice('exporter-asked', ['accept', 'refuse']);

/** A person's own company: invites a colleague; the id is the company's. */
export const inviteButton = defineButton('exporter-invite');

/** A person's own company: its groups; the id is the page, from 1; revision 1 turns a list that is there. */
export const roomsButton = defineButton('exporter-rooms');

/** Somebody belongs to a company no more: asked about first; the id is the person's. */
export const partButton = defineChoice('exporter-part', ['ask', 'yes']);
