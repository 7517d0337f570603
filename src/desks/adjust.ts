// What managers change about a desk that stands: its language and the header of its cards.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { JsonObject, NewMessage, Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import type { Desk } from './desk.ts';
import type { HeaderLine } from './header.ts';
import type { DeskRepository } from './repository.ts';
import type { DeskService } from './service.ts';

export interface AdjustDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly service: Pick<DeskService, 'note'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Open cards of the desk show the change. */
  readonly redrawCards: (tx: Tx, deskId: number) => Promise<void>;
}

export interface Asked {
  /** Who is told. */
  readonly reader: Reader;
  readonly cause: Cause;
}

export interface DeskChange extends Asked {
  readonly by: Staff;
  readonly desk: Desk;
}

export interface HeaderChange extends DeskChange {
  readonly scope: { readonly channel: string | null; readonly status: string | null };
  /** Null: as if nobody had ever said anything about it. */
  readonly lines: readonly HeaderLine[] | null;
}

export type AdjustOutcome = { readonly status: 'changed' | 'no-right' | 'repeated' };

/**
 * What managers may change; everybody else is answered `no-right`, and a cause that comes twice
 * changes nothing.
 */
export function createAdjust(deps: AdjustDeps) {
  const { database, repository, service, outbox, clock, redrawCards } = deps;

  async function setLocale(
    command: DeskChange & { readonly locale: Locale },
  ): Promise<AdjustOutcome> {
    const { locale, desk, reader } = command;
    return change(command, 'desk-language', { locale }, async (tx) => {
      await repository.update(tx, desk.id, { locale });
      return wordsFor({ ...reader, locale }, 'desk-language');
    });
  }

  /** The name of the department that works here: clients choose the desk by it. */
  async function setName(command: DeskChange & { readonly name: string }): Promise<AdjustOutcome> {
    const { name, desk, reader } = command;
    return change(command, 'desk-name', { name }, async (tx) => {
      await repository.update(tx, desk.id, { department: name });
      return wordsFor(reader, 'desk-name', { name, deskId: desk.id });
    });
  }

  /** What no rule and no choice leads elsewhere comes here. */
  async function setDefault(command: DeskChange): Promise<AdjustOutcome> {
    const { desk, reader } = command;
    return change(command, 'desk-default', {}, async (tx) => {
      await repository.setDefault(tx, desk.id);
      return wordsFor(reader, 'desk-default');
    });
  }

  /** New dialogs of a channel begin here. */
  async function setRoute(
    command: DeskChange & { readonly channel: string },
  ): Promise<AdjustOutcome> {
    const { channel, desk, reader } = command;
    return change(command, 'desk-route', { channel }, async (tx) => {
      await repository.setRoute(tx, channel, desk.id);
      return wordsFor(reader, 'desk-route', { channel });
    });
  }

  async function setHeader(command: HeaderChange): Promise<AdjustOutcome> {
    const { scope, lines, desk, reader } = command;
    const facts = { ...scope, lines };
    return change(command, 'desk-header', facts, async (tx) => {
      await repository.putHeaderRule(tx, { deskId: desk.id, ...scope }, lines);
      return wordsFor(reader, 'desk-header-set', facts);
    });
  }

  async function change(
    { by, desk, cause }: DeskChange,
    type: string,
    data: JsonObject,
    act: (tx: Tx) => Promise<NewMessage>,
  ): Promise<AdjustOutcome> {
    if (!mayManageStaff(by.role)) return { status: 'no-right' };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      // Two changes of one desk at once would both find no rule to replace.
      await repository.lockAll(tx);
      const message = await act(tx);
      await service.note(tx, type, desk.id, data, cause, by);
      await outbox.enqueue(tx, [message], cause);
      await redrawCards(tx, desk.id);
      return { status: 'changed' };
    });
  }

  /** Answers a question about desks, once. */
  async function tell(
    { reader, cause }: Asked,
    name: 'desk-steps' | 'desk-staff-start' | 'desk-header' | 'desk-settings' | 'desk-channel',
    facts: JsonObject = {},
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, name, facts)], cause);
    });
  }

  return { setLocale, setName, setDefault, setRoute, setHeader, tell };
}
