import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePaper, makeSpreadsheet } from '../../../src/platform/documents/index.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { forClients, type TicketLog } from '../../../src/reports/proof/log.ts';
import { createProofRepository } from '../../../src/reports/proof/repository.ts';
import { createProofViews } from '../../../src/reports/proof/views.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { moscow, type ServedWeek, serveWeek } from '../../support/served-week.ts';

const NOW = moscow(23, '09:00');

let database: TestDatabase;
let week: ServedWeek;
let log: TicketLog;

beforeAll(async () => {
  database = await createTestDatabase();
  week = await serveWeek(database);
  const [, , criticalId = 0] = week.ids;
  await talkAbout(criticalId);
  const read = await createProofRepository(database).read(criticalId);
  if (!read) throw new Error('there is no such ticket');
  log = read;
});
afterAll(() => database.close());

/** The client's words, an answer that has arrived, one that has not, a note; and a deed that is ours. */
async function talkAbout(ticketId: number): Promise<void> {
  const { prisma } = database;
  const text = (words: string) => ({ kind: 'text', text: words, entities: [] });
  const client = await prisma.client.create({
    data: { name: 'T', locale: 'ru', createdAt: NOW, lastActionAt: NOW },
  });
  const address = await prisma.clientAddress.create({
    data: { clientId: client.id, channel: 'ticket', externalId: String(ticketId) },
  });
  const dialog = await prisma.dialog.create({
    data: {
      ...{ clientId: client.id, addressId: address.id, channel: 'ticket', status: 'answered' },
      ...{ openedAt: NOW, lastQuestionAt: NOW, listedAt: NOW },
    },
  });
  await prisma.ticket.update({ where: { id: ticketId }, data: { dialogId: dialog.id } });
  await prisma.ticketMessage.create({
    data: {
      ...{ ticketId, side: 'client', chatId: -100n, messageId: 11, author: 'Анна' },
      ...{ content: text('Терминал пишет «ошибка 5»'), saidAt: moscow(17, '15:00') },
    },
  });
  const said = [
    { purpose: 'answer', words: 'Перезагрузите его', delivery: 'delivered', at: '15:10' },
    { purpose: 'answer', words: 'Это не дошло', delivery: 'failed', at: '15:20' },
    { purpose: 'note', words: 'У них старая прошивка', delivery: null, at: '15:30' },
  ] as const;
  for (const [index, { purpose, words, delivery, at }] of said.entries()) {
    await prisma.message.create({
      data: {
        ...{ dialogId: dialog.id, author: 'staff', staffId: week.olegId, purpose, delivery },
        ...{ chatId: -200n, messageId: index + 1, kind: 'text', content: text(words) },
        ...{
          receivedAt: moscow(17, at),
          deliveredAt: delivery === 'delivered' ? moscow(17, at) : null,
        },
      },
    });
  }
  await prisma.event.create({
    data: {
      ...{ type: 'ticket-partner', subject: 'ticket', subjectId: ticketId },
      ...{ actor: 'staff', actorId: week.olegId, at: moscow(17, '15:40') },
    },
  });
}

const views = createProofViews(createTranslator());

