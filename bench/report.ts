// The table with what must be known to read it.

import { cpus, totalmem } from 'node:os';
import { API_LATENCY_MS, PEOPLE, type Plan } from './plan.ts';
import { type Column, toTable } from './table.ts';

export function report(plan: Plan, columns: readonly Column[]): string {
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return [
    '# The bench',
    `\`npm run bench\`${plan.name === 'quick' ? ' (quick)' : ''} on ${machine}. The program, the stand-in of the Bot API and the database share the machine.`,
    toTable(columns),
    NOTES.map((note) => `- ${note}`).join('\n'),
    '',
  ].join('\n\n');
}

const NOTES = [
  `${PEOPLE} clients write, each in an open dialog of theirs.`,
  '«Kept, their card edited»: an update counts once a card edit that shows its effect has arrived at the stand-in. Edits are coalesced, so there are fewer of them than updates.',
  'Saturated and backlog: Telegram’s limits lifted by setting, no latency. The naive loop is one interactive transaction an update, then its edit, then the next.',
  `From message to card: ${API_LATENCY_MS} ms of API latency; from the moment the update can be fetched until the request arrives that edits the card.`,
  'The event loop is watched with a resolution of 10 ms, which the figure contains.',
  'Finding again: `/dialogs` with its count and `/find` with its first hits, over 10,000 messages in 200 dialogs and over 1,000,000 (embedded: 200,000) in 100,000; sixty times each.',
  `The storm: ${PEOPLE} clients, each in a new dialog of one group, on a clock that is walked; the sandbox is its Telegram and counts the limits too. «All said»: every word is in its thread, pins and icons are in place.`,
  'Leads: handed in by the marketplace, fifty side by side, of 200 exporters; with no group in stock. «Stored»: until the last was answered, so that its notice is in the outbox. Over as many rooms as dialogs, each with a group, two people and a lead.',
  'Reports: over 10,000 rows of tickets, their clocks and events and over 1,000,000 (embedded: 200,000), of a year; the slowest of seven times each, with the period before it for comparison.',
  'The group is measured in real time with Telegram’s limits kept: 20 calls a minute, edits counted.',
];
