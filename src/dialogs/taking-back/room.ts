// Taking answers back, as dialogs put it to use: wired here, nothing runs by itself.

import type { MessagePort } from '../../platform/outbox/index.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { ROLES } from '../../staff/staff.ts';
import type { DialogHere } from '../handlers/here.ts';
import type { MoreEntry } from '../handlers/more.ts';
import { createAnswerArrived } from '../verbs/record-delivery.ts';
import { createTakingBackHandlers, takeBackEntry } from './handlers.ts';
import { createTakingBackOutgoing, type TakingBackOutgoingDeps } from './outgoing.ts';
import { createRecordTakingBack } from './record.ts';
import { createTakingBackService, type TakeBackDeps } from './service.ts';

export interface TakingBackDeps
  extends TakeBackDeps,
    Omit<TakingBackOutgoingDeps, 'recordTakingBack' | keyof TakeBackDeps> {
  readonly dialogHere: DialogHere;
}

export interface TakingBack {
  readonly composer: ReturnType<typeof createTakingBackHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly [];
  readonly commands: readonly ListedCommand[];
  readonly entries: readonly MoreEntry[];
}

/** Its composer comes before the relay of what staff write. */
export function createTakingBack(deps: TakingBackDeps): TakingBack {
  const takingBackService = createTakingBackService(deps);
  const answerArrived = createAnswerArrived(deps);
  const recordTakingBack = createRecordTakingBack({ ...deps, answerArrived });
  return {
    composer: createTakingBackHandlers({ ...deps, takingBackService }),
    messages: createTakingBackOutgoing({ ...deps, recordTakingBack }),
    sweeps: [],
    commands: [{ command: 'del', words: 'thread-menu-del', where: ['group'], roles: ROLES }],
    entries: [takeBackEntry(takingBackService)],
  };
}
