// How many messages wait in the tray: one message for each supervisor, in private, that always shows the
// present number. It is posted when there is something, edited as the number changes, and says so when
// all is delivered; the next time it is a new message, which rings once.

import type { Database } from '../../platform/database/index.ts';
import {
  type ApiCall,
  destination,
  type Outbox,
  type PlacedProjection,
  type ProjectionJob,
  type ProjectionPort,
} from '../../platform/outbox/index.ts';
import { showing } from '../../platform/outbox/showing.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Staff } from '../../staff/staff.ts';
import { speechBody } from '../outgoing/speech.ts';
import type { TrayCounterRepository } from './counter-repository.ts';
import type { TrayService } from './service.ts';
import type { TrayViews } from './views.ts';

export interface TrayCounterDeps {
  readonly database: Database;
  readonly counters: TrayCounterRepository;
  readonly service: Pick<TrayService, 'count'>;
  readonly views: TrayViews;
  readonly supervisors: () => Promise<readonly Staff[]>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly outbox: Outbox;
}

/** The projection; its subject is the employee's number. */
export const TRAY_COUNTER = 'tray-counter';

/** The tray changes in many ways (refused, pressed, taken back): looking is simpler than telling. */
const LOOK_MS = 5_000;

/** Looks at the number every few seconds; whoever shall see it is found out only when it has changed. */
export function createTrayCounter(deps: TrayCounterDeps): { sweep: Sweep; port: ProjectionPort } {
  const { database, counters, service, views, supervisors, findStaff, outbox } = deps;

  async function look(): Promise<void> {
    const count = await service.count();
    const told = await counters.list();
    for (const person of await supervisors()) {
      if ((told.get(person.id) ?? 0) !== count) await tell(person, count);
    }
  }

  async function tell(person: Staff, count: number): Promise<void> {
    const projection = counterOf(person);
    await database.inTransaction(async (tx) => {
      const before = await counters.put(tx, person.id, count);
      if (before === 0) await outbox.repostOnly(tx, [projection]);
      else await outbox.refresh(tx, [projection]);
    });
  }

  async function render(jobs: readonly ProjectionJob[]): Promise<(ApiCall | null)[]> {
    const people = await findStaff(jobs.map(({ subjectId }) => subjectId));
    const count = await service.count();
    return jobs.map((job) => {
      const person = people.find(({ id }) => id === job.subjectId);
      return person ? callFor(job, person, count) : null;
    });
  }

  function callFor(job: ProjectionJob, person: Staff, count: number): ApiCall | null {
    // Nothing was shown yet, and there is nothing to show.
    if (count === 0 && job.messageId === null) return null;
    return showing(job, speechBody(views.counter(person.locale, person.id, count), job.plain));
  }

  return {
    sweep: { name: TRAY_COUNTER, everyMs: LOOK_MS, run: look },
    port: { rank: 'adornment', render },
  };
}

function counterOf({ id, userId }: Staff): PlacedProjection {
  return { kind: TRAY_COUNTER, subjectId: id, destination: destination('person', userId) };
}
