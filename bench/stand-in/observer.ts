// Notes when each update was offered, kept, shown on a card and copied into its thread, by the signs
// its text carries.

import { GROUP_ID, MARKS, NOTICES } from '../world.ts';
import type { Observations, Progress } from './protocol.ts';

export type Observer = ReturnType<typeof createObserver>;

export function createObserver() {
  const people: number[] = [];
  const offeredAt: number[] = [];
  const storedAt: (number | null)[] = [];
  const coveredAt: (number | null)[] = [];
  const copiedAt: (number | null)[] = [];
  const calls: Record<string, number> = {};
  const groupCallsAt: number[] = [];
  /** By person, the updates in order, and how many of them are covered. */
  const ofPerson = new Map<number, { first: number; updates: number[]; covered: number }>();
  /** The products of which somebody was told in private. */
  const noticed = new Set<string>();
  let stored = 0;
  let covered = 0;
  let copied = 0;

  function offered(person: number, serial: number): void {
    const known = ofPerson.get(person) ?? { first: serial, updates: [], covered: 0 };
    ofPerson.set(person, known);
    known.updates.push(people.length);
    people.push(person);
    offeredAt.push(performance.now());
    storedAt.push(null);
    coveredAt.push(null);
    copiedAt.push(null);
  }

  /** The first `count` updates have been confirmed. */
  function confirmed(count: number): void {
    const now = performance.now();
    for (; stored < Math.min(count, people.length); stored += 1) storedAt[stored] = now;
  }

  function called(method: string, payload: Payload): void {
    calls[method] = (calls[method] ?? 0) + 1;
    if (payload.chat_id === GROUP_ID) groupCallsAt.push(performance.now());
    if (typeof payload.text !== 'string') return;
    const [, product] = NOTICES.exec(payload.text) ?? [];
    if (product && Number(payload.chat_id) > 0) noticed.add(product);
    const isCard = method === 'editMessageText' || payload.reply_markup !== undefined;
    for (const [, person, serial] of payload.text.matchAll(MARKS)) {
      if (isCard) shown(Number(person), Number(serial));
      else wasCopied(Number(person), Number(serial));
    }
  }

  /** A card that shows a question has counted all that were asked before. */
  function shown(person: number, serial: number): void {
    const known = ofPerson.get(person);
    if (!known) return;
    const now = performance.now();
    for (; known.covered <= serial - known.first; known.covered += 1) {
      const update = known.updates[known.covered];
      if (update === undefined) return;
      coveredAt[update] = now;
      covered += 1;
    }
  }

  function wasCopied(person: number, serial: number): void {
    const known = ofPerson.get(person);
    const update = known?.updates[serial - known.first];
    if (update === undefined || copiedAt[update] !== null) return;
    copiedAt[update] = performance.now();
    copied += 1;
  }

  function progress(): Progress {
    return { offered: people.length, stored, covered, copied, noticed: noticed.size };
  }

  function observations(): Observations {
    return { ...progress(), people, offeredAt, storedAt, coveredAt, copiedAt, calls, groupCallsAt };
  }

  return { offered, confirmed, called, progress, observations };
}

export interface Payload {
  readonly chat_id?: unknown;
  readonly message_id?: unknown;
  readonly text?: unknown;
  readonly reply_markup?: unknown;
  readonly offset?: unknown;
  readonly timeout?: unknown;
}
