// A company's own system of record: it hears of each change of a ticket, makes tickets, changes them and reads them;
// administrators see what it has not taken.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../src/platform/http/signature.ts';
import { WebhookShape } from '../../src/tickets/tracker/intake.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { createSender } from '../support/intake.ts';
import type { Person } from '../support/people.ts';
import { openReceiver } from '../support/receiver.ts';
import { type ServedCompany, serveCompany } from '../support/tickets.ts';
import { until } from '../support/until.ts';

/** A Monday, noon in Moscow. */
const MONDAY_NOON = '2026-11-23T09:00:00Z';
const WEBHOOK_SECRET = 'a-secret-of-the-tracker';
const TRACKER_SECRET = 'what-the-tracker-signs-with';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let company: DeskCompany;
let served: ServedCompany;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let tracker: ReturnType<typeof createSender>;

beforeAll(async () => {
  receiver = await openReceiver();
  company = await openDesk(
    { WEBHOOK_URL: receiver.url, WEBHOOK_SECRET, TRACKER_SECRET },
    MONDAY_NOON,
  );
  served = await serveCompany(company.app().database, company.clock.now());
  const at = { address: company.address(), now: company.clock.now };
  tracker = createSender({ ...at, secret: TRACKER_SECRET });
});
afterAll(async () => {
  await company.close();
  await receiver.close();
});
beforeEach(async () => {
  await heard();
  receiver.received.length = 0;
  receiver.answers((response) => response.writeHead(204).end());
});

interface Told {
  readonly deed: string;
  readonly origin: string;
  readonly previous_status: string | null;
  readonly ticket: Ticket;
}

interface Ticket {
  readonly number: string;
  readonly [name: string]: unknown;
}

/** What the tracker has been told, once it has been told everything. */
async function heard(): Promise<Told[]> {
  await company.later(SECOND);
  const { prisma } = company.app().database;
  const due = { dueAt: { not: null } };
  await until(async () => (await prisma.webhookDelivery.count({ where: due })) === 0, 'it waits');
  return receiver.received.map(({ body }) => JSON.parse(body) as Told);
}

let numbers = 0;

async function opened(more: Readonly<Record<string, unknown>> = {}): Promise<Ticket> {
  numbers += 1;
  const answer = await tracker.post('/api/tickets', {
    ...{ external_id: `JIRA-${numbers}`, company: served.companyId, type: 'incident' },
    ...{ summary: 'Не печатает касса', ...more },
  });
  expect(answer.status).toBe(201);
  const { ticket } = answer.body as { readonly ticket: Ticket };
  await company.later(SECOND);
  return ticket;
}

const lastWords = async (person: Person) => (await person.messages()).at(-1)?.text ?? '';
const at = ({ number }: Ticket) => `/api/tickets/${number}`;
const ids = () => company.app().database.prisma.staff.findMany({ orderBy: { id: 'asc' } });

