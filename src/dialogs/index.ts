// The door of dialogs: one window for everything that clients write.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Desks } from '../desks/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import {
  type DestinationPort,
  joinPorts,
  type MessagePort,
  type OutboxPorts,
  type ProjectionPort,
} from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import { ROLES, type Staff } from '../staff/staff.ts';
import type { AskingFormDeps } from './asking/form.ts';
import { type AskingRoom, createAsking } from './asking/room.ts';
import { createAssignmentViews } from './assignment-views.ts';
import { createAudienceRepository } from './audience-repository.ts';
import { createAutoReplyPort } from './auto-reply/outgoing.ts';
import { createAutoReplyView } from './auto-reply/views.ts';
import { createCardRepository } from './card-repository.ts';
import { createCardViews } from './card-views.ts';
import type { Dialog } from './dialog.ts';
import { createDialogWriter } from './dialog-writer.ts';
import { createDigest } from './digest/room.ts';
import type { HandoverService } from './duty/handover-service.ts';
import { createDuty, type DutyDeps } from './duty/room.ts';
import { createCopiedPostHandlers } from './handlers/copied-posts.ts';
import { createDialogHere } from './handlers/here.ts';
import { createMoreHandlers, createMoreView, type MoreEntry } from './handlers/more.ts';
import { createAssignmentEntries } from './handlers/more-assignment.ts';
import { createPressHandlers } from './handlers/presses.ts';
import { createRatingHandlers } from './handlers/rating.ts';
import { createReactionHandlers } from './handlers/reactions.ts';
import { createRefuse } from './handlers/refuse.ts';
import { createThreadHandlers, type ThreadHandlerDeps } from './handlers/thread.ts';
import { createTopicClosingHandlers } from './handlers/topic-closing.ts';
import { createTransferHandlers, createTransferView } from './handlers/transfer.ts';
import { createDialogJobs } from './jobs.ts';
import { createMoving } from './moving/room.ts';
import type { MovingService } from './moving/service.ts';
import { createAssignmentWords } from './outgoing/assignment-words.ts';
import { createCardPorts } from './outgoing/cards.ts';
import { createEdits, type EditsDeps } from './outgoing/edits.ts';
import { createFormerThreadWords } from './outgoing/former-threads.ts';
import { createStillComing } from './outgoing/gathering.ts';
import { createLiveLocations } from './outgoing/live-locations.ts';
import { createPrivateWords } from './outgoing/private-words.ts';
import { createReactionWords } from './outgoing/reaction-words.ts';
import { createReactionPorts } from './outgoing/reactions.ts';
import { createRelay, type RelayDeps } from './outgoing/relay.ts';
import { createSigns } from './outgoing/signs.ts';
import { createThreadMenus } from './outgoing/thread-menus.ts';
import { createThreadWords } from './outgoing/thread-words.ts';
import { createReminders } from './reminders/room.ts';
import { openRepositories, type Repositories } from './repositories.ts';
import { createDialogService, type DialogService, type DialogServiceDeps } from './service.ts';
import type { DialogSubjects } from './subject-port.ts';
import { createTakingBack } from './taking-back/room.ts';
import { thanksWords } from './thanks-words.ts';
import { createCardPlacePort, createFormerPort, createThreadPort } from './thread-port.ts';
import { createThreadTroubles } from './thread-troubles.ts';
import { createTopicLooks, type TopicIcons } from './topic-views.ts';
import { createTray } from './tray/room.ts';
import { createDialogViews } from './views.ts';

export type { DialogService } from './service.ts';
export type { TopicIcons } from './topic-views.ts';

export interface DialogsDeps extends Omit<DialogServiceDeps, keyof Repositories | 'thanksWords'> {
  readonly isAnyOfUs: ThreadHandlerDeps['isAnyOfUs'];
  readonly shifts: DutyDeps['shifts'];
  readonly desks: Desks['service'];
  readonly t: Translate;
  readonly timeZone: string;
  readonly forms: AskingFormDeps['forms'];
  readonly topicIcons: () => TopicIcons;
  readonly readerOf: Desks['readerOf'];
  readonly logger: Logger;
  /** Of what dialogs may be the threads, by channel. */
  readonly subjects: DialogSubjects;
  /** Entries of «Ещё…» that other features bring, after our own. */
  readonly more?: readonly MoreEntry[];
}

