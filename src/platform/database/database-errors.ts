// What a failed query says about the database, read from all the shapes in which Prisma, its adapter,
// the driver and the socket report it. Whoever works through a queue waits while the database is away
// and blames the work only for the rest.
import type { EmbeddedFailure } from './embedded-protocol.ts';

/** The embedded database could not be opened; the message says to an operator what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly reason: EmbeddedFailure;

  constructor(reason: EmbeddedFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Prisma's codes for a database that is not there, is full, or went away in mid-query. */
const UNAVAILABLE_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);

/** SQLSTATE: shutting down, crashed, starting up, idle session ended, too many connections. */
const UNAVAILABLE_SQL = new Set(['57P01', '57P02', '57P03', '57P05', '53300']);

/** Sockets; ENOENT is the embedded database's socket while its process is being replaced. */
const UNAVAILABLE_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** The adapter's own kinds: a raw query that fails has no better code than P2010. */
const UNAVAILABLE_KIND = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
]);

/** Said in words only: by pg, by Prisma, and by a socket whose error Prisma has put into its own. */
const UNAVAILABLE_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|Cannot use a pool after|Unable to start a transaction in the given time|Can't reach database server|Connection ended unexpectedly|\bconnect E[A-Z]+\b/i;

/**
 * True when the query failed because the database could not be reached or would not serve anybody, so
 * that the same work may succeed later. False for everything the work itself caused.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return facts(error).some(
    ({ code, kind, syscall, message }) =>
      UNAVAILABLE_PRISMA.has(code) ||
      UNAVAILABLE_KIND.has(kind) ||
      UNAVAILABLE_SQL.has(code) ||
      code.startsWith('08') ||
      (UNAVAILABLE_SOCKET.has(code) && (code !== 'ENOENT' || syscall === 'connect')) ||
      UNAVAILABLE_WORDS.test(message),
  );
}

/** True when the database has no room left (SQLSTATE 53100, ENOSPC): somebody must make some. */
export function isDiskFull(error: unknown): boolean {
  return facts(error).some(
    ({ code, message }) =>
      code === '53100' || code === 'ENOSPC' || /No space left on device/i.test(message),
  );
}

/** True when it is the database's own trouble, so that work waits for it and is not blamed. */
export function isStorageTrouble(error: unknown): boolean {
  return isDatabaseUnavailable(error) || isDiskFull(error);
}

/** True when two transactions got in each other's way and the same one may be tried again. */
export function isWriteConflict(error: unknown): boolean {
  return facts(error).some(({ code }) => code === '40P01' || code === '40001' || code === 'P2034');
}

type Fact = {
  readonly code: string;
  readonly kind: string;
  readonly syscall: string;
  readonly message: string;
};

/** Adapter errors sit in `meta.driverAdapterError`, the driver's own in `cause`, sometimes deeper. */
function facts(error: unknown, depth = 0): readonly Fact[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { code, originalCode, kind, syscall, message, cause, meta } = error as Record<
    string,
    unknown
  >;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  const own: Fact = {
    code: text(originalCode ?? code),
    kind: text(kind),
    syscall: text(syscall),
    message: text(message),
  };
  const many = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [own, ...[cause, inner, ...many].flatMap((deeper) => facts(deeper, depth + 1))];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
