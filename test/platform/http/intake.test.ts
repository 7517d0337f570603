import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApi } from '../../../src/platform/http/api.ts';
import { createHttp } from '../../../src/platform/http/http.ts';
import { BULK_BODY_BYTES, intakeRoute } from '../../../src/platform/http/intake-route.ts';
import { fields, line, webAddress } from '../../../src/platform/http/shapes.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createTestClock } from '../../support/clock.ts';
import { createSender, SECRET } from '../../support/intake.ts';
import { createMemoryLogger } from '../../support/logger.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Setting {
  readonly secret?: string | undefined;
  readonly trackerSecret?: string | undefined;
  readonly perMinute?: number;
  readonly trustedProxies?: readonly string[];
  readonly fails?: Error;
}

/** An intake of pears, and what it has taken. */
async function open(setting: Setting = {}) {
  const clock = createTestClock();
  const { logger, lines } = createMemoryLogger();
  const taken: unknown[] = [];
  const shape = fields({ name: line(10), url: webAddress().optional() });
  const pear = {
    method: 'POST',
    path: '/api/pears',
    operation: 'createPear',
    summary: 'A pear',
    shape,
    answers: { 201: { description: 'It is there' } },
    async take(body: unknown) {
      if (setting.fails) throw setting.fails;
      taken.push(body);
      return { status: 'taken', code: 201, body: { ok: true } } as const;
    },
  } as const;
  const many = {
    ...pear,
    method: 'PUT',
    operation: 'putPears',
    bodyBytes: BULK_BODY_BYTES,
  } as const;
  const ripe = fields({ ripe: z.enum(['yes', 'no']).optional().describe('Only these') });
  const one = {
    ...pear,
    path: '/api/pears/{name}',
    answers: {
      409: { description: 'It is eaten', errors: ['eaten'], shape: z.object({ by: z.string() }) },
    },
    async take(given: unknown, _: unknown, named: unknown) {
      taken.push({ given, named });
      return { status: 'refused', code: 409, error: 'eaten', facts: { by: 'Анна' } } as const;
    },
  } as const;
  const bite = { ...one, method: 'PATCH', operation: 'bitePear' } as const;
  const look = { ...one, method: 'GET', operation: 'lookAtPear', shape: ripe } as const;
  const plum = {
    ...pear,
    path: '/api/plums',
    operation: 'createPlum',
    secret: 'TRACKER_SECRET',
  } as const;
  const secret = 'secret' in setting ? setting.secret : SECRET;
  const routes = createApi({
    routes: [
      ...[intakeRoute(pear), intakeRoute(many), intakeRoute(bite), intakeRoute(look)],
      intakeRoute(plum),
    ],
    intakeSecret: secret,
    trackerSecret: setting.trackerSecret,
    intakePerMinute: setting.perMinute ?? 0,
    publicUrl: undefined,
    clock,
    logger,
  });
  const http = createHttp({
    host: '127.0.0.1',
    port: 0,
    ready: () => ({ ready: true, reasons: [] }),
    metrics: createMetrics().registry,
    logger,
    trustedProxies: setting.trustedProxies ?? [],
    routes,
  });
  stops.push(http.stop);
  const address = await http.start();
  return { address, clock, taken, lines, ...createSender({ address, now: clock.now }) };
}

const PEAR = JSON.stringify({ name: 'Груша' });

