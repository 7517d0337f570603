// A list is opened in a dialog's thread for whoever pressed the button of it, and tidied away: when
// another one is opened, and after a while by itself. One at a time stands in a thread.

import { type Cause, systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage, Outbox } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CardMenu } from '../card-menus.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { MessageAddress } from '../message.ts';
import type { ThreadMenuRepository } from '../thread-menu-repository.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

/** How long a list stands that nobody uses. */
const MENU_MINUTES = 10;

export interface OpenMenu {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  readonly kind: CardMenu;
  /** Whether there is anything in it for this person. */
  readonly hasEntries: (dialog: Dialog) => boolean;
}

export type OpenMenuOutcome = NotDone | { readonly status: 'opened' | 'nothing-in-it' };

export interface CardMenuDeps extends VerbDeps {
  readonly menus: ThreadMenuRepository;
  readonly outbox: Outbox;
}

export function createCardMenu(deps: CardMenuDeps) {
  const { database, dialogs, menus, outbox, clock } = deps;

  function open(command: OpenMenu): Promise<OpenMenuOutcome> {
    const { cause, staff, dialogId, kind, hasEntries } = command;
    return onDialog<OpenMenuOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      if (!hasEntries(dialog)) return { status: 'nothing-in-it' };
      await tidy(tx, dialogId, cause, false);
      const expiresAt = new Date(clock.now().getTime() + MENU_MINUTES * 60_000);
      const menuId = await menus.open(tx, { dialogId, staffId: staff.id, kind }, expiresAt);
      const message = { destination: threadOf(dialogId), name: 'thread-menu', args: { menuId } };
      await outbox.enqueue(tx, [message], cause);
      return { status: 'opened' };
    });
  }

  async function tidy(tx: Tx, dialogId: number, cause: Cause, overdue: boolean): Promise<void> {
    const ids = await menus.close(tx, { dialogId, overdue }, clock.now());
    await outbox.enqueue(
      tx,
      ids.map((menuId) => menuGone(dialogId, menuId)),
      cause,
    );
  }

  /** The lists of a dialog that nobody has used for a while leave its thread. */
  function tidyOverdue(dialogId: number): Promise<void> {
    return database.inTransaction((tx) => tidy(tx, dialogId, systemCause('tidying'), true));
  }

  /** Somebody has used the list, and whoever handled that has taken it away. */
  function used(at: MessageAddress): Promise<void> {
    return menus.forgetAt(at);
  }

  /** The dialog as it is now, for judging what a list offers; null: there is none. */
  function find(dialogId: number): Promise<Dialog | null> {
    return dialogs.find(dialogId);
  }

  return { open, tidyOverdue, used, find };
}

/** Takes a list out of a thread. */
export function menuGone(dialogId: number, menuId: number): NewMessage {
  const name = 'thread-menu-gone';
  return { destination: threadOf(dialogId), name, args: { menuId }, rank: 'adornment' };
}
