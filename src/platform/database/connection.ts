// How a connection opens. The adapter reads every moment as if its offset were +00:00, so each session
// is put into UTC, whatever the zone of the server.
import type { PoolConfig } from 'pg';

const UTC = '-c TimeZone=UTC';

/** A transaction whose process vanished must not hold its locks for ever. */
const ABANDONED = '-c idle_in_transaction_session_timeout=120s';

/** Silence after which a peer is asked whether it is still there; Linux gives up ten seconds later. */
const KEEP_ALIVE_MS = 10_000;

/** For waiting in the pool's queue and for connecting, in milliseconds. */
const CONNECT_MS = 15_000;

/** Settings for a Postgres server. Options that the address itself carries are kept. */
export function serverConnection(url: string, poolSize: number): PoolConfig {
  const { address, options } = withoutOptions(url);
  return inUtc({
    connectionString: address,
    options: [options, ABANDONED].filter(Boolean).join(' '),
    max: poolSize,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'deskroom',
  });
}

/** The same connection, in a session whose zone is UTC. */
export function inUtc(connection: PoolConfig): PoolConfig {
  return { ...connection, options: [connection.options, UTC].filter(Boolean).join(' ') };
}

/** The driver lets the address override what is given beside it, so `options` is taken out of it. */
function withoutOptions(url: string): { readonly address: string; readonly options: string } {
  if (!URL.canParse(url)) return { address: url, options: '' };
  const address = new URL(url);
  const options = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  return { address: address.toString(), options };
}
