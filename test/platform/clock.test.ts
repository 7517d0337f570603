import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { createTestClock } from '../support/clock.ts';

describe('the clock of the system', () => {
  it('does not sleep at all when the signal has already gone off', async () => {
    const before = performance.now();

    await systemClock.sleep(60_000, AbortSignal.abort());

    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('wakes early and without an error when the signal goes off', async () => {
    const alarm = new AbortController();
    const before = performance.now();

    const sleep = systemClock.sleep(60_000, alarm.signal);
    alarm.abort();

    await expect(sleep).resolves.toBeUndefined();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('can be asked for a sleep longer than a timer of Node holds', async () => {
    const alarm = new AbortController();
    let awake = false;

    const sleep = systemClock.sleep(60 * 24 * 3_600_000, alarm.signal).then(() => {
      awake = true;
    });
    await systemClock.sleep(20);

    expect(awake).toBe(false);
    alarm.abort();
    await sleep;
  });
});

describe('the clock of the tests', () => {
  it('stands still until it is walked', async () => {
    const clock = createTestClock('2026-11-21T09:00:00Z');

    expect(clock.now()).toEqual(new Date('2026-11-21T09:00:00Z'));
    await clock.advance(90_000);

    expect(clock.now()).toEqual(new Date('2026-11-21T09:01:30Z'));
  });

  it('wakes sleepers in the order of their hours, each at its own hour', async () => {
    const clock = createTestClock('2026-11-21T09:00:00Z');
    const woken: string[] = [];
    const note = (name: string) => () => woken.push(`${name} ${clock.now().toISOString()}`);
    void clock.sleep(2_000).then(note('second'));
    void clock.sleep(1_000).then(note('first'));
    void clock.sleep(9_000).then(note('third'));

    await clock.advance(5_000);

    expect(woken).toEqual(['first 2026-11-21T09:00:01.000Z', 'second 2026-11-21T09:00:02.000Z']);
    expect(clock.sleeping()).toBe(1);
  });

  it('lets a loop that sleeps a second at a time turn as often as seconds were walked', async () => {
    const clock = createTestClock();
    const stop = new AbortController();
    let turns = 0;
    const loop = (async () => {
      while (!stop.signal.aborted) {
        await clock.sleep(1_000, stop.signal);
        turns += 1;
      }
    })();

    await clock.advance(10_000);

    expect(turns).toBe(10);
    stop.abort();
    await loop;
    expect(clock.sleeping()).toBe(0);
  });

  it('jumps back as a corrected clock does, waking nobody', async () => {
    const clock = createTestClock('2026-11-21T09:00:00Z');
    let awake = false;
    void clock.sleep(1_000).then(() => {
      awake = true;
    });

    await clock.set('2026-11-21T08:00:00Z');

    expect(clock.now()).toEqual(new Date('2026-11-21T08:00:00Z'));
    expect(awake).toBe(false);
  });
});
