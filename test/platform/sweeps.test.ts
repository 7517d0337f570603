import { describe, expect, it } from 'vitest';
import { createSweeper, type Sweep } from '../../src/platform/sweeps.ts';
import { createTestClock } from '../support/clock.ts';
import { createMemoryLogger } from '../support/logger.ts';

function sweeper(sweeps: readonly Sweep[], mayRun = () => true) {
  const clock = createTestClock();
  const { logger, lines } = createMemoryLogger();
  return { ...createSweeper({ sweeps, mayRun, clock, logger }), clock, lines };
}

function counting(name: string, everyMs?: number) {
  const sweep = {
    name,
    runs: 0,
    ...(everyMs === undefined ? {} : { everyMs }),
    async run() {
      sweep.runs += 1;
    },
  };
  return sweep;
}

describe('the clock of the house', () => {
  it('looks each second at what is due, at the rest when its time has come', async () => {
    const [often, hourly] = [counting('often'), counting('hourly', 3_600_000)];
    const { run, clock } = sweeper([often, hourly]);
    const stop = new AbortController();
    const running = run(stop.signal);
    await clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(10_000);
    expect([often.runs, hourly.runs]).toEqual([11, 1]);
    await clock.advance(3_590_000);
    expect(hourly.runs).toBe(2);
    stop.abort();
    await running;
  });

  it('looks at those too whose turn has not come, when it is asked for all', async () => {
    const [often, hourly] = [counting('often'), counting('hourly', 3_600_000)];
    const { look, lookAtAll } = sweeper([often, hourly]);
    await look();
    await look();
    expect([often.runs, hourly.runs]).toEqual([1, 1]);
    await lookAtAll();
    expect([often.runs, hourly.runs]).toEqual([2, 2]);
  });

  it('goes on when one of the sweeps fails, and lets that one look again', async () => {
    let failures = 0;
    const broken: Sweep = {
      name: 'broken',
      run() {
        failures += 1;
        return Promise.reject(new Error('no luck'));
      },
    };
    const after = counting('after');
    const { look, clock, lines } = sweeper([broken, after]);
    await look();
    await clock.advance(1_000);
    await look();
    expect([failures, after.runs]).toEqual([2, 2]);
    expect(lines[0]).toMatchObject({ msg: 'a sweep failed, it will look again', sweep: 'broken' });
  });

  it('rests while another process works, also when that begins in the middle of a look', async () => {
    let works = true;
    const last: Sweep = {
      name: 'first',
      async run() {
        works = false;
      },
    };
    const after = counting('after');
    const { look, clock } = sweeper([last, after], () => works);
    await look();
    await clock.advance(5_000);
    await look();
    expect(after.runs).toBe(0);
  });

  it('never looks twice at once: whoever asks meanwhile waits for the same look', async () => {
    let finish = () => {};
    let begun = 0;
    const slow: Sweep = {
      name: 'slow',
      run() {
        begun += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
    };
    const { look, clock } = sweeper([slow]);
    const first = look();
    await clock.advance(60_000);
    const second = look();
    expect(begun).toBe(1);
    finish();
    await Promise.all([first, second]);
  });

  it('looks anew for whoever asks for all of it during a look, which may have passed what is due now', async () => {
    const finish: (() => void)[] = [];
    const slow: Sweep = { name: 'slow', run: () => new Promise((resolve) => finish.push(resolve)) };
    const after = counting('after');
    const { look, lookAtAll } = sweeper([after, slow]);
    const first = look();
    await new Promise((resolve) => setImmediate(resolve));
    const anew = [lookAtAll(), lookAtAll()];
    finish.shift()?.();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    finish.shift()?.();
    await Promise.all(anew);
    expect(after.runs).toBe(2);
  });

  it('still looks after the clock was set back by an hour', async () => {
    const minutely = counting('minutely', 60_000);
    const { look, clock } = sweeper([minutely]);
    await look();
    await clock.set('2026-11-21T08:00:00Z');
    await look();
    expect(minutely.runs).toBe(2);
  });
});
