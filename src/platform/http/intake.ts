// The door by which other systems hand things in. In this order: how often (before anything is read), who
// (a claim first, for a stranger's body need not be read), how long, signed by whom over these very bytes,
// then JSON, then its shape, and only then the business. Answered after the commit.
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createBatcher } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { isStorageTrouble } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import {
  type IntakeRoute,
  type Named,
  type SecretName,
  secretOf,
  signsAddress,
  USUAL_BODY_BYTES,
} from './intake-route.ts';
import { checkSignature, readSignature } from './signature.ts';

export interface IntakeDeps {
  readonly routes: readonly IntakeRoute[];
  /** Undefined: what is signed with it is closed. */
  readonly secrets: Readonly<Record<SecretName, string | undefined>>;
  /** Requests a minute from one address; 0: no limit. */
  readonly perMinute: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A crowd of requests leaves the database's other connections, or its turns, to those who write. */
const AT_ONCE = 4;
/** What the caller may wait before it tries again, in seconds, while our database is away. */
const RETRY_SECONDS = 10;

const utf8 = new TextDecoder('utf-8', { fatal: true });

type Received = Awaited<ReturnType<IntakeRoute['receive']>>;

/** Registers the routes in a scope of their own, so that nobody else's bodies are read as theirs are. */
export function createIntake({ routes, secrets, perMinute, clock, logger }: IntakeDeps) {
  const inTurn = createBatcher<() => Promise<Received>, Received>({
    run: (works) => Promise.all(works.map((work) => work())),
    most: 1,
    sideBySide: AT_ONCE,
    repeatAlone: () => false,
  });

  return async function intake(app: FastifyInstance): Promise<void> {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    app.setErrorHandler((error: FastifyError, request, reply) => fail(error, request, reply));
    if (perMinute > 0) {
      await app.register(rateLimit, { max: perMinute, timeWindow: 60_000, hook: 'onRequest' });
    }
    for (const route of routes) {
      const { method, path, bodyBytes: bodyLimit = USUAL_BODY_BYTES } = route;
      app.route({
        method,
        url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
        bodyLimit,
        preParsing: async (request, reply) => void claimFirst(route, request, reply),
        handler: (request, reply) => take(route, request, reply),
      });
    }
  };

  /** Whoever claims nothing, or is too late, is answered before the body comes. */
  function claimFirst(
    route: IntakeRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply | undefined {
    if (!secrets[secretOf(route)]) return refuse(reply, 503, 'intake-closed');
    const claimed = readSignature(request.headers, clock.now());
    return claimed.status === 'refused' ? refuse(reply, 401, claimed.error) : undefined;
  }

  async function take(
    route: IntakeRoute,
    { headers, url, query, params, body: given }: FastifyRequest,
    reply: FastifyReply,
  ) {
    const bytes = Buffer.isBuffer(given) ? given : Buffer.alloc(0);
    const claimed = readSignature(headers, clock.now());
    if (claimed.status === 'refused') return refuse(reply, 401, claimed.error);
    const signed = signsAddress(route) ? Buffer.concat([Buffer.from(url), bytes]) : bytes;
    const signature = checkSignature(claimed, signed, secrets[secretOf(route)] ?? '');
    if (signature.status === 'refused') return refuse(reply, 401, signature.error);
    const asked = route.method === 'GET' ? query : parse(bytes);
    if (asked === undefined) return refuse(reply, 400, 'body-malformed');
    const { requestId: id } = signature;
    const cause = { kind: 'request', id } as const;
    return answer(reply, await inTurn(() => route.receive(asked, cause, params as Named)));
  }

  /** The caller's mistakes are named to it; ours are logged, and it reads a neutral word. */
  function fail(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const code = error.statusCode ?? 500;
    if (code < 500) return refuse(reply, code, REFUSALS[code] ?? 'bad-request');
    logger.error({ err: error, route: request.routeOptions.url }, 'a request could not be taken');
    if (!isStorageTrouble(error)) return refuse(reply, 500, 'internal-error');
    return refuse(reply.header('retry-after', RETRY_SECONDS), 503, 'unavailable');
  }
}

/** What the server itself refuses, as a word. */
const REFUSALS: Readonly<Record<number, string>> = {
  413: 'body-too-large',
  415: 'content-type-wrong',
  429: 'too-many-requests',
};

function answer(reply: FastifyReply, received: Received): FastifyReply {
  switch (received.status) {
    case 'taken':
      return reply.code(received.code).send(received.body);
    case 'refused':
      return reply.code(received.code).send({ error: received.error, ...received.facts });
    case 'repeated':
      return refuse(reply, 401, 'signature-used');
    case 'misshapen':
      return reply
        .code(422)
        .send({ error: 'shape-wrong', problems: received.problems.slice(0, 100) });
  }
}

function refuse(reply: FastifyReply, code: number, error: string): FastifyReply {
  return reply.code(code).send({ error });
}

/** Undefined: no JSON, or not in UTF-8. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
