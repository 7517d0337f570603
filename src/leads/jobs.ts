// What comes due about leads: an importer who has not said what they need, an exporter who is silent.

import type { Sweep } from '../platform/sweeps.ts';

export interface LeadJobsDeps {
  readonly openOverdue: (cause: { readonly kind: 'sweep'; readonly name: string }) => Promise<void>;
  readonly openStranded: (cause: {
    readonly kind: 'sweep';
    readonly name: string;
  }) => Promise<void>;
  readonly watch: (cause: { readonly kind: 'sweep'; readonly name: string }) => Promise<void>;
}

/** Minutes are what it is about. */
const EVERY_MS = 5_000;
/** What hardly ever happens. */
const SELDOM_MS = 60_000;

export function createLeadJobs({
  openOverdue,
  openStranded,
  watch,
}: LeadJobsDeps): readonly Sweep[] {
  const sweep = (name: string, run: LeadJobsDeps['watch'], everyMs = EVERY_MS): Sweep => ({
    name,
    everyMs,
    run: () => run({ kind: 'sweep', name }),
  });
  return [
    sweep('lead-needs', openOverdue),
    sweep('lead-silence', watch),
    sweep('lead-stranded', openStranded, SELDOM_MS),
  ];
}
