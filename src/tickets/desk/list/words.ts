// What is typed after `/tickets`, as a question. Whatever is not understood is left out, and said so. Pure.

import type { Named } from '../card-facts.ts';
import { ALL_OPEN, NOBODYS, type TicketQuery } from './query.ts';

export interface Known {
  readonly companies: readonly Named[];
  readonly staff: readonly Named[];
  /** «просроченные», «мои» in every language, in small letters. */
  readonly overdue: readonly string[];
  readonly mine: readonly string[];
  /** «без ответственного» */
  readonly nobodys: readonly string[];
  /** Who asks. */
  readonly selfId: number;
}

/** A company or an employee by a part of the name; of several the first. Null: nothing is understood. */
export function readTicketQuery(text: string, known: Known): TicketQuery | null {
  const words = plain(text);
  if (words === '') return ALL_OPEN;
  if (known.overdue.some((word) => plain(word) === words)) return { ...ALL_OPEN, overdue: true };
  if (known.mine.some((word) => plain(word) === words))
    return { ...ALL_OPEN, staffId: known.selfId };
  if (known.nobodys.some((word) => plain(word) === words)) return { ...ALL_OPEN, staffId: NOBODYS };
  const company = known.companies.find(({ name }) => plain(name).includes(words));
  if (company) return { ...ALL_OPEN, companyId: company.id };
  const person = known.staff.find(({ name }) => plain(name).includes(words));
  return person ? { ...ALL_OPEN, staffId: person.id } : null;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('\u0451', '\u0435').replace(/\s+/g, ' ');
}
