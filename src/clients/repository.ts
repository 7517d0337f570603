// The tables of clients and their addresses. Everything works on sets, one statement each, for it
// stands on the way of every message that comes in.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Unreachable } from './client.ts';

export interface AddressKey {
  readonly channel: string;
  /** The person's id on that channel; on `telegram` the id of the private chat. */
  readonly externalId: string;
}

export interface Profile {
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
}

export interface KnownAddress extends AddressKey, Profile {
  readonly addressId: number;
  readonly clientId: number;
  readonly deskId: number | null;
  readonly unreachable: Unreachable | null;
}

export type NewClient = AddressKey & Profile & { readonly source: string | null };

export type ClientRepository = ReturnType<typeof createClientRepository>;

/** Every method takes the transaction it belongs to. */
export function createClientRepository() {
  async function findAddresses(tx: Tx, keys: readonly AddressKey[]): Promise<KnownAddress[]> {
    const wanted = keys.map(({ channel, externalId }) => ({ channel, externalId }));
    return tx.$queryRaw<KnownAddress[]>`
      SELECT a.id AS "addressId", a.client_id AS "clientId", a.channel, a.external_id AS "externalId",
        a.unreachable, a.desk_id AS "deskId", c.name, c.username, c.locale
      FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS k(channel text, "externalId" text)
      JOIN client_address a ON a.channel = k.channel AND a.external_id = k."externalId"
      JOIN client c ON c.id = a.client_id`;
  }

  /**
   * Clients with an address each, in one statement. An address that somebody else has just made stays
   * theirs and brings no client here: callers look again. Returns how many came.
   */
  async function insertClients(tx: Tx, clients: readonly NewClient[], now: Date): Promise<number> {
    if (clients.length === 0) return 0;
    return tx.$executeRaw`
      WITH wanted AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(clients)}::json) AS w(
          channel text, "externalId" text, name text, username text, locale text, source text)
      ), address AS (
        INSERT INTO client_address (client_id, channel, external_id)
        SELECT nextval(pg_get_serial_sequence('client', 'id')), channel, "externalId" FROM wanted
        ON CONFLICT (channel, external_id) DO NOTHING
        RETURNING client_id, channel, external_id
      )
      INSERT INTO client (id, name, username, locale, source, created_at)
      SELECT a.client_id, w.name, w.username, w.locale, w.source, ${now}::timestamptz
      FROM address a JOIN wanted w ON w.channel = a.channel AND w."externalId" = a.external_id`;
  }

  /** Notes that these people did something, and how they are called now. */
  async function touchClients(
    tx: Tx,
    clients: readonly (Profile & { readonly clientId: number })[],
    now: Date,
  ): Promise<void> {
    if (clients.length === 0) return;
    const rows = [...clients].sort((a, b) => a.clientId - b.clientId);
    await tx.$executeRaw`
      UPDATE client AS c SET name = t.name, username = t.username, locale = t.locale,
        last_action_at = ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS t("clientId" int, name text, username text, locale text)
      WHERE c.id = t."clientId"`;
  }

  /** The desk that this person writes to from now on. */
  async function setDesk(tx: Tx, addressId: number, deskId: number): Promise<void> {
    await tx.clientAddress.update({ where: { id: addressId }, data: { deskId } });
  }

  /** Whether that was news: false when it was noted before. */
  async function markUnreachable(
    tx: Tx,
    addressId: number,
    reason: Unreachable,
    now: Date,
  ): Promise<boolean> {
    const { count } = await tx.clientAddress.updateMany({
      where: { id: addressId, unreachable: null },
      data: { unreachable: reason, unreachableSince: now },
    });
    return count > 0;
  }

  /** Those of the addresses of which it was news. */
  async function markReachable(tx: Tx, addressIds: readonly number[]): Promise<number[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE client_address SET unreachable = NULL, unreachable_since = NULL
      WHERE id = ANY(${[...addressIds]}::int[]) AND unreachable IS NOT NULL RETURNING id`;
    return rows.map(({ id }) => id);
  }

  async function findById(db: Tx, addressIds: readonly number[]): Promise<AddressRow[]> {
    return db.clientAddress.findMany({
      where: { id: { in: [...addressIds] } },
      select: { id: true, clientId: true, channel: true, externalId: true },
    });
  }

  return {
    findAddresses,
    insertClients,
    touchClients,
    setDesk,
    markUnreachable,
    markReachable,
    findById,
  };
}

export interface AddressRow extends AddressKey {
  readonly id: number;
  readonly clientId: number;
}
