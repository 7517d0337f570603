// The morning digest: at the start of a working day supervisors read who waits longest at each desk. Once
// a day, also after a restart; not on days off, not when the morning is over, not when nobody waits.

import type { Desk } from '../../desks/desk.ts';
import { type DeskSettings, isOn } from '../../desks/settings.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { isoDay } from '../../platform/dates.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import { startOfWork } from '../../sla/calendar.ts';
import type { AnswerPlan } from '../../sla/deadline.ts';
import type { Staff } from '../../staff/staff.ts';
import type { DigestRepository } from './repository.ts';

export interface DigestServiceDeps {
  readonly database: Database;
  readonly digests: DigestRepository;
  readonly desks: {
    readonly listDesks: () => Promise<readonly Desk[]>;
    readonly allSettings: () => Promise<ReadonlyMap<number, DeskSettings>>;
  };
  readonly supervisors: () => Promise<readonly Staff[]>;
  readonly answerPlan: Pick<AnswerPlan, 'calendar'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** A start of the program later than that has missed the morning. */
const MORNING_MS = 3 * 3_600_000;

/** Nothing is said before `tellMornings` finds it due. */
export function createDigestService(deps: DigestServiceDeps) {
  const { database, digests, desks, supervisors, answerPlan, outbox, clock } = deps;

  async function tellMornings(cause: Cause): Promise<void> {
    const now = clock.now();
    const start = startOfWork(answerPlan.calendar, now);
    if (!start || now < start || now.getTime() - start.getTime() > MORNING_MS) return;
    const day = isoDay(answerPlan.calendar.timeZone, now);
    const told = await digests.told(day);
    const settings = await desks.allSettings();
    for (const { id } of await desks.listDesks()) {
      const chosen = settings.get(id);
      if (!told.has(id) && chosen && isOn(chosen, 'morningDigest')) await tell(id, day, cause);
    }
  }

  async function tell(deskId: number, day: string, cause: Cause): Promise<void> {
    const now = clock.now();
    const { total } = await digests.morning(deskId, now, 1);
    const people = total > 0 ? await supervisors() : [];
    await database.inTransaction(async (tx) => {
      if (!(await digests.claim(tx, deskId, day, now))) return;
      const messages = people.map(({ id: staffId, userId }) => ({
        destination: destination('person', userId),
        name: 'morning-digest',
        args: { deskId, staffId },
      }));
      await outbox.enqueue(tx, messages, cause);
    });
  }

  return { tellMornings };
}