describe('who may hand something in', () => {
  it('is whoever signed these very bytes with the secret', async () => {
    const { send, taken } = await open();

    const answer = await send('POST', '/api/pears', PEAR);

    expect(answer).toMatchObject({ status: 201, body: { ok: true } });
    expect(taken).toEqual([{ name: 'Груша' }]);
  });

  it.each<[string, (signed: Record<string, string>) => Record<string, string>, string]>([
    ['no signature', () => ({}), 'signature-missing'],
    ['no hour', ({ 'x-deskroom-timestamp': _, ...rest }) => rest, 'signature-missing'],
    [
      'another code',
      (s) => ({ ...s, 'x-deskroom-signature': `sha256=${'0'.repeat(64)}` }),
      'signature-wrong',
    ],
    ['half a code', (s) => ({ ...s, 'x-deskroom-signature': 'sha256=00ff' }), 'signature-wrong'],
    [
      'a code without its name',
      (s) => ({ ...s, 'x-deskroom-signature': '0'.repeat(64) }),
      'signature-wrong',
    ],
    ['an hour that is none', (s) => ({ ...s, 'x-deskroom-timestamp': 'now' }), 'signature-wrong'],
    [
      'another hour than was signed',
      (s) => ({ ...s, 'x-deskroom-timestamp': String(Number(s['x-deskroom-timestamp']) - 1) }),
      'signature-wrong',
    ],
  ])('is nobody with %s', async (_what, change, error) => {
    const { send, sign, taken } = await open();

    const answer = await send('POST', '/api/pears', PEAR, change({ ...sign(PEAR) }));

    expect(answer).toMatchObject({ status: 401, body: { error } });
    expect(taken).toEqual([]);
  });

  it('is nobody with another secret, or with a body that was changed on the way', async () => {
    const { address, clock, send, sign, taken } = await open();
    const stranger = createSender({ address, secret: 'not-the-secret-at-all', now: clock.now });

    const strangers = await stranger.send('POST', '/api/pears', PEAR);
    const changed = await send('POST', '/api/pears', '{"name":"x"}', sign(PEAR));

    expect([strangers.body, changed.body]).toEqual([
      { error: 'signature-wrong' },
      { error: 'signature-wrong' },
    ]);
    expect(taken).toEqual([]);
  });

  it('is nobody at a door that another secret opens', async () => {
    const trackerSecret = 'a-secret-of-the-tracker';
    const { address, clock, post, taken } = await open({ trackerSecret });
    const tracker = createSender({ address, secret: trackerSecret, now: clock.now });
    const [plum, pear] = [{ name: 'Слива' }, { name: 'Груша' }];

    const wrong = [await post('/api/plums', plum), await tracker.post('/api/pears', pear)];
    const right = [await tracker.post('/api/plums', plum), await post('/api/pears', pear)];

    expect(wrong.map(({ body }) => body.error)).toEqual(['signature-wrong', 'signature-wrong']);
    expect(right.map(({ status }) => status)).toEqual([201, 201]);
    expect(taken).toEqual([plum, pear]);
  });

  it('finds a door closed that has no secret, however many others are open', async () => {
    const { post, taken } = await open();
    expect(await post('/api/plums', { name: 'Слива' })).toMatchObject({
      status: 503,
      body: { error: 'intake-closed' },
    });
    expect((await post('/api/pears', { name: 'Груша' })).status).toBe(201);
    expect(taken).toEqual([{ name: 'Груша' }]);
  });

  it.each([
    [300, 201],
    [301, 401],
    [-300, 201],
    [-301, 401],
  ])('may be %i seconds late (%i)', async (seconds, status) => {
    const { clock, send, sign } = await open();
    const signed = sign(PEAR);
    await clock.set(new Date(clock.now().getTime() + seconds * 1_000));

    const answer = await send('POST', '/api/pears', PEAR, signed);

    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body).toEqual({ error: 'signature-old' });
  });

  it('is nobody at all where the company has set no secret', async () => {
    const { send } = await open({ secret: undefined });

    expect(await send('POST', '/api/pears', PEAR)).toMatchObject({
      status: 503,
      body: { error: 'intake-closed' },
    });
  });
});

