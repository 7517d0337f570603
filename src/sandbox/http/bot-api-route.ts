// The Bot API over HTTP: /bot<token>/<method>, and files at /file/bot<token>/<path>.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../../platform/clock.ts';
import { methodNotFound, Refusal, unauthorized } from '../bot-api/refusal.ts';
import { findMethod, type Payload, readPayload } from '../bot-api/request.ts';
import { execute } from '../methods/index.ts';
import type { Fault } from '../world/faults.ts';
import { bytesOf } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { readBody, send, sendJson } from './respond.ts';

const METHOD_PATH = /^\/bot([^/]+)\/([^/]+)$/;
const FILE_PATH = /^\/file\/bot([^/]+)\/(.+)$/;

/** Answers the request if its path is one of the Bot API's; false if it is not. */
export async function answerBotApi(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = FILE_PATH.exec(url.pathname);
  if (file) {
    answerFile(world, file[1] ?? '', file[2] ?? '', response);
    return true;
  }
  const call = METHOD_PATH.exec(url.pathname);
  if (!call) return false;
  try {
    assertToken(world, call[1] ?? '');
    const method = findMethod(call[2] ?? '');
    const payload = await readCall(method, url, request);
    await answerCall(world, method, payload, response);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : breakage(error);
    sendJson(response, refusal.code, refusalOf(refusal));
  }
  return true;
}

function refusalOf({ code, message }: Refusal) {
  return { ok: false, error_code: code, description: message };
}

function breakage(error: unknown): Refusal {
  const words = error instanceof Error ? error.message : String(error);
  return new Refusal(500, `Internal Server Error: sandbox: ${words}`);
}

function assertToken(world: World, token: string): void {
  const { settings } = world;
  if (!settings.tokenIsValid || decodeURIComponent(token) !== settings.token) throw unauthorized();
}

async function readCall(method: string, url: URL, request: IncomingMessage): Promise<Payload> {
  const body = await readBody(request);
  if (body.length > 0) return readPayload(method, request.headers['content-type'] ?? '', body);
  const query = Buffer.from(url.search.slice(1));
  return readPayload(method, 'application/x-www-form-urlencoded', query);
}

async function answerCall(
  world: World,
  method: string,
  payload: Payload,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const chatId = Number(payload.chat_id);
  const fault = world.faults.strike(method, Number.isNaN(chatId) ? null : chatId);
  const stopped = await strikeBefore(fault, response, gone.signal);
  if (stopped) return note(world, method, payload, stopped);

  const outcome = await execute(world, method, payload, { signal: gone.signal });
  note(world, method, payload, outcome);
  if (fault?.kind === 'reset-after-accept') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'latency') await systemClock.sleep(fault.ms, gone.signal);
  sendJson(response, outcome.ok ? 200 : outcome.error_code, outcome);
}

type Stopped = { readonly ok: false; readonly error_code: number; readonly description: string };

/** What a fault does instead of the call; null when the call is to be carried out. */
async function strikeBefore(
  fault: Fault | null,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<Stopped | null> {
  switch (fault?.kind) {
    case 'error': {
      const { error_code, description, parameters } = fault;
      sendJson(response, error_code, { ok: false, error_code, description, parameters });
      return { ok: false, error_code, description };
    }
    case 'hang':
      await systemClock.sleep(fault.ms, gone);
      response.destroy();
      return { ok: false, error_code: 0, description: 'sandbox: no answer, connection closed' };
    case 'drop-before':
      response.destroy();
      return { ok: false, error_code: 0, description: 'sandbox: connection closed' };
    default:
      return null;
  }
}

/** Polls are not noted: there is one every moment, and `pending` says what they left. */
function note(
  world: World,
  method: string,
  payload: Payload,
  outcome: Parameters<World['calls']['add']>[2],
): void {
  if (method === 'getUpdates') return;
  world.calls.add(method, payload, outcome);
  world.changes.tell({ what: 'call' });
}

function answerFile(world: World, token: string, path: string, response: ServerResponse): void {
  const file = world.files.get(path.replace(/^.*\//, '').replace(/\.[^.]*$/, ''));
  if (token !== world.settings.token || !file) {
    sendJson(response, 404, refusalOf(methodNotFound()));
    return;
  }
  send(response, 200, file.mimeType, bytesOf(file));
}
