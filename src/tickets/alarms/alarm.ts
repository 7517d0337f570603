// Who hears of a clock that runs out or has run out: nobody is told twice of one step, and nothing is told to nobody.
// Pure.

import type { Told } from '../../sla/index.ts';
import type { Circle } from '../../sla/plan.ts';
import type { Staff } from '../../staff/staff.ts';

/** Whom there is to be told. */
export interface Reachable {
  /** Whoever answers for the ticket; null: nobody, or somebody who has left. */
  readonly responsible: Staff | null;
  readonly supervisors: readonly Staff[];
  /** The ticket has a thread on a desk. */
  readonly onDesk: boolean;
}

export interface Audience {
  /** In private, each once. */
  readonly people: readonly Staff[];
  readonly inThread: boolean;
  /** One line in the desk's general place. */
  readonly atDesk: boolean;
}

/** A warning is for whoever answers for it; a missed deadline for each circle whose turn has come. */
export function audienceOf(
  { step, circles }: Pick<Told, 'step' | 'circles'>,
  { responsible, supervisors, onDesk }: Reachable,
): Audience {
  const told: readonly Circle[] = step.kind === 'warn' ? ['responsible'] : circles;
  const own = told.includes('responsible');
  const team = told.includes('team');
  const inThread = own && responsible === null && onDesk;
  // A ticket that nobody has and that stands nowhere yet is told to those who can do something about it.
  const unheard = !onDesk && (team || (own && responsible === null));
  const people = [
    ...(own && responsible ? [responsible] : []),
    ...(told.includes('supervisors') || unheard ? supervisors : []),
  ];
  const each = new Map(people.map((one) => [one.id, one]));
  return { people: [...each.values()], inThread, atDesk: team && onDesk };
}