describe('what is handed in', () => {
  it('is judged only after its signature', async () => {
    const { send } = await open();

    const answer = await send('POST', '/api/pears', '{', { 'x-deskroom-signature': 'sha256=00' });

    expect(answer.body).toEqual({ error: 'signature-missing' });
  });

  it.each([
    ['{', 400, 'body-malformed'],
    ['', 400, 'body-malformed'],
    ['[]', 422, 'shape-wrong'],
    ['null', 422, 'shape-wrong'],
    ['"text"', 422, 'shape-wrong'],
  ])('must be JSON of the shape: %j is answered %i', async (body, status, error) => {
    const { send, taken } = await open();

    expect(await send('POST', '/api/pears', body)).toMatchObject({ status, body: { error } });
    expect(taken).toEqual([]);
  });

  it('is told what is wrong in it, place by place', async () => {
    const { post } = await open();

    const answer = await post('/api/pears', { name: ' \u202e\n ', url: 'javascript:1', nmae: 'x' });

    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({
      error: 'shape-wrong',
      problems: [
        { path: 'name', rule: 'must be a text of 1 to 10 characters' },
        { path: 'url', rule: 'must be an http(s) address of at most 2000 characters' },
        { path: 'nmae', rule: 'is not a field of this request' },
      ],
    });
  });

  it('is read as one clean line', async () => {
    const { post, taken } = await open();

    await post('/api/pears', { name: ' a\u0000\n\u202eb\ud800 ' });

    expect(taken).toEqual([{ name: 'a b' }]);
  });

  it('comes as JSON', async () => {
    const { send, sign } = await open();
    const headers = { ...sign(PEAR), 'content-type': 'text/plain' };

    expect(await send('POST', '/api/pears', PEAR, headers)).toMatchObject({
      status: 415,
      body: { error: 'content-type-wrong' },
    });
  });

  it('may be 64 KiB long, and a list 1 MiB', async () => {
    const { send, taken } = await open();
    const long = (bytes: number) => `{"name":"x"${' '.repeat(bytes - 12)}}`;

    const codes = [
      await send('POST', '/api/pears', long(64 * 1_024)),
      await send('POST', '/api/pears', long(64 * 1_024 + 1)),
      await send('PUT', '/api/pears', long(2 ** 20)),
      await send('PUT', '/api/pears', long(2 ** 20 + 1)),
    ].map(({ status, body }) => `${status} ${String(body.error ?? '')}`);

    expect(codes).toEqual(['201 ', '413 body-too-large', '201 ', '413 body-too-large']);
    expect(taken).toHaveLength(2);
  });

  it('is refused after 64 KiB of ten megabytes, announced or not', async () => {
    const { address, sign, taken } = await open();
    const body = `{"name":"${'x'.repeat(10 * 2 ** 20)}"}`;

    const announced = await pour(address, body, {
      ...sign(body),
      'content-length': String(body.length),
    });
    const drop = await pour(address, body, { ...sign(body), 'transfer-encoding': 'chunked' });

    expect([announced.status, drop.status]).toEqual([413, 413]);
    expect(Math.max(announced.poured, drop.poured)).toBeLessThan(5 * 2 ** 20);
    expect(taken).toEqual([]);
  });

  it('that breaks down inside is told as such, and its words stay here', async () => {
    const { send, lines } = await open({ fails: new Error('secret detail') });

    expect(await send('POST', '/api/pears', PEAR)).toMatchObject({
      status: 500,
      body: { error: 'internal-error' },
    });
    expect(lines).toMatchObject([{ level: 'error', route: '/api/pears' }]);
  });

  it('that finds the database away is to come again', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const { send } = await open({ fails: away });

    const answer = await send('POST', '/api/pears', PEAR);

    expect(answer).toMatchObject({ status: 503, body: { error: 'unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('10');
  });
});

describe('what an address names', () => {
  it('is read from it, and its query as a body is', async () => {
    const { get, patch, taken } = await open();

    const looked = await get('/api/pears/conference?ripe=yes');
    const bitten = await patch('/api/pears/%D0%93', { name: 'x' });
    const asked = await get('/api/pears/conference?ripe=maybe');

    const eaten = { error: 'eaten', by: 'Анна' };
    expect([looked, bitten]).toMatchObject([
      { status: 409, body: eaten },
      { status: 409, body: eaten },
    ]);
    expect(taken).toEqual([
      { given: { ripe: 'yes' }, named: { name: 'conference' } },
      { given: { name: 'x' }, named: { name: 'Г' } },
    ]);
    expect(asked).toMatchObject({ status: 422, body: { problems: [{ path: 'ripe' }] } });
  });

  it('is signed with the body: what was meant for one is good for no other', async () => {
    const { send, sign, taken } = await open();
    const forOne = sign(`/api/pears/one${PEAR}`);

    const answers = [
      await send('PATCH', '/api/pears/other', PEAR, forOne),
      await send('PATCH', '/api/pears/one?x=1', PEAR, forOne),
      await send('PATCH', '/api/pears/one', PEAR, sign(PEAR)),
      await send('GET', '/api/pears/other', '', sign('/api/pears/one')),
      await send('GET', '/api/pears/one', '', {}),
    ].map(({ body }) => body.error);

    const wrong = 'signature-wrong';
    expect(answers).toEqual([wrong, wrong, wrong, wrong, 'signature-missing']);
    expect(taken).toEqual([]);
  });
});

describe('how often', () => {
  it('is limited by address: a thousand a minute are six hundred, and the rest is told when', async () => {
    const { send, taken } = await open({ perMinute: 600 });

    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => send('POST', '/api/pears', PEAR)),
    );

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(400);
    expect(refused[0]?.body).toEqual({ error: 'too-many-requests' });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(taken).toHaveLength(600);
  });

  it('is counted for those who are refused as well', async () => {
    const { send } = await open({ perMinute: 2 });

    const codes = [];
    for (let i = 0; i < 3; i += 1) codes.push((await send('POST', '/api/pears', PEAR, {})).status);

    expect(codes).toEqual([401, 401, 429]);
  });

  it.each([
    [[], [201, 429]],
    [['127.0.0.1'], [201, 201]],
  ])('believes what a proxy says of others only when it is trusted: %j', async (trusted, codes) => {
    const { send, sign } = await open({ perMinute: 1, trustedProxies: trusted });
    const from = (address: string) =>
      send('POST', '/api/pears', PEAR, { ...sign(PEAR), 'x-forwarded-for': address });

    expect([(await from('203.0.113.1')).status, (await from('203.0.113.2')).status]).toEqual(codes);
  });
});

