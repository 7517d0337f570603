// What the parts of tickets share, each in a folder of its own: groups of clients, how tickets come, the cards, the
// desk, what is watched over.

import type { BotContext } from '../context.ts';
import type { Desks } from '../desks/index.ts';
import type { DialogChange } from '../dialogs/dialog-writer.ts';
import type { Dialogs } from '../dialogs/index.ts';
import type { DialogSubject } from '../dialogs/subject-port.ts';
import type { PeopleService } from '../people/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Forms } from '../platform/forms/index.ts';
import type { IntakeRoute } from '../platform/http/intake-route.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type {
  DestinationPort,
  MessagePort,
  Outbox,
  ProjectionPort,
} from '../platform/outbox/index.ts';
import type { Passing } from '../platform/screens/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import type { createComposer } from '../platform/telegram/composer.ts';
import type { CardParts, RoomHooks, RoomMenuItem, Rooms } from '../rooms/index.ts';
import type { Sla, Told } from '../sla/index.ts';
import type { StaffDoor } from '../staff/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { TicketListener } from './change.ts';
import type { CommentRepository } from './comment-repository.ts';
import type { CompanyRepository } from './company-repository.ts';
import type { HeardWords, KeptClientMessage, MessagePlace } from './message.ts';
import type { TicketMessageRepository } from './message-repository.ts';
import type { KeptTicket, TicketRepository } from './repository.ts';
import type { TicketService } from './service.ts';
import type { Said } from './telegram-asker.ts';

export interface TicketsDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  readonly forms: Forms<BotContext>;
  readonly passing: Passing;
  readonly people: PeopleService;
  readonly rooms: Rooms['service'];
  readonly staff: StaffDoor['service'];
  readonly desks: Desks['service'];
  /** Where and in which language staff are answered; null: this chat is no place of ours. */
  readonly readerOf: Desks['readerOf'];
  readonly dialogs: Dialogs['service'];
  readonly askColleague: Dialogs['asking']['ask'];
  readonly sla: Sla;
  /** How many tickets clients may open. */
  readonly ticketLimits: TicketLimits;
  readonly sendHistory: SendHistory;
  /** Working minutes after which what nobody has answered in a room is raised, where no contract says otherwise. */
  readonly raiseMinutes: number;
  /** Makes what was said in a room a dialog of the desk, in the name of whoever said it. */
  readonly callSupport: (tx: Tx, asked: CallForSupport, cause: Cause) => Promise<void>;
  /** Where the company's own system of record hears of changes; null: none is connected. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
}

/** A ticket's history as a file, to whoever asks in private; rights are judged there. */
export type SendHistory = (asked: {
  readonly cause: Cause;
  readonly ticketId: number;
  readonly format: 'pdf';
  readonly userId: number;
  readonly staff: Staff | null;
  readonly locale: Locale;
}) => Promise<{ readonly status: 'repeated' | 'gone' | 'not-started' | 'coming' }>;

/** Of the company's people; employees have no limit. */
export interface TicketLimits {
  readonly perPersonHour: number;
  readonly perCompanyDay: number;
}

/** Somebody's words in a room call support. */
export interface CallForSupport {
  readonly roomId: number;
  readonly personId: number;
  readonly reason: 'other';
}

/** A ticket that somebody wants to be made, of a message of its group or of what they will say. */
export interface WishedTicket {
  readonly roomId: number;
  readonly origin: 'form' | 'reply' | 'raised';
  readonly source: MessagePlace | null;
  /** What they have said already. */
  readonly given: readonly Said[];
}

/** What the parts are given. */
export interface TicketTools extends TicketsDeps {
  readonly tickets: TicketRepository;
  readonly companies: CompanyRepository;
  readonly comments: CommentRepository;
  readonly messages: TicketMessageRepository;
  readonly service: TicketService;
  /** Whoever keeps words of a client's tells all parts of it, in the same transaction. */
  readonly onClientWords: (tx: Tx, heard: HeardWords, cause: Cause) => Promise<void>;
  readonly onClientReworded: (tx: Tx, message: KeptClientMessage, cause: Cause) => Promise<void>;
  /** Whoever moves deadlines tells all parts of it, in the same transaction. */
  readonly onDeadlines: (tx: Tx, tickets: readonly KeptTicket[]) => Promise<void>;
  /** Begins the form of a ticket where this update came from; or says why there will be none. */
  readonly askForTicket: (ctx: BotContext, wished: WishedTicket) => Promise<void>;
}

/** Somebody who worked here does so no more. */
export interface StaffRemoval {
  readonly person: Staff;
  readonly by: Staff;
}

/** Hears of updates. */
type Hearing = ReturnType<typeof createComposer<BotContext>>;

/** A part; what it has nothing of is left out. */
export interface TicketPart {
  /** Hears of every change of a ticket, in its transaction. */
  readonly onChange?: TicketListener;
  /**
   * A client has added words or files to a ticket: those it is made of, told after `onChange` of `open`, or later
   * ones, told after `onChange` of `write`.
   */
  readonly onClientWords?: TicketTools['onClientWords'];
  /** A client has changed words that belong to a ticket. */
  readonly onClientReworded?: TicketTools['onClientReworded'];
  /** The one part that has the form. */
  readonly askForTicket?: TicketTools['askForTicket'];
  /** A step of the clock on a ticket is due: it is said, in the transaction that notes it. */
  readonly onTold?: (tx: Tx, told: Told) => Promise<void>;
  /** Their deadlines have moved, though nothing has happened to them: what shows them is drawn anew. */
  readonly onDeadlines?: (tx: Tx, tickets: readonly KeptTicket[]) => Promise<void>;
  /** What is promised, or by which hours, has changed. */
  readonly onTerms?: (tx: Tx) => Promise<void>;
  /** Dialogs of the desk have changed, in their transaction; not only those of tickets. */
  readonly onDialogs?: (tx: Tx, changes: readonly DialogChange[]) => Promise<void>;
  /** What dialogs ask of the tickets whose threads they are; one part answers. */
  readonly subject?: DialogSubject;
  /** Hears of updates before the desks, which take every group for a desk to be. */
  readonly places?: Hearing;
  readonly composer?: Hearing;
  readonly messages?: Readonly<Record<string, MessagePort>>;
  readonly projections?: Readonly<Record<string, ProjectionPort>>;
  readonly destinations?: Readonly<Record<string, DestinationPort>>;
  readonly sweeps?: readonly Sweep[];
  readonly commands?: readonly ListedCommand[];
  /** In the menus of rooms. */
  readonly menuItems?: readonly RoomMenuItem[];
  /** On the cards of rooms. */
  readonly cardParts?: CardParts;
  /** In the transaction that takes their role away. */
  readonly onStaffRemoved?: (tx: Tx, removal: StaffRemoval, cause: Cause) => Promise<void>;
  readonly onJoined?: RoomHooks['onJoined'];
  readonly onRoomReady?: RoomHooks['onRoomReady'];
  readonly intake?: readonly IntakeRoute[];
}
