// The intake as a document for those who write to it (OpenAPI 3.1), made of the very shapes that check
// what they send, so that it cannot say anything else.
import { z } from 'zod';
import {
  type DocumentedAnswer,
  type DocumentedWebhook,
  type IntakeRoute,
  secretOf,
  USUAL_BODY_BYTES,
} from './intake-route.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts';

type Json = Readonly<Record<string, unknown>>;

const HOW_TO_SIGN = `Each request is signed with the secret that the company gave you; which of its settings holds it is told of each:

    X-Deskroom-Timestamp: <seconds since 1970, UTC>
    X-Deskroom-Signature: sha256=<hex of HMAC-SHA256(secret, timestamp + "." + body)>

\`body\` is exactly what is sent, byte for byte. For GET and PATCH the address stands before it, from \`/api\` on and with
its query: \`timestamp + "." + "/api/tickets/T-000123" + body\` (of GET the body is empty). A signature is good for five
minutes, and a change for one request.
When no answer has come, sign the same body anew and send it again: what is known by its own id is taken once.
A success is answered when it is stored for good.`;

const ERROR: Json = {
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string' } },
};

const PROBLEMS: Json = {
  type: 'object',
  required: ['error', 'problems'],
  properties: {
    error: { const: 'shape-wrong' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule'],
        properties: {
          path: { type: 'string', description: 'Where in the body, e.g. products.3.url' },
          rule: { type: 'string' },
        },
      },
    },
  },
};

/** What any route may answer, by its code. */
const ALWAYS: Readonly<
  Record<number, { readonly description: string; readonly errors: string[] }>
> = {
  400: { description: 'The body is no JSON in UTF-8', errors: ['body-malformed'] },
  401: {
    description: 'Not signed, signed otherwise, more than five minutes ago, or sent before',
    errors: ['signature-missing', 'signature-wrong', 'signature-old', 'signature-used'],
  },
  413: { description: 'The body is too long', errors: ['body-too-large'] },
  415: { description: 'Content-Type is not application/json', errors: ['content-type-wrong'] },
  429: {
    description: 'Too many requests from your address: Retry-After says when to go on (seconds)',
    errors: ['too-many-requests'],
  },
  503: {
    description: 'The intake is closed, or storage is away: Retry-After says when to try again',
    errors: ['intake-closed', 'unavailable'],
  },
};

/** Of these the ones that a request without a body may have. */
const BODILESS = Object.fromEntries(
  Object.entries(ALWAYS).filter(([code]) => !['400', '413', '415'].includes(code)),
);

/** `publicUrl`: where this program is reached from outside, if that is known. */
export function openApiDocument(routes: readonly IntakeRoute[], publicUrl?: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describe(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Deskroom: intake', version: '1', description: HOW_TO_SIGN },
    servers: [{ url: publicUrl ?? '/' }],
    security: [{ timestamp: [], signature: [] }],
    paths,
    webhooks: Object.fromEntries(routes.flatMap(({ told }) => (told ? [describeTold(told)] : []))),
    components: {
      securitySchemes: {
        timestamp: inHeader(TIMESTAMP_HEADER),
        signature: inHeader(SIGNATURE_HEADER),
      },
    },
  };
}

function inHeader(name: string): Json {
  return { type: 'apiKey', in: 'header', name };
}

function describe(route: IntakeRoute): Json {
  const { operation, summary, description, shape, bodyBytes, answers, method } = route;
  const open = { operationId: operation, summary };
  const places = placesIn(route);
  const signed = `Signed with ${secretOf(route)}.`;
  if (method === 'GET') {
    return {
      ...open,
      description: description ? `${description}\n\n${signed}` : signed,
      parameters: [...places, ...queryOf(shape)],
      responses: responsesOf(answers, BODILESS, 'The query has another shape'),
    };
  }
  const most = `${signed} Body: at most ${(bodyBytes ?? USUAL_BODY_BYTES) / 1_024} KiB.`;
  return {
    ...open,
    description: description ? `${description}\n\n${most}` : most,
    ...(places.length > 0 ? { parameters: places } : {}),
    requestBody: { required: true, content: json(schemaOf(shape, 'input')) },
    responses: responsesOf(answers, ALWAYS, 'The body has another shape'),
  };
}

function describeTold({ name, summary, description, shape }: DocumentedWebhook) {
  const requestBody = { required: true, content: json(schemaOf(shape, 'output')) };
  const responses = {
    '2XX': { description: 'It is known there' },
    '4XX': { description: 'It never will be: it is not said again (but after 408 and 429)' },
    default: { description: 'It is said again, for a day' },
  };
  return [name, { post: { summary, description, requestBody, responses } }] as const;
}

/** What the path leaves open. */
function placesIn({ path }: IntakeRoute): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
}

function queryOf(shape: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(description ? { description } : {}),
  }));
}

type Always = typeof ALWAYS;

function responsesOf(answers: IntakeRoute['answers'], always: Always, misshapen: string): Json {
  const refused = {
    422: { description: `${misshapen}: each problem by its place`, content: json(PROBLEMS) },
  };
  const codes = new Set([...Object.keys(always), ...Object.keys(answers)].map(Number));
  const all = [...codes].map((code) => [code, responseOf(code, answers[code])] as const);
  return { ...Object.fromEntries(all), ...refused };
}

/** A refusal of the route's own stands beside that which every route has for the same code. */
function responseOf(code: number, own: DocumentedAnswer | undefined): Json {
  if (own?.shape && !own.errors)
    return { description: own.description, content: json(schemaOf(own.shape, 'output')) };
  const always = ALWAYS[code];
  const description = [own?.description, always?.description].filter(Boolean).join('. ');
  const errors = [...(own?.errors ?? []), ...(always?.errors ?? [])];
  const { properties: facts = {} } = own?.shape ? schemaOf(own.shape, 'output') : {};
  const properties = { error: { enum: errors }, ...(facts as Json) };
  return { description, content: json({ ...ERROR, properties }) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}
