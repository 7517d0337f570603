// A message becomes a ticket of its own once, however often the press comes, and only while it belongs to the first.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTranslator } from '../../src/platform/i18n.ts';
import { createCompanyRepository } from '../../src/tickets/company-repository.ts';
import { createSplitService } from '../../src/tickets/desk/split-service.ts';
import { createTicketMessageRepository } from '../../src/tickets/message-repository.ts';
import { createSummaries } from '../../src/tickets/summary.ts';
import { keptUpdate } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOne, openTickets, serveCompany } from '../support/tickets.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('one press makes one ticket, and the message is not split a second time', async () => {
  const clock = createTestClock('2026-11-23T12:00:00+03:00');
  const served = await serveCompany(database, clock.now());
  const desk = await openTickets(database, clock);
  const messages = createTicketMessageRepository();
  const from = await openOne(desk, served, { message: 7 });
  const said = { kind: 'text', text: 'И нужен сканер', entities: [] } as const;
  const [message] = await database.inTransaction((tx) =>
    messages.addClients(tx, from.id, [
      {
        ...{ chatId: -1_001, messageId: 8, personId: served.personId, author: 'Анна' },
        ...{ content: said, album: null, saidAt: clock.now() },
      },
    ]),
  );
  const splitting = createSplitService({
    ...{ ...desk, database, clock, messages, companies: createCompanyRepository() },
    ...createSummaries(createTranslator()),
    // Whoever has written it is in the room no more.
    rooms: { members: async () => [] },
    onClientWords: async () => undefined,
  });
  const staff = await database.prisma.staff.findFirstOrThrow();
  const order = {
    staff: { ...staff, userId: Number(staff.userId), role: 'support', locale: 'ru' } as const,
    ...{ ticketId: from.id, messageId: message?.id ?? 0, typeId: served.typeId },
    urgency: 'normal',
  } as const;
  const press = await keptUpdate(database, 1);
  const first = await splitting.split({ ...order, cause: press });
  expect(first).toMatchObject({
    status: 'done',
    opened: { splitFromId: from.id, authorId: from.authorId, summary: 'И нужен сканер' },
  });
  expect(await splitting.split({ ...order, cause: press })).toEqual({ status: 'repeated' });
  const later = { ...order, cause: await keptUpdate(database, 2) };
  expect(await splitting.split(later)).toMatchObject({ status: 'unknown' });
  expect(await database.prisma.ticket.count()).toBe(2);
  const log = await database.prisma.event.findMany({
    where: { subject: 'ticket', subjectId: from.id },
    orderBy: { id: 'asc' },
  });
  expect(log.map(({ type }) => type)).toEqual(['ticket-open', 'ticket-split']);
});
