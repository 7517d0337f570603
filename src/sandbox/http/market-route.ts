// The stand-in marketplace over HTTP: its pages, and the tap that opens Telegram as the person chosen.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { perform } from '../control/perform.ts';
import { goods } from '../market/goods.ts';
import { type Market, pathOf } from '../market/market.ts';
import { goodPage, homePage, type Visit } from '../market/pages.ts';
import type { World } from '../world/world.ts';
import { readBody, send } from './respond.ts';

/** Answers the request if it is for the marketplace; false if it is not. */
export async function answerMarket(
  world: World,
  market: Market,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const good = goods.find((one) => pathOf(one) === url.pathname);
  if (!good && url.pathname !== '/market') return false;
  if (request.method === 'POST') {
    await tap(world, request, response);
    return true;
  }
  const visit = visitOf(world, market, url, request);
  const body = good ? goodPage(visit, good) : homePage(visit);
  send(response, 200, 'text/html; charset=utf-8', body);
  return true;
}

function visitOf(world: World, market: Market, url: URL, { headers }: IncomingMessage): Visit {
  const wished = url.searchParams.get('lang') ?? headers['accept-language'] ?? '';
  const people = [...world.accounts.values()].filter(({ isBot }) => !isBot);
  return { market, people, language: wished.toLowerCase().startsWith('ru') ? 'ru' : 'en' };
}

/** As Telegram's own program does: the link is opened, and the chat with the bot is there. */
async function tap(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request)).toString());
  const userId = Number(form.get('userId'));
  await perform(world, 'openLink', { userId, link: form.get('link') ?? '' });
  response.writeHead(303, { location: `/?with=${userId}` });
  response.end();
}
