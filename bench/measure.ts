// The course of the bench: each question to each database and size, with a line of progress each.

import type { Figure } from './figures.ts';
import type { Plan } from './plan.ts';
import type { Server } from './postgres.ts';
import { askBacklog } from './questions/backlog.ts';
import { askManyDialogs, askOneDialog } from './questions/group.ts';
import { askLatency } from './questions/latency.ts';
import { askSaturated } from './questions/saturated.ts';
import { askFirstStart, askStart } from './questions/start.ts';
import { seed } from './seed.ts';
import { createEmbeddedStore, createServerStore, type Store } from './stores.ts';
import type { Column } from './table.ts';

type Question = readonly [what: string, ask: (seeded: Store, plan: Plan) => Promise<Figure[]>];

/** One after the other: they take the whole machine. */
const HEAVY: readonly Question[] = [
  ['start', askStart],
  ['from message to card', askLatency],
  ['saturated', askSaturated],
  ['backlog', askBacklog],
];

/** All at once: twenty calls a minute disturb nobody. */
const SLOW: readonly Question[] = [
  ['one dialog in the group', askOneDialog],
  ['many dialogs in the group', askManyDialogs],
];

interface Case {
  readonly title: string;
  readonly kind: Column['kind'];
  readonly dialogs: number;
  readonly seeded: Store;
  readonly figures: Figure[];
}

/** Without a server only the embedded database is measured. */
export async function measure(plan: Plan, server: Server | null): Promise<Column[]> {
  if (!server) say('no Postgres is installed and BENCH_DATABASE_URL is not set: embedded alone');
  const cases: Case[] = [];
  try {
    for (const create of server
      ? [() => createServerStore(server), createEmbeddedStore]
      : [createEmbeddedStore]) {
      for (const dialogs of plan.sizes) cases.push(await prepare(create, dialogs));
    }
    for (const one of cases) for (const question of HEAVY) await answer(one, question, plan);
    await Promise.all(cases.flatMap((one) => SLOW.map((question) => answer(one, question, plan))));
  } finally {
    for (const { seeded } of cases) await seeded.remove();
  }
  return cases.map(({ kind, dialogs, figures }) => ({ kind, dialogs, figures }));
}

async function prepare(create: () => Promise<Store>, dialogs: number): Promise<Case> {
  const seeded = await create();
  const title = `${seeded.kind}${dialogs > 0 ? `, ${dialogs} dialogs` : ''}`;
  say(`${title}: preparing`);
  const figures = await askFirstStart(seeded);
  const database = await seeded.open();
  await seed(database, dialogs).finally(() => database.close());
  return { title, kind: seeded.kind, dialogs, seeded, figures };
}

async function answer(
  { title, seeded, figures }: Case,
  [what, ask]: Question,
  plan: Plan,
): Promise<void> {
  say(`${title}: ${what}`);
  figures.push(...(await ask(seeded, plan)));
}

function say(words: string): void {
  const seconds = Math.round(process.uptime()).toString().padStart(4);
  process.stderr.write(`${seconds} s  ${words}\n`);
}
