import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { firstPromises } from '../../src/sla/first-plan.ts';
import { createSlaRepository } from '../../src/sla/repository.ts';
import { createSlaTerms } from '../../src/sla/terms.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** The program started anew with these in its environment: what it promises in dialogs, and when it works. */
async function started(hours: { from: string; to: string }, answerMinutes: number) {
  const first = {
    name: 'Обычный',
    hours: dailyCalendar('Europe/Moscow', hours),
    targets: firstPromises(answerMinutes),
  };
  const repository = createSlaRepository(database);
  const terms = createSlaTerms({ database, repository, clock: createTestClock(), first });
  await terms.refresh();
  const { plan, calendar } = terms.of({ planId: null, calendarId: null });
  const dialog = plan.targets.find(({ subject }) => subject === 'dialog');
  return { monday: calendar.hours.week['1'], minutes: dialog?.promises.response };
}

describe('the plan that the environment describes', () => {
  it('is made at the first start, and follows the environment at the next', async () => {
    const day = { from: '09:00', to: '21:00' };
    expect(await started(day, 30)).toEqual({ monday: [day], minutes: 30 });
    const shorter = { from: '10:00', to: '18:00' };
    expect(await started(shorter, 15)).toEqual({ monday: [shorter], minutes: 15 });
    expect(await database.prisma.slaPlan.count()).toBe(1);

    // What was counted by the old hours stays so, and open questions are counted anew, once.
    const former = await database.prisma.slaFormerHours.findMany();
    expect(former.map(({ week }) => Object(week)['1'])).toEqual([[day]]);
    expect(await database.prisma.slaRecount.findMany()).toMatchObject([{ dialogs: true }]);
    await started(shorter, 15);
    expect(await database.prisma.slaRecount.count()).toBe(1);
  });

  it('stays as it is once somebody has changed it', async () => {
    await database.prisma.slaPlan.updateMany({ data: { fromEnvironment: false } });
    const day = { from: '08:00', to: '20:00' };
    expect(await started(day, 60)).toMatchObject({ minutes: 15 });
  });
});
