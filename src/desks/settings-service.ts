// The settings of desks, read by whoever works by them and changed by managers.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import type { DeskService } from './service.ts';
import {
  DEFAULT_SETTINGS,
  type DeskSettings,
  nextValue,
  type SettingName,
  type SettingValue,
} from './settings.ts';
import type { SettingsRepository } from './settings-repository.ts';

export interface DeskSettingsDeps {
  readonly database: Database;
  readonly settings: SettingsRepository;
  readonly service: Pick<DeskService, 'note'>;
  readonly clock: Clock;
}

export interface ChangeSetting {
  readonly by: Staff;
  readonly deskId: number;
  readonly name: SettingName;
  /** The value that stood on the button: whoever pressed it wants the next one. */
  readonly from: SettingValue;
  readonly cause: Cause;
}

export type SettingOutcome =
  | { readonly status: 'changed'; readonly value: SettingValue }
  /** Somebody else has changed it meanwhile: nothing changes. */
  | { readonly status: 'changed-before'; readonly value: SettingValue }
  | { readonly status: 'no-right' | 'no-desk' | 'repeated' };

/** Methods with `tx` take part in the caller's transaction. */
export function createDeskSettings(deps: DeskSettingsDeps) {
  const { database, settings, service, clock } = deps;

  /** The settings of a desk; of no desk, or one that is not there, the defaults. */
  async function settingsOf(deskId: number | null, tx?: Tx): Promise<DeskSettings> {
    const found = deskId === null ? null : await settings.find(tx ?? database.prisma, deskId);
    return found ?? DEFAULT_SETTINGS;
  }

  /** The settings of every desk, by its number. */
  async function allSettings(tx?: Tx): Promise<ReadonlyMap<number, DeskSettings>> {
    return settings.list(tx ?? database.prisma);
  }

  async function changeSetting(command: ChangeSetting): Promise<SettingOutcome> {
    const { by, deskId, name, from, cause } = command;
    if (!mayManageStaff(by.role)) return { status: 'no-right' };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const before = await settings.lock(tx, deskId);
      if (!before) return { status: 'no-desk' };
      if (before[name] !== from) return { status: 'changed-before', value: before[name] };
      const value = nextValue(name, from);
      await settings.put(tx, deskId, name, value);
      await service.note(tx, 'desk-setting', deskId, { name, from, to: value }, cause, by);
      return { status: 'changed', value };
    });
  }

  return { settingsOf, allSettings, changeSetting };
}
