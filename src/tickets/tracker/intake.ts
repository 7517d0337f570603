// What other systems may say of tickets and ask about them, and what they are answered.

import { z } from 'zod';
import type { Problem } from '../../platform/http/intake-route.ts';
import { fields, foreignId, line, words } from '../../platform/http/shapes.ts';
import { ORIGINS } from '../repository.ts';
import { TICKET_STATUSES, URGENCIES } from '../ticket.ts';

const LARGEST_ID = 2 ** 31 - 1;
const MOST_ON_PAGE = 100;

const oneOf = <const Words extends readonly [string, ...string[]]>(all: Words) =>
  z.enum(all, `must be one of ${all.join(', ')}`);
const rowId = (rule: string) => z.int(rule).min(1, rule).max(LARGEST_ID, rule);
const status = () => oneOf(TICKET_STATUSES);
const urgency = () => oneOf(URGENCIES);
const typeCode = () => line(40).describe('Its code, as in GET /api/ticket-directory');
const staffId = () =>
  rowId('must be the number of an employee').describe('As in GET /api/ticket-directory');

export const TicketRequest = fields({
  external_id: foreignId().describe('Your number of it; the same twice is one ticket'),
  company: rowId('must be the number of a company').describe('As in GET /api/ticket-directory'),
  type: typeCode(),
  urgency: urgency().default('normal'),
  summary: line(120),
  description: words(10_000).default(''),
  responsible: staffId().nullish().describe('Null: whoever takes it'),
});

const MOST_COMMENT = 3_500;
const COMMENT_RULE = `must be a text of 1 to ${MOST_COMMENT} characters`;

const Comment = fields({
  text: words(MOST_COMMENT)
    .min(1, COMMENT_RULE)
    .describe('Without formatting; in several lines, if you like'),
  internal: z
    .boolean('must be true or false')
    .describe('true: employees alone read it; false: the client reads it, as an answer of yours'),
  author: line(80).optional().describe('Who says it, as the client reads it'),
  automatic: z
    .boolean('must be true or false')
    .optional()
    .describe(
      'true: nobody has written it now. The client reads it, and the deadline of the answer stays',
    ),
  id: foreignId().optional().describe('Your number of it; the same twice is one comment'),
})
  .refine(({ internal, automatic }) => !(internal && automatic), {
    path: ['automatic'],
    error: 'must be false where internal is true',
  })
  .transform(({ internal, automatic = false, author = null, id = null, text }) => ({
    ...{ externalId: id, author, text },
    kind: internal ? ('inside' as const) : automatic ? ('automatic' as const) : ('answer' as const),
  }))
  .describe('Words about it, for the client or for employees');

export const TicketPatch = fields({
  status: status().optional(),
  responsible: staffId().nullable().optional().describe('Null: nobody'),
  urgency: urgency().optional(),
  type: typeCode().optional(),
  external_id: foreignId().nullable().optional().describe('Your number of it; null: none any more'),
  reason: line(500).optional().describe('Why; stands in the history'),
  comment: Comment.optional(),
}).refine(
  ({ reason: _, ...wishes }) => Object.values(wishes).some((wish) => wish !== undefined),
  'must change something: status, responsible, urgency, type, external_id or comment',
);

const CURSOR = /^(\d{1,15})\.(\d{1,10})$/;
const CURSOR_RULE = 'must be the cursor of an earlier answer';
const DATE_RULE = 'must be a moment with its offset, like 2026-11-23T09:00:00Z';
const LIMIT_RULE = `must be a number of 1 to ${MOST_ON_PAGE}`;
const COMPANY_RULE = 'must be the number of a company';

export const TicketQuery = fields({
  updated_since: z.iso
    .datetime({ offset: true, error: DATE_RULE })
    .transform((text) => new Date(text))
    .optional()
    .describe('Those that have changed since'),
  cursor: z
    .string(CURSOR_RULE)
    .transform((text) => CURSOR.exec(Buffer.from(text, 'base64url').toString('latin1')))
    .refine((read) => read !== null, CURSOR_RULE)
    .transform((read) => ({ changedAt: new Date(Number(read?.[1])), id: Number(read?.[2]) }))
    .refine(({ id }) => id <= LARGEST_ID, CURSOR_RULE)
    .optional()
    .describe('Goes on behind the last answer, also days later'),
  company: z
    .string(COMPANY_RULE)
    .regex(/^[1-9]\d{0,8}$/, COMPANY_RULE)
    .transform(Number)
    .optional(),
  status: status().optional(),
  limit: z
    .string(LIMIT_RULE)
    .regex(/^(?:[1-9]\d?|100)$/, LIMIT_RULE)
    .transform(Number)
    .optional()
    .describe(`Tickets at once, at most ${MOST_ON_PAGE}; 50 unless told otherwise`),
});

