// The door of partners: specialists who register by a link, are invited to rooms, and are rated.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { PeopleService } from '../people/index.ts';
import type { OwnCommand } from '../people/own-commands.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Forms } from '../platform/forms/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessagePort, Outbox, ProjectionPort } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { RoomMenuItem, Rooms } from '../rooms/index.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { ROLES } from '../staff/staff.ts';
import { type AnswerService, createAnswerService } from './answer-service.ts';
import { createPartnerForms } from './conversation.ts';
import { createDirectoryViews, type DirectoryViews } from './directory-views.ts';
import { createAnswerHandlers } from './handlers/answers.ts';
import { createFieldHandlers } from './handlers/fields.ts';
import { createInviterHandlers } from './handlers/inviter.ts';
import { createOwnHandlers } from './handlers/own.ts';
import { createPartnerStaffHandlers } from './handlers/staff.ts';
import { createInvitationKeeping } from './invitation-keeping.ts';
import { createInvitationNotes } from './invitation-notes.ts';
import { createInvitationRepository } from './invitation-repository.ts';
import { createInvitationViews, type InvitationViews } from './invitation-views.ts';
import { createPartnerJobs } from './jobs.ts';
import { createMyFacts } from './my-facts.ts';
import { createPartnerOutgoing, type PartnerOutgoing } from './outgoing.ts';
import { createPartnerRepository } from './partner-repository.ts';
import { createPartnerService, type PartnerServiceDeps } from './partner-service.ts';
import { createPartnerViews, type PartnerViews } from './partner-views.ts';
import { createRatingService, type RatingService } from './rating-service.ts';
import { createPartnerItem } from './room-item.ts';
import { createSendingService } from './sending-service.ts';
import { createSpecializationRepository } from './specialization-repository.ts';
import { createSpecializationService } from './specialization-service.ts';
import { createScreen } from './telegram-screen.ts';
import { createPartnerWording } from './wording.ts';

export interface PartnersDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  readonly companyName: string;
  /** When the company works: partners are reminded then. */
  readonly calendar: BusinessCalendar;
  readonly botUsername: () => string;
  readonly forms: Forms<BotContext>;
  readonly people: PeopleService;
  readonly rooms: Rooms['service'];
  readonly staffReaders: PartnerServiceDeps['staffReaders'];
}

export interface Partners {
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
  /** Says in a room who has come, when a partner has. */
  readonly joined: RatingService['joined'];
  /** Asks whoever invited a partner who is there no more. */
  readonly left: RatingService['left'];
  /** Somebody has left a room (null: works here no more): whom they have asked hears of it. */
  readonly inviterLeft: AnswerService['withdrawOf'];
  readonly inviterDismissed: AnswerService['withdrawOfStaff'];
  readonly roomClosed: AnswerService['withdrawIn'];
  /** Alone with the bot. */
  readonly ownCommand: OwnCommand;
  /** «Пригласить партнёра» in the menus of rooms. */
  readonly menuItem: RoomMenuItem;
}

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createPartners(deps: PartnersDeps): Partners {
  const { t, timeZone } = deps;
  const rows = {
    partners: createPartnerRepository(),
    specializations: createSpecializationRepository(),
    invitations: createInvitationRepository(),
  };
  const base = {
    ...{ ...deps, ...rows },
    notes: createInvitationNotes({ ...deps, ...rows }),
    keeping: createInvitationKeeping({ ...deps, ...rows }),
  };
  const services = createServices(base);
  const { answers, sending, ratings } = services;
  const wording = createPartnerWording(t, timeZone);
  const partnerViews = createPartnerViews({ t, timeZone, wording });
  const views = createInvitationViews({ t, timeZone, wording });
  const outgoing = createPartnerOutgoing({ ...base, answers, sending, partnerViews, views });
  const directory = createDirectoryViews(t, wording);
  const lookUp = createMyFacts(base);
  const drawing = { partnerViews, views, outgoing, directory, lookUp };
  return {
    ...createHands({ ...deps, ...services, ...drawing }),
    messages: outgoing.messages,
    projections: outgoing.projections,
    sweeps: createPartnerJobs({ answers }),
    commands: COMMANDS,
    joined: ratings.joined,
    left: ratings.left,
    inviterLeft: answers.withdrawOf,
    inviterDismissed: answers.withdrawOfStaff,
    roomClosed: answers.withdrawIn,
  };
}

type Base = Parameters<typeof createSendingService>[0] &
  Parameters<typeof createRatingService>[0] &
  Omit<PartnerServiceDeps, 'withdrawAll'>;

function createServices(base: Base) {
  const ratings = createRatingService(base);
  const answers = createAnswerService({ ...base, joined: ratings.joined });
  return {
    answers,
    sending: createSendingService(base),
    ratings,
    partners: createPartnerService({ ...base, withdrawAll: answers.withdrawAll }),
    specializations: createSpecializationService(base),
  };
}

type Parts = PartnersDeps &
  ReturnType<typeof createServices> & {
    readonly partnerViews: PartnerViews;
    readonly views: InvitationViews;
    readonly directory: DirectoryViews;
    readonly outgoing: PartnerOutgoing;
    readonly lookUp: ReturnType<typeof createMyFacts>;
  };

/** What listens to people. */
function createHands(parts: Parts): Pick<Partners, 'composer' | 'menuItem' | 'ownCommand'> {
  const { logger, partnerViews, views } = parts;
  const hands = {
    ...parts,
    forms: createPartnerForms(parts),
    screen: createScreen(logger),
    replyNow: createReplyNow(logger),
  };
  const composer = createComposer(
    createPartnerStaffHandlers({ ...hands, views: partnerViews }),
    createFieldHandlers({ ...hands, views: partnerViews }),
    createOwnHandlers({ ...hands, views: partnerViews }),
    createAnswerHandlers({ ...hands, views }),
    createInviterHandlers(hands),
  );
  const ownCommand: OwnCommand = {
    command: 'my',
    words: 'my-menu',
    isFor: async (userId) => (await parts.lookUp(userId))?.partner.status === 'confirmed',
  };
  return { composer, menuItem: createPartnerItem(hands), ownCommand };
}

const COMMANDS: readonly ListedCommand[] = [
  { command: 'partners', words: 'partners-menu', where: ['private', 'group'], roles: ROLES },
  { command: 'partner', words: 'partner-menu', where: ['private', 'group'], roles: ROLES },
  { command: 'specializations', words: 'fields-menu', where: ['private', 'group'], roles: ROLES },
];
