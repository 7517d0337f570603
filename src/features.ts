// The doors of the features, made from the top of the hill down; what a higher one must ask of a lower one is
// handed over here as a function.

import { createBusinessChannel } from './channels/business/index.ts';
import { createTelegramChannel } from './channels/telegram/index.ts';
import { createClients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import { createDesks, type DesksDeps } from './desks/index.ts';
import { DIALOG_STATUSES } from './dialogs/dialog.ts';
import { createDialogs, type Dialogs } from './dialogs/index.ts';
import { TICKET_CHANNEL } from './dialogs/subject.ts';
import type { DialogSubject } from './dialogs/subject-port.ts';
import { type Doors, inMenusOf, inOrder, togetherOf } from './doors.ts';
import type { Foundation } from './foundation.ts';
import { createHelp } from './help.ts';
import { createLookup } from './lookup/index.ts';
import { createMarketplace, type MarketplaceDeps } from './marketplace.ts';
import type { Menus } from './menus.ts';
import { createOperations } from './operations/index.ts';
import type { Forms } from './platform/forms/index.ts';
import type { Passing } from './platform/screens/index.ts';
import { createReplyNow } from './platform/telegram/reply-now.ts';
import { answerPlanOf } from './sla/deadline.ts';
import { createStaff, type StaffDoor } from './staff/index.ts';
import { createSupport, type Support } from './support.ts';

/** What features ask of the parts that are made of them. */
export interface Later {
  readonly forms: Forms<BotContext>;
  readonly passing: Passing;
  readonly publishMenus: Menus['publish'];
  readonly lookBack: () => void;
  readonly isIdle: () => boolean;
  readonly isBehind: () => boolean;
  readonly lookAt: DesksDeps['lookAt'];
  readonly lookAtGroup: MarketplaceDeps['lookAtGroup'];
  readonly lookForPerson: MarketplaceDeps['lookForPerson'];
  readonly openFile: MarketplaceDeps['openFile'];
}

/** The doors, and what they hand each other. */
export function createFeatures(config: TelegramConfig, house: Foundation & Later) {
  const { publishMenus } = house;
  const staff = createStaff({
    ...house,
    adminIds: config.adminIds,
    readerOf: (ctx) => desks.readerOf(ctx),
    onRoleChanged: publishMenus,
    clientLocale: (tx, userId) =>
      clients.service.localeOf(tx, { channel: 'telegram', externalId: String(userId) }),
    deskLocale: (tx) => desks.service.deskLocale(tx),
    redrawCardsOf: (tx, staffId) => dialogs.service.redrawCardsOf(tx, staffId),
    async onRemoved(tx, removal, cause) {
      await marketplace.staffRemoved(tx, removal, cause);
      await support.onStaffRemoved(tx, removal, cause);
      await dialogs.asking.staffRemoved(tx, removal.person.id, cause);
    },
    redrawTagsOf: (tx, assigneeId) => dialogs.service.redrawTags(tx, { assigneeId }),
    explainSteps: (tx, reader, cause) => desks.service.explainSteps(tx, reader, cause),
    onShiftStarted: (tx, person) => dialogs.duty.withdraw(tx, person),
    onShiftEnded: (tx, person, cause) => dialogs.duty.tellDigest(tx, person, cause),
  });
  const clients = createClients({
    ...house,
    companyName: config.company.name,
    placesOn: placesOn(() => ({ business, marketplace, support })),
    ownCommands: (userId) => marketplace.ownCommands(userId),
    departments: (tx) => desks.service.departments(tx),
    onDeskChosen: (tx, choice) => dialogs.moving.followClient(tx, choice),
    onReachability: (tx, change) => dialogs.service.noteReachability(tx, change),
    onLabelsChanged: (tx, clientIds) => dialogs.service.redrawTags(tx, { clientIds }),
  });
  const desks = createDesks({
    ...house,
    gate: staff.gate,
    caretakers: staff.service.caretakers,
    statuses: DIALOG_STATUSES,
    onSetUp: () => publishMenus(),
    onStaffStart: publishMenus,
    findDialog: (deskId, threadId) => dialogs.service.findByThread(deskId, threadId),
    moveThreads: (tx, deskId, move) => dialogs.service.threadKeeping.moveThreads(tx, deskId, move),
    repostBareCards: (tx, deskId) => dialogs.service.threadKeeping.repostBareCards(tx, deskId),
    adoptDialogs: (tx, deskId) => dialogs.service.adoptDialogs(tx, deskId),
    redrawCards: (tx, deskId) => dialogs.service.redrawCards(tx, deskId),
  });
  const lookup = createLookup({ ...house, staff: staff.service, desks, labels: clients.labels });
  const dialogs = createDialogs({
    ...house,
    ...answering(config.company, () => support.terms),
    ...{ clients: clients.service, desks: desks.service },
    ...{ readerOf: desks.readerOf, noteOutsider: desks.service.noteOutsider },
    ...peopleIn(staff),
    findAddress: clients.service.findAddress,
    more: lookup.more,
    ...subjectsIn(() => ({ marketplace, support })),
  });
  const operations = createOperations(house);
  const { telegram, business } = createChannels(house, staff, dialogs);
  const own = { ...house, config, staff, clients, desks, dialogs };
  const marketplace = createMarketplace({ ...own, guests: () => support.inRooms });
  const support: Support = createSupport({ ...own, marketplace });
  const doors = { ...own, operations, lookup, business, marketplace, support };
  const inMenus = inMenusOf(doors);
  const replyNow = createReplyNow(house.logger);
  const help = createHelp({ ...own, ...inMenus, desks: desks.service, replyNow });
  return { ...doors, ...togetherOf(doors), inMenus, composer: inOrder(doors, help, telegram) };
}

/** Where clients are who do not write in private. */
function placesOn(doors: () => Pick<Doors, 'business' | 'marketplace' | 'support'>) {
  return {
    business: (externalId: string) => doors().business.placeOf(externalId),
    room: (externalId: string) => doors().marketplace.placeOfRoom(Number(externalId)),
    [TICKET_CHANNEL]: (externalId: string) => doors().support.placeOfTicket(Number(externalId)),
  };
}

/** What hears of changed dialogs, in this order, and whose threads they may be. */
function subjectsIn(doors: () => Pick<Doors, 'marketplace' | 'support'>) {
  const tickets: DialogSubject = {
    views: (facts) => doors().support.subject.views(facts),
    anchors: (dialogs) => doors().support.subject.anchors(dialogs),
  };
  const onChanged: Support['onDialogs'] = async (tx, changes) => {
    const { marketplace, support } = doors();
    for (const door of [marketplace, support]) await door.onDialogs(tx, changes);
  };
  return { subjects: { [TICKET_CHANNEL]: tickets }, onChanged };
}

/** Where clients write from. */
function createChannels(house: Foundation, staff: StaffDoor, dialogs: Dialogs) {
  const channel = { ...house, dialogs: dialogs.service };
  return {
    telegram: createTelegramChannel(channel),
    business: createBusinessChannel({ ...channel, ownerOf: staff.service.findByUser }),
  };
}

/** What dialogs ask of whoever works here. */
function peopleIn({ service, shifts }: StaffDoor) {
  const { findStaff, listStaff, supervisors, isAnyOfUs } = service;
  return { findStaff, listStaff, supervisors, isAnyOfUs, shifts };
}

/** How the company answers: by when, in which zone, how long a closed dialog goes on. */
function answering(
  { timeZone, reopenHours }: TelegramConfig['company'],
  terms: () => Support['terms'],
) {
  return { timeZone, reopenHours, answerPlan: answerPlanOf(terms) };
}
