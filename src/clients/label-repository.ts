// The tables of labels and of the clients who have them.

import type { Database, Tx } from '../platform/database/index.ts';
import type { Label } from './label.ts';

const SELECT = { id: true, name: true, tag: true, colour: true } as const;

export type LabelRepository = ReturnType<typeof createLabelRepository>;

/** Methods with `tx` belong to it. */
export function createLabelRepository({ prisma }: Database) {
  /** All there are, by name. */
  async function list(db: Tx = prisma): Promise<Label[]> {
    return db.label.findMany({ select: SELECT, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  /** By name. */
  async function listOf(clientId: number, db: Tx = prisma): Promise<Label[]> {
    return db.label.findMany({
      where: { clients: { some: { clientId } } },
      select: SELECT,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
  }

  /** Nobody else changes a label until the transaction ends. */
  async function lockAll(tx: Tx): Promise<Label[]> {
    await tx.$executeRaw`LOCK TABLE label IN SHARE ROW EXCLUSIVE MODE`;
    return list(tx);
  }

  async function insert(tx: Tx, label: Omit<Label, 'id'>, now: Date): Promise<Label> {
    return tx.label.create({ data: { ...label, createdAt: now }, select: SELECT });
  }

  async function setColour(tx: Tx, id: number, colour: string): Promise<void> {
    await tx.label.updateMany({ where: { id }, data: { colour } });
  }

  async function listClients(tx: Tx, labelId: number): Promise<number[]> {
    const rows = await tx.clientLabel.findMany({ where: { labelId }, select: { clientId: true } });
    return rows.map(({ clientId }) => clientId);
  }

  async function exists(tx: Tx, clientId: number): Promise<boolean> {
    return (await tx.client.count({ where: { id: clientId } })) > 0;
  }

  async function put(
    tx: Tx,
    has: { readonly clientId: number; readonly labelId: number; readonly addedById: number },
    now: Date,
  ): Promise<void> {
    await tx.clientLabel.create({ data: { ...has, addedAt: now } });
  }

  /** Whether the client had it. */
  async function take(tx: Tx, clientId: number, labelId: number): Promise<boolean> {
    const { count } = await tx.clientLabel.deleteMany({ where: { clientId, labelId } });
    return count > 0;
  }

  /** A label that nobody has is no label any more. */
  async function deleteUnused(tx: Tx, labelId: number): Promise<void> {
    await tx.label.deleteMany({ where: { id: labelId, clients: { none: {} } } });
  }

  return { list, listOf, lockAll, insert, setColour, listClients, exists, put, take, deleteUnused };
}
