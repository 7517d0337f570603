// Marks what must not be done twice before it is done, and asks the database whether this process is
// still the one that may. What does no harm twice (edits, reactions) needs neither.

import type { Lease } from '../lease.ts';
import type { Job } from './job.ts';
import { messagesOf } from './lanes.ts';
import { keyOf, type ProjectionKey, type QueuedMessage } from './message.ts';
import type { RenderedWork } from './renderer.ts';
import type { Claim, OutboxRepository } from './repository.ts';

export type Permission =
  | { readonly status: 'go' }
  /** This process stands by, for the moment at least. */
  | { readonly status: 'later' }
  /** Some of its rows are settled or gone: they are not to be sent. */
  | { readonly status: 'settled-elsewhere'; readonly messages: readonly QueuedMessage[] }
  /** What was to be posted is posted already. */
  | { readonly status: 'posted'; readonly messageId: number; readonly shownHash: string | null };

export interface ClaimsDeps {
  readonly repository: Pick<OutboxRepository, 'claim'>;
  readonly lease: Lease;
}

/** Claims are asked for many jobs in one statement, and only for those that need one. */
export function createClaims({ repository, lease }: ClaimsDeps) {
  /** @throws when the database does not answer */
  async function ask(
    jobs: readonly Job[],
    rendered: readonly RenderedWork[],
  ): Promise<ReadonlyMap<Job, Permission>> {
    const fragile = new Set(jobs.filter((job, index) => isFragile(job, rendered[index])));
    const claim = await claimAll([...fragile]);
    return new Map(jobs.map((job) => [job, permissionOf(job, claim, fragile.has(job))]));
  }

  /** Null: somebody else has the lease. */
  async function claimAll(jobs: readonly Job[]): Promise<Claim | null> {
    const current = lease.current();
    if (!current) return null;
    if (jobs.length === 0) return { held: true, messages: new Set(), posted: [] };
    const ids = jobs.flatMap(({ work }) => messagesOf(work)).map(({ id }) => id);
    const posts = jobs.flatMap(postOf);
    const claim = await repository.claim(ids, posts, current);
    if (claim.held) return claim;
    // It has run out, perhaps with nobody there to take it over.
    const renewed = (await lease.acquire()) ? lease.current() : null;
    const second = renewed ? await repository.claim(ids, posts, renewed) : null;
    return second?.held ? second : null;
  }

  return { ask };
}

function permissionOf(job: Job, claim: Claim | null, fragile: boolean): Permission {
  if (!claim) return { status: 'later' };
  if (!fragile) return { status: 'go' };
  const missing = messagesOf(job.work).filter((message) => !claim.messages.has(message.id));
  if (missing.length > 0) return { status: 'settled-elsewhere', messages: missing };
  const [post] = postOf(job);
  const posted = post && claim.posted.find((other) => keyOf(other) === keyOf(post));
  return posted ? { status: 'posted', ...posted } : { status: 'go' };
}

function isFragile({ work }: Job, rendered: RenderedWork | undefined): boolean {
  if (rendered?.status !== 'calls') return false;
  return work.type === 'prepare' || rendered.calls.some((call) => !call.repeatable);
}

function postOf({ work }: Job): readonly ProjectionKey[] {
  return work.type === 'projection' && work.projection.messageId === null ? [work.projection] : [];
}
