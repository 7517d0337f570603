// What a press under a report makes of it. Pure.

import type { Picked, Wider } from './buttons.ts';
import type { NamedPeriod } from './period.ts';
import type { ReportQuery } from './query.ts';

export type ReportPress =
  /** A menu is opened, or the report is drawn anew: nothing of the query changes. */
  | { readonly kind: 'look' }
  | { readonly kind: 'period'; readonly name: NamedPeriod }
  | { readonly kind: 'wider'; readonly wider: Wider }
  | { readonly kind: 'pick'; readonly picked: Exclude<Picked, 'plan'>; readonly id: number };

export function pressed(query: ReportQuery, press: ReportPress): ReportQuery {
  switch (press.kind) {
    case 'look':
      return query;
    case 'period':
      return { ...query, period: { kind: 'named', name: press.name } };
    case 'wider':
      return widened(query, press.wider);
    case 'pick':
      return narrowed(query, press.picked, press.id);
  }
}

function widened(query: ReportQuery, wider: Wider): ReportQuery {
  switch (wider) {
    case 'client':
      return { ...query, companyId: null };
    case 'type':
      return { ...query, typeId: null };
    case 'staff':
      return { ...query, staffId: null };
    case 'both':
      return { ...query, subject: null, typeId: null };
    case 'tickets':
      return { ...query, subject: 'ticket' };
    case 'dialogs':
      // They are of no client company and of no type.
      return { ...query, subject: 'dialog', companyId: null, typeId: null };
  }
}

/** A client company and a type have tickets alone. */
function narrowed(query: ReportQuery, picked: Exclude<Picked, 'plan'>, id: number): ReportQuery {
  if (picked === 'staff') return { ...query, staffId: id };
  const tickets = { ...query, subject: query.subject === 'dialog' ? null : query.subject };
  return picked === 'client' ? { ...tickets, companyId: id } : { ...tickets, typeId: id };
}