export function cursorOf({ changedAt, id }: { readonly changedAt: Date; readonly id: number }) {
  return Buffer.from(`${changedAt.getTime()}.${id}`, 'latin1').toString('base64url');
}

export const NoQuery = fields({});

const moment = () => z.iso.datetime().nullable();
const somebody = () => z.object({ id: z.int(), name: z.string().nullable() }).nullable();

export const TicketShape = z.object({
  number: z.string().describe('As people read it: T-000123'),
  external_id: z.string().nullable(),
  company: z.object({ id: z.int(), name: z.string() }),
  type: z.string(),
  urgency: z.enum(URGENCIES),
  status: z.enum(TICKET_STATUSES),
  responsible: somebody(),
  author: somebody().describe('Null: another system made it'),
  summary: z.string(),
  description: z.string(),
  origin: z.enum(ORIGINS),
  opened_at: z.iso.datetime(),
  responded_at: moment(),
  done_at: moment(),
  ended_at: moment(),
  changed_at: z.iso.datetime(),
  deadlines: z
    .object({ response: moment(), next_response: moment(), resolution: moment() })
    .describe('Null: nothing is owed, or the clock stands still'),
  reopened_count: z.int(),
  rating: z.int().nullable(),
  rating_words: z.string().nullable(),
  merged_into: z.string().nullable(),
});

export const WebhookShape = z.object({
  id: z.string().describe('As in X-Deskroom-Delivery; the same id again is the same change again'),
  deed: z
    .string()
    .describe(
      'What happened: open, take, wait, resume, done, close, cancel, reopen, confirm, return, withdraw, write, ' +
        'answered, expire, assign, change-type, change-urgency, external-id, merge, rate, words, reworded, comment, ' +
        'comment-inside, …; ' +
        'others may be added',
    ),
  origin: z.enum(['telegram', 'api', 'deskroom']).describe('api: a request of yours did it'),
  at: z.iso.datetime(),
  by: z.object({
    kind: z.enum(['staff', 'person', 'system']),
    id: z.int().nullable(),
    name: z.string().nullable(),
  }),
  reason: z.string().nullable(),
  previous_status: z.enum(TICKET_STATUSES).nullable().describe('Null: it is new'),
  ticket: TicketShape.describe('As it was right after'),
  messages: z
    .array(
      z.object({
        id: z.int(),
        author: z.string().describe('The name over it'),
        kind: z.string().describe('text, photo, document, voice, …'),
        text: z.string(),
        file_name: z.string().nullable(),
        said_at: z.iso.datetime(),
      }),
    )
    .describe('Of words and reworded: what the client has said, or says now by the same id'),
});

export const TicketListShape = z.object({
  tickets: z.array(TicketShape),
  cursor: z.string().nullable().describe('To be kept: with it the next request goes on'),
  has_more: z.boolean(),
});

export const ChangedTicketShape = z.object({
  changed: z.array(z.string()).describe('The fields that are not as they were'),
  ticket: TicketShape,
});

export const OpenedTicketShape = z.object({
  status: z.enum(['opened', 'known']),
  ticket: TicketShape,
});

export const DirectoryShape = z.object({
  companies: z.array(z.object({ id: z.int(), name: z.string() })),
  types: z.array(
    z.object({ code: z.string(), name: z.object({ ru: z.string(), en: z.string() }) }),
  ),
  staff: z.array(z.object({ id: z.int(), name: z.string(), role: z.string() })),
});

export const RefusalFacts = z.object({
  now: z.enum(TICKET_STATUSES).optional().describe('Its status'),
  possible: z.array(z.enum(TICKET_STATUSES)).optional().describe('Where it may go from there'),
  into: z.string().optional().describe('The ticket that it turned out to be'),
  number: z.string().optional().describe('The ticket that has this external_id'),
});

/** What a body may name that is not there, by the refusal of the verb. */
const UNKNOWN_FIELDS = {
  'company-unknown': { path: 'company', rule: 'must be the number of a company that we know' },
  'type-unknown': { path: 'type', rule: 'must be the code of a type that tickets may have now' },
  'responsible-unknown': {
    path: 'responsible',
    rule: 'must be the number of an employee who works here now',
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** The problem behind a refusal; null: it is about something else than the body. */
export function problemOf(error: string): Problem | null {
  return Object.entries(UNKNOWN_FIELDS).find(([name]) => name === error)?.[1] ?? null;
}
