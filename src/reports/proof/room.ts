// The proof of a ticket as the program puts it to use: wired here, nothing runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import { createProofHandlers } from './handlers.ts';
import { createProofRepository } from './repository.ts';
import { createProofService, type ProofServiceDeps } from './service.ts';
import { createProofPort } from './telegram-proof.ts';
import { createProofViews } from './views.ts';

export interface ProofDeps extends Omit<ProofServiceDeps, 'roomOf'> {
  readonly logger: Logger;
  readonly t: Translate;
}

export function createProof(deps: ProofDeps) {
  const { database, t, clock, logger } = deps;
  const { read, roomOf } = createProofRepository(database);
  const service = createProofService({ ...deps, roomOf });
  const messages: Record<string, MessagePort> = {
    'ticket-log': createProofPort({ read, clock, views: createProofViews(t) }),
  };
  const commands: readonly ListedCommand[] = [
    { command: 'ticket_log', words: 'proof-menu', where: ['private', 'group'], roles: ROLES },
  ];
  const composer = createProofHandlers({ service, replyNow: createReplyNow(logger) });
  return { service, composer, messages, commands };
}
