// docs/relay.md, row by row, played by people: what becomes of every kind of message in each direction,
// at each kind of desk. UPDATE_RELAY_TABLE=1 writes the page.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, type OpenDialog } from '../support/dialogs.ts';
import { SAMPLES } from '../support/messages.ts';
import type { Message } from '../support/people.ts';
import { ROWS, type Row, type Speaker, wordsFor } from '../support/relay-table.ts';

const PAGE = new URL('../../docs/relay.md', import.meta.url);
const BEGIN = '<!-- table: written by test/journeys/relay-table.db.test.ts -->';

let company: DeskCompany;

beforeAll(async () => {
  company = await openDesk();
});

afterAll(() => company.close());

it('says of each content, in each direction and at each kind of desk, what happens', async () => {
  const columns = [await column('client → staff, forum'), await column('staff → client, forum')];
  const head = ['content', ...columns.map(({ title }) => title)];
  const lines = ROWS.map(({ what }, index) => [what, ...columns.map(({ cells }) => cells[index])]);
  const table = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`);

  const page = readFileSync(PAGE, 'utf8');
  const written = `${page.split(BEGIN)[0]}${BEGIN}\n\n${table.join('\n')}\n`;
  if (process.env.UPDATE_RELAY_TABLE === '1') writeFileSync(PAGE, written);
  else expect(page).toBe(written);
});

it('leaves out nothing that a message can hold', () => {
  const named = ROWS.map(({ what }) => what.replaceAll(/[ -]/g, '_')).join();
  const other = { voice: 'voice', video_note: 'video_message', giveaway_winners: 'results' };
  const kinds = Object.keys(SAMPLES).map((kind) => other[kind as keyof typeof other] ?? kind);

  expect(kinds.filter((kind) => !named.includes(kind))).toEqual([]);
});

async function column(title: string): Promise<{ title: string; cells: string[] }> {
  const dialog = await asks(company, title, 'Сколько стоит доставка?');
  await company.katya.in(dialog.topic).says('Сколько весит посылка?');
  await company.settle();
  const cells: string[] = [];
  for (const row of ROWS) cells.push(await cell(row, dialog, title.startsWith('client')));
  return { title, cells };
}

async function cell(row: Row, dialog: OpenDialog, fromClient: boolean): Promise<string> {
  const { katya, desk } = company;
  const { client, topic } = dialog;
  const staffAt = { userId: katya.id, chatId: desk.chatId, threadId: topic.threadId ?? 0 };
  const speaker: Speaker = fromClient ? { userId: client.id } : staffAt;
  const own = () => (fromClient ? client.messages() : katya.in(topic).messages());
  const other = () => (fromClient ? katya.in(topic).messages() : client.messages());
  const ownBefore = (await own()).length;
  const otherBefore = (await other()).length;
  const callsBefore = (await company.control.calls({})).length;
  await row.send(company, speaker, await theirQuestion(own));
  if (row.album) await company.later(2_000);
  else await company.settle();

  const arrived = (await other()).slice(otherBefore).filter(isSaid);
  const told = (await own()).slice(ownBefore).filter(isSaid).filter(isByBot);
  const calls = (await company.control.calls({})).slice(callsBefore);
  const how = calls
    .map(({ method }) => method)
    .filter((method) => /^copy|^sendMediaGroup/.test(method));
  const crossed = arrived.length === 0 ? 'not sent' : wordsFor(arrived);
  const by = how.length > 0 ? ` — ${[...new Set(how)].join(', ')}` : '';
  const heard = told.map(({ text }) => `«${text}»`).join(' + ');
  const back = heard === '' ? '' : `; the author reads ${heard}`;
  return `${crossed}${by}${back}`;
}

/** What the other side has asked, where it can be answered. */
async function theirQuestion(own: () => Promise<readonly Message[]>): Promise<Message> {
  const found = (await own()).find(({ from, text }) => from.isBot && text.startsWith('Сколько'));
  if (!found) throw new Error('there is nothing to answer');
  return found;
}

const isSaid = ({ service, pinned }: Message) => service === null && !pinned;
const isByBot = ({ from }: Message) => from.isBot;
