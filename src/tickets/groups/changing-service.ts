// What is agreed with a client is changed, one thing at a time: in the log, on the card of its group, and on the
// clocks that run.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { token } from '../../platform/random.ts';
import type { Staff } from '../../staff/staff.ts';
import { bearerOf } from '../clocks.ts';
import type { ClientCompany } from '../company.ts';
import type { Repeated } from '../verbs/deps.ts';
import { type ClientChange, CODE_BYTES, columnsOf, isSame } from './client.ts';
import {
  bringIn,
  byServing,
  type ClientVerbDeps,
  note,
  type Order,
  type Refused,
  tell,
} from './deps.ts';

export type ChangeOutcome =
  | { readonly status: 'changed' | 'same' | 'ended' | 'gone' }
  /** The manager, plan or calendar that was chosen is there no more. */
  | { readonly status: 'choice-gone' }
  | Refused
  | Repeated;

export type ClientWish = Exclude<ClientChange, { kind: 'renew' }> | { readonly kind: 'renew' };

export function createChanging(deps: ClientVerbDeps) {
  const { clients, rooms, staff, sla, tickets, clock, titleOf, onDeadlines } = deps;

  function change({
    companyId,
    wish,
    ...order
  }: Order & { readonly companyId: number; readonly wish: ClientWish }): Promise<ChangeOutcome> {
    return byServing<ChangeOutcome>(deps, order, async (tx, by) => {
      const { cause } = order;
      const before = await clients.lock(tx, companyId);
      if (!before) return { status: 'gone' };
      if (before.endedAt) return { status: 'ended' };
      const wanted = wish.kind === 'renew' ? { ...wish, qrCode: token(CODE_BYTES) } : wish;
      if (!(await isThere(tx, wanted))) return { status: 'choice-gone' };
      const columns = columnsOf(wanted);
      if (isSame(before, columns)) return { status: 'same' };
      const after = await clients.update(tx, companyId, columns);
      const data = eventData(before, wanted);
      await note(deps, tx, `client-${wanted.kind}-set`, { companyId, by, data }, cause);
      await follow(tx, after, wanted, by, cause);
      return { status: 'changed' };
    });
  }

  /** What was offered may have gone since. */
  async function isThere(tx: Tx, wanted: ClientChange): Promise<boolean> {
    const { terms } = sla;
    if (wanted.kind === 'manager')
      return (await staff.findStaff([wanted.managerId], tx)).length > 0;
    if (wanted.kind === 'plan') return isOneOf(terms.plans(), wanted.planId);
    if (wanted.kind === 'calendar') return isOneOf(terms.calendars(), wanted.calendarId);
    return true;
  }

  async function follow(
    tx: Tx,
    company: ClientCompany,
    wanted: ClientChange,
    by: Staff,
    cause: Cause,
  ): Promise<void> {
    if (wanted.kind === 'plan' || wanted.kind === 'calendar') await countAnew(tx, company);
    if (wanted.kind === 'manager') await introduce(tx, company, by, cause);
    const [room] = await rooms.find(tx, [company.roomId ?? 0]);
    if (!room) return;
    if (wanted.kind === 'language') await rooms.setLanguages(tx, room.id, [wanted.locale], cause);
    else if (wanted.kind === 'name' && !room.keepsLook) {
      await rooms.rename(tx, room.id, titleOf(company.locale, wanted.name), cause);
    } else await rooms.redraw(tx, [room.id]);
  }

  /** The clocks on what is open follow the new contract; what was counted before stays counted. */
  async function countAnew(tx: Tx, company: ClientCompany): Promise<void> {
    const open = await clients.listOpenTickets(tx, company.id);
    const found = await tickets.find(tx, open);
    for (const ticket of found) {
      await sla.clocks.reconsider(tx, bearerOf(ticket), company, clock.now());
    }
    await onDeadlines(tx, found);
  }

  /** In one tap: they answer for the group, have a way into it, and know of it. */
  async function introduce(
    tx: Tx,
    { id: companyId, managerId, roomId }: ClientCompany,
    by: Staff,
    cause: Cause,
  ): Promise<void> {
    const [manager] = await staff.findStaff([managerId ?? 0], tx);
    if (!manager) return;
    if (roomId !== null) {
      await rooms.setManager(tx, [roomId], manager.id, cause);
      await bringIn(deps, tx, roomId, manager, cause);
    }
    if (manager.id !== by.id) await tell(deps, tx, manager, 'clients-yours', { companyId }, cause);
  }

  return { change };
}

function isOneOf(all: readonly { readonly id: number }[], id: number | null): boolean {
  return id === null || all.some((one) => one.id === id);
}

/** What the log keeps: codes open doors, and rules are long; of both only that they were changed. */
function eventData(before: ClientCompany, wanted: ClientChange): JsonObject {
  if (wanted.kind === 'renew') return {};
  if (wanted.kind === 'usual') return {};
  if (wanted.kind === 'rules') return { locale: wanted.locale };
  const columns = columnsOf(wanted) as JsonObject;
  const former = Object.keys(columns).map((name) => [
    `${name}Before`,
    before[name as keyof ClientCompany] as string | number | boolean | null,
  ]);
  return { ...columns, ...Object.fromEntries(former) };
}
