// What can be done with dialogs. Knows no Telegram and makes no sentences; each verb is a file.

import type { Clients } from '../clients/index.ts';
import type { Desks } from '../desks/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import type { AnswerPlan } from '../sla/deadline.ts';
import type { ShiftService } from '../staff/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { AssignmentRepository } from './assignment-repository.ts';
import type { AutoReplyRepository } from './auto-reply/repository.ts';
import type { DialogClockRepository } from './clock-repository.ts';
import type { ThanksWords } from './content.ts';
import type { DeskLogRepository } from './desk-log-repository.ts';
import type { DialogRepository } from './dialog-repository.ts';
import { createDialogWriter, type DialogWriterDeps, threadOf } from './dialog-writer.ts';
import type { MessageRepository } from './message-repository.ts';
import type { NoteFormRepository } from './note-form-repository.ts';
import type { ReactionRepository } from './reaction-repository.ts';
import { createRedraws } from './redraws.ts';
import type { ThreadLogRepository } from './thread-log-repository.ts';
import type { ThreadMenuRepository } from './thread-menu-repository.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { createThreads } from './threads.ts';
import { createUndeliveredLines } from './undelivered-lines/lines.ts';
import { createUndeliveredLineRepository } from './undelivered-lines/repository.ts';
import { createCancelNote } from './verbs/cancel-note.ts';
import { createClientDeleted } from './verbs/client-deleted.ts';
import { createColleagues } from './verbs/colleagues.ts';
import { createDecideMessage, type DecideDeps } from './verbs/decide-message.ts';
import { createEditMessage, type EditDeps } from './verbs/edit-message.ts';
import { createMeetInFormerDesk } from './verbs/meet-in-former-desk.ts';
import { createNotePrompts } from './verbs/note-prompts.ts';
import { createNoteReachability } from './verbs/note-reachability.ts';
import { createNoteTopic } from './verbs/note-topic.ts';
import { createCardMenu } from './verbs/open-list.ts';
import { createOthersDialog } from './verbs/others-dialog.ts';
import { createPressCard } from './verbs/press-card.ts';
import { createRate } from './verbs/rate.ts';
import { createReact } from './verbs/react.ts';
import { createReceiveMessage } from './verbs/receive-message.ts';
import { createAnswerArrived, createRecordDelivery } from './verbs/record-delivery.ts';
import { createRecordEdits, type RecordEditsDeps } from './verbs/record-edits.ts';
import { createRecountClocks } from './verbs/recount-clocks.ts';
import { createReturnIdle } from './verbs/return-idle.ts';
import { createSaidElsewhere, type SaidElsewhereDeps } from './verbs/said-elsewhere.ts';
import { createSayInThread, type SayInThreadDeps } from './verbs/say-in-thread.ts';
import { createStaffMessage } from './verbs/staff-message.ts';
import { createTransfer } from './verbs/transfer.ts';
import { createWatchClock } from './verbs/watch-clock.ts';
import { createWroteInFormer } from './verbs/wrote-in-former.ts';
import type { VersionRepository } from './version-repository.ts';

export interface DialogServiceDeps {
  readonly database: Database;
  readonly dialogs: DialogRepository;
  readonly messages: MessageRepository;
  readonly reactions: ReactionRepository;
  readonly versions: VersionRepository;
  readonly noteForms: NoteFormRepository;
  readonly threads: ThreadRepository;
  readonly clocks: DialogClockRepository;
  readonly deskLog: DeskLogRepository;
  readonly threadLog: ThreadLogRepository;
  readonly menus: ThreadMenuRepository;
  readonly assignments: AssignmentRepository;
  readonly autoReplies: AutoReplyRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly clients: Pick<Clients['service'], 'meet'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly desks: Pick<Desks['service'], 'settingsOf' | 'allSettings'>;
  readonly shifts: Pick<ShiftService, 'duty'>;
  readonly listStaff: () => Promise<readonly Staff[]>;
  readonly supervisors: () => Promise<readonly Staff[]>;
  readonly noteOutsider: SayInThreadDeps['noteOutsider'];
  readonly findAddress: SaidElsewhereDeps['findAddress'];
  readonly onChanged?: DialogWriterDeps['onChanged'];
  readonly answerPlan: AnswerPlan;
  readonly reopenHours: number;
  readonly thanksWords: ThanksWords;
}