describe('the history of a ticket', () => {
  it('tells who did what and when, with what changed and what caused it', () => {
    const deeds = log.entries.flatMap((entry) => (entry.kind === 'deed' ? [entry] : []));
    expect(deeds.map(({ deed }) => deed)).toEqual([
      ...['open', 'answered', 'wait', 'write', 'answered', 'partner', 'done', 'confirm'],
    ]);
    expect(deeds[2]).toMatchObject({
      at: moscow(17, '13:00'),
      who: { kind: 'staff', name: 'Олег' },
      cause: 'test',
      changes: [{ field: 'status', before: 'in_progress', after: 'waiting' }],
    });
    expect(deeds[1]?.changes).toContainEqual({ field: 'responsible', before: null, after: 'Олег' });
  });

  it('rests on a log that nobody changes, takes from or empties', async () => {
    const { prisma } = database;
    const where = { subject: 'ticket' };
    const before = await prisma.event.count({ where });
    const tries = [
      () => prisma.event.updateMany({ where, data: { actorId: 1 } }),
      () => prisma.event.updateMany({ where, data: { at: NOW } }),
      () => prisma.event.deleteMany({ where }),
      () => prisma.$executeRaw`TRUNCATE event`,
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow('append-only');
    expect(await prisma.event.count({ where })).toBe(before);
    const read = await createProofRepository(database).read(log.id);
    expect(read?.entries).toEqual(log.entries);
  });

  it('has what the company’s own system has said, once it has arrived, and its notes for employees', async () => {
    const { prisma } = database;
    const [ticketId = 0] = week.ids;
    const said = { ticketId, author: 'Пётр', saidAt: moscow(17, '10:00') };
    await prisma.ticketComment.createMany({
      data: [
        { ...said, kind: 'answer', text: 'Заменили модуль', deliveredAt: moscow(17, '10:01') },
        { ...said, kind: 'answer', text: 'Не дошло' },
        { ...said, kind: 'inside', text: 'Счёт выставим потом' },
        {
          ...{ ...said, author: null, kind: 'automatic', text: 'Заявка принята' },
          deliveredAt: moscow(17, '10:02'),
        },
      ],
    });
    const whole = await createProofRepository(database).read(ticketId);
    if (!whole) throw new Error('there is no such ticket');
    const words = ({ entries }: TicketLog) =>
      entries.flatMap((entry) =>
        entry.kind === 'deed' || entry.content.kind !== 'text'
          ? []
          : [`${entry.kind} ${entry.who.kind}: ${entry.content.text}`],
      );
    const forClient = ['said staff: Заменили модуль', 'said system: Заявка принята'];
    expect(words(whole)).toEqual(['note staff: Счёт выставим потом', ...forClient]);
    expect(words(forClients(whole))).toEqual(forClient);
    const text = textOfPdf(await makePaper(views.paper('ru', whole, NOW))).replace(/\s+/g, ' ');
    expect(text).toContain('Автоматическое сообщение клиенту');
    expect(text).toContain('Пётр (поддержка)');
  });

  it('has the words of both sides in their place, and notes for employees alone', () => {
    const said = (entries: TicketLog['entries']) =>
      entries.flatMap((entry) => (entry.kind === 'deed' ? [] : [entry.kind]));
    expect(said(log.entries)).toEqual(['said', 'said', 'note']);
    const open = forClients(log);
    expect(said(open.entries)).toEqual(['said', 'said']);
    const deeds = open.entries.flatMap((entry) => (entry.kind === 'deed' ? [entry.deed] : []));
    expect(deeds).not.toContain('partner');
  });

  it('is a paper with every deadline and every step', async () => {
    const bytes = await makePaper(views.paper('ru', forClients(log), NOW));
    const text = textOfPdf(bytes).replace(/\s+/g, ' ');
    for (const words of [
      'Заявка T-000003: история',
      'Вкусно и рядом',
      'Критическая',
      'Первый ответ',
      'просрочено',
      '17.11.2026 12:30',
      'Ответ клиенту доставлен',
      'Терминал пишет «ошибка 5»',
      'Перезагрузите его',
      'Нужен ответ клиента',
      'Клиент подтвердил выполнение',
      'Записи в этой истории только добавляются',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('прошивка');
    expect(text).not.toContain('Это не дошло');
  });

  it('is a spreadsheet with times in the client’s zone, in English too', async () => {
    const [bakeryTicket = 0] = week.ids;
    const bakery = await createProofRepository(database).read(bakeryTicket);
    if (!bakery) throw new Error('there is no such ticket');
    const book = new exceljs.Workbook();
    const bytes = await makeSpreadsheet(views.spreadsheet('en', bakery, NOW));
    await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Log', 'Deadlines']);
    const [story] = book.worksheets;
    expect(story?.getCell('A1').value).toBe('Ticket T-000001: history');
    // 16:00 in Moscow is 18:00 in Yekaterinburg: a cell knows no zone.
    expect(story?.getCell('A5').value).toEqual(new Date('2026-11-13T18:00:00Z'));
    expect(story?.getCell('C5').value).toBe('Ticket registered');
  });

  it('of a ticket that there is not is none', async () => {
    expect(await createProofRepository(database).read(999)).toBeNull();
  });
});
