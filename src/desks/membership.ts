// The bot's place in a group: a desk loses it and has it back, and a group that may become a desk is
// remembered, so that the steps to a desk can show which of them are done.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import { type Membership, troubleOfFooting, troubleOfMembership } from './desk.ts';
import { kindOf } from './kinds/kinds.ts';
import type { DeskRepository } from './repository.ts';
import type { DeskService } from './service.ts';
import type { DeskSite, SetUpDeps } from './set-up.ts';

export interface MembershipDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly service: Pick<DeskService, 'noteTrouble' | 'noteRestored' | 'replaceChatId' | 'note'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly repostBareCards: SetUpDeps['repostBareCards'];
}

export interface MembershipCommand {
  readonly chat: { readonly id: number; readonly title: string; readonly isForum: boolean };
  readonly membership: Membership;
  /** The employee who did it, if it was one. */
  readonly by: Staff | null;
  readonly cause: Cause;
}

/** Each change is noted once, whichever of Telegram's signals of it comes first. */
export function createMembership(deps: MembershipDeps) {
  const { database, repository, service, outbox, clock, repostBareCards } = deps;

  async function once(cause: Cause, work: (tx: Tx) => Promise<void>): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (await settleCause(tx, cause, clock.now())) await work(tx);
    });
  }

  async function noteMembership(command: MembershipCommand): Promise<void> {
    const { chat, membership, cause } = command;
    await once(command.cause, async (tx) => {
      const [desk] = await repository.findByChat(tx, [chat.id]);
      if (!desk) return await noteOtherGroup(tx, command);
      const trouble = troubleOfMembership(membership, chat.isForum);
      if (trouble) await service.noteTrouble(tx, desk.id, trouble, cause);
      else await service.noteRestored(tx, desk.id, cause);
    });
  }

  /** The same for a desk of which all its chats were looked at. */
  async function noteFooting(command: {
    readonly deskId: number;
    readonly site: DeskSite;
    readonly cause: Cause;
  }): Promise<void> {
    const { deskId, site, cause } = command;
    await once(cause, async (tx) => {
      const trouble = troubleOfFooting(site.footing, kindOf(site.kind).vital);
      if (trouble) return await service.noteTrouble(tx, deskId, trouble, cause);
      if (await service.noteRestored(tx, deskId, cause)) await repostBareCards(tx, deskId);
    });
  }

  async function noteOtherGroup(tx: Tx, command: MembershipCommand): Promise<void> {
    const { chat, membership, by, cause } = command;
    const admin = membership.status === 'administrator';
    const title = plainName(chat.title, String(chat.id), 128);
    const inside = membership.status !== 'outside';
    const facts = { chatId: chat.id, title, forum: chat.isForum, admin, inside };
    await service.note(tx, 'bot-membership', 0, facts, cause, by);
    if (!by || !mayManageStaff(by.role) || !inside) return;
    const desks = await repository.list(tx);
    if (desks.some(({ state }) => state !== 'gone')) return;
    const reader = { destination: destination('person', by.userId), locale: by.locale };
    await explainSteps(tx, reader, cause);
  }

  /** The three steps to a desk, with those marked that are done when they are read. */
  async function explainSteps(tx: Tx, reader: Reader, cause: Cause): Promise<void> {
    await outbox.enqueue(tx, [wordsFor(reader, 'desk-steps')], cause);
  }

  /** A group became a supergroup: whichever of its two signals comes first does all. */
  async function migrate(command: {
    readonly oldChatId: number;
    readonly newChatId: number;
    readonly cause: Cause;
  }): Promise<void> {
    const { oldChatId, newChatId, cause } = command;
    await once(cause, (tx) => service.replaceChatId(tx, oldChatId, newChatId, cause));
  }

  return { noteMembership, noteFooting, explainSteps, migrate };
}
