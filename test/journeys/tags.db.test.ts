// Tapping a hashtag finds exactly the dialogs in that state: after many changes at once, for every tag,
// the messages of the desk that contain it are the cards of the dialogs that the database has so.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

const STATUS_TAGS: Readonly<Record<string, string>> = {
  unanswered: '#неотвечено',
  in_work: '#вработе',
  answered: '#отвечено',
  had_call: '#былсозвон',
  to_continue: '#продолжить',
  note: '#внутренняязаметка',
  closed: '#закрыто',
};

let company: DeskCompany;
let dialogs: readonly OpenDialog[];

/** By tag: the messages of the desk in which Telegram finds it. */
async function taggedMessages(chatId: number): Promise<Map<string, readonly number[]>> {
  const { control, igor } = company;
  const where = { userId: igor.id, chatId, limit: 10_000 };
  const found = (await control.messages(where)).flatMap(({ messageId, text, entities }) =>
    entities
      .filter(({ type }) => type === 'hashtag')
      .map(({ offset, length }) => [text.slice(offset, offset + length), messageId] as const),
  );
  return gathered(found);
}

/** By tag: the cards of the dialogs in that state, and Telegram's copies of those that are posts. */
async function wantedCards(): Promise<readonly Map<string, readonly number[]>[]> {
  const { prisma } = company.app().database;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT p.message_id, d.thread_id, d.status, d.waiting_since IS NOT NULL AS waiting, d.client_id, d.channel,
      to_char(d.last_question_at AT TIME ZONE 'Europe/Moscow', '"#д"YYYY_MM_DD') AS day,
      to_char(d.last_question_at AT TIME ZONE 'Europe/Moscow', '"#м"YYYY_MM') AS month,
      to_char(d.last_question_at AT TIME ZONE 'Europe/Moscow', '"#н"IYYY_IW') AS week,
      lower(split_part(s.name, ' ', 1)) AS employee, s.id AS staff_id,
      ARRAY(SELECT '#метка_' || l.tag FROM client_label w JOIN label l ON l.id = w.label_id
        WHERE w.client_id = d.client_id) AS labels
    FROM dialog d
    JOIN projection p ON p.kind = 'dialog-card' AND p.subject_id = d.id
    LEFT JOIN staff s ON s.id = d.assignee_id`;
  const where = (idOf: (row: Row) => number) =>
    gathered(rows.flatMap((row) => tagsOf(row).map((tag) => [tag, idOf(row)] as const)));
  const cards = where(({ message_id }) => message_id);
  return company.kind === 'forum' ? [cards] : [cards, where(({ thread_id }) => thread_id)];
}

function tagsOf(row: Row): readonly string[] {
  return [
    STATUS_TAGS[row.status] ?? '',
    ...(row.waiting ? ['#ждётответа'] : []),
    `#клиент_${row.client_id}`,
    `#${row.channel}`,
    ...[row.day, row.month, row.week],
    ...(row.staff_id === null ? [] : [`#${row.employee}_${row.staff_id}`]),
    ...row.labels,
  ];
}

interface Row {
  readonly message_id: number;
  readonly thread_id: number;
  readonly status: string;
  readonly waiting: boolean;
  readonly client_id: number;
  readonly channel: string;
  readonly day: string;
  readonly month: string;
  readonly week: string;
  readonly employee: string | null;
  readonly staff_id: number | null;
  readonly labels: readonly string[];
}

function gathered(pairs: readonly (readonly [string, number])[]): Map<string, readonly number[]> {
  const byTag = new Map<string, number[]>();
  for (const [tag, messageId] of pairs) byTag.set(tag, [...(byTag.get(tag) ?? []), messageId]);
  return new Map([...byTag].sort().map(([tag, ids]) => [tag, ids.sort((a, b) => a - b)]));
}

/** Once all is done; an edit whose line broke meanwhile is made again a second later. */
async function expectTagsToBeTrue(): Promise<ReadonlySet<string>> {
  await company.later(3_000);
  const wanted = await wantedCards();
  const { channelId } = await company.app().database.prisma.desk.findFirstOrThrow();
  const chats = [...(channelId === null ? [] : [Number(channelId)]), company.desk.chatId];
  expect(await Promise.all(chats.map(taggedMessages))).toEqual(wanted);
  return new Set(wanted[0]?.keys());
}

