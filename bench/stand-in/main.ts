// A Telegram of nothing but speed, in a process of its own: it hands out updates, answers every call
// with what the bot needs to go on, and notes when what arrived. Loopback only.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BOT_ID } from '../world.ts';
import { createObserver, type Observer, type Payload } from './observer.ts';
import type { Answered, Asked, Listening, Order } from './protocol.ts';
import { createUpdateQueue } from './updates.ts';

let observer: Observer = createObserver();
/** What was confirmed before the observer began. */
let before = 0;
let confirmed = 0;
let latencyMs = 0;
let messageId = 3_000_000;
let onPoll: (() => void) | null = null;

const queue = createUpdateQueue({
  onOffered: (person, serial) => observer.offered(person, serial),
  onConfirmed: (count) => {
    confirmed = count;
    observer.confirmed(count - before);
  },
});

const server = createServer((request, response) => void serve(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ apiRoot: `http://127.0.0.1:${port}` } satisfies Listening);
});
process.on('disconnect', () => process.exit());
process.on('message', ({ id, order }: Asked) => {
  void obey(order).then((answer) => process.send?.({ id, answer } satisfies Answered));
});

async function obey(order: Order): Promise<unknown> {
  switch (order.name) {
    case 'feed':
      return queue.feed(order.feed);
    case 'latency':
      latencyMs = order.ms;
      return undefined;
    case 'next-poll':
      return new Promise<void>((resolve) => {
        onPoll = resolve;
      });
    case 'progress':
      return observer.progress();
    case 'forget':
      observer = createObserver();
      before = confirmed;
      return undefined;
    case 'observations':
      return observer.observations();
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const method = (request.url ?? '').split('/').at(-1) ?? '';
  const body = Buffer.concat(parts).toString();
  const payload = (body === '' ? {} : JSON.parse(body)) as Payload;
  const result = await answer(method, payload);
  response.setHeader('content-type', 'application/json');
  response.end(`{"ok":true,"result":${result}}`);
}

async function answer(method: string, payload: Payload): Promise<string> {
  if (method === 'getUpdates') {
    onPoll?.();
    const offset = typeof payload.offset === 'number' ? payload.offset : undefined;
    return queue.poll(offset, Number(payload.timeout ?? 0) * 1_000);
  }
  observer.called(method, payload);
  if (latencyMs > 0) await sleep(latencyMs);
  return resultOf(method, payload);
}

function resultOf(method: string, { chat_id: chatId, message_id: edited }: Payload): string {
  switch (method) {
    case 'getMe':
      return `{"id":${BOT_ID},"is_bot":true,"first_name":"Bench","username":"bench_bot"}`;
    case 'getForumTopicIconStickers':
      return '[]';
    case 'createForumTopic':
      messageId += 1;
      return `{"message_thread_id":${messageId},"name":"topic","icon_color":7322096}`;
    case 'sendMessage':
      messageId += 1;
      return messageJson(messageId, Number(chatId));
    case 'editMessageText':
      return messageJson(Number(edited), Number(chatId));
    default:
      return 'true';
  }
}

function messageJson(id: number, chatId: number): string {
  return `{"message_id":${id},"date":1800000000,"chat":{"id":${chatId},"type":"supergroup","title":"Desk"}}`;
}
