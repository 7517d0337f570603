import { describe, expect, it } from 'vitest';
import { createWaker } from '../../src/platform/waker.ts';
import { createTestClock } from '../support/clock.ts';

const never = new AbortController().signal;

function waiting(promise: Promise<void>) {
  const state = { over: false };
  void promise.then(() => {
    state.over = true;
  });
  return state;
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a bell for a loop', () => {
  it('wakes when it is rung', async () => {
    const waker = createWaker(createTestClock());
    const wait = waiting(waker.wait(60_000, never));
    await aTurn();
    expect(wait.over).toBe(false);
    waker.ring();
    await aTurn();
    expect(wait.over).toBe(true);
  });

  it('wakes when the time is up', async () => {
    const clock = createTestClock();
    const wait = waiting(createWaker(clock).wait(1_000, never));
    await clock.advance(999);
    expect(wait.over).toBe(false);
    await clock.advance(1);
    expect(wait.over).toBe(true);
  });

  it('remembers a ring that nobody was waiting for, once', async () => {
    const clock = createTestClock();
    const waker = createWaker(clock);
    waker.ring();
    waker.ring();
    await waker.wait(60_000, never);
    const second = waiting(waker.wait(60_000, never));
    await aTurn();
    expect(second.over).toBe(false);
  });

  it('wakes when it is told to stop, and at once when it was told before', async () => {
    const clock = createTestClock();
    const waker = createWaker(clock);
    const stop = new AbortController();
    const wait = waiting(waker.wait(60_000, stop.signal));
    stop.abort();
    await aTurn();
    expect(wait.over).toBe(true);
    await waker.wait(60_000, stop.signal);
    expect(clock.sleeping()).toBe(0);
  });

  it.each([0, -5, Number.NaN])('takes a pause of %s milliseconds as none', async (ms) => {
    const clock = createTestClock();
    const wait = waiting(createWaker(clock).wait(ms, never));
    await clock.advance(0);
    await aTurn();
    expect(wait.over).toBe(true);
  });

  it('that rings without end still lets everybody else have their turn', async () => {
    const waker = createWaker(createTestClock());
    let othersHadTheirTurn = false;
    setImmediate(() => {
      othersHadTheirTurn = true;
    });
    for (let round = 0; round < 3; round += 1) {
      waker.ring();
      await waker.wait(60_000, never);
    }
    expect(othersHadTheirTurn).toBe(true);
  });

  it('leaves nothing sleeping behind', async () => {
    const clock = createTestClock();
    const waker = createWaker(clock);
    for (let round = 0; round < 10; round += 1) {
      const wait = waker.wait(60_000, never);
      waker.ring();
      await wait;
    }
    expect(clock.sleeping()).toBe(0);
  });
});
