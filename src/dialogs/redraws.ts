// Cards that are drawn anew although nothing has happened in their dialogs.

import type { Tx } from '../platform/database/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import type { DialogRepository } from './dialog-repository.ts';
import { cardsOf, topicOf } from './dialog-writer.ts';

export interface RedrawDeps {
  readonly dialogs: Pick<DialogRepository, 'listOpen' | 'listAll'>;
  readonly outbox: Pick<Outbox, 'refresh' | 'refreshAtLeisure'>;
}

/** Each takes part in the caller's transaction; cards follow after the commit. */
export function createRedraws({ dialogs, outbox }: RedrawDeps) {
  /** The cards of a desk's open dialogs are drawn anew: their header has changed. */
  async function redrawCards(tx: Tx, deskId: number): Promise<void> {
    const open = await dialogs.listOpen(tx, { deskId });
    await outbox.refreshAtLeisure(tx, open.flatMap(cardsOf));
  }

  /** The cards of the open dialogs that an employee had are drawn anew: they left, or are back. */
  async function redrawCardsOf(tx: Tx, staffId: number): Promise<void> {
    const open = await dialogs.listOpen(tx, { assigneeId: staffId });
    await outbox.refresh(tx, open.flatMap(cardsOf));
  }

  /**
   * All cards of these clients, or of an employee, are drawn anew, those of closed dialogs at leisure:
   * what stands in their hashtags has changed.
   */
  async function redrawTags(tx: Tx, of: Parameters<typeof dialogs.listAll>[1]): Promise<void> {
    const all = await dialogs.listAll(tx, of);
    const cards = (open: boolean) => all.filter((one) => one.open === open).flatMap(cardsOf);
    await outbox.refresh(tx, cards(true));
    await outbox.refreshAtLeisure(tx, cards(false));
  }

  /** What this dialog is about has changed: its card, and where it stands otherwise the look of its topic. */
  async function redrawSubject(tx: Tx, dialogId: number, isOtherwise: boolean): Promise<void> {
    const found = await dialogs.listAll(tx, { ids: [dialogId] });
    await outbox.refresh(tx, found.flatMap(cardsOf));
    if (isOtherwise) await outbox.refresh(tx, found.flatMap(topicOf));
  }

  return { redrawCards, redrawCardsOf, redrawTags, redrawSubject };
}