describe.each(KINDS)('the hashtags of cards at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    dialogs = await Promise.all(
      ['Анна', '#закрыто', 'Вера #катя_2', 'Глеб', 'Дина', 'Ева', 'Жанна', 'Зоя'].map((name) =>
        asks(company, name, `#неотвечено ${name}: где заказ? #вработе`),
      ),
    );
  });

  afterAll(() => company.close());

  it('are true from the first question on, and clients’ names and words make none', async () => {
    const tags = await expectTagsToBeTrue();
    expect(tags).toContain('#неотвечено');
    expect(tags).not.toContain('#закрыто');
  });

  it('are true after many changes at once: statuses, days, answers, labels', async () => {
    const { katya, boris, olga } = company;
    const [first, second, third, fourth, fifth, sixth] = dialogs as [
      OpenDialog,
      OpenDialog,
      OpenDialog,
      OpenDialog,
      OpenDialog,
      OpenDialog,
    ];
    await Promise.all([
      katya.presses('Взять в работу', { in: first.topic }),
      boris.presses('Взять в работу', { in: second.topic }),
      katya.presses('Был созвон', { in: third.topic }),
      olga.presses('Закрыть', { in: fourth.topic }),
      katya.presses('Добавить заметку', { in: fifth.topic }),
      boris.in(sixth.topic).says('Едет, будет завтра'),
    ]);
    await Promise.all([
      katya.in(first.topic).says('/label vip'),
      olga.in(sixth.topic).says('/label срочный заказ'),
    ]);
    const tags = await expectTagsToBeTrue();
    for (const tag of ['#вработе', '#былсозвон', '#закрыто', '#внутренняязаметка', '#отвечено'])
      expect(tags).toContain(tag);
    expect(tags).toContain('#метка_срочный_заказ');
  });

  it('are true on another day, when clients write again and everything is pressed back and forth', async () => {
    const { katya, boris } = company;
    await company.later(26 * 3_600_000);
    await Promise.all(dialogs.map(({ client }) => client.says('Ну что там? #закрыто')));
    await company.settle();
    for (const { topic } of dialogs.slice(0, 4)) {
      await katya.in(topic).says('Разбираемся');
      await boris.presses('Закрыть', { in: topic });
    }
    const tags = await expectTagsToBeTrue();
    expect(tags).toContain('#д2026_11_22');
  });

  it('carry the new name of an employee on every card, on those of closed dialogs too', async () => {
    const { katya, control, desk } = company;
    await control.renameUser({ userId: katya.id, firstName: 'Екатерина' });
    await katya.in(desk).says('У меня новое имя');
    await company.settle();
    const tags = await expectTagsToBeTrue();
    expect([...tags].filter((tag) => tag.startsWith('#катя_'))).toEqual([]);
    expect([...tags].filter((tag) => tag.startsWith('#екатерина_'))).toHaveLength(1);
  });

  it('are the cards’ alone, whatever is told of what people have said and are called', async () => {
    const { katya, settle } = company;
    const dialog = await asks(company, '#закрыто @boris_o', 'Жду #закрыто');
    const { client, topic } = dialog;
    const asked = (await client.messages())[0] as Message;
    await client.reactsSpecially(asked, { customEmojiId: '5' });
    await client.blocksTheBot();
    const words = [
      '// #закрыто @boris_o',
      'Не дойдёт',
      '/remind 2ч #закрыто @boris_o',
      '/undelivered',
    ];
    for (const text of [...words, '/find жду', '/dialogs']) {
      await katya.in(topic).says(text);
      await settle();
    }

    const said = (await katya.in(topic).messages()).filter(({ from }) => from.isBot);
    const marks = said.flatMap(({ text, entities }) =>
      entities.map(({ offset, length }) => text.slice(offset, offset + length)),
    );
    expect(marks).not.toContain('#закрыто');
    expect(marks).not.toContain('@boris_o');
    expect(await dialog.thread()).toContainEqual(expect.stringContaining('напомню'));
  });
});
