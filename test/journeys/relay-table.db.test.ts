// docs/relay.md, row by row, played by people: what becomes of every kind of message in each direction,
// at each kind of desk. UPDATE_RELAY_TABLE=1 writes the page.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DeskCompany, type Kind, openDesk } from '../support/desk.ts';
import { asks } from '../support/dialogs.ts';
import { SAMPLES } from '../support/messages.ts';
import type { Message } from '../support/people.ts';
import { ROWS, type Sent, type Speaker, wordsFor } from '../support/relay-table.ts';

const PAGE = new URL('../../docs/relay.md', import.meta.url);
const BEGIN = '<!-- table: written by test/journeys/relay-table.db.test.ts -->';
const KINDS: readonly Kind[] = ['forum', 'channel'];

/** One direction: who speaks, what they read themselves, what the other side reads. */
interface Way {
  readonly at: Speaker;
  readonly readerChatId: number;
  readonly own: () => Promise<readonly Message[]>;
  readonly other: () => Promise<readonly Message[]>;
  /** What the other side has asked, and what is answered. */
  readonly asked: Message;
}

describe('the page about what crosses', () => {
  it('says of each content, in each direction and at each kind of desk, what happens', async () => {
    const columns = (await Promise.all(KINDS.map(played))).flat();
    const head = [
      'content',
      ...KINDS.flatMap((kind) => [`${kind}: client → staff`, 'staff → client']),
    ];
    const lines = ROWS.map(({ what }, index) => [what, ...columns.map((cells) => cells[index])]);
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
});

/** Both directions at a desk of this kind, as two columns. */
async function played(kind: Kind): Promise<string[][]> {
  const company = await openDesk({}, undefined, kind);
  const ways = [await fromClient(company), await fromStaff(company)];
  const sent: Sent[][] = ways.map(() => []);
  for (const [index, row] of ROWS.entries()) {
    if (row.alone) await company.settle();
    for (const [side, { at, asked }] of ways.entries()) {
      sent[side]?.push(await row.send(company, at, asked));
    }
    if (row.alone || index % 8 === 7) await company.settle();
  }
  await company.later(2_000);
  const columns = await Promise.all(ways.map((way, side) => cells(company, way, sent[side] ?? [])));
  await company.close();
  return columns;
}

/** What became of each, by the pairs that the desk keeps and by what answers it. */
async function cells(company: DeskCompany, way: Way, sent: readonly Sent[]): Promise<string[]> {
  const [own, other] = [await way.own(), await way.other()];
  const { prisma } = company.app().database;
  const chatId = own[0]?.chatId ?? 0;
  const kept = await prisma.message.findMany({ where: { chatId }, include: { copies: true } });
  const calls = await company.control.calls({ chatId: way.readerChatId });
  return sent.map((one) => {
    const ids = 'messageId' in one ? [one.messageId] : one.messageIds;
    const copies = new Set(
      kept
        .filter(({ messageId }) => ids.includes(messageId))
        .flatMap((message) => message.copies.map(({ messageId }) => messageId)),
    );
    const arrived = other.filter(({ messageId }) => copies.has(messageId));
    const told = own.filter(
      ({ from, replyTo }) => from.isBot && ids.includes(replyTo?.messageId ?? 0),
    );
    const made = calls.filter(
      ({ outcome }) => outcome.ok && madeIds(outcome.result).some((id) => copies.has(id)),
    );
    return cell(
      arrived,
      told,
      made.map(({ method }) => method),
    );
  });
}

function madeIds(result: unknown): number[] {
  if (Array.isArray(result)) return result.flatMap(madeIds);
  const { message_id: id } = Object(result) as { message_id?: number };
  return id === undefined ? [] : [id];
}

async function fromClient(company: DeskCompany): Promise<Way> {
  const { katya, desk } = company;
  const { client, topic } = await asks(company, 'Анна', 'Сколько стоит доставка?');
  await katya.in(topic).says('Сколько весит посылка?');
  await company.settle();
  return {
    at: { userId: client.id },
    readerChatId: desk.chatId,
    own: () => client.messages(),
    other: () => katya.in(topic).messages(),
    asked: await client.reads('Сколько весит'),
  };
}

async function fromStaff(company: DeskCompany): Promise<Way> {
  const { katya } = company;
  const { client, topic } = await asks(company, 'Белла', 'Сколько стоит доставка?');
  return {
    at: { userId: katya.id, chatId: topic.chatId, threadId: topic.threadId ?? 0 },
    readerChatId: client.id,
    own: () => katya.in(topic).messages(),
    other: () => client.messages(),
    asked: await katya.in(topic).reads('Сколько стоит'),
  };
}

function cell(
  arrived: readonly Message[],
  told: readonly Message[],
  made: readonly string[],
): string {
  const how = [...new Set(made.filter((method) => /^copy|^sendMediaGroup/.test(method)))];
  const crossed = arrived.length === 0 ? 'not sent' : wordsFor(arrived);
  const by = how.length > 0 ? ` — ${how.join(', ')}` : '';
  const heard = told.map(({ text }) => `«${text}»`).join(' + ');
  return `${crossed}${by}${heard === '' ? '' : `; the author reads ${heard}`}`;
}
