// docs/relay.md, row by row, played by people: what becomes of every kind of message in each direction,
// at each kind of desk and for clients of an employee's own account. UPDATE_RELAY_TABLE=1 writes the page.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { businessChatId } from '../../src/platform/telegram/business-chat.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, dialogOf } from '../support/dialogs.ts';
import { SAMPLES } from '../support/messages.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { ROWS, type Sent, type Speaker, wordsFor } from '../support/relay-table.ts';

const PAGE = new URL('../../docs/relay.md', import.meta.url);
const BEGIN = '<!-- table: written by test/journeys/relay-table.db.test.ts -->';
/** Where clients write: to the bot at either kind of desk, or to an employee's own account. */
const SCENES = ['forum', 'channel', 'business'] as const;
type Scene = (typeof SCENES)[number];

/** One direction: who speaks, what they read themselves, what the other side reads. */
interface Way {
  readonly at: Speaker;
  /** The speaker's chat, as the desk knows it. */
  readonly keptChatId: number;
  readonly readerChatId: number;
  readonly own: () => Promise<readonly Message[]>;
  readonly other: () => Promise<readonly Message[]>;
  /** What the other side has asked, and what is answered. */
  readonly asked: Message;
}

describe('the page about what crosses', () => {
  it('says of each content, in each direction and at each kind of desk, what happens', async () => {
    const columns = (await Promise.all(SCENES.map(played))).flat();
    const head = [
      'content',
      ...SCENES.flatMap((scene) => [`${scene}: client → staff`, 'staff → client']),
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

/** Both directions in this scene, as two columns. */
async function played(scene: Scene): Promise<string[][]> {
  const kind = scene === 'channel' ? 'channel' : 'forum';
  const company = await openDesk({}, undefined, kind);
  const meets = scene === 'business' ? await accountOf(company) : inPrivate(company);
  const ways = [await fromClient(company, meets), await fromStaff(company, meets)];
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
  const where = { chatId: way.keptChatId };
  const kept = await prisma.message.findMany({ where, include: { copies: true } });
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
      ({ from, replyTo }) => from.id !== way.at.userId && ids.includes(replyTo?.messageId ?? 0),
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

/** Somebody new has asked, and the desk has read it. */
type Meets = (name: string) => Promise<{
  readonly topic: Place;
  readonly client: Person;
  /** Where the client writes and reads. */
  readonly chat: Place;
  readonly keptChatId: number;
}>;

const QUESTION = 'Сколько стоит доставка?';

function inPrivate(company: DeskCompany): Meets {
  return async (name) => {
    const { client, topic } = await asks(company, name, QUESTION);
    return { client, topic, chat: { chatId: client.id }, keptChatId: client.id };
  };
}

/** Clients write to Катя herself. */
async function accountOf(company: DeskCompany): Promise<Meets> {
  const { control, katya } = company;
  await control.connectBusiness({ userId: katya.id });
  return async (name) => {
    const client = await company.client(name);
    const chat = await control.openBusinessChat({ userId: katya.id, customerId: client.id });
    await client.in(chat).says(QUESTION);
    await company.settle();
    const { topic } = await dialogOf(company, client);
    const { prisma } = company.app().database;
    const known = { customerId: client.id };
    const { id } = await prisma.businessChat.findFirstOrThrow({ where: known });
    return { client, topic, chat, keptChatId: businessChatId(id) };
  };
}

async function fromClient(company: DeskCompany, meets: Meets): Promise<Way> {
  const { katya, desk } = company;
  const { client, topic, chat, keptChatId } = await meets('Анна');
  await katya.in(topic).says('Сколько весит посылка?');
  await company.settle();
  return {
    at: { userId: client.id, chatId: chat.chatId },
    keptChatId,
    readerChatId: desk.chatId,
    own: () => client.in(chat).messages(),
    other: () => katya.in(topic).messages(),
    asked: await client.in(chat).reads('Сколько весит'),
  };
}

async function fromStaff(company: DeskCompany, meets: Meets): Promise<Way> {
  const { katya } = company;
  const { client, topic, chat } = await meets('Белла');
  return {
    at: { userId: katya.id, chatId: topic.chatId, threadId: topic.threadId ?? 0 },
    keptChatId: topic.chatId,
    readerChatId: client.id,
    own: () => katya.in(topic).messages(),
    other: () => client.in(chat).messages(),
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