describe('the document', () => {
  it('names each route with its shape and its refusals', async () => {
    const { address } = await open();

    const document = (await (await fetch(`${address}/api/docs/json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: object; requestBody: object }>>;
    };

    const { post, put } = document.paths['/api/pears'] ?? {};
    expect(document.openapi).toBe('3.1.0');
    expect(put).toBeDefined();
    expect(Object.keys(post?.responses ?? {})).toEqual([
      '201',
      '400',
      '401',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(post?.requestBody).toMatchObject({
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['name'],
            additionalProperties: false,
            properties: { name: { type: 'string', minLength: 1, maxLength: 10 } },
          },
        },
      },
    });
  });

  it('shows what an address names, and what stands beside a refusal', async () => {
    const { address } = await open();

    const document = (await (await fetch(`${address}/api/docs/json`)).json()) as {
      paths: Record<string, Record<string, { parameters: object[]; responses: object }>>;
    };

    const { get, patch } = document.paths['/api/pears/{name}'] ?? {};
    const name = { name: 'name', in: 'path', required: true, schema: { type: 'string' } };
    expect(document.paths['/api/plums']?.post).toMatchObject({
      description: expect.stringContaining('Signed with TRACKER_SECRET.'),
    });
    expect(patch).toMatchObject({ parameters: [name], requestBody: { required: true } });
    const ripe = { name: 'ripe', in: 'query', required: false, description: 'Only these' };
    expect(get?.parameters).toMatchObject([name, ripe]);
    expect(get).not.toHaveProperty('requestBody');
    expect(Object.keys(get?.responses ?? {})).toEqual(['401', '409', '422', '429', '503']);
    const facts = { error: { enum: ['eaten'] }, by: { type: 'string' } };
    const schema = { required: ['error'], properties: facts };
    expect(get?.responses).toMatchObject({ 409: { content: { 'application/json': { schema } } } });
  });

  it('is a page that needs nothing from elsewhere', async () => {
    const { address } = await open();

    const page = await fetch(`${address}/api/docs`);
    const html = await page.text();
    const script = await fetch(`${address}/api/docs/static/swagger-ui-bundle.js`);

    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(script.status).toBe(200);
    await script.body?.cancel();
  });
});

/** Sends piece by piece, as fast as it is taken; says how much had been poured at the answer. */
function pour(address: string, body: string, headers: Record<string, string>) {
  return new Promise<{ status: number; poured: number }>((resolve, reject) => {
    let poured = 0;
    let answered = false;
    const way = request(`${address}/api/pears`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    way.on('response', (response) => {
      answered = true;
      resolve({ status: response.statusCode ?? 0, poured });
      response.resume();
      way.destroy();
    });
    way.on('error', (error) => {
      if (!answered) reject(error);
    });
    const more = () => {
      while (poured < body.length && !way.destroyed) {
        const piece = body.slice(poured, poured + 65_536);
        poured += piece.length;
        if (!way.write(piece)) return void way.once('drain', more);
      }
      way.end();
    };
    more();
  });
}
