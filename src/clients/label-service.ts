// Labels are put on clients and taken off; one that nobody has any more is forgotten.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { type Label, nextColour, readLabel } from './label.ts';
import type { LabelRepository } from './label-repository.ts';

export interface LabelServiceDeps {
  readonly database: Database;
  readonly labels: LabelRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Has the cards of these clients' dialogs drawn anew. */
  readonly onLabelsChanged: (tx: Tx, clientIds: readonly number[]) => Promise<void>;
}

interface Order {
  readonly cause: Cause;
  readonly staffId: number;
  readonly clientId: number;
}

export type LabelOutcome =
  | {
      readonly status: 'put' | 'taken' | 'coloured';
      readonly name: string;
      readonly colour: string;
    }
  | { readonly status: 'too-long' | 'no-letters' };

export type LabelService = ReturnType<typeof createLabelService>;

/** Whoever works here may do it; each verb happens once for its cause. */
export function createLabelService(deps: LabelServiceDeps) {
  const { database, labels, outbox, clock, onLabelsChanged } = deps;

  /** `/label`: what is written after it; alone, the labels are offered. The reader is told. */
  async function obey(
    order: Order & { readonly text: string; readonly reader: Reader },
  ): Promise<void> {
    const { cause, clientId, reader } = order;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const words = readLabel(order.text);
      const message =
        words.status === 'none'
          ? wordsFor(reader, 'label-menu', { clientId })
          : wordsFor(reader, 'label-outcome', await obeyed(tx, order, words));
      await outbox.enqueue(tx, [message], cause);
    });
  }

  async function obeyed(
    tx: Tx,
    order: Order,
    words: Exclude<ReturnType<typeof readLabel>, { status: 'none' }>,
  ): Promise<LabelOutcome> {
    if (words.status !== 'label') return { status: words.status };
    const { name, tag, colour } = words;
    const known = await labels.lockAll(tx);
    const found = known.find((label) => label.tag === tag);
    if (!found) {
      const fresh = { name, tag, colour: colour ?? nextColour(known.map((one) => one.colour)) };
      return await put(tx, order, await labels.insert(tx, fresh, clock.now()));
    }
    const label = colour ? { ...found, colour } : found;
    if (label.colour === found.colour) return await toggled(tx, order, label);
    await labels.setColour(tx, label.id, label.colour);
    const clients = await labels.listClients(tx, label.id);
    await onLabelsChanged(tx, clients);
    if (!clients.includes(order.clientId)) return await put(tx, order, label);
    return { status: 'coloured', name: label.name, colour: label.colour };
  }

  /** A press on a label: it is put on, or taken off. Null: the label or the client is gone. */
  async function toggle(
    order: Order & { readonly labelId: number },
  ): Promise<LabelOutcome | null | 'repeated'> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, order.cause, clock.now()))) return 'repeated';
      const label = (await labels.lockAll(tx)).find(({ id }) => id === order.labelId);
      if (!label || !(await labels.exists(tx, order.clientId))) return null;
      return await toggled(tx, order, label);
    });
  }

  async function toggled(tx: Tx, order: Order, label: Label): Promise<LabelOutcome> {
    if (!(await labels.take(tx, order.clientId, label.id))) return await put(tx, order, label);
    await labels.deleteUnused(tx, label.id);
    await note(tx, 'label-taken', order, label);
    return { status: 'taken', name: label.name, colour: label.colour };
  }

  async function put(tx: Tx, order: Order, label: Label): Promise<LabelOutcome> {
    const { clientId, staffId } = order;
    await labels.put(tx, { clientId, labelId: label.id, addedById: staffId }, clock.now());
    await note(tx, 'label-put', order, label);
    return { status: 'put', name: label.name, colour: label.colour };
  }

  async function note(tx: Tx, type: string, order: Order, { name }: Label): Promise<void> {
    const { clientId, staffId, cause } = order;
    const what = { type, subject: 'client', subjectId: clientId, data: { label: name } } as const;
    await recordEvents(tx, [{ ...what, actor: 'staff', actorId: staffId }], cause, clock.now());
    await onLabelsChanged(tx, [clientId]);
  }

  /** All labels, and which of them a client has. */
  async function offer(clientId: number): Promise<readonly (Label & { readonly worn: boolean })[]> {
    const worn = new Set((await labels.listOf(clientId)).map(({ id }) => id));
    return (await labels.list()).map((label) => ({ ...label, worn: worn.has(label.id) }));
  }

  return { obey, toggle, offer, list: () => labels.list() };
}
