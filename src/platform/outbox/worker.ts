// Takes chosen work to its end: render, claim, call, and act on what Telegram said. Every way through
// here releases the job's lane exactly once.

import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import type { Lease } from '../lease.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { ApiFailure } from '../telegram/api-failure.ts';
import { placeName, toBegun } from './begun.ts';
import type { Budget } from './budget.ts';
import { createClaims, type Permission } from './claims.ts';
import { type CallApi, deliver } from './delivery.ts';
import { createEndings } from './endings.ts';
import { createGathering } from './gathering.ts';
import type { Job, Release } from './job.ts';
import { messagesOf, NO_PROGRESS, type Progress, retryOf } from './lanes.ts';
import { type Destination, keyOf, type QueuedMessage } from './message.ts';
import { type ApiCall, chatOf, type OutboxPorts } from './ports.ts';
import { createRecorder, type Outcome } from './recorder.ts';
import { createRefusals } from './refusals.ts';
import { createRenderer, type RenderedWork } from './renderer.ts';
import type { OutboxRepository } from './repository.ts';
import { backoff, judge } from './verdict.ts';

const RETRY_MS = 1_000;
/** Between two looks whether an album is complete. */
const GATHERING_MS = 250;
/** How often something is rendered again that its port could not render. */
const MOST_RENDERINGS = 4;

