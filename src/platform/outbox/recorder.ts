// Notes what came of calls, many in one transaction, together with the consequences the features draw
// from them: what is recorded as delivered has had its effect, and the other way round.

import { createBatcher } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { type Database, isStorageTrouble, type Tx } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import { describeFailure } from '../telegram/api-failure.ts';
import { type DirtyProjection, parseDestination, type QueuedMessage } from './message.ts';
import type { OutboxPorts, Settlement, SettledMessage } from './ports.ts';
import type { MessageOutcome, OutboxRepository, ProjectionOutcome, SettledState } from './repository.ts';
import type { Destination } from './message.ts';

export type Outcome =
  | { readonly type: 'settled'; readonly messages: readonly QueuedMessage[]; readonly settlement: Settlement }
  | { readonly type: 'dropped'; readonly messages: readonly QueuedMessage[]; readonly reason: string }
  /** To be sent again; `counted` adds to its attempts. */
  | { readonly type: 'again'; readonly messages: readonly QueuedMessage[]; readonly counted: boolean }
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

/** Records one outcome; resolves when it is in the database, however long the database takes. */
export function createRecorder({ database, repository, ports, clock, logger }: RecorderDeps) {
  const record = createBatcher<Outcome, void>({ run: recordTogether, most: 200, sideBySide: 2 });

  async function recordTogether(outcomes: readonly Outcome[]): Promise<void[]> {
    for (;;) {
      try {
        await database.inTransaction((tx) => write(tx, outcomes, true));
        break;
      } catch (error) {
        if (!isStorageTrouble(error)) {
          if (outcomes.length > 1) throw error;
          await recordWithoutConsequences(outcomes, error);
          break;
        }
        // Telegram has acted, so forgetting this would repeat it: wait for the database.
        logger.error({ err: error }, 'outcomes wait for the database');
        await clock.sleep(PAUSE_MS);
      }
    }
    return outcomes.map(() => undefined);
  }

  /** A feature cannot digest this outcome: better its consequence is missing than it is sent again. */
  async function recordWithoutConsequences(outcomes: readonly Outcome[], error: unknown): Promise<void> {
    const names = outcomes.flatMap((outcome) => ('messages' in outcome ? outcome.messages : [])).map((m) => m.name);
    logger.error({ err: error, names }, 'the consequences of an outcome failed');
    await database.inTransaction((tx) => write(tx, outcomes, false));
  }

  async function write(tx: Tx, outcomes: readonly Outcome[], consequences: boolean): Promise<void> {
    const now = clock.now();
    await repository.recordMessages(tx, outcomes.flatMap(toMessageOutcomes), now);
    await repository.recordProjections(tx, outcomes.flatMap(toProjectionOutcome), now);
    if (!consequences) return;
    for (const [name, settled] of settledByName(outcomes)) await ports.messages[name]?.settled?.(tx, settled);
    for (const outcome of outcomes) {
      if (outcome.type === 'shown') await firstShown(tx, outcome);
      if (outcome.type !== 'prepared') continue;
      const { kind, id } = parseDestination(outcome.destination);
      await ports.destinations[kind].prepared?.(tx, id, outcome.result);
    }
  }

  async function firstShown(tx: Tx, outcome: Extract<Outcome, { type: 'shown' }>): Promise<void> {
    const { projection, messageId } = outcome;
    if (messageId === null || messageId === projection.messageId) return;
    await ports.projections[projection.kind]?.posted?.(tx, projection.subjectId, messageId);
  }

  return record;
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
      return outcome.messages.map(({ id, attempts }) => ({ id, attempts, state: 'dropped', failure: outcome.reason }));
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

function toProjectionOutcome(outcome: Outcome): ProjectionOutcome[] {
  if (outcome.type !== 'shown') return [];
  const { projection, hash, messageId, failure } = outcome;
  const { kind, subjectId, wanted } = projection;
  return [{ kind, subjectId, shown: wanted, shownHash: hash, messageId, failure }];
}

function settledByName(outcomes: readonly Outcome[]): Map<string, SettledMessage[]> {
  const byName = new Map<string, SettledMessage[]>();
  for (const outcome of outcomes) {
    if (outcome.type !== 'settled') continue;
    outcome.messages.forEach((message, index) => {
      const settlement = partOf(outcome.settlement, message, index);
      byName.set(message.name, [...(byName.get(message.name) ?? []), { message, settlement }]);
    });
  }
  return byName;
}

/** The parts of an album have an id each; texts that left together share theirs. */
function partOf(settlement: Settlement, message: QueuedMessage, index: number): Settlement {
  if (settlement.status !== 'sent' || message.groupKey === null) return settlement;
  const id = settlement.messageIds[index];
  return { ...settlement, messageIds: id === undefined ? settlement.messageIds : [id] };
}
