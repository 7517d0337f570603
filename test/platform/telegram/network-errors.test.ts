import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, HttpError } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classifyApiError } from '../../../src/platform/telegram/api-errors.ts';
import { type ApiFailure, isTransient } from '../../../src/platform/telegram/api-failure.ts';

describe('what the network does', () => {
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/getMe')) request.socket.destroy();
    else if (request.url?.endsWith('/getWebhookInfo')) response.writeHead(502).end('<html>');
  });
  let root = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('a refused connection sent nothing', async () => {
    const error = await failureOf(new Api('1:a', { apiRoot: 'http://127.0.0.1:9' }).getMe());

    expect(error).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' });
  });

  it('a name that leads nowhere sent nothing', async () => {
    const error = await failureOf(new Api('1:a', { apiRoot: 'http://desk.invalid' }).getMe());

    expect(error.kind).toBe('not-sent');
  });

  it('a connection that broke after the request leaves the outcome unknown', async () => {
    const error = await failureOf(new Api('1:a', { apiRoot: root }).getMe());

    expect(error).toEqual({ kind: 'outcome-unknown', reason: 'ECONNRESET' });
  });

  it('an answer that is no JSON leaves the outcome unknown', async () => {
    const error = await failureOf(new Api('1:a', { apiRoot: root }).getWebhookInfo());

    expect(error).toEqual({ kind: 'outcome-unknown', reason: 'unreadable answer' });
  });

  it('a request that timed out leaves the outcome unknown', async () => {
    const api = new Api('1:a', { apiRoot: root, timeoutSeconds: 0.05 });

    expect(await failureOf(api.sendMessage(1, 'x'))).toEqual({
      kind: 'outcome-unknown',
      reason: 'timeout',
    });
  });

  it('a request that was called off leaves the outcome unknown', async () => {
    const error = await failureOf(
      new Api('1:a', { apiRoot: root }).sendMessage(1, 'x', {}, AbortSignal.timeout(50) as never),
    );

    expect(error).toEqual({ kind: 'outcome-unknown', reason: 'aborted' });
  });

  it.each([
    ['connect ETIMEDOUT 149.154.167.220:443', 'ETIMEDOUT', 'not-sent'],
    ['', 'ETIMEDOUT', 'not-sent'],
    ['read ETIMEDOUT', 'ETIMEDOUT', 'outcome-unknown'],
    ['write EPIPE', 'EPIPE', 'outcome-unknown'],
    ['socket hang up', 'ECONNRESET', 'outcome-unknown'],
    [
      'Client network socket disconnected before secure TLS connection was established',
      'ECONNRESET',
      'not-sent',
    ],
    ['certificate has expired', 'CERT_HAS_EXPIRED', 'not-sent'],
    ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'not-sent'],
    ['connect ENETUNREACH', 'ENETUNREACH', 'not-sent'],
  ])('«%s» (%s) is %s', (words, code, meaning) => {
    const inner = Object.assign(new Error(`request to https://x/ failed, reason: ${words}`), {
      code,
    });

    expect(classifyApiError(new HttpError('failed', inner))).toEqual({
      kind: meaning,
      reason: code,
    });
  });

  it('the cause inside an error of the built-in fetch is found', () => {
    const cause = Object.assign(new Error('Connect Timeout Error'), {
      code: 'UND_ERR_CONNECT_TIMEOUT',
    });
    const error = new HttpError('failed', new TypeError('fetch failed', { cause }));

    expect(classifyApiError(error)).toMatchObject({ kind: 'not-sent' });
  });

  it('a mistake of this program is neither repeated nor taken for an answer', () => {
    const mistake = new TypeError('Do not know how to serialize a BigInt');

    expect(classifyApiError(mistake)).toEqual({ kind: 'unexpected', error: mistake });
    expect(isTransient(classifyApiError(mistake))).toBe(false);
  });
});

async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  return classifyApiError(
    await call.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
}
