// What can be done with dialogs. Knows no Telegram and makes no sentences; each verb is a file.

import type { Clients } from '../clients/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import type { AnswerPlan } from '../sla/deadline.ts';
import type { Staff } from '../staff/staff.ts';
import type { DialogClockRepository } from './clock-repository.ts';
import type { ThanksWords } from './content.ts';
import type { DeskLogRepository } from './desk-log-repository.ts';
import type { DialogRepository } from './dialog-repository.ts';
import { cardsOf, createDialogWriter, threadOf } from './dialog-writer.ts';
import type { MessageRepository } from './message-repository.ts';
import type { NoteFormRepository } from './note-form-repository.ts';
import type { ReactionRepository } from './reaction-repository.ts';
import type { ThreadMenuRepository } from './thread-menu-repository.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { createThreads } from './threads.ts';
import { createCancelNote } from './verbs/cancel-note.ts';
import { createCardMenu } from './verbs/card-menu.ts';
import { createDecideMessage } from './verbs/decide-message.ts';
import { createEditMessage } from './verbs/edit-message.ts';
import { createMeetInFormerDesk } from './verbs/meet-in-former-desk.ts';
import { createNoteReachability } from './verbs/note-reachability.ts';
import { createPressCard } from './verbs/press-card.ts';
import { createRate } from './verbs/rate.ts';
import { createReact } from './verbs/react.ts';
import { createReceiveMessage } from './verbs/receive-message.ts';
import { createAnswerArrived, createRecordDelivery } from './verbs/record-delivery.ts';
import { createRecordEdits } from './verbs/record-edits.ts';
import { createRelease } from './verbs/release.ts';

import { createSayInThread, type SayInThreadDeps } from './verbs/say-in-thread.ts';
import { createStaffMessage } from './verbs/staff-message.ts';
import { createWatchClock } from './verbs/watch-clock.ts';
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
  readonly menus: ThreadMenuRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly clients: Pick<Clients['service'], 'meet'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly supervisors: () => Promise<readonly Staff[]>;
  readonly noteOutsider: SayInThreadDeps['noteOutsider'];
  readonly answerPlan: AnswerPlan;
  readonly reopenHours: number;
  readonly thanksWords: ThanksWords;
}

export type DialogService = ReturnType<typeof createDialogService>;

/** The verbs on dialogs. Each settles its cause, so that a cause that comes again changes nothing. */
export function createDialogService(deps: DialogServiceDeps) {
  const { dialogs, noteForms, clocks, menus, outbox } = deps;
  const writer = createDialogWriter(deps);
  const threadKeeping = createThreads(deps);
  const answerArrived = createAnswerArrived(deps);
  const verbs = { ...deps, writer, answerArrived };

  /** Dialogs that waited for a desk join it, and what was kept for them goes out. */
  async function adoptDialogs(tx: Tx, deskId: number): Promise<void> {
    const ids = await dialogs.adopt(tx, deskId);
    await threadKeeping.settleIn(tx, await dialogs.lock(tx, ids));
    outbox.relocate(tx, ids.map(threadOf));
  }

  /** The cards of a desk's open dialogs are drawn anew: their header has changed. */
  async function redrawCards(tx: Tx, deskId: number): Promise<void> {
    const open = await dialogs.listOpen(tx, { deskId });
    await outbox.refreshAtLeisure(tx, open.flatMap(cardsOf));
  }

  /** The cards of the open dialogs that an employee had are drawn anew: they left, or are back. */
  async function redrawCardsOf(tx: Tx, staffId: number): Promise<void> {
    const open = await dialogs.listOpen(tx, { assigneeId: staffId });
    await outbox.refresh(tx, open.flatMap(cardsOf));
  }

  /**
   * All cards of these clients, or of an employee, are drawn anew, those of closed dialogs at leisure:
   * what stands in their hashtags has changed.
   */
  async function redrawTags(tx: Tx, of: Parameters<typeof dialogs.listAll>[1]): Promise<void> {
    const all = await dialogs.listAll(tx, of);
    const cards = (open: boolean) => all.filter((one) => one.open === open).flatMap(cardsOf);
    await outbox.refresh(tx, cards(true));
    await outbox.refreshAtLeisure(tx, cards(false));
  }

  return {
    receive: createReceiveMessage(verbs),
    press: createPressCard(verbs),
    menu: createCardMenu(verbs),
    release: createRelease(verbs),
    threadKeeping,
    cancelNote: createCancelNote(verbs),
    say: createStaffMessage(verbs),
    edit: createEditMessage(verbs),
    react: createReact(verbs),
    sayInThread: createSayInThread(verbs),
    meetInFormerDesk: createMeetInFormerDesk(deps),
    decide: createDecideMessage(verbs),
    rate: createRate(verbs),
    watchClock: createWatchClock(verbs),
    noteReachability: createNoteReachability(verbs),
    delivery: createRecordDelivery(verbs),
    recordEdits: createRecordEdits(verbs),
    findByThread: dialogs.findByThread,
    adoptDialogs,
    redrawCards,
    redrawCardsOf,
    redrawTags,
    /** What the clock has made due. */
    due: {
      bareCards: deps.threads.listDesksWithBareCards,
      missedAnswers: clocks.listMissed,
      answersToWarnOf: clocks.listToWarn,
      forgottenNotes: noteForms.listOverdue,
      forgottenMenus: menus.listOverdue,
    },
  };
}
