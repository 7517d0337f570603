// What is promised until a company says otherwise: the desk's answer time for every question (seed 001), and for
// tickets what support teams of this size usually agree on.

import type { Promises, SlaTarget } from './plan.ts';

const HOUR = 60;

/** Working minutes by urgency: first answer, each later one, solution. A day is eight hours. */
const TICKETS: Readonly<Record<string, readonly [number, number, number]>> = {
  critical: [15, 30, 4 * HOUR],
  high: [30, HOUR, 8 * HOUR],
  normal: [HOUR, 2 * HOUR, 24 * HOUR],
  low: [4 * HOUR, 8 * HOUR, 40 * HOUR],
};

/** `answerMinutes`: working minutes to each answer in the desk's own dialogs. */
export function firstPromises(answerMinutes: number): SlaTarget[] {
  const dialog = { response: answerMinutes, next_response: answerMinutes, resolution: null };
  return [
    target('dialog', null, dialog),
    ...Object.entries(TICKETS).map(([urgency, [response, next_response, resolution]]) =>
      target('ticket', urgency, { response, next_response, resolution }),
    ),
  ];
}

function target(
  subject: SlaTarget['subject'],
  urgency: string | null,
  promises: Promises,
): SlaTarget {
  return { subject, typeId: null, urgency, promises };
}
