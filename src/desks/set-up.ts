// A forum becomes the desk. Done twice it checks and repairs; a desk whose chat is gone goes on in the
// new one, with everything that waited for it.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import {
  type Desk,
  type DeskRight,
  type Membership,
  missingFor,
  troubleOfMembership,
} from './desk.ts';
import type { DeskRepository } from './repository.ts';
import type { DeskService } from './service.ts';

export interface SetUpDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly service: Pick<DeskService, 'noteTrouble' | 'noteRestored' | 'moveTo' | 'note'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Dialogs that began before there was a desk join it. */
  readonly adoptDialogs: (tx: Tx, deskId: number) => Promise<void>;
}

export interface SetUpCommand {
  readonly by: Staff;
  /** A forum supergroup. */
  readonly chat: { readonly id: number; readonly title: string };
  /** What the bot is there. */
  readonly membership: Membership;
  /** Where it was asked, if that is a place of the desk already. */
  readonly reader: Reader | null;
  readonly cause: Cause;
}

/** The desk is there and works. */
export interface Standing {
  readonly status: 'set-up' | 'moved' | 'restored' | 'checked';
}

export type SetUpOutcome =
  | Standing
  | {
      readonly status: 'rights-missing';
      readonly missing: readonly DeskRight[];
      readonly admin: boolean;
    }
  /** One desk is served; it is there. */
  | { readonly status: 'other-desk'; readonly title: string }
  | { readonly status: 'no-right' }
  | { readonly status: 'repeated' };

export type DeskSetUp = ReturnType<typeof createDeskSetUp>;

/**
 * One desk at most, also when two forums ask at the same moment; a cause that comes twice does
 * nothing.
 */
export function createDeskSetUp(deps: SetUpDeps) {
  const { database, repository, service, outbox, clock, adoptDialogs } = deps;

  async function setUpDesk(command: SetUpCommand): Promise<SetUpOutcome> {
    if (!mayManageStaff(command.by.role)) return { status: 'no-right' };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, command.cause, clock.now()))) return { status: 'repeated' };
      const desks = await repository.lockAll(tx);
      const here = desks.find(({ chatId }) => chatId === command.chat.id);
      const elsewhere = desks.find((desk) => desk !== here && desk.state !== 'gone');
      if (!here && elsewhere) return { status: 'other-desk', title: elsewhere.title };
      const missing = missingFor(command.membership);
      if (missing.length > 0) return await lackRights(tx, command, here, missing);
      return await open(tx, command, here ?? null, desks.at(0) ?? null);
    });
  }

  async function lackRights(
    tx: Tx,
    { membership, cause }: SetUpCommand,
    here: Desk | undefined,
    missing: readonly DeskRight[],
  ): Promise<SetUpOutcome> {
    const trouble = troubleOfMembership(membership, true);
    if (here && trouble) await service.noteTrouble(tx, here.id, trouble, cause);
    const admin = membership.status === 'administrator';
    return { status: 'rights-missing', missing, admin };
  }

  async function open(
    tx: Tx,
    command: SetUpCommand,
    here: Desk | null,
    gone: Desk | null,
  ): Promise<SetUpOutcome> {
    const { id, status } = await putInOrder(tx, command, here ?? gone, here !== null);
    await adoptDialogs(tx, id);
    const outcome = { status };
    const locale = (here ?? gone)?.locale ?? command.by.locale;
    const reader: Reader = command.reader ?? { destination: destination('desk', id), locale };
    await outbox.enqueue(tx, [wordsFor(reader, 'desk-set-up', outcome)], command.cause);
    outbox.relocate(tx);
    return outcome;
  }

  async function putInOrder(
    tx: Tx,
    { by, chat, cause }: SetUpCommand,
    known: Desk | null,
    isHere: boolean,
  ): Promise<{ id: number; status: Standing['status'] }> {
    const title = plainName(chat.title, String(chat.id), 128);
    if (!known) {
      const fresh = { chatId: chat.id, title, locale: by.locale, setUpById: by.id };
      const { id } = await repository.insert(tx, fresh, clock.now());
      await service.note(tx, 'desk-set-up', id, { chatId: chat.id }, cause, by);
      return { id, status: 'set-up' };
    }
    await repository.update(tx, known.id, { title });
    if (!isHere) await service.moveTo(tx, known, chat.id, cause);
    const restored = await service.noteRestored(tx, known.id, cause);
    if (!isHere) return { id: known.id, status: 'moved' };
    return { id: known.id, status: restored ? 'restored' : 'checked' };
  }

  return { setUpDesk };
}