describe('a ticket of the tracker', () => {
  it('is there with its clocks, and the tracker hears that it was its own doing', async () => {
    const ticket = await opened({ urgency: 'high', description: 'С утра.\nЧек не выходит.' });
    expect(ticket).toMatchObject({
      ...{ external_id: 'JIRA-1', urgency: 'high', status: 'new', type: 'incident' },
      company: { id: served.companyId, name: 'Вкусно и рядом' },
      ...{ origin: 'api', author: null, description: 'С утра.\nЧек не выходит.' },
    });
    const told = await heard();
    expect(told).toMatchObject([
      { deed: 'open', origin: 'api', ticket: { number: ticket.number } },
    ]);
    // Exactly what the document of the API says.
    expect(WebhookShape.parse(told[0])).toEqual(told[0]);
    expect(await tracker.get(at(ticket))).toMatchObject({ status: 200, body: { ...ticket } });
  });

  it('is one, however often it is sent', async () => {
    const ticket = await opened();
    const again = await tracker.post('/api/tickets', {
      ...{ external_id: ticket.external_id, company: served.companyId, type: 'question' },
      summary: 'То же',
    });
    expect(again).toMatchObject({
      status: 200,
      body: { status: 'known', ticket: { number: ticket.number, summary: 'Не печатает касса' } },
    });
    expect(await heard()).toHaveLength(1);
  });

  it('is one, also when it is sent twice at the same instant', async () => {
    const right = { external_id: 'TWICE-1', company: served.companyId, type: 'incident' };
    const answers = await Promise.all(
      ['Не печатает касса', 'Касса не печатает'].map((summary) =>
        tracker.post('/api/tickets', { ...right, summary }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    const numbersOf = answers.map(({ body }) => (body.ticket as Ticket).number);
    expect(new Set(numbersOf).size).toBe(1);
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open']);
  });

  it('is refused where it is not understood, with the place', async () => {
    const wrongs = [
      ['company', 999_999],
      ['type', 'weather'],
      ['responsible', 999_999],
      ['summary', ''],
      ['urgency', 'yesterday'],
      ['external_id', 'номер 1'],
      ['autor', 'Анна'],
    ] as const;
    const right = { external_id: 'W-1', company: served.companyId, type: 'incident', summary: 'x' };
    for (const [path, wrong] of wrongs) {
      expect(await tracker.post('/api/tickets', { ...right, [path]: wrong })).toMatchObject({
        status: 422,
        body: { error: 'shape-wrong', problems: [{ path }] },
      });
    }
    expect(await heard()).toEqual([]);
  });

  it('is refused for a company that we serve no more', async () => {
    const { prisma } = company.app().database;
    const where = { id: served.companyId };
    await prisma.clientCompany.update({ where, data: { endedAt: company.clock.now() } });
    const asked = { external_id: 'E-1', company: served.companyId, type: 'incident', summary: 'x' };
    expect(await tracker.post('/api/tickets', asked)).toMatchObject({
      status: 409,
      body: { error: 'company-not-served' },
    });
    await prisma.clientCompany.update({ where, data: { endedAt: null } });
  });
});

describe('a change by the tracker', () => {
  it('is done as employees do it, all of it, and told once for each deed', async () => {
    const ticket = await opened();
    const oleg = (await ids()).find(({ name }) => name === 'Олег');
    const wishes = {
      status: 'in_progress',
      responsible: oleg?.id,
      urgency: 'critical',
      type: 'access',
    };
    const answer = await tracker.patch(at(ticket), { ...wishes, reason: 'Так в Jira' });

    expect(answer).toMatchObject({
      status: 200,
      body: {
        changed: ['responsible', 'type', 'urgency', 'status'],
        ticket: { ...wishes, responsible: { id: oleg?.id, name: 'Олег' } },
      },
    });
    expect((await heard()).map(({ deed, origin }) => `${deed} ${origin}`)).toEqual([
      'open api',
      'assign api',
      'change-type api',
      'change-urgency api',
      'take api',
    ]);
    const events = await company.app().database.prisma.event.findMany({
      where: { subject: 'ticket', subjectId: Number(ticket.number.slice(2)), type: 'ticket-take' },
    });
    expect(events).toMatchObject([{ actor: 'system', data: { reason: 'Так в Jira' } }]);
  });

  it('that changes nothing is told to nobody', async () => {
    const ticket = await opened({ type: 'other' });
    const { prisma } = company.app().database;
    const archived = (archivedAt: Date | null) =>
      prisma.ticketType.update({ where: { code: 'other' }, data: { archivedAt } });
    const same = { status: 'new', urgency: 'normal', type: 'other', responsible: null };
    await archived(company.clock.now());
    const { external_id } = ticket;
    const answer = await tracker.patch(at(ticket), { ...same, external_id });
    await archived(null);
    expect(answer).toMatchObject({ status: 200, body: { changed: [], ticket: { status: 'new' } } });
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open']);
  });

  it('that is sent twice is done once, and the same words about two tickets are two changes', async () => {
    const [one, other] = [await opened(), await opened()];
    const body = JSON.stringify({ status: 'done' });
    const signed = tracker.sign(`${at(one)}${body}`);
    const first = await tracker.send('PATCH', at(one), body, signed);
    const again = await tracker.send('PATCH', at(one), body, signed);
    const elsewhere = await tracker.send('PATCH', at(other), body, signed);
    const second = await tracker.send('PATCH', at(other), body);

    expect(
      [first, again, elsewhere, second].map(({ status, body: { error } }) => [status, error]),
    ).toEqual([
      [200, undefined],
      [401, 'signature-used'],
      [401, 'signature-wrong'],
      [200, undefined],
    ]);
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open', 'open', 'done', 'done']);
  });

  it('that is not possible now says what is, and nothing of it is done', async () => {
    const ticket = await opened();
    const answer = await tracker.patch(at(ticket), { urgency: 'low', status: 'closed' });
    expect(answer).toEqual({
      status: 409,
      body: {
        error: 'status-impossible',
        now: 'new',
        possible: ['in_progress', 'waiting', 'done', 'cancelled'],
      },
      headers: answer.headers,
    });
    expect((await tracker.get(at(ticket))).body).toMatchObject({ urgency: 'normal' });
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open']);
  });

  it('of what is over is refused, unless it is reopened with it', async () => {
    const ticket = await opened();
    for (const status of ['done', 'closed']) {
      expect((await tracker.patch(at(ticket), { status })).status).toBe(200);
    }
    expect(await tracker.patch(at(ticket), { urgency: 'high' })).toMatchObject({
      status: 409,
      body: { error: 'ticket-over', now: 'closed' },
    });
    expect(await tracker.patch(at(ticket), { urgency: 'high', status: 'reopened' })).toMatchObject({
      status: 200,
      body: {
        changed: ['status', 'urgency'],
        ticket: { status: 'reopened', urgency: 'high', reopened_count: 1 },
      },
    });
  });

  it('of what turned out to be another ticket names that one', async () => {
    const [one, other] = [await opened(), await opened()];
    const into = Number(other.number.slice(2));
    await tracker.patch(at(one), { status: 'cancelled' });
    await company.app().database.prisma.ticket.update({
      where: { id: Number(one.number.slice(2)) },
      data: { mergedIntoId: into },
    });
    for (const wish of [{ status: 'reopened' }, { urgency: 'high' }]) {
      expect(await tracker.patch(at(one), wish)).toMatchObject({
        status: 409,
        body: { error: 'ticket-merged', into: other.number },
      });
    }
  });

  it('gives a ticket a number there that no other has', async () => {
    const [one, other] = [await opened(), await opened()];
    const { external_id: taken } = other;
    expect(await tracker.patch(at(one), { external_id: taken })).toMatchObject({
      status: 409,
      body: { error: 'external-id-taken', number: other.number },
    });
    await tracker.patch(at(other), { external_id: null });
    expect(await tracker.patch(at(one), { external_id: taken })).toMatchObject({
      status: 200,
      body: { changed: ['external_id'], ticket: { external_id: taken } },
    });
  });

  it('is refused where it is not understood', async () => {
    const ticket = await opened();
    const wrongs = [
      ['/api/tickets/T-999999', { status: 'done' }, 404, 'ticket-unknown'],
      ['/api/tickets/other', { status: 'done' }, 404, 'ticket-unknown'],
      [at(ticket), { type: 'weather' }, 422, 'shape-wrong'],
      [at(ticket), { urgency: 'high', responsible: 999_999 }, 422, 'shape-wrong'],
      [at(ticket), { status: 'finished' }, 422, 'shape-wrong'],
      [at(ticket), { reason: 'просто так' }, 422, 'shape-wrong'],
      [at(ticket), { state: 'done' }, 422, 'shape-wrong'],
      [at(ticket), [], 422, 'shape-wrong'],
    ] as const;
    for (const [path, body, status, error] of wrongs) {
      expect(await tracker.patch(path, body)).toMatchObject({ status, body: { error } });
    }
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open']);
  });
});

describe('words of the tracker', () => {
  it('are told as its own doing, once, however often they are sent', async () => {
    const ticket = await opened();
    const comment = { text: 'Ждём модуль', internal: true, author: 'Пётр', id: 'C-1' };
    expect((await tracker.patch(at(ticket), { comment })).body).toMatchObject({
      changed: ['comment'],
    });
    // Signed anew, after the first answer was lost on the way.
    await company.later(SECOND);
    expect(await tracker.patch(at(ticket), { comment })).toMatchObject({
      status: 200,
      body: { changed: [] },
    });
    const told = await heard();
    expect(told).toMatchObject([
      { deed: 'open' },
      { deed: 'comment-inside', origin: 'api', reason: 'Пётр: Ждём модуль' },
    ]);
    const kept = { where: { ticketId: Number(ticket.number.slice(2)) } };
    expect(await company.app().database.prisma.ticketComment.count(kept)).toBe(1);
  });

  it('come with the status that they explain, before it; and both or neither', async () => {
    const ticket = await opened();
    const comment = { text: 'Заменили модуль', internal: false };
    const refused = await tracker.patch(at(ticket), { status: 'closed', comment });
    expect(refused).toMatchObject({ status: 409, body: { error: 'status-impossible' } });
    expect(await tracker.patch(at(ticket), { status: 'done', comment })).toMatchObject({
      body: { changed: ['comment', 'status'], ticket: { status: 'done' } },
    });
    expect((await heard()).map(({ deed, origin }) => `${deed} ${origin}`)).toEqual([
      ...['open api', 'comment api', 'done api'],
    ]);
  });

  it('may come late, but not to what turned out to be another ticket', async () => {
    const [one, other] = [await opened(), await opened()];
    for (const status of ['done', 'closed']) await tracker.patch(at(one), { status });
    const comment = { text: 'Счёт выставлен', internal: true };
    expect((await tracker.patch(at(one), { comment })).status).toBe(200);
    await tracker.patch(at(other), { status: 'cancelled' });
    await company.app().database.prisma.ticket.update({
      where: { id: Number(other.number.slice(2)) },
      data: { mergedIntoId: Number(one.number.slice(2)) },
    });
    expect(await tracker.patch(at(other), { comment })).toMatchObject({
      status: 409,
      body: { error: 'ticket-merged', into: one.number },
    });
  });

  it('are refused where they are none, too long, or both inside and automatic', async () => {
    const ticket = await opened();
    const right = { text: 'Проверяем', internal: false };
    const wrongs = [
      [{ ...right, text: '' }, 'comment.text'],
      [{ ...right, text: ' \n\u202e ' }, 'comment.text'],
      [{ ...right, text: 'я'.repeat(3_501) }, 'comment.text'],
      [{ text: 'Проверяем' }, 'comment.internal'],
      [{ ...right, internal: 'no' }, 'comment.internal'],
      [{ ...right, author: '' }, 'comment.author'],
      [{ ...right, id: 'номер 1' }, 'comment.id'],
      [{ ...right, internal: true, automatic: true }, 'comment.automatic'],
      [{ ...right, html: true }, 'comment.html'],
      ['Проверяем', 'comment'],
    ] as const;
    for (const [comment, path] of wrongs) {
      expect(await tracker.patch(at(ticket), { comment })).toMatchObject({
        status: 422,
        body: { error: 'shape-wrong', problems: [{ path }] },
      });
    }
    expect((await heard()).map(({ deed }) => deed)).toEqual(['open']);
    const longest = { ...right, text: 'я'.repeat(3_500) };
    expect((await tracker.patch(at(ticket), { comment: longest })).status).toBe(200);
  });
});

describe('tickets are read', () => {
  it('in the order of their changes, page after page, each once', async () => {
    const since = company.clock.now().toISOString();
    const [one, two, three] = [await opened(), await opened(), await opened()];
    await tracker.patch(at(one), { urgency: 'high' });
    const list = async (query: string) => {
      const { body } = await tracker.get(`/api/tickets?${query}`);
      const {
        tickets,
        cursor,
        has_more: hasMore,
      } = body as {
        readonly tickets: readonly Ticket[];
        readonly cursor: string;
        readonly has_more: boolean;
      };
      return { numbers: tickets.map(({ number }) => number), cursor, hasMore };
    };
    const from = `updated_since=${encodeURIComponent(since)}`;
    // What was changed just now may still be followed by what was changed before it.
    expect((await list(from)).numbers).not.toContain(one.number);

    await company.later(10 * SECOND);
    const first = await list(`${from}&limit=2`);
    expect(first).toMatchObject({ numbers: [two.number, three.number], hasMore: true });
    const second = await list(`limit=2&cursor=${first.cursor}`);
    expect(second).toMatchObject({ numbers: [one.number], hasMore: false });
    expect(await list(`cursor=${second.cursor}`)).toEqual({
      numbers: [],
      cursor: second.cursor,
      hasMore: false,
    });
    await tracker.patch(at(two), { status: 'done' });
    await company.later(10 * SECOND);
    expect((await list(`cursor=${second.cursor}`)).numbers).toEqual([two.number]);
    expect((await list(`${from}&status=done`)).numbers).toEqual([two.number]);
    expect((await list(`${from}&company=999999`)).numbers).toEqual([]);
  });

  it('not by what is no question', async () => {
    const wrongs = ['updated_since=yesterday', 'cursor=nonsense', 'limit=101', 'company=x', 'a=b'];
    for (const query of wrongs) {
      expect(await tracker.get(`/api/tickets?${query}`)).toMatchObject({
        status: 422,
        body: { error: 'shape-wrong', problems: [{ path: query.split('=')[0] }] },
      });
    }
  });

  it('by whoever has signed that very address', async () => {
    const ticket = await opened();
    const signed = tracker.sign('/api/tickets');
    expect((await tracker.send('GET', '/api/tickets', '', signed)).status).toBe(200);
    expect(await tracker.send('GET', at(ticket), '', signed)).toMatchObject({
      status: 401,
      body: { error: 'signature-wrong' },
    });
  });

  it('by nobody who knows the secret of the marketplace, and changed by nobody either', async () => {
    const ticket = await opened();
    const shop = company.site();
    const answers = [
      await shop.get('/api/tickets'),
      await shop.get('/api/ticket-directory'),
      await shop.get(at(ticket)),
      await shop.patch(at(ticket), { status: 'done' }),
      await shop.post('/api/tickets', { external_id: 'S-1' }),
    ];
    expect(answers.map(({ status, body: { error } }) => `${status} ${String(error)}`)).toEqual(
      answers.map(() => '401 signature-wrong'),
    );
    expect(await tracker.put('/api/products', {})).toMatchObject({
      status: 401,
      body: { error: 'signature-wrong' },
    });
    expect((await tracker.get(at(ticket))).body).toMatchObject({ status: 'new' });
  });

  it('as the document of the API says, which also shows what is told unasked', async () => {
    const document = (await (await fetch(`${company.address()}/api/docs/json`)).json()) as {
      readonly paths: Readonly<Record<string, object>>;
      readonly webhooks: Readonly<Record<string, unknown>>;
    };
    expect(Object.keys(document.paths['/api/tickets'] ?? {})).toEqual(['post', 'get']);
    expect(Object.keys(document.paths['/api/tickets/{number}'] ?? {})).toEqual(['get', 'patch']);
    expect(document.webhooks).toMatchObject({ ticketChanged: { post: { requestBody: {} } } });
  });

  it('with the numbers and words by which they are spoken of', async () => {
    const { status, body } = await tracker.get('/api/ticket-directory');
    expect(status).toBe(200);
    expect(body).toMatchObject({ companies: [{ id: served.companyId, name: 'Вкусно и рядом' }] });
    expect(body.types).toContainEqual({
      code: 'incident',
      name: { ru: 'Что-то не работает', en: 'Something is broken' },
    });
    const igor = (await ids()).find(({ name }) => name === 'Игорь Ким');
    expect(body.staff).toContainEqual({ id: igor?.id, name: 'Игорь Ким', role: 'admin' });
  });
});

describe('an administrator', () => {
  it('sees that all is well, and nobody else has that command', async () => {
    await company.igor.says('/webhooks');
    await company.settle();
    expect(await lastWords(company.igor)).toBe('Система учёта получает все изменения заявок.');
    await company.katya.says('/webhooks');
    await company.settle();
    expect(await lastWords(company.katya)).not.toContain('учёта');
  });

  it('hears of what was not taken, and has it told again or passes it over', async () => {
    receiver.answers((response) => response.writeHead(422).end('unknown project'));
    const [one, other] = [await opened(), await opened()];
    await tracker.patch(at(one), { status: 'done' });
    await heard();
    await company.later(MINUTE);
    const { text } = await company.igor.reads('Система учёта не приняла');
    expect(text).toContain('Система учёта не приняла 2 изменения заявок.');
    expect(text).toMatch(
      new RegExp(
        `${one.number} · новая заявка · .*\\nответ 422: unknown project\\nЗа ним ждёт ещё 1`,
      ),
    );
    const numbers = [...text.matchAll(/№ (\d+) · (T-\d+)/g)];
    const rowOf = ({ number }: Ticket) => numbers.find(([, , of]) => of === number)?.[1] ?? '';

    receiver.answers((response) => response.writeHead(204).end());
    receiver.received.length = 0;
    const forged = `webhook-skip:${rowOf(one)}:0`;
    const ownMessage = (await company.katya.messages()).at(-1);
    if (!ownMessage) throw new Error('Катя has no message');
    await company.katya.forges(ownMessage, forged);
    await company.settle();
    expect(await company.katya.lastToast()).toBe('Это решают администраторы.');
    expect(await heard()).toEqual([]);
    await company.igor.presses(`Повторить № ${rowOf(one)}`);
    await company.settle();
    expect((await heard()).map(({ deed, ticket }) => `${ticket.number} ${deed}`)).toEqual([
      `${one.number} open`,
      `${one.number} done`,
    ]);
    await company.igor.presses(`Пропустить № ${rowOf(other)}`);
    await company.settle();
    expect(await lastWords(company.igor)).toBe('Система учёта получает все изменения заявок.');
    const [shown] = (await company.igor.messages()).slice(-1);
    if (shown) await company.igor.forges(shown, forged);
    await company.settle();
    expect(await company.igor.lastToast()).toBe('Уже решено: список обновлён.');
    await tracker.patch(at(other), { status: 'done' });
    expect((await heard()).map(({ ticket }) => ticket.number)).toContain(other.number);
  });
});

it('signs with its own secret, not with that of requests', async () => {
  await opened();
  await heard();
  const [first] = receiver.received;
  if (!first) throw new Error('the tracker has heard of nothing');
  const { headers, body } = first;
  const then = new Date(Number(headers['x-deskroom-timestamp']) * 1_000);
  const signature = headers['x-deskroom-signature'];
  expect(signature).toBe(signatureHeaders(body, WEBHOOK_SECRET, then)['x-deskroom-signature']);
});