export interface WorkerDeps {
  readonly database: Database;
  readonly repository: OutboxRepository;
  readonly ports: OutboxPorts;
  readonly budget: Budget;
  readonly callApi: CallApi;
  readonly lease: Lease;
  /** Whether a text to a client of unknown outcome is left to a human instead of repeated. */
  readonly askIfUnknown: boolean;
  /** See `GatheringDeps`. */
  readonly hasCaughtUp: () => boolean;
  readonly release: Release;
  readonly forgetPlaces: (destinations?: readonly Destination[]) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Never throws: what cannot be carried out is tried again later, or has failed and is noted so. */
export function createWorker(deps: WorkerDeps) {
  const { repository, ports, budget, callApi, lease, clock, logger, metrics } = deps;
  const { askIfUnknown, release } = deps;
  const render = createRenderer({ ports, logger });
  const record = createRecorder(deps);
  const claims = createClaims({ repository, lease });
  const endings = createEndings({ record, release, clock, logger, metrics });
  const { succeed, shown, fail, settle, remember, failuresOf, pause } = endings;
  const refusals = createRefusals({ ...deps, endings });
  const incomplete = createGathering(deps);

  async function process(chosen: readonly Job[]): Promise<void> {
    const jobs = await withoutIncomplete(chosen);
    let rendered: readonly RenderedWork[] = [];
    let permissions: ReadonlyMap<Job, Permission> = new Map();
    try {
      rendered = await render(jobs);
      permissions = await claims.ask(jobs, rendered);
    } catch (error) {
      logger.warn({ err: error }, 'what must be sent waits for the database');
    }
    jobs.forEach((job, index) => {
      const permission = permissions.get(job) ?? { status: 'later' };
      if (permission.status === 'go') void carryOut(job, rendered[index] as RenderedWork);
      else dismiss(job, permission);
    });
  }

  /** What is to be said now; albums whose parts are still coming are put off. */
  async function withoutIncomplete(jobs: readonly Job[]): Promise<readonly Job[]> {
    let early: ReadonlySet<Job> = new Set();
    try {
      early = await incomplete(jobs);
    } catch (error) {
      logger.warn({ err: error }, 'whether albums are complete is not known');
    }
    for (const job of early) {
      giveBack(job);
      release(job, false, later(GATHERING_MS));
    }
    return jobs.filter((job) => !early.has(job));
  }

  function dismiss(job: Job, permission: Permission): void {
    giveBack(job);
    if (permission.status === 'posted') seeAsPosted(job, permission);
    else if (permission.status === 'settled-elsewhere') letGo(job, permission.messages);
    else release(job, false, later(RETRY_MS));
  }

  /** The table knows of a message that shows this already: it is to be edited, not posted again. */
  function seeAsPosted(
    job: Job,
    posted: { readonly messageId: number; readonly shownHash: string | null },
  ): void {
    if (job.work.type === 'projection') {
      const key = keyOf(job.work.projection);
      const { messageId, shownHash } = posted;
      const waiting = job.lane.projections.get(key) ?? job.work.projection;
      job.lane.projections.set(key, { ...waiting, messageId, shownHash });
    }
    release(job, false, 0);
  }

  /** Somebody has decided on these rows meanwhile: they are not ours to send. */
  function letGo(job: Job, messages: readonly QueuedMessage[]): void {
    logger.warn(
      { ids: messages.map(({ id }) => String(id)) },
      'messages were settled by somebody else',
    );
    release({ ...job, work: { type: 'messages', messages } }, true, 0);
  }

  async function carryOut(job: Job, rendered: RenderedWork): Promise<void> {
    try {
      if (rendered.status !== 'calls') giveBack(job);
      await carryOutOrThrow(job, rendered);
    } catch (error) {
      logger.error(
        { err: error, destination: job.lane.destination },
        'sending failed unexpectedly',
      );
      release(job, false, later(RETRY_MS));
    }
  }

  async function carryOutOrThrow(job: Job, rendered: RenderedWork): Promise<void> {
    switch (rendered.status) {
      case 'drop':
        return settle(job, {
          type: 'dropped',
          messages: messagesOf(job.work),
          reason: rendered.reason,
        });
      case 'unchanged':
        return shown(job, rendered.hash, null, null);
      case 'nowhere':
        return fail(job, { kind: 'chat-gone', reason: 'not-found' });
      case 'broken':
        return renderAgain(job, { kind: 'unexpected', error: rendered.error });
      case 'calls':
        return make(job, rendered.calls, rendered.hash);
    }
  }

  /** What a port cannot render may be the fault of a moment. */
  async function renderAgain(job: Job, failure: ApiFailure): Promise<void> {
    const failures = failuresOf(job);
    if (failures >= MOST_RENDERINGS) return fail(job, failure);
    pause(job, backoff(failures));
    release(job, false, 0);
  }

  async function make(job: Job, calls: readonly ApiCall[], hash: string | null): Promise<void> {
    const begun = retryOf(job.lane, job.work);
    const progress = begun?.at === placeName(job.place) ? begun.progress : NO_PROGRESS;
    let spentAt = job.begunAt;
    const delivery = await deliver({
      callApi: async (method, payload) => {
        try {
          return await timed(method, payload);
        } finally {
          noteAnswer(job, spentAt);
        }
      },
      calls,
      progress,
      mayGoOn() {
        spentAt = clock.now().getTime();
        return mayCall(job, spentAt);
      },
      note: (come) => notePart(job, come),
    });
    if (delivery.status === 'done') return succeed(job, delivery.messageIds, hash, delivery.result);
    remember(job, delivery.progress);
    // Still marked as being sent, which a part of it was.
    if (delivery.status === 'paused') return release(job, false, 0);
    metrics.sendFailures.inc({ kind: delivery.failure.kind });
    const verdict = judge(delivery.failure, {
      repeatable: delivery.repeatable,
      askIfUnknown: askIfUnknown && isToClient(job.lane.destination),
      attempts: messagesOf(job.work)[0]?.attempts ?? 0,
      failures: failuresOf(job),
      untilDone: job.work.type !== 'messages',
    });
    return refusals.act(job, verdict, delivery, hash);
  }

  /** A database that is away does not keep the rest: what is not noted would only be said twice. */
  async function notePart(job: Job, progress: Progress): Promise<void> {
    remember(job, progress);
    const { retry } = job.lane;
    const id = retry?.ids[0];
    if (!retry || id === undefined) return;
    try {
      await repository.noteBegun(id, toBegun(retry));
    } catch (error) {
      logger.warn({ err: error }, 'what was said in part could not be noted');
    }
  }

  async function timed(
    method: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const stopWatch = metrics.sendSeconds.startTimer({ method });
    try {
      return await callApi(method, payload);
    } finally {
      stopWatch();
    }
  }

  function mayCall({ place }: Job, now: number): boolean {
    const chat = chatOf(place);
    if (!chat || budget.nextAt(chat, now) > now) return false;
    budget.spend(chat, now);
    return true;
  }

  function noteAnswer({ place }: Job, spentAt: number): void {
    const chat = chatOf(place);
    if (chat) budget.answered(chat, spentAt, clock.now().getTime());
  }

  function giveBack(job: Job): void {
    const chat = chatOf(job.place);
    if (chat) budget.giveBack(chat, job.begunAt);
  }

  /**
   * What a stopped process left in the middle of a call: repeated, or left to a human, by the setting.
   * Waits for the database.
   */
  async function recover(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        const interrupted = await repository.listInterrupted();
        if (interrupted.length > 0)
          logger.warn({ count: interrupted.length }, 'messages of unknown outcome taken up');
        await Promise.all(interrupted.map((message) => record(afterInterruption(message))));
        return;
      } catch (error) {
        logger.warn({ err: error }, 'messages of unknown outcome could not be read');
        await clock.sleep(RETRY_MS, stop);
      }
    }
  }

  function afterInterruption(message: QueuedMessage): Outcome {
    const mayRepeat = ports.messages[message.name]?.repeatable === true;
    return askIfUnknown && !mayRepeat && isToClient(message.destination)
      ? { type: 'settled', messages: [message], settlement: { status: 'unknown' } }
      : { type: 'again', messages: [message], counted: true };
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  return { process, recover };
}

function isToClient(destination: Destination): boolean {
  return destination.startsWith('client:');
}
