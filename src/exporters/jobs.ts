// What comes due about exporters: a decision that nobody has taken.

import type { Sweep } from '../platform/sweeps.ts';
import type { ExporterService } from './service.ts';

/** Hours are what it is about. */
const EVERY_MS = 60_000;
const NAME = 'exporters-undecided';

export function createExporterJobs({ remind }: Pick<ExporterService, 'remind'>): readonly Sweep[] {
  return [{ name: NAME, everyMs: EVERY_MS, run: () => remind({ kind: 'sweep', name: NAME }) }];
}
