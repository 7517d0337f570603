// Companies whose support we are: taken on, their groups, how their people come in, and by which rules they are served.

import type { BotContext } from '../../context.ts';
import type { Locale } from '../../platform/i18n.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { truncate } from '../../platform/telegram/plain-text.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { isOver } from '../ticket.ts';
import { defineNewClientForm, defineValueForm } from './client-conversation.ts';
import { type ClientVerbDeps, greet } from './deps.ts';
import { createQrItem, createRulesItem } from './items.ts';
import { createClientLeavers } from './leaver-service.ts';
import { createClientOutgoing } from './outgoing.ts';
import { createPlaceHandlers } from './place-handlers.ts';
import { createClientRepository } from './repository.ts';
import { createClientRoomViews } from './room-views.ts';
import { createClientService } from './service.ts';
import { createStaffHandlers } from './staff-handlers.ts';
import { createClientStaffViews } from './staff-views.ts';
import { createTermsViews } from './terms-views.ts';

/** Telegram's limit for titles of groups. */
const LONGEST_TITLE = 128;

/** A part of tickets; nothing runs by itself. */
export function createClientGroups(tools: TicketTools): TicketPart {
  const { rooms, companies, sla, t, logger } = tools;
  const deps: ClientVerbDeps = {
    ...tools,
    clients: createClientRepository(),
    titleOf: (locale: Locale, name: string) =>
      truncate(t(locale, 'clients-group-title', { name }), LONGEST_TITLE),
  };
  const service = createClientService(deps);
  const termsOf = (company: ClientCompany) => sla.terms.of(company);
  const termsViews = createTermsViews(tools);
  const roomViews = createClientRoomViews({ ...tools, termsOf, termsViews });
  const views = createClientStaffViews({ ...tools, termsOf, termsViews, terms: sla.terms });
  const replyNow = createReplyNow(logger);
  const staffSide = createStaffHandlers({
    ...{ ...tools, service, views, roomViews, replyNow },
    forms: () => forms,
  });
  const forming = {
    ...{ ...tools, service, terms: sla.terms, show: staffSide.show },
    zoneWords: termsViews.zone,
  };
  const forms = { newForm: defineNewClientForm(forming), valueForm: defineValueForm(forming) };
  const items = { service, views: roomViews };
  return {
    places: createPlaceHandlers({ service, replyNow }),
    composer: createComposer<BotContext>(staffSide.composer),
    messages: createClientOutgoing({ service, views, roomViews, t }),
    menuItems: [createQrItem(items), createRulesItem(items)],
    commands: [{ command: 'clients', words: 'clients-menu', where: ['private'], roles: ROLES }],
    async cardParts(roomIds) {
      const found = await service.ofRooms(roomIds);
      return new Map(
        found.map((company) => [
          company.roomId ?? 0,
          [{ lines: (locale: Locale) => roomViews.cardLines(locale, company) }],
        ]),
      );
    },
    onStaffRemoved: createClientLeavers({ ...deps, staff: tools.staff }),
    async onRoomReady(tx, room, cause) {
      const [company] = room.kind === 'support' ? await companies.findByRoom(tx, [room.id]) : [];
      if (company && !company.endedAt) await greet(deps, tx, company, cause);
    },
    // The card tells hours and times.
    async onTerms(tx) {
      const served = await companies.served(tx);
      await rooms.redraw(
        tx,
        served.flatMap(({ roomId }) => roomId ?? []),
      );
    },
    // The card counts what is open.
    async onChange(tx, { before, after }) {
      const isSame = before !== null && isOver(before.status) === isOver(after.status);
      if (!isSame) await rooms.redraw(tx, [after.roomId]);
    },
  };
}
