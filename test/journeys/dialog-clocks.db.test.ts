// What reports know of the desk's own questions: each leaves the promise it was under when it ends, kept or missed; and
// the plan in the tables is what is promised.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog } from '../support/dialogs.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

// Nine to nine in Moscow, thirty minutes to each answer; it is noon.
beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

/** The ended promises on this client's dialogs, in whole minutes. */
async function ended({ client }: OpenDialog) {
  const { prisma } = company.app().database;
  const { id } = await prisma.client.findFirstOrThrow({ where: { name: client.name } });
  const rows = await prisma.slaClock.findMany({
    where: { subject: 'dialog', clientId: id },
    orderBy: { id: 'asc' },
  });
  const names = new Map((await prisma.staff.findMany()).map((one) => [one.id, one.name]));
  return rows.map(({ kind, outcome, targetMinutes, spentMs, staffId }) => [
    ...[kind, outcome, targetMinutes, Math.round(Number(spentMs) / MINUTE)],
    staffId === null ? null : names.get(staffId),
  ]);
}

const answers = (dialog: OpenDialog) => does(company.katya.in(dialog.topic).says('Пятьсот рублей'));

describe('a question of the desk’s own', () => {
  it('leaves its promise when it is answered: the first answer, then the next ones, in time or late', async () => {
    const dialog = await asks(company, 'Анна');
    await company.later(10 * MINUTE);
    expect(await ended(dialog)).toEqual([]);
    await answers(dialog);
    expect(await ended(dialog)).toEqual([['response', 'met', 30, 10, 'Катя Смирнова']]);
    await does(dialog.client.says('А доставка?'));
    await company.later(31 * MINUTE);
    await answers(dialog);
    await answers(dialog);
    expect(await ended(dialog)).toEqual([
      ['response', 'met', 30, 10, 'Катя Смирнова'],
      ['next_response', 'missed', 30, 31, 'Катя Смирнова'],
    ]);
  });

  it('is kept by a call; what is closed without an answer was owed nothing, unless it was late', async () => {
    const called = await asks(company, 'Белла');
    const closed = await asks(company, 'Вера');
    const late = await asks(company, 'Галя');
    await company.later(5 * MINUTE);
    await does(company.katya.presses('Был созвон', { in: called.topic }));
    await does(company.katya.presses('Закрыть', { in: closed.topic }));
    await company.later(26 * MINUTE);
    await does(company.katya.presses('Закрыть', { in: late.topic }));
    expect(await ended(called)).toEqual([['response', 'met', 30, 5, 'Катя Смирнова']]);
    expect(await ended(closed)).toEqual([['response', 'cancelled', 30, 5, null]]);
    expect(await ended(late)).toEqual([['response', 'missed', 30, 31, null]]);
  });

  it('is not answered by the bot, and not counted at night', async () => {
    const night = new Date('2026-11-21T22:00:00+03:00').getTime();
    await company.later(night - company.clock.now().getTime());
    const dialog = await asks(company, 'Даша');
    expect(await ended(dialog)).toEqual([]);
    await company.later(11 * 60 * MINUTE + 10 * MINUTE);
    await answers(dialog);
    expect(await ended(dialog)).toEqual([['response', 'met', 30, 10, 'Катя Смирнова']]);
  });

  it('is promised what the plan in the tables says, whatever the environment said at first', async () => {
    const { prisma } = company.app().database;
    await prisma.slaTarget.updateMany({
      where: { subject: 'dialog' },
      data: { responseMinutes: 5, nextResponseMinutes: 60 },
    });
    // A plan that somebody has changed no longer follows the environment at a start.
    await prisma.slaPlan.updateMany({ data: { fromEnvironment: false } });
    await company.stopApp();
    await company.startApp();
    await company.settle();
    const dialog = await asks(company, 'Ева');
    const at = company.clock.now();
    const due = async () =>
      (await prismaOf().dialog.findFirstOrThrow({ orderBy: { id: 'desc' } })).deadlineAt;
    expect((await due())?.getTime()).toBeLessThanOrEqual(at.getTime() + 5 * MINUTE);
    await company.later(4 * MINUTE);
    await answers(dialog);
    await does(dialog.client.says('А доставка?'));
    await company.later(40 * MINUTE);
    await answers(dialog);
    expect(await ended(dialog)).toEqual([
      ['response', 'met', 5, 4, 'Катя Смирнова'],
      ['next_response', 'met', 60, 40, 'Катя Смирнова'],
    ]);
  });
});

const prismaOf = () => company.app().database.prisma;