export type DialogService = ReturnType<typeof createDialogService>;

/** The verbs on dialogs. Each settles its cause, so that a cause that comes again changes nothing. */
export function createDialogService(deps: DialogServiceDeps) {
  const { dialogs, noteForms, clocks, menus, outbox } = deps;
  const threadKeeping = createThreads(deps);
  const verbs = equipped(deps);
  const { undeliveredLines } = verbs;
  const idle = createReturnIdle(verbs);

  /** Dialogs that waited for a desk join it, and what was kept for them goes out. */
  async function adoptDialogs(tx: Tx, deskId: number): Promise<void> {
    const ids = await dialogs.adopt(tx, deskId);
    await threadKeeping.settleIn(tx, await dialogs.lock(tx, ids));
    outbox.relocate(tx, ids.map(threadOf));
  }

  return {
    receive: createReceiveMessage(verbs),
    press: createPressCard(verbs),
    menu: createCardMenu(verbs),
    threadKeeping,
    undeliveredLines,
    passing: createTransfer(verbs),
    colleagues: createColleagues(deps),
    returnIdle: idle.returnIdle,
    wroteInFormer: createWroteInFormer(deps),
    cancelNote: createCancelNote(verbs),
    say: createStaffMessage(verbs),
    ...createCrossingVerbs(verbs),
    saidElsewhere: createSaidElsewhere(verbs),
    sayInThread: createSayInThread(verbs),
    meetInFormerDesk: createMeetInFormerDesk(deps),
    rate: createRate(verbs),
    ...createClockVerbs(verbs),
    noteReachability: createNoteReachability(verbs),
    noteTopic: createNoteTopic(verbs),
    findByThread: dialogs.findByThread,
    /** What is kept of a message in Telegram: itself, or what it is a copy of. */
    messagesAt: deps.messages.findAllAt,
    adoptDialogs,
    ...createRedraws(deps),
    /** What the clock has made due. */
    due: {
      bareCards: deps.threads.listDesksWithBareCards,
      missedAnswers: clocks.listMissed,
      answersToWarnOf: clocks.listToWarn,
      forgottenNotes: noteForms.listOverdue,
      forgottenMenus: menus.listOverdue,
      idleDialogs: idle.due,
    },
  };
}

/** With what several verbs use. */
function equipped(deps: DialogServiceDeps) {
  const lines = createUndeliveredLineRepository();
  return {
    ...deps,
    writer: createDialogWriter(deps),
    answerArrived: createAnswerArrived(deps),
    others: createOthersDialog(deps),
    undeliveredLines: createUndeliveredLines({ ...deps, lines }),
    notePrompts: createNotePrompts(deps),
  };
}

function createClockVerbs(verbs: ReturnType<typeof equipped>) {
  return { watchClock: createWatchClock(verbs), recountClocks: createRecountClocks(verbs) };
}

/** What is decided about messages and changed in them, and what became of all that crossed. */
function createCrossingVerbs(
  deps: EditDeps &
    DecideDeps &
    Parameters<typeof createReact>[0] &
    Parameters<typeof createRecordDelivery>[0] &
    RecordEditsDeps,
) {
  return {
    decide: createDecideMessage(deps),
    edit: createEditMessage(deps),
    clientDeleted: createClientDeleted(deps),
    react: createReact(deps),
    delivery: createRecordDelivery(deps),
    recordEdits: createRecordEdits(deps),
  };
}
