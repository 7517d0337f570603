// Asks the features' ports how chosen work reads now, many at a time. A port that throws spoils only
// the work that makes it throw.

import { createHash } from 'node:crypto';
import { isStorageTrouble } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import { withoutQuote, withoutReply } from './delivery.ts';
import type { Job } from './job.ts';
import { fallbacksOf, isBegun, NO_FALLBACKS, NO_PROGRESS, retryOf } from './lanes.ts';
import type { ApiCall, OutboxPorts, ReadyPlace, Thread } from './ports.ts';

export type RenderedWork =
  | {
      readonly status: 'calls';
      readonly calls: readonly ApiCall[];
      readonly hash: string | null;
    }
  | { readonly status: 'drop'; readonly reason: string }
  /** The projection shows the present state already. */
  | { readonly status: 'unchanged'; readonly hash: string | null }
  /** There is no such destination. */
  | { readonly status: 'nowhere' }
  /** Its port cannot render it. */
  | { readonly status: 'broken'; readonly error: unknown };

type Render = (jobs: readonly Job[]) => Promise<readonly RenderedWork[]>;

export interface RendererDeps {
  readonly ports: OutboxPorts;
  readonly logger: Logger;
}

/** Renders jobs in the order given. Throws only when the database is away. */
export function createRenderer({ ports, logger }: RendererDeps): Render {
  async function render(jobs: readonly Job[]): Promise<readonly RenderedWork[]> {
    const results = new Map<Job, RenderedWork>();
    const placed = jobs.filter(({ place }) => place.status !== 'gone');
    for (const [name, group] of groupBy(placed, portName)) {
      const rendered = await renderGroup(name, group);
      for (const [index, job] of group.entries()) results.set(job, rendered[index] as RenderedWork);
    }
    return jobs.map((job) => results.get(job) ?? { status: 'nowhere' });
  }

  async function renderGroup(name: string, jobs: readonly Job[]): Promise<readonly RenderedWork[]> {
    try {
      return await renderTogether(jobs);
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      if (jobs.length > 1) {
        const alone: RenderedWork[] = [];
        for (const job of jobs) alone.push(...(await renderGroup(name, [job])));
        return alone;
      }
      logger.error({ err: error, name }, 'a message cannot be rendered');
      return [{ status: 'broken', error }];
    }
  }

  async function renderTogether(jobs: readonly Job[]): Promise<readonly RenderedWork[]> {
    const type = jobs[0]?.work.type;
    if (type === 'prepare') return jobs.map(renderPreparation);
    return type === 'messages' ? await renderMessages(jobs) : await renderProjections(jobs);
  }

  async function renderMessages(jobs: readonly Job[]): Promise<readonly RenderedWork[]> {
    const asked = jobs.map(({ work, place, lane }) => {
      if (work.type !== 'messages') throw new Error('not a message');
      return {
        messages: work.messages,
        place: place as ReadyPlace,
        fallbacks: fallbacksOf(lane, work),
        begun: isBegun(retryOf(lane, work)?.progress ?? NO_PROGRESS),
      };
    });
    const name = asked[0]?.messages[0]?.name ?? '';
    const port = ports.messages[name];
    if (!port) throw new Error(`nobody renders messages called ${name}`);
    const rendered = answered(asked, await port.render(asked));
    return rendered.map((one, index) => {
      if (one.status !== 'calls') return one;
      const { unreplied, unquoted } = asked[index]?.fallbacks ?? NO_FALLBACKS;
      const thread = threadOf(jobs[index]);
      const whole = unquoted ? one.calls.map(withoutQuote) : one.calls;
      const calls = unreplied ? whole.map((call) => withoutReply(call, thread)) : whole;
      return { status: 'calls', calls, hash: null };
    });
  }

  async function renderProjections(jobs: readonly Job[]): Promise<readonly RenderedWork[]> {
    const projections = jobs.map(({ work }) => {
      if (work.type !== 'projection') throw new Error('not a projection');
      return work.projection;
    });
    const kind = projections[0]?.kind ?? '';
    const port = ports.projections[kind];
    if (!port) throw new Error(`nobody renders projections called ${kind}`);
    const calls = await port.render(
      projections.map(({ subjectId, messageId }, index) => {
        const { place, lane, work } = jobs[index] as Job;
        const { plain } = fallbacksOf(lane, work);
        return { kind, subjectId, messageId, place: place as ReadyPlace, plain };
      }),
    );
    return projections.map((projection, index) => {
      const call = answered(projections, calls)[index];
      if (!call) return { status: 'unchanged', hash: null };
      const hash = hashOf(call);
      if (hash === projection.shownHash) return { status: 'unchanged', hash };
      return { status: 'calls', calls: [call], hash };
    });
  }

  return render;
}

function renderPreparation(job: Job): RenderedWork {
  if (job.place.status !== 'unprepared') throw new Error('nothing to prepare');
  return { status: 'calls', calls: [job.place.call], hash: null };
}

function portName({ work }: Job): string {
  if (work.type === 'messages') return `message ${work.messages[0]?.name}`;
  return work.type === 'projection' ? `projection ${work.projection.kind}` : 'preparation';
}

function answered<T>(asked: readonly unknown[], answers: readonly T[]): readonly T[] {
  if (answers.length === asked.length) return answers;
  throw new Error(`asked to render ${asked.length}, a port answered ${answers.length}`);
}

function threadOf(job: Job | undefined): Thread | undefined {
  return job?.place.status === 'ready' ? job.place.thread : undefined;
}

/** What is shown, whichever way it got there: a post and an edit to the same content are alike. */
function hashOf({ payload }: ApiCall): string {
  const { message_id, disable_notification, message_thread_id, reply_parameters, ...content } =
    payload;
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha1').update(JSON.stringify(sorted)).digest('base64');
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
