// Whether there is anything in a room's lists.

import type { Tx } from '../../platform/database/index.ts';
import { LISTED_MEDIA } from './files/file.ts';
import type { ListName } from './list.ts';

export type ListRepository = ReturnType<typeof createListRepository>;

export function createListRepository() {
  /** What is asked and not listed is never empty. */
  async function isEmpty(tx: Tx, name: ListName, roomId: number): Promise<boolean> {
    const only = { select: { id: true } } as const;
    switch (name) {
      case 'room-agreements':
        return (await tx.roomAgreement.findFirst({ where: { roomId }, ...only })) === null;
      case 'room-checkpoints':
        return (await tx.roomCheckpoint.findFirst({ where: { roomId }, ...only })) === null;
      case 'room-files': {
        const where = { roomId, media: { in: [...LISTED_MEDIA] } };
        return (await tx.roomFile.findFirst({ where, ...only })) === null;
      }
      case 'room-support-why':
        return false;
    }
  }

  return { isEmpty };
}
