// A local Telegram: a Bot API server, people who act through a control API, and a page to be them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../platform/clock.ts';
import { createSandboxClient, type SandboxClient } from './client.ts';
import { answerControl } from './control/route.ts';
import { answerBotApi } from './http/bot-api-route.ts';
import { answerMarket } from './http/market-route.ts';
import { sendJson } from './http/respond.ts';
import { answerStatic } from './http/static.ts';
import { createMarket, type Intake, type Market } from './market/market.ts';
import { telegramLimits } from './world/limiter.ts';
import { createWorld, type World } from './world/world.ts';

export type { SandboxClient } from './client.ts';
export { askDemoQuestions, createDemo, type Demo, demoIds, openDemoDesk } from './demo.ts';
export { openDemoClients } from './demo-clients.ts';

export type Sandbox = {
  /** `http://127.0.0.1:port`: the page, and the control API under /control. */
  readonly url: string;
  /** What grammY's `client.apiRoot` gets. */
  readonly apiRoot: string;
  readonly token: string;
  /** What people do and see. */
  readonly control: SandboxClient;
  /** The marketplace announces what it sells to the bot's program; its pages have links from then on. */
  openMarket(intake: Intake): Promise<void>;
  /** Ends every open request, polls included. */
  close(): Promise<void>;
};

export type SandboxOptions = {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** `<bot id>:<anything>`. */
  readonly token?: string;
  /** The hour of message dates, lifetimes and limits; the system's by default. */
  readonly now?: () => Date;
  /** Telegram's limits with today's numbers, or none (the default). */
  readonly limits?: 'off' | 'telegram';
};

const TOKEN = '7000000001:sandbox-token-of-deskroom';

/**
 * Listens at once. Everything is in memory, and forgotten when it closes.
 * @throws Error when the port is taken
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', token = TOKEN, now = systemClock.now } = options;
  const limits = options.limits === 'telegram' ? telegramLimits : 'off';
  const world = createWorld({ token, now, limits });
  let url = '';
  const market = createMarket(() => url, now);
  const server = createServer((request, response) => {
    answer(world, market, request, response).catch((error: unknown) => {
      sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  url = `http://${host}:${(server.address() as AddressInfo).port}`;

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  const control = createSandboxClient(world);
  return { url, apiRoot: url, token, control, openMarket: market.open, close };
}

async function answer(
  world: World,
  market: Market,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  if (await answerBotApi(world, url, request, response)) return;
  if (await answerControl(world, url, request, response)) return;
  if (await answerMarket(world, market, url, request, response)) return;
  if (await answerStatic(url.pathname, response)) return;
  sendJson(response, 404, { error: `nothing at ${url.pathname}` });
}
