import { describe, expect, it } from 'vitest';
import { type Step, stretchesOf } from '../../../src/reports/rehearsal/replay.ts';
import { judge, nothingCounted, withJudged } from '../../../src/reports/rehearsal/tally.ts';
import { dailyCalendar } from '../../../src/sla/business-calendar.ts';
import type { TicketStatus } from '../../../src/tickets/ticket.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00+03:00`);
const NOW = at('17:00');
const CALENDAR = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const step = (time: string, deed: string, status: TicketStatus | null = null): Step => ({
  ...{ at: at(time), deed, status },
});

/** «resolution kept 10:00–12:00 14:00–15:00». */
function played(...steps: Step[]): string[] {
  const clock = (date: Date) => date.toISOString().slice(11, 16);
  return stretchesOf(steps, NOW).map(({ kind, end, runs }) => {
    const times = runs.map(({ from, to }) => `${clock(from)}–${clock(to)}`);
    return [kind, end, ...times].join(' ');
  });
}

describe('a ticket played again', () => {
  it('has its first answer and its solution, which stands still while the client is to act', () => {
    expect(
      played(
        step('10:00', 'open', 'new'),
        step('10:30', 'answered', 'in_progress'),
        step('12:00', 'wait', 'waiting'),
        step('14:00', 'write', 'in_progress'),
        step('14:10', 'answered'),
        step('15:00', 'done', 'done'),
        step('16:00', 'confirm', 'closed'),
      ),
    ).toEqual([
      'response kept 07:00–07:30',
      'next_response kept 11:00–11:10',
      'resolution kept 07:00–09:00 11:00–12:00',
    ]);
  });

  it('is solved with «Выполнена», whether that is confirmed or not; returned, it goes on', () => {
    const begun = [step('10:00', 'open', 'new'), step('11:00', 'done', 'done')];
    expect(played(...begun)).toContain('resolution kept 07:00–08:00');
    const returned = [...begun, step('12:00', 'return', 'reopened')];
    expect(played(...returned)).toContain('resolution open 07:00–08:00 09:00–14:00');
  });

  it('owes nothing more when it is withdrawn, and begins anew when it is opened again', () => {
    expect(
      played(
        step('10:00', 'open', 'new'),
        step('10:40', 'withdraw', 'cancelled'),
        step('11:00', 'reopen', 'reopened'),
        step('11:30', 'done', 'done'),
      ),
    ).toEqual([
      'resolution given-up 07:00–07:40',
      'response given-up 07:00–07:40',
      'resolution kept 08:00–08:30',
    ]);
  });
});

describe('a promise under other terms', () => {
  const [answer] = stretchesOf([step('10:00', 'open', 'new'), step('10:30', 'answered')], NOW);
  const under = (minutes: number | null, calendar = CALENDAR) =>
    answer && judge(answer, { minutes, calendar }).outcome;

  it('is met to the minute, missed after it, and nothing where nothing is promised', () => {
    expect([under(30), under(29), under(null)]).toEqual(['met', 'missed', null]);
  });

  it('is counted in the hours of the other plan', () => {
    const late = dailyCalendar('Europe/Moscow', { from: '10:20', to: '18:00' });
    expect([under(10, late), under(9, late)]).toEqual(['met', 'missed']);
  });

  it('that nobody wants any more is missed if it was late, and counts for nothing if not', () => {
    const [solution] = stretchesOf(
      [step('10:00', 'open', 'new'), step('11:00', 'withdraw', 'cancelled')],
      NOW,
    );
    const outcome = (minutes: number) =>
      solution && judge(solution, { minutes, calendar: CALENDAR }).outcome;
    expect([outcome(60), outcome(59)]).toEqual([null, 'missed']);
  });
});

describe('two plans side by side', () => {
  it('tell what would be late and is not, what is and would not be, and the latest ones', () => {
    const of = (
      id: number,
      present: 'met' | 'missed',
      tried: 'met' | 'missed',
      minutes: number,
    ) => ({
      ...({ subject: 'ticket', id, kind: 'response', triedMinutes: 10 } as const),
      present: { outcome: present, spentMs: minutes * 60_000 },
      tried: { outcome: tried, spentMs: minutes * 60_000 },
    });
    const tally = withJudged(nothingCounted(), [
      of(1, 'met', 'missed', 12),
      of(2, 'met', 'missed', 50),
      of(3, 'missed', 'met', 8),
      of(4, 'missed', 'missed', 20),
    ]);
    expect(tally).toMatchObject({ more: 2, fewer: 1 });
    expect(tally.present.response).toEqual({ met: 2, missed: 2 });
    expect(tally.tried.response).toEqual({ met: 1, missed: 3 });
    expect(tally.worst.map(({ id, anyway }) => [id, anyway])).toEqual([
      [2, false],
      [4, true],
      [1, false],
    ]);
  });
});
