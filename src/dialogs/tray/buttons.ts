// The buttons of the tray. Whose list it is stands in them; who pressed decides what may be done.

import { defineChoice } from '../../platform/telegram/callback-data.ts';
import { DEEDS, REASONS, type Reason } from './tray.ts';

/** Turns to the reasons or to a page of one; the id is the employee's whose list it is, the revision the page. */
export const trayButton = defineChoice('tray', ['reasons', ...REASONS]);

/** Opens one message or does something about it; the id is the message's, the revision the list's owner. */
export const trayItemButton = defineChoice('tray-item', ['open', ...DEEDS]);

const FOR_ALL = ['repeat', 'drop', 'drop-surely'] as const;
export type ForAll = (typeof FOR_ALL)[number];

export type AllChoice = `${ForAll}--${Reason}`;

const ALL_CHOICES = FOR_ALL.flatMap((deed) =>
  REASONS.map((reason): AllChoice => `${deed}--${reason}`),
);

/**
 * Does something about all of a reason; the id is the list's owner, the revision the newest message that
 * stood there: what came later nobody has seen.
 */
export const trayAllButton = defineChoice('tray-all', ALL_CHOICES);

/** What {@link trayAllButton}'s choice is made of. */
export function readAllChoice(choice: AllChoice): { deed: ForAll; reason: Reason } | null {
  const deed = FOR_ALL.find((one) => choice.startsWith(`${one}--`));
  const reason = REASONS.find((one) => choice === `${deed}--${one}`);
  return deed && reason ? { deed, reason } : null;
}