export interface Dialogs {
  readonly service: DialogService;
  readonly moving: MovingService;
  /** The ends of shifts. */
  readonly duty: HandoverService;
  /** Colleagues are asked in private. */
  readonly asking: Pick<AskingRoom, 'ask' | 'staffRemoved'>;
  readonly composer: Composer<BotContext>;
  /** For `thread:<dialog>`, `card:<dialog>` and `former:<former thread>`. */
  readonly destinations: Readonly<Record<'thread' | 'card' | 'former', DestinationPort>>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly stillComing: OutboxPorts['stillComing'];
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

/** Opens the room; nothing is read or written yet. */
export function createDialogs(deps: DialogsDeps): Dialogs {
  const { database } = deps;
  const room = furnish(deps);
  return {
    service: room.service,
    moving: room.moving,
    duty: room.duty,
    asking: room.asking,
    composer: composerOf(room),
    destinations: {
      thread: createThreadPort({ ...room, troubles: createThreadTroubles(room) }),
      card: createCardPlacePort(room),
      former: createFormerPort(room),
    },
    messages: messagesOf(room),
    stillComing: createStillComing(database),
    projections: {
      ...createCardPorts({ ...room, views: createCardViews(deps) }),
      ...room.tray.projections,
      ...createLiveLocations(room),
    },
    sweeps: [...createDialogJobs(room), ...room.inner.flatMap(({ sweeps }) => sweeps)],
    commands: [...COMMANDS, ...room.inner.flatMap(({ commands = [] }) => commands)],
  };
}

type Room = ReturnType<typeof furnish>;

/** A room with a door of its own, in a folder of its own. */
interface InnerRoom {
  /** Hears of an update before what staff write is relayed. */
  readonly composer?: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands?: readonly ListedCommand[];
  /** Of «Ещё…». */
  readonly entries?: readonly MoreEntry[];
}

/** What the handlers, the ports and the sweeps share. */
function furnish(deps: DialogsDeps) {
  const { database, t, topicIcons, logger } = deps;
  const repositories = openRepositories(database);
  const service = createDialogService({ ...deps, ...repositories, thanksWords: thanksWords(t) });
  const shared = {
    ...deps,
    ...repositories,
    service,
    undeliveredLines: service.undeliveredLines,
    audience: createAudienceRepository(database),
    views: createDialogViews(deps),
    refuse: createRefuse(logger),
    writer: createDialogWriter({ ...deps, ...repositories }),
    dialogHere: createDialogHere({ service, desks: deps.desks }),
  };
  const { threadKeeping } = service;
  const { inner, tray, moving, duty, asking } = openInnerRooms({ ...shared, threadKeeping });
  return {
    ...shared,
    ...openLists(deps, shared, inner),
    inner,
    tray,
    moving: moving.service,
    duty: duty.service,
    asking,
    delivery: service.delivery,
    recordEdits: service.recordEdits,
    threadKeeping,
    cards: createCardRepository(database),
    autoReplyView: createAutoReplyView(deps),
    ...createTopicLooks(t, topicIcons),
    replyNow: createReplyNow(logger),
  };
}

/** The lists that stand in threads for a while, and the words about who has a dialog. */
function openLists(
  deps: DialogsDeps,
  { service, views }: Pick<InnerRoomsDeps, 'views'> & { readonly service: DialogService },
  inner: readonly InnerRoom[],
) {
  const assignmentViews = createAssignmentViews(deps);
  const moreEntries: readonly MoreEntry[] = [
    ...createAssignmentEntries({ ...deps, service, assignmentViews }),
    ...inner.flatMap(({ entries = [] }) => entries),
    ...(deps.more ?? []),
  ];
  const menuViews = {
    note: (dialog: Dialog, staff: Staff, locale: Locale) =>
      views.notePrompt(locale, dialog.id, staff),
    more: createMoreView(deps.t, moreEntries),
    transfer: createTransferView(assignmentViews, service.colleagues),
  };
  return { assignmentViews, moreEntries, menuViews };
}

type InnerRoomsDeps = Parameters<typeof createTakingBack>[0] &
  Parameters<typeof createAsking>[0] &
  DutyDeps &
  Parameters<typeof createReminders>[0] &
  Omit<Parameters<typeof createMoving>[0], 'dialogViews'> &
  Omit<Parameters<typeof createTray>[0], 'decide'> &
  Omit<Parameters<typeof createDigest>[0], 'countUndelivered'> & {
    readonly service: Pick<DialogService, 'decide'>;
    readonly views: ReturnType<typeof createDialogViews>;
  };

/** Their entries of «Ещё…» are read in this order. */
function openInnerRooms(shared: InnerRoomsDeps) {
  const tray = createTray({ ...shared, decide: shared.service.decide });
  const digest = createDigest({ ...shared, countUndelivered: tray.service.count });
  const moving = createMoving({ ...shared, dialogViews: shared.views });
  const duty = createDuty(shared);
  const asking = createAsking(shared);
  const inner: readonly InnerRoom[] = [
    createTakingBack(shared),
    createReminders(shared),
    asking,
    moving,
    tray,
    digest,
    duty,
  ];
  return { inner, tray, moving, duty, asking };
}

/** In the order in which they hear of an update. */
function composerOf(room: Room): Composer<BotContext> {
  return createComposer(
    createPressHandlers(room),
    createMoreHandlers(room),
    createTransferHandlers(room),
    createRatingHandlers(room),
    ...room.inner.flatMap(({ composer }) => composer ?? []),
    createCopiedPostHandlers(room),
    createTopicClosingHandlers(room),
    createThreadHandlers(room),
    createReactionHandlers(room),
  );
}

function messagesOf(room: Room): Readonly<Record<string, MessagePort>> {
  return joinPorts(
    createCrossing(room),
    createSigns(),
    createReactionPorts(room),
    createReactionWords(room),
    createThreadWords(room),
    createFormerThreadWords(room),
    createThreadMenus(room),
    createAssignmentWords(room),
    createPrivateWords(room),
    createAutoReplyPort(room),
    ...room.inner.map(({ messages }) => messages),
  );
}

const COMMANDS: readonly ListedCommand[] = [
  { command: 'note', words: 'thread-menu-note', where: ['group'] },
  { command: 'transfer', words: 'thread-menu-transfer', where: ['group'], roles: ROLES },
  { command: 'cancel', words: 'thread-menu-cancel', where: ['group'] },
];

/** What one side says, and what it changes in it, for the other side. */
function createCrossing(deps: RelayDeps & Omit<EditsDeps, 'sayAnew'>) {
  const { ports, sayAnew } = createRelay(deps);
  return { ...ports, ...createEdits({ ...deps, sayAnew }) };
}
