// The clock of deals: each minute it asks whose silence is due.

import type { Sweep } from '../platform/sweeps.ts';

export interface EscrowJobsDeps {
  readonly watch: () => Promise<void>;
}

const EVERY_MS = 60_000;

export function createEscrowJobs({ watch }: EscrowJobsDeps): readonly Sweep[] {
  return [{ name: 'escrow-silence', everyMs: EVERY_MS, run: watch }];
}
