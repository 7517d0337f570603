// Who is in groups that no room has yet. Employees among them are in the room from its first minute; of
// anybody else the group is of no use, for they would read what is not theirs.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { Lack } from './stock.ts';
import type { StockNotes } from './stock-notes.ts';

export interface StockPeopleDeps {
  readonly database: Database;
  readonly groups: GroupRepository;
  readonly clock: Clock;
  readonly stockNotes: StockNotes;
}

/** Somebody who has come into a group, or has left it. */
export interface Passage {
  readonly chatId: number;
  readonly userId: number;
  readonly isStaff: boolean;
  readonly cause: Cause;
}

export type StockPeople = ReturnType<typeof createStockPeople>;

export function createStockPeople({ database, groups, clock, stockNotes }: StockPeopleDeps) {
  /** False: the group is a room's by now, and who comes there is for the room to say. */
  async function came(passage: Passage): Promise<boolean> {
    const { userId, isStaff, cause } = passage;
    return inStock(passage, async (tx, group) => {
      if (!isStaff) return await loseToStrangers(tx, group, cause);
      if (group.insiders.includes(userId)) return;
      await groups.update(tx, group.id, { insiders: [...group.insiders, userId] });
    });
  }

  /** False: the group is a room's by now. */
  async function went(passage: Passage): Promise<boolean> {
    return inStock(passage, async (tx, { id, insiders }) => {
      if (!insiders.includes(passage.userId)) return;
      const left = insiders.filter((userId) => userId !== passage.userId);
      await groups.update(tx, id, { insiders: left });
    });
  }

  async function inStock(
    { chatId, cause }: Passage,
    act: (tx: Tx, group: Group) => Promise<void>,
  ): Promise<boolean> {
    return database.inTransaction(async (tx) => {
      const group = await groups.lockByChat(tx, chatId);
      if (!group || group.roomId !== null) return false;
      if (await settleCause(tx, cause, clock.now())) await act(tx, group);
      return true;
    });
  }

  /** Somebody works here no more: the groups that lie ready with them inside do so no longer. */
  async function disown(tx: Tx, userId: number, cause: Cause): Promise<void> {
    for (const group of await groups.lockReadyWith(tx, userId)) {
      const insiders = group.insiders.filter((insider) => insider !== userId);
      await groups.update(tx, group.id, { insiders });
      await loseToStrangers(tx, group, cause);
    }
  }

  async function loseToStrangers(tx: Tx, group: Group, cause: Cause): Promise<void> {
    if (group.missing.includes('strangers')) return;
    const missing: readonly Lack[] = [...group.missing, 'strangers'];
    await groups.update(tx, group.id, { state: 'lacking', missing });
    await stockNotes.write(tx, 'group-lacking', group.id, { missing }, cause);
    if (group.state === 'ready') await stockNotes.tellOfLack(tx, group, missing, cause);
  }

  return { came, went, disown };
}
