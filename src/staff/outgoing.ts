// What is said about staff, and to the person who got a role; who did not hear of it is asked for by
// the one who gave it.

import { systemCause } from '../platform/cause.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { MessagePort, Outbox, SettledMessage } from '../platform/outbox/index.ts';
import { factsOf, type Reader, wordsFor, wordsPort } from '../platform/outbox/words.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { StaffRepository } from './repository.ts';
import type { RoleOutcome } from './role-service.ts';
import type { ShiftService } from './shifts/service.ts';
import type { Role } from './staff.ts';
import type { NotTold, StaffViews } from './views.ts';

export interface StaffOutgoingDeps {
  readonly database: Database;
  readonly repository: StaffRepository;
  readonly outbox: Outbox;
  readonly views: StaffViews;
  readonly duty: ShiftService['duty'];
  readonly t: Translate;
  /** The bot's name in Telegram, known once it has met Telegram. */
  readonly botUsername: () => string;
}

/** What goes with a welcome: `adder` is told if it does not arrive. */
interface Welcome {
  readonly role: Role;
  readonly name: string;
  readonly adder: Reader;
}

interface NotToldFacts {
  readonly name: string;
  readonly reason: NotTold;
}

/** The messages about staff, by the names with which they are put into the outbox. */
export function createStaffOutgoing(
  deps: StaffOutgoingDeps,
): Readonly<Record<string, MessagePort>> {
  const { database, repository, outbox, views, duty, t, botUsername } = deps;

  async function askForStart(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const lost = settled.flatMap(({ message, settlement }) => {
      const reason = settlement.status === 'failed' ? notTold(settlement.failure) : null;
      const { adder, name } = factsOf<Welcome>(message.args);
      return reason ? [wordsFor(adder, 'staff-not-told', { name, reason })] : [];
    });
    await outbox.enqueue(tx, lost, systemCause('sending'));
  }

  return {
    'staff-change': wordsPort<RoleOutcome>((locale, outcome) => ({
      text: views.change(locale, outcome),
    })),
    'staff-list': wordsPort(async (locale) => ({
      text: views.list(locale, await repository.list(database.prisma), (await duty()).onDuty),
    })),
    'staff-first-admin': wordsPort((locale) => ({ text: t(locale, 'staff-first-admin') })),
    'staff-welcome': {
      ...wordsPort<Welcome>((locale, { role }) => ({
        text: t(locale, 'staff-welcome', { role: views.role(locale, role) }),
      })),
      settled: askForStart,
    },
    'staff-farewell': wordsPort<Pick<Welcome, 'role'>>((locale, { role }) => ({
      text: t(locale, 'staff-farewell', { role: views.role(locale, role) }),
    })),
    'staff-not-told': wordsPort<NotToldFacts>((locale, { name, reason }) => {
      const link = `https://t.me/${botUsername()}`;
      return { text: t(locale, `staff-not-told-${reason}`, { name, link }) };
    }),
  };
}

/** To a bot, somebody who never wrote to it and somebody who does not exist look the same. */
function notTold({ kind }: ApiFailure): NotTold | null {
  switch (kind) {
    case 'never-started':
    case 'chat-gone':
      return 'never-started';
    case 'blocked':
    case 'deactivated':
      return kind;
    default:
      return null;
  }
}
