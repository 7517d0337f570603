// The files of rooms, wired.

import { ROLES } from '../../../staff/staff.ts';
import type { TrailPart, TrailTools } from '../tools.ts';
import { createFileHandlers } from './handlers.ts';
import { createHashing, type HashingDeps } from './hashing-service.ts';
import { createFileJobs } from './jobs.ts';
import { createFileOutgoing } from './outgoing.ts';
import { createRoomFileRepository } from './repository.ts';
import { createFileService } from './service.ts';
import { createFileViews } from './views.ts';

export interface FilesDeps extends TrailTools {
  readonly read: HashingDeps['read'];
}

export function createFiles(deps: FilesDeps): TrailPart {
  const { database, t } = deps;
  const files = createRoomFileRepository(database);
  const service = createFileService({ ...deps, files });
  const views = createFileViews(t);
  const { list, messages } = createFileOutgoing({ ...deps, files, views });
  const hashDue = createHashing({ ...deps, files });
  return {
    composer: createFileHandlers({ ...deps, service, views, list }),
    messages,
    projections: {},
    sweeps: [createFileJobs({ ...deps, hashDue })],
    commands: [{ command: 'files', words: 'files-menu', where: ['room'], roles: ROLES }],
  };
}
