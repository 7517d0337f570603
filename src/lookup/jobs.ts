// What lookup does by itself.

import type { Sweep } from '../platform/sweeps.ts';
import type { DialogListService } from './dialog-list-service.ts';
import type { SearchIndexService } from './search-index-service.ts';

export interface LookupJobsDeps {
  readonly dialogList: Pick<DialogListService, 'forgetUnused'>;
  readonly searchIndex: SearchIndexService;
}

const HOUR_MS = 3_600_000;

export function createLookupJobs(deps: LookupJobsDeps): readonly Sweep[] {
  const { dialogList, searchIndex } = deps;
  return [
    { name: 'search-index', run: searchIndex.catchUp },
    { name: 'unused-lists', everyMs: HOUR_MS, run: dialogList.forgetUnused },
  ];
}
