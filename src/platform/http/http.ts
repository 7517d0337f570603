// The door for operators and for whatever features add: alive, ready, how it goes. `/health` says that
// the process answers, `/ready` that it does its work, with the reasons where it does not.
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import type { Logger } from '../logger.ts';

export type Readiness = {
  readonly ready: boolean;
  /** For an operator, in English: why not, one sentence each. Empty when ready. */
  readonly reasons: readonly string[];
};

export type HttpDeps = {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly ready: () => Readiness | Promise<Readiness>;
  readonly metrics: Registry;
  readonly logger: Logger;
  /** Whose X-Forwarded-For is believed; nobody's unless told otherwise. */
  readonly trustedProxies?: readonly string[];
  /** Routes of features (the intake, a page), registered before the server listens. */
  readonly routes?: readonly ((app: FastifyInstance) => void | Promise<void>)[];
};

export type Http = {
  /**
   * Listens and returns the address, e.g. `http://127.0.0.1:8080`.
   * @throws Error when the port is taken, with words on what to do
   */
  start(): Promise<string>;
  /** Stops listening, lets requests under way finish, and closes idle connections. */
  stop(): Promise<void>;
};

/** No body that is meant for us is larger: 1 MiB. */
const BODY_LIMIT = 2 ** 20;

/** A server that does not listen yet. Callers read a code of their mistake, never words of ours. */
export function createHttp(deps: HttpDeps): Http {
  const { host, port, ready, metrics, logger, trustedProxies = [], routes = [] } = deps;
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  });

  app.get('/health', () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const { ready: isReady, reasons } = await ready();
    return reply.code(isReady ? 200 : 503).send({ ready: isReady, reasons });
  });
  app.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    return answerError(error, reply, () =>
      logger.error(
        { err: error, method: request.method, route: request.routeOptions.url },
        'http request failed',
      ),
    );
  });

  return {
    async start() {
      for (const register of routes) await app.register(async (scope) => register(scope));
      return await app.listen({ host, port }).catch((err: unknown) => {
        throw isTaken(err) ? new Error(takenWords(host, port), { cause: err }) : err;
      });
    },
    stop: () => app.close(),
  };
}

function isTaken(err: unknown): boolean {
  return err instanceof Error && 'code' in err && err.code === 'EADDRINUSE';
}

function takenWords(host: string, port: number): string {
  return `port ${port} at ${host} is taken by another program: end that one, or set HTTP_PORT to another port (0 picks a free one)`;
}

/** The caller's mistakes are named to him; ours are logged, and he reads a neutral word. */
function answerError(error: FastifyError, reply: FastifyReply, log: () => void): FastifyReply {
  const code = error.statusCode ?? 500;
  if (code < 500) return reply.code(code).send({ error: error.code ?? 'bad request' });
  log();
  return reply.code(500).send({ error: 'internal error' });
}
