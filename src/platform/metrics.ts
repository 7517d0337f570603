// What is counted for the operator, in Prometheus' names and units: seconds, totals, and gauges of the
// present moment. A registry of its own for each program: two in one process do not meet.
import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type MetricConfiguration,
  Registry,
} from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Sending takes some 50 ms; beyond 20 s a call is given up. */
const SEND_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** All counters at zero, in a registry that `/metrics` prints. */
export function createMetrics() {
  const registry = new Registry();
  const named = <T extends string>(
    name: string,
    help: string,
    labelNames: readonly T[] = [],
  ): MetricConfiguration<T> => ({
    name: `deskroom_${name}`,
    help,
    labelNames,
    registers: [registry],
  });

  return {
    registry,
    updatesStored: new Counter(named('updates_stored_total', 'Updates written into the inbox.')),
    updatesHandled: new Counter(named('updates_handled_total', 'Updates handled to the end.')),
    updatesFailed: new Counter(
      named('updates_failed_total', 'Attempts at an update that failed and are repeated.'),
    ),
    updatesPoisoned: new Counter(
      named('updates_poisoned_total', 'Updates set aside after too many attempts.'),
    ),
    lanesWaiting: new Gauge(
      named('inbox_lanes_waiting', 'Lanes with updates that nobody handles yet.'),
    ),
    outboxPending: new Gauge(named('outbox_pending', 'Destinations with something left to send.')),
    messagesSent: new Counter(named('messages_sent_total', 'Messages that Telegram accepted.')),
    sendFailures: new Counter(
      named(
        'send_failures_total',
        'Calls that did not succeed, by what that means (rate-limited: a limit was hit).',
        ['kind'],
      ),
    ),
    sendSeconds: new Histogram({
      ...named('send_seconds', 'Time from a request to its answer, by Bot API method.', ['method']),
      buckets: SEND_BUCKETS,
    }),
  };
}

/** Whether this process has nothing to do just now, asked whenever somebody looks. */
export function showIdleness({ registry }: Metrics, isIdle: () => boolean): void {
  new Gauge({
    name: 'deskroom_idle',
    help: '1 while nothing is being done and nothing is due.',
    registers: [registry],
    collect() {
      this.set(isIdle() ? 1 : 0);
    },
  });
}

/** Adds the process itself: memory, CPU, handles, garbage collection, the delay of the event loop. */
export function collectProcessMetrics({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}
