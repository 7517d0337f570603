// Where the company's own system of record reads tickets, makes them and changes them.

import {
  type IntakeAnswer,
  type IntakeRoute,
  intakeRoute,
  type Problem,
} from '../../platform/http/intake-route.ts';
import { readTicketNumber } from '../ticket.ts';
import type { TrackerChanges } from './change-service.ts';
import {
  ChangedTicketShape,
  cursorOf,
  DirectoryShape,
  NoQuery,
  OpenedTicketShape,
  problemOf,
  RefusalFacts,
  TicketListShape,
  TicketPatch,
  TicketQuery,
  TicketRequest,
  TicketShape,
  WebhookShape,
} from './intake.ts';
import type { createTrackerOpening } from './open-service.ts';
import type { TrackerReading } from './reading-service.ts';
import type { StateService } from './state-service.ts';

export interface TrackerRoutesDeps extends TrackerChanges, ReturnType<typeof createTrackerOpening> {
  readonly reading: TrackerReading;
  readonly state: StateService;
}

const UNKNOWN = { status: 'refused', code: 404, error: 'ticket-unknown' } as const;
const USUAL_PAGE = 50;

export function createTrackerRoutes(deps: TrackerRoutesDeps): readonly IntakeRoute[] {
  return [opening(deps), listing(deps), reading(deps), changing(deps), directory(deps)].map(
    (route) => ({ ...route, secret: 'TRACKER_SECRET' }),
  );
}

function reading({ reading: { one } }: TrackerRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'GET',
    path: '/api/tickets/{number}',
    operation: 'readTicket',
    summary: 'A ticket as it is now',
    shape: NoQuery,
    answers: {
      200: { description: 'The ticket', shape: TicketShape },
      404: { description: 'There is no such ticket', errors: ['ticket-unknown'] },
    },
    async take(_, __, { number = '' }) {
      const id = readTicketNumber(number);
      const ticket = id === null ? null : await one(id);
      return ticket ? { status: 'taken', code: 200, body: ticket } : UNKNOWN;
    },
  });
}

function listing({ reading: { list } }: TrackerRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'GET',
    path: '/api/tickets',
    operation: 'listTickets',
    summary: 'Tickets in the order of their last change',
    description:
      'For whoever was away, and for a look each night. Keep the cursor: with it the next request goes on ' +
      'where this one ended. A change shows ten seconds after it was made.',
    shape: TicketQuery,
    answers: { 200: { description: 'The earliest changes first', shape: TicketListShape } },
    async take({ updated_since: since, cursor: after, company, status, limit }) {
      const page = await list({
        since: since ?? new Date(0),
        after: after ?? null,
        companyId: company ?? null,
        status: status ?? null,
        limit: limit ?? USUAL_PAGE,
      });
      const { tickets, last, hasMore } = page;
      const body = { tickets, cursor: last && cursorOf(last), has_more: hasMore };
      return { status: 'taken', code: 200, body };
    },
  });
}

function opening({ open, state }: TrackerRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'POST',
    path: '/api/tickets',
    operation: 'openTicket',
    summary: 'A ticket for a company',
    description: 'It appears in the group of the company and at the desk as any other does.',
    shape: TicketRequest,
    answers: {
      200: { description: 'It was known; it stays as it is', shape: OpenedTicketShape },
      201: { description: 'It is there', shape: OpenedTicketShape },
      409: {
        description: 'The company is served no more, or has no group yet',
        errors: ['company-not-served'],
      },
    },
    async take(given, cause): Promise<IntakeAnswer> {
      const { external_id: externalId, company: companyId, responsible = null, ...words } = given;
      const asked = { externalId, companyId, responsibleId: responsible, ...words };
      const outcome = await open(asked, cause);
      if (outcome.status === 'repeated') return outcome;
      if (outcome.status === 'refused') {
        const problem = problemOf(outcome.error);
        return problem ? misshapen(problem) : { ...outcome, code: 409 };
      }
      const { status } = outcome;
      const body = { status, ticket: await state.ofOne(outcome.ticket) };
      return { status: 'taken', code: status === 'opened' ? 201 : 200, body };
    },
  });
}

function changing({ change, state }: TrackerRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'PATCH',
    path: '/api/tickets/{number}',
    operation: 'changeTicket',
    summary: 'Changes a ticket',
    description:
      'All of it is done, or nothing. A status is reached as employees reach it: what is not possible now is ' +
      'refused, with what is. What is so already is passed over. Webhooks tell of the change with ' +
      '`origin: "api"`, so that you can tell your own changes from those of others. What you say to the client ' +
      'stops the deadline of the answer when it has arrived in their group: `answered` tells so.',
    shape: TicketPatch,
    answers: {
      200: { description: 'It is so', shape: ChangedTicketShape },
      404: { description: 'There is no such ticket', errors: ['ticket-unknown'] },
      409: {
        description: 'It cannot be so now',
        errors: ['status-impossible', 'ticket-over', 'ticket-merged', 'external-id-taken'],
        shape: RefusalFacts,
      },
    },
    told: {
      name: 'ticketChanged',
      summary: 'A ticket has changed',
      description:
        'Told to WEBHOOK_URL, signed with WEBHOOK_SECRET as requests are with theirs; X-Deskroom-Delivery is the ' +
        'id. Changes of one ticket come in their order, those of several side by side. Answer within ten seconds.',
      shape: WebhookShape,
    },
    async take(given, cause, { number = '' }): Promise<IntakeAnswer> {
      const ticketId = readTicketNumber(number);
      if (ticketId === null) return UNKNOWN;
      const { responsible: responsibleId, external_id: externalId, ...rest } = given;
      const wishes = { ...rest, responsibleId, externalId };
      const outcome = await change({ ticketId, wishes, cause });
      if (outcome.status === 'repeated') return outcome;
      if (outcome.status === 'refused') {
        const { status, error, ...facts } = outcome;
        const problem = problemOf(error);
        if (problem) return misshapen(problem);
        return { status, error, facts, code: error === 'ticket-unknown' ? 404 : 409 };
      }
      const { changed } = outcome;
      const body = { changed, ticket: await state.ofOne(outcome.ticket) };
      return { status: 'taken', code: 200, body };
    },
  });
}

function directory(deps: TrackerRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'GET',
    path: '/api/ticket-directory',
    operation: 'readTicketDirectory',
    summary: 'By which numbers and words tickets are spoken of',
    shape: NoQuery,
    answers: {
      200: { description: 'Companies, types and employees of now', shape: DirectoryShape },
    },
    take: async () => ({ status: 'taken', code: 200, body: await deps.reading.directory() }),
  });
}

function misshapen(problem: Problem): IntakeAnswer {
  return { status: 'misshapen', problems: [problem] };
}
