// The course of the bench: each question to each database and size, with a line of progress each.

import type { Figure } from './figures.ts';
import type { Plan } from './plan.ts';
import type { Server } from './postgres.ts';
import { askBacklog } from './questions/backlog.ts';
import { askManyDialogs, askOneDialog } from './questions/group.ts';
import { askLatency } from './questions/latency.ts';
import { askLeads } from './questions/leads.ts';
import { askLookup } from './questions/lookup.ts';
import { askReports } from './questions/reports.ts';
import { askSaturated } from './questions/saturated.ts';
import { askFirstStart, askStart } from './questions/start.ts';
import { askStorm } from './questions/storm.ts';
import { seed } from './seed.ts';
import { createEmbeddedStore, createServerStore, type Store } from './stores.ts';
import type { Column } from './table.ts';

interface Question {
  readonly word: Word;
  readonly title: string;
  readonly ask: (seeded: Store, plan: Plan) => Promise<Figure[]>;
}

/** What may be named on the command line, to look at that alone. */
export const WORDS = [
  'postgres',
  'embedded',
  'start',
  'latency',
  'saturated',
  'backlog',
  'storm',
  'group',
  'lookup',
  'leads',
  'reports',
] as const;
export type Word = (typeof WORDS)[number];

/** One after the other: they take the whole machine. */
const HEAVY: readonly Question[] = [
  { word: 'start', title: 'start', ask: askStart },
  { word: 'latency', title: 'from message to card', ask: askLatency },
  { word: 'saturated', title: 'saturated', ask: askSaturated },
  { word: 'backlog', title: 'backlog', ask: askBacklog },
  { word: 'lookup', title: 'finding again', ask: askLookup },
  { word: 'leads', title: 'leads', ask: askLeads },
  { word: 'reports', title: 'reports', ask: askReports },
  { word: 'storm', title: 'storm', ask: askStorm },
];

/** All at once: twenty calls a minute disturb nobody. */
const SLOW: readonly Question[] = [
  { word: 'group', title: 'one dialog in the group', ask: askOneDialog },
  { word: 'group', title: 'many dialogs in the group', ask: askManyDialogs },
];

const DATABASES: readonly Word[] = ['postgres', 'embedded'];
const QUESTIONS = WORDS.filter((word) => !DATABASES.includes(word));

interface Case {
  readonly title: string;
  readonly kind: Column['kind'];
  readonly dialogs: number;
  readonly seeded: Store;
  readonly figures: Figure[];
}

/** All questions, or those named; without a server only the embedded database is measured. */
export async function measure(
  plan: Plan,
  server: Server | null,
  named: readonly Word[],
): Promise<Column[]> {
  const cases: Case[] = [];
  const asked = (question: Question) => isAsked(named, question.word, QUESTIONS);
  try {
    for (const create of databases(server, named)) {
      for (const dialogs of plan.sizes) cases.push(await prepare(create, dialogs));
    }
    for (const one of cases) {
      for (const question of HEAVY.filter(asked)) await answer(one, question, plan);
    }
    const slow = SLOW.filter(asked);
    await Promise.all(cases.flatMap((one) => slow.map((question) => answer(one, question, plan))));
  } finally {
    for (const { seeded } of cases) await seeded.remove();
  }
  return cases.map(({ kind, dialogs, figures }) => ({ kind, dialogs, figures }));
}

function databases(server: Server | null, named: readonly Word[]): (() => Promise<Store>)[] {
  if (!server) say('no Postgres is installed and BENCH_DATABASE_URL is not set: embedded alone');
  const own = isAsked(named, 'embedded', DATABASES) ? [() => createEmbeddedStore()] : [];
  const served = server && isAsked(named, 'postgres', DATABASES);
  return served ? [() => createServerStore(server), ...own] : own;
}

/** Where none of a group is named, all of it is meant. */
function isAsked(named: readonly Word[], word: Word, group: readonly Word[]): boolean {
  return named.includes(word) || !named.some((other) => group.includes(other));
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
  question: Question,
  plan: Plan,
): Promise<void> {
  say(`${title}: ${question.title}`);
  figures.push(...(await question.ask(seeded, plan)));
}

function say(words: string): void {
  const seconds = Math.round(process.uptime()).toString().padStart(4);
  process.stderr.write(`${seconds} s  ${words}\n`);
}
