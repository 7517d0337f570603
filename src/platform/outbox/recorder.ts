// Notes what came of calls, many in one transaction, together with the consequences the features draw
// from them: what is recorded as delivered has had its effect, and the other way round.

import { createBatcher } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { type Database, isStorageTrouble, isWriteConflict, type Tx } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import { type ApiFailure, describeFailure } from '../telegram/api-failure.ts';
import {
  type Destination,
  type DirtyProjection,
  keyOf,
  parseDestination,
  type QueuedMessage,
} from './message.ts';
import type { OutboxPorts, SettledMessage, Settlement } from './ports.ts';
import type { MessageOutcome, OutboxRepository, SettledState } from './repository.ts';
import type { ProjectionOutcome } from './shown-repository.ts';

export type Outcome =
  | {
      readonly type: 'settled';
      readonly messages: readonly QueuedMessage[];
      readonly settlement: Settlement;
    }
  | {
      readonly type: 'dropped';
      readonly messages: readonly QueuedMessage[];
      readonly reason: string;
      /** What Telegram said, if it was asked. */
      readonly failure?: ApiFailure;
    }
  /** To be sent again; `counted` adds to its attempts. */
  | {
      readonly type: 'again';
      readonly messages: readonly QueuedMessage[];
      readonly counted: boolean;
    }
  | {
      readonly type: 'shown';
      readonly projection: DirtyProjection;
      readonly hash: string | null;
      readonly messageId: number | null;
      readonly failure: string | null;
    }
  | { readonly type: 'prepared'; readonly destination: Destination; readonly result: unknown };

export interface RecorderDeps {
  readonly database: Database;
  readonly repository: OutboxRepository;
  readonly ports: OutboxPorts;
  readonly clock: Clock;
  readonly logger: Logger;
}

const PAUSE_MS = 500;

/**
 * Records one outcome, however long the database takes. Never throws: Telegram has acted, and whoever
 * does not hear of it would act again. Resolves with whether the features drew their consequences.
 */
export function createRecorder({ database, repository, ports, clock, logger }: RecorderDeps) {
  return createBatcher<Outcome, boolean>({ run: recordTogether, most: 200, sideBySide: 2 });

  async function recordTogether(outcomes: readonly Outcome[]): Promise<boolean[]> {
    try {
      await persist(outcomes, true);
      return outcomes.map(() => true);
    } catch (error) {
      // The batcher repeats them one by one, so that only the culprit goes without consequences.
      if (outcomes.length > 1) throw error;
      logger.error(
        { err: error, about: namesOf(outcomes) },
        'the consequences of an outcome failed',
      );
    }
    await persist(outcomes, false).catch((err: unknown) => {
      logger.fatal({ err, about: namesOf(outcomes) }, 'an outcome could not be recorded');
    });
    return outcomes.map(() => false);
  }

  /** Waits for a database that is away, or busy with somebody else's locks. */
  async function persist(outcomes: readonly Outcome[], consequences: boolean): Promise<void> {
    for (;;) {
      try {
        if (outcomes.every(isEdit)) await writeEdits(outcomes);
        else await database.inTransaction((tx) => write(tx, outcomes, consequences));
        return;
      } catch (error) {
        if (!isStorageTrouble(error) && !isWriteConflict(error)) throw error;
        logger.error({ err: error }, 'outcomes wait for the database');
      }
      await clock.sleep(PAUSE_MS);
    }
  }

  /** Nobody draws consequences from an edit: no transaction is opened for it. */
  async function writeEdits(outcomes: readonly Outcome[]): Promise<void> {
    await repository.recordEdits(outcomes.flatMap(toProjectionOutcome), clock.now());
  }

  async function write(tx: Tx, outcomes: readonly Outcome[], consequences: boolean): Promise<void> {
    const now = clock.now();
    const fresh = await repository.recordMessages(tx, outcomes.flatMap(toMessageOutcomes), now);
    const posted = await repository.recordProjections(
      tx,
      outcomes.flatMap(toProjectionOutcome),
      now,
    );
    if (!consequences) return;
    for (const [name, settled] of settledByName(outcomes, fresh)) {
      await ports.messages[name]?.settled?.(tx, settled);
    }
    for (const { name, settled } of dropped(outcomes, fresh)) {
      await ports.messages[name]?.dropped?.(tx, settled);
    }
    for (const { kind, subjectId, messageId, destination } of posted) {
      await ports.projections[kind]?.posted?.(tx, subjectId, messageId, destination);
    }
    for (const outcome of outcomes) {
      if (outcome.type !== 'prepared') continue;
      const { kind, id } = parseDestination(outcome.destination);
      await ports.destinations[kind].prepared?.(tx, id, outcome.result);
    }
  }
}

function namesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.type === 'shown') return [keyOf(outcome.projection)];
    if (outcome.type === 'prepared') return [outcome.destination];
    return outcome.messages.map(({ id, name }) => `${name} ${id}`);
  });
}

function toMessageOutcomes(outcome: Outcome): MessageOutcome[] {
  switch (outcome.type) {
    case 'settled':
      return outcome.messages.map((message) => ({
        id: message.id,
        attempts: message.attempts + 1,
        ...stateOf(outcome.settlement),
      }));
    case 'dropped':
      return outcome.messages.map(({ id, attempts }) => ({
        id,
        attempts,
        state: 'dropped',
        failure: outcome.reason,
      }));
    case 'again':
      return outcome.messages.map(({ id, attempts }) => ({
        id,
        attempts: attempts + (outcome.counted ? 1 : 0),
        state: 'waiting',
        failure: null,
      }));
    case 'shown':
    case 'prepared':
      return [];
  }
}

function stateOf(settlement: Settlement): { state: SettledState; failure: string | null } {
  if (settlement.status !== 'failed') return { state: settlement.status, failure: null };
  return { state: 'failed', failure: describeFailure(settlement.failure) };
}

function isEdit(outcome: Outcome): boolean {
  return outcome.type === 'shown' && outcome.messageId === outcome.projection.messageId;
}

function toProjectionOutcome(outcome: Outcome): ProjectionOutcome[] {
  if (outcome.type !== 'shown') return [];
  const { projection, hash, messageId, failure } = outcome;
  const { kind, subjectId, wanted } = projection;
  return [{ kind, subjectId, shown: wanted, hash, messageId, failure, before: projection }];
}

/** `fresh`: what was not settled before; a record that is repeated has no second consequence. */
function settledByName(
  outcomes: readonly Outcome[],
  fresh: ReadonlySet<bigint>,
): Map<string, SettledMessage[]> {
  const byName = new Map<string, SettledMessage[]>();
  for (const outcome of outcomes) {
    if (outcome.type !== 'settled') continue;
    const parts = outcome.messages.length;
    outcome.messages.forEach((message, index) => {
      if (!fresh.has(message.id)) return;
      const album = message.groupKey !== null;
      const settlement = album ? partOf(outcome.settlement, index, parts) : outcome.settlement;
      const sameName = byName.get(message.name) ?? [];
      byName.set(message.name, sameName);
      sameName.push({ message, settlement });
    });
  }
  return byName;
}

/** What Telegram said is gone, of those that were not settled before. */
function dropped(outcomes: readonly Outcome[], fresh: ReadonlySet<bigint>) {
  return outcomes.flatMap((outcome) => {
    if (outcome.type !== 'dropped' || !outcome.failure) return [];
    const settlement = { status: 'failed', failure: outcome.failure } as const;
    const messages = outcome.messages.filter(({ id }) => fresh.has(id));
    return messages.map((message) => ({ name: message.name, settled: [{ message, settlement }] }));
  });
}

/** The parts of an album have an id each; texts that left together share theirs. */
function partOf(settlement: Settlement, part: number, parts: number): Settlement {
  if (settlement.status !== 'sent' || settlement.messageIds.length !== parts) return settlement;
  return { ...settlement, messageIds: settlement.messageIds.slice(part, part + 1) };
}
