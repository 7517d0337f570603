// Every table of one window, by the name under which its rooms ask for it.

import type { Database } from '../platform/database/index.ts';
import { createAssignmentRepository } from './assignment-repository.ts';
import { createAutoReplyRepository } from './auto-reply/repository.ts';
import { createDialogClockRepository } from './clock-repository.ts';
import { createDeskLogRepository } from './desk-log-repository.ts';
import { createDialogRepository } from './dialog-repository.ts';
import { createMessageRepository } from './message-repository.ts';
import { createNoteFormRepository } from './note-form-repository.ts';
import { createReactionRepository } from './reaction-repository.ts';
import { createReminderRepository } from './reminders/repository.ts';
import { createTakingBackRepository } from './taking-back/repository.ts';
import { createThreadLogRepository } from './thread-log-repository.ts';
import { createThreadMenuRepository } from './thread-menu-repository.ts';
import { createThreadRepository } from './thread-repository.ts';
import { createVersionRepository } from './version-repository.ts';

export type Repositories = ReturnType<typeof openRepositories>;

export function openRepositories(database: Database) {
  return {
    dialogs: createDialogRepository(database),
    messages: createMessageRepository(database),
    reactions: createReactionRepository(database),
    threads: createThreadRepository(database),
    noteForms: createNoteFormRepository(database),
    versions: createVersionRepository(database),
    takingBack: createTakingBackRepository(),
    clocks: createDialogClockRepository(database),
    deskLog: createDeskLogRepository(),
    threadLog: createThreadLogRepository(),
    menus: createThreadMenuRepository(database),
    reminders: createReminderRepository(database),
    assignments: createAssignmentRepository(database),
    autoReplies: createAutoReplyRepository(database),
  };
}
