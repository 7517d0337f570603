// A report that somebody asked for, as it is kept while they press under it.

import type { Reader } from '../../platform/outbox/words.ts';
import type { ReportQuery } from './query.ts';

export interface KeptReport {
  readonly id: number;
  /** Who asked for it. */
  readonly staffId: number;
  /** Where it is read: files of it come there too. */
  readonly reader: Reader;
  readonly query: ReportQuery;
}
