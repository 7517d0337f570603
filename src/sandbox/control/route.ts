// The control API over HTTP: POST /control/<action>, GET /control/events, GET /control/files/<id>.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, send, sendJson } from '../http/respond.ts';
import { bytesOf } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { ControlError } from './action.ts';
import { perform } from './perform.ts';

/** Answers the request if it is for the control API; false if it is not. */
export async function answerControl(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, root, name = '', id] = url.pathname.split('/');
  if (root !== 'control') return false;
  if (request.method === 'GET' && name === 'events') streamChanges(world, response);
  else if (request.method === 'GET' && name === 'files') answerFile(world, id ?? '', response);
  else await answerAction(world, name, request, response);
  return true;
}

async function answerAction(
  world: World,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method !== 'POST') throw new ControlError('an action is asked for by POST');
    const body = await readBody(request);
    const args: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
    sendJson(response, 200, { result: await perform(world, name, args) });
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof SyntaxError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

/** Server-Sent Events: one `change` for each thing that can be seen anew. */
function streamChanges(world: World, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': watching\n\n');
  const stop = world.changes.watch((change) => {
    response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
  });
  response.on('close', stop);
}

function answerFile(world: World, id: string, response: ServerResponse): void {
  const file = world.files.get(id);
  if (!file) sendJson(response, 404, { error: `there is no file ${id}` });
  else send(response, 200, file.mimeType, bytesOf(file));
}
