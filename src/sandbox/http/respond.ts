// Reading requests and writing answers, with nothing but Node's own server.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request's body may be as long as the largest file a bot may upload, and a little more. */
const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** @throws Error when the body is longer than anything the Bot API takes */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** {@link send} of a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

/** Answers with this body; nothing where the other side has gone away or was answered already. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
