// What comes due about leads: an importer who has not said what they need, an exporter who is silent, or not
// here yet.

import type { Sweep } from '../platform/sweeps.ts';

type Run = (cause: { readonly kind: 'sweep'; readonly name: string }) => Promise<void>;

export interface LeadJobsDeps {
  readonly openOverdue: Run;
  readonly openStranded: Run;
  readonly watch: Run;
  readonly ringDue: Run;
}

/** Minutes are what it is about. */
const EVERY_MS = 5_000;
/** What hardly ever happens. */
const SELDOM_MS = 60_000;

export function createLeadJobs({
  openOverdue,
  openStranded,
  watch,
  ringDue,
}: LeadJobsDeps): readonly Sweep[] {
  const sweep = (name: string, run: Run, everyMs = EVERY_MS): Sweep => ({
    name,
    everyMs,
    run: () => run({ kind: 'sweep', name }),
  });
  return [
    sweep('lead-needs', openOverdue),
    sweep('lead-silence', watch),
    sweep('lead-waits', ringDue),
    sweep('lead-stranded', openStranded, SELDOM_MS),
  ];
}
