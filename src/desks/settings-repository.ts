// What managers have set about their desks; a column of json, of which only what was changed is kept.

import type { Tx } from '../platform/database/index.ts';
import {
  type DeskSettings,
  readSettings,
  type SettingName,
  type SettingValue,
} from './settings.ts';

export type SettingsRepository = ReturnType<typeof createSettingsRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createSettingsRepository() {
  /** The settings of every desk, by its number. */
  async function list(db: Tx): Promise<Map<number, DeskSettings>> {
    const rows = await db.desk.findMany({ select: { id: true, settings: true } });
    return new Map(rows.map(({ id, settings }) => [id, readSettings(settings)]));
  }

  async function find(db: Tx, deskId: number): Promise<DeskSettings | null> {
    const row = await db.desk.findUnique({ where: { id: deskId }, select: { settings: true } });
    return row && readSettings(row.settings);
  }

  /** The settings of a desk, which nobody else changes until the transaction ends. */
  async function lock(tx: Tx, deskId: number): Promise<DeskSettings | null> {
    await tx.$executeRaw`SELECT FROM desk WHERE id = ${deskId} FOR NO KEY UPDATE`;
    return find(tx, deskId);
  }

  async function put(tx: Tx, deskId: number, name: SettingName, value: SettingValue) {
    await tx.$executeRaw`
      UPDATE desk SET settings = settings || ${JSON.stringify({ [name]: value })}::jsonb
      WHERE id = ${deskId}`;
  }

  return { list, find, lock, put };
}
