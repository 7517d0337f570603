import { afterEach, describe, expect, it } from 'vitest';
import { createHttp, type HttpDeps, type Readiness } from '../../../src/platform/http/http.ts';
import { collectProcessMetrics, createMetrics } from '../../../src/platform/metrics.ts';
import { createMemoryLogger, silentLogger } from '../../support/logger.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(deps: Partial<HttpDeps> = {}): Promise<string> {
  const http = createHttp({
    host: '127.0.0.1',
    port: 0,
    ready: () => ({ ready: true, reasons: [] }),
    metrics: createMetrics().registry,
    logger: silentLogger,
    ...deps,
  });
  stops.push(http.stop);
  return await http.start();
}

describe('the door for operators', () => {
  it('says that the program is alive', async () => {
    const answer = await fetch(`${await start()}/health`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
  });

  it('says whether the program does its work, and if not, why not', async () => {
    let readiness: Readiness = { ready: false, reasons: ['the database does not answer'] };
    const address = await start({ ready: () => readiness });

    const before = await fetch(`${address}/ready`);
    readiness = { ready: true, reasons: [] };
    const after = await fetch(`${address}/ready`);

    expect(before.status).toBe(503);
    expect(await before.json()).toEqual({
      ready: false,
      reasons: ['the database does not answer'],
    });
    expect(after.status).toBe(200);
  });

  it('shows what was counted, and how the process itself is', async () => {
    const metrics = createMetrics();
    collectProcessMetrics(metrics);
    const address = await start({ metrics: metrics.registry });
    metrics.updatesStored.inc(100);
    metrics.sendFailures.inc({ kind: 'rate-limited' });
    metrics.sendSeconds.startTimer()({ method: 'sendMessage' });

    const text = await (await fetch(`${address}/metrics`)).text();

    expect(text).toContain('deskroom_updates_stored_total 100');
    expect(text).toContain('deskroom_send_failures_total{kind="rate-limited"} 1');
    expect(text).toContain('deskroom_send_seconds_count{method="sendMessage"} 1');
    expect(text).toMatch(/nodejs_eventloop_lag_max_seconds \d/);
    expect(text).toMatch(/process_resident_memory_bytes \d/);
  });

  it('counts for each program alone', async () => {
    const [one, other] = [createMetrics(), createMetrics()];

    one.updatesHandled.inc();

    expect(await one.registry.metrics()).toContain('deskroom_updates_handled_total 1');
    expect(await other.registry.metrics()).toContain('deskroom_updates_handled_total 0');
  });

  it('carries the routes of features', async () => {
    const address = await start({ routes: [(app) => void app.get('/page', () => 'a page')] });

    expect(await (await fetch(`${address}/page`)).text()).toBe('a page');
  });

  it('keeps a breakdown to itself and the log', async () => {
    const { logger, lines } = createMemoryLogger();
    const address = await start({
      logger,
      ready: () => {
        throw new Error('secret detail');
      },
    });

    const answer = await fetch(`${address}/ready`);

    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'internal error' });
    expect(lines).toMatchObject([{ level: 'error', route: '/ready', msg: 'http request failed' }]);
  });

  it('answers what is not there and what is malformed without a word too many', async () => {
    const address = await start({ routes: [(app) => void app.post('/in', () => 'ok')] });

    const missing = await fetch(`${address}/nothing`);
    const malformed = await fetch(`${address}/in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });

    expect(missing.status).toBe(404);
    expect(malformed.status).toBe(400);
    expect(Object.keys((await malformed.json()) as object)).toEqual(['error']);
  });

  it('stops although somebody keeps a connection open', async () => {
    const http = createHttp({
      host: '127.0.0.1',
      port: 0,
      ready: () => ({ ready: true, reasons: [] }),
      metrics: createMetrics().registry,
      logger: silentLogger,
    });
    const address = await http.start();
    await (await fetch(`${address}/health`)).text();

    await http.stop();

    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });

  it('says what to do when the port is taken', async () => {
    const port = Number(new URL(await start()).port);

    await expect(start({ port })).rejects.toThrow(
      `port ${port} at 127.0.0.1 is taken by another program: end that one, or set HTTP_PORT`,
    );
  });
});
