// Business accounts as they are connected and let go. Only accounts of people who work here are served:
// anybody may connect any bot, and a stranger's customers are none of the desk's.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import { type BusinessAccount, type BusinessCustomer, standingOf } from './account.ts';
import type { BusinessRepository } from './repository.ts';

export interface BusinessServiceDeps {
  readonly database: Database;
  readonly repository: BusinessRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Who of staff has this account; null: nobody. */
  readonly ownerOf: (tx: Tx, userId: number) => Promise<Staff | null>;
}

export interface NoteConnection {
  readonly account: BusinessAccount;
  readonly locale: Locale;
  readonly cause: Cause;
}

export type BusinessService = ReturnType<typeof createBusinessService>;

/** The verbs on accounts, and what the channel has to know of them. */
export function createBusinessService(deps: BusinessServiceDeps) {
  const { database, repository, outbox, clock, ownerOf } = deps;

  /** The owner connects or lets go, or gives other rights; they read what that means. */
  async function noteConnection({ account, locale, cause }: NoteConnection): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const owner = await ownerOf(tx, account.userId);
      const before = await repository.find(tx, account.userId);
      await repository.put(tx, account, clock.now());
      const standing = standingOf(account);
      if (before && standingOf(before) === standing) return;
      const reader = { destination: destination('person', account.userId), locale };
      if (!owner) {
        const words = [wordsFor(reader, 'business-not-staff')];
        return await outbox.enqueue(tx, account.enabled ? words : [], cause);
      }
      await outbox.enqueue(tx, [wordsFor(reader, 'business-standing', { standing })], cause);
      const subject = { subject: 'staff', subjectId: owner.id } as const;
      const actor = { actor: 'staff', actorId: owner.id } as const;
      const event = { type: `business-${standing}`, ...subject, ...actor };
      await recordEvents(tx, [event], cause, clock.now());
    });
  }

  /** Keeps what Telegram says of a connection that was made while nobody listened. */
  async function learn(account: BusinessAccount): Promise<void> {
    await database.inTransaction((tx) => repository.put(tx, account, clock.now()));
  }

  /** Whose account it is; null: it is nobody's who works here. */
  function owner({ userId }: BusinessAccount): Promise<Staff | null> {
    return ownerOf(database.prisma, userId);
  }

  return {
    noteConnection,
    learn,
    owner,
    findByConnection: repository.findByConnection,
    chatNumber: (customer: BusinessCustomer) => repository.chatNumber(customer),
    findChat: repository.findChat,
  };
}
