// What lookup does by itself.

import type { Sweep } from '../platform/sweeps.ts';
import type { DialogListService } from './dialog-list-service.ts';

export interface LookupJobsDeps {
  readonly dialogList: Pick<DialogListService, 'forgetUnused'>;
}

const HOUR_MS = 3_600_000;

export function createLookupJobs({ dialogList }: LookupJobsDeps): readonly Sweep[] {
  return [{ name: 'unused-lists', everyMs: HOUR_MS, run: dialogList.forgetUnused }];
}
