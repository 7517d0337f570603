// A chat becomes a desk. Done twice it checks and repairs; a desk whose chat is gone goes on in the new
// one, with everything that waited for it. Beside a desk that works, who asks is asked what is meant.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import { type Desk, type Footing, troubleOfFooting } from './desk.ts';
import { type DeskKindName, kindOf } from './kinds/kinds.ts';
import type { DeskNeed, SendRight } from './needs.ts';
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
  /** Cards that Telegram has not made threads for, as it should have, are posted anew. */
  readonly repostBareCards: (tx: Tx, deskId: number) => Promise<void>;
}

const OF_LATE_MS = 86_400_000;

/** What is to be done where other desks are already: nobody has said, add one, move this one here. */
export type Intent = 'unsaid' | 'add' | { readonly move: number };

/** The chats of a desk that is, or is to be. */
export interface DeskSite {
  readonly kind: DeskKindName;
  /** Where the threads are; of a channel without a discussion group the channel itself. */
  readonly chatId: number;
  readonly channelId: number | null;
  readonly title: string;
  /** What the bot is there. */
  readonly footing: Footing;
}

export interface SetUpCommand {
  readonly by: Staff;
  readonly site: DeskSite;
  readonly intent: Intent;
  /** Where it was asked, if that is a place of the desk already. */
  readonly reader: Reader | null;
  readonly cause: Cause;
}

/** The desk is there and works. */
export interface Standing {
  readonly status: 'set-up' | 'added' | 'moved' | 'restored' | 'checked';
  readonly kind: DeskKindName;
  /** What Telegram has not let the bot send there of late. */
  readonly refused: readonly SendRight[];
}

export interface NamedDesk {
  readonly id: number;
  readonly title: string;
}

export type SetUpOutcome =
  | Standing
  | {
      readonly status: 'rights-missing';
      readonly kind: DeskKindName;
      readonly missing: readonly DeskNeed[];
      readonly admin: boolean;
    }
  /** There are others: is one of them to move here, or one more to be added? */
  | { readonly status: 'which'; readonly desks: readonly NamedDesk[] }
  | { readonly status: 'no-right' }
  | { readonly status: 'repeated' };

/** One desk a chat at most, also when two ask at the same moment; a cause that comes twice does nothing. */
export function createDeskSetUp(deps: SetUpDeps) {
  const { database, repository, service, outbox, clock, adoptDialogs, repostBareCards } = deps;

  async function setUpDesk(command: SetUpCommand): Promise<SetUpOutcome> {
    if (!mayManageStaff(command.by.role)) return { status: 'no-right' };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, command.cause, clock.now()))) return { status: 'repeated' };
      const desks = await repository.lockAll(tx);
      const here = desks.find((desk) => isHere(desk, command.site)) ?? null;
      const plan = here ? { known: here } : planFor(command.intent, desks);
      if (!plan) return { status: 'which', desks: desks.map(named) };
      if (command.site.footing.missing.length > 0) return await lackRights(tx, command, here);
      return await open(tx, command, here, plan.known, desks.length);
    });
  }

  async function lackRights(
    tx: Tx,
    { site: { kind, footing }, cause }: SetUpCommand,
    here: Desk | null,
  ): Promise<SetUpOutcome> {
    const trouble = troubleOfFooting(footing, kindOf(kind).vital);
    if (here && trouble) await service.noteTrouble(tx, here.id, trouble, cause);
    const { missing, isAdmin } = footing;
    return { status: 'rights-missing', kind, missing, admin: isAdmin };
  }

  async function open(
    tx: Tx,
    command: SetUpCommand,
    here: Desk | null,
    known: Desk | null,
    others: number,
  ): Promise<SetUpOutcome> {
    const { kind } = command.site;
    const { id, status } = await putInOrder(tx, command, known, here !== null);
    await adoptDialogs(tx, id);
    await repostBareCards(tx, id);
    const since = new Date(clock.now().getTime() - OF_LATE_MS);
    const refused = status === 'moved' ? [] : await repository.refusedKinds(tx, id, since);
    const shown = status === 'set-up' && others > 0 ? 'added' : status;
    const outcome = { status: shown, kind, refused } as const;
    const locale = known?.locale ?? command.by.locale;
    const reader: Reader = command.reader ?? { destination: destination('desk', id), locale };
    const message = wordsFor(reader, 'desk-set-up', { ...outcome, deskId: id });
    await outbox.enqueue(tx, [message], command.cause);
    outbox.relocate(tx);
    return outcome;
  }

  async function putInOrder(
    tx: Tx,
    { by, site, cause }: SetUpCommand,
    known: Desk | null,
    isHere: boolean,
  ): Promise<{ id: number; status: Standing['status'] }> {
    const { kind, chatId, channelId } = site;
    const title = plainName(site.title, String(chatId), 128);
    if (!known) {
      const fresh = { kind, chatId, channelId, title, locale: by.locale, setUpById: by.id };
      const { id } = await repository.insert(tx, fresh, clock.now());
      await service.note(tx, 'desk-set-up', id, { chatId }, cause, by);
      return { id, status: 'set-up' };
    }
    await repository.update(tx, known.id, { title });
    const moves = known.chatId !== chatId || known.channelId !== channelId;
    if (moves) await service.moveTo(tx, known, { kind, chatId, channelId }, cause);
    const restored = await service.noteRestored(tx, known.id, cause);
    if (!isHere || moves) return { id: known.id, status: 'moved' };
    return { id: known.id, status: restored ? 'restored' : 'checked' };
  }

  return { setUpDesk };
}

/** A channel whose discussion group was changed for another is the same desk. */
function isHere(desk: Desk, { chatId, channelId }: DeskSite): boolean {
  return desk.chatId === chatId || (channelId !== null && desk.channelId === channelId);
}

/** Null: it has to be asked. The only desk, whose chat is gone, comes here without a question. */
function planFor(intent: Intent, desks: readonly Desk[]): { readonly known: Desk | null } | null {
  if (intent === 'add') return { known: null };
  if (intent !== 'unsaid') {
    const moving = desks.find(({ id }) => id === intent.move);
    return moving ? { known: moving } : null;
  }
  const [only, another] = desks;
  if (!only) return { known: null };
  return !another && only.state === 'gone' ? { known: only } : null;
}

function named({ id, title, department }: Desk): NamedDesk {
  return { id, title: department ?? title };
}
