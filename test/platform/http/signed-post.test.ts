import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSignature, readSignature } from '../../../src/platform/http/signature.ts';
import { createSignedPost } from '../../../src/platform/http/signed-post.ts';
import { createTestClock } from '../../support/clock.ts';
import { SECRET } from '../../support/intake.ts';
import { openReceiver } from '../../support/receiver.ts';

let receiver: Awaited<ReturnType<typeof openReceiver>>;
const clock = createTestClock();
const body = JSON.stringify({ number: 'T-000001', summary: 'Не печатает касса' });

beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answers((response) => response.writeHead(204).end());
});

const post = (patienceMs?: number) =>
  createSignedPost({
    url: receiver.url,
    secret: SECRET,
    clock,
    ...(patienceMs ? { patienceMs } : {}),
  });

describe('what we tell another system', () => {
  it('is signed as its requests to us are', async () => {
    expect(await post()(body, { 'x-deskroom-delivery': 'k-1' })).toMatchObject({ code: 204 });

    const [got] = receiver.received;
    expect(got).toMatchObject({ body, headers: { 'x-deskroom-delivery': 'k-1' } });
    const claimed = readSignature(got?.headers ?? {}, clock.now());
    if (claimed.status === 'refused') throw new Error(claimed.error);
    expect(checkSignature(claimed, Buffer.from(body), SECRET).status).toBe('good');
    expect(checkSignature(claimed, Buffer.from(`${body} `), SECRET).status).toBe('refused');
  });

  it('goes to that address and to no other', async () => {
    receiver.answers((response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await post()(body)).toMatchObject({ code: 307 });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('is given up on when no answer comes, or nobody is there', async () => {
    receiver.answers(() => undefined);
    expect(await post(50)(body)).toEqual({ code: null, words: 'timeout', retryAfterSeconds: null });
    const nobody = createSignedPost({ url: 'http://127.0.0.1:1/', secret: SECRET, clock });
    expect((await nobody(body)).code).toBeNull();
  });

  it('is answered with a reason, of which the beginning is kept', async () => {
    receiver.answers((response) =>
      response.writeHead(429, { 'retry-after': '90' }).end(`слишком часто ${'я'.repeat(100_000)}`),
    );
    const { code, words, retryAfterSeconds } = await post()(body);
    expect([code, words.length, retryAfterSeconds]).toEqual([429, 500, 90]);
    expect(words).toMatch(/^слишком часто я/);
  });

  it('is answered with a page for people, whose words say nothing to us', async () => {
    receiver.answers((response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    );
    expect(await post()(body)).toEqual({ code: 502, words: '', retryAfterSeconds: null });
  });
});
