import { describe, expect, it } from 'vitest';
import type { MessageJob, QueuedMessage } from '../../../src/platform/outbox/index.ts';
import { NO_FALLBACKS } from '../../../src/platform/outbox/lanes.ts';
import { wordsFor, wordsPort } from '../../../src/platform/outbox/words.ts';

function job(args: QueuedMessage['args'], threadId?: number): MessageJob {
  const message = { args } as QueuedMessage;
  const place = {
    status: 'ready',
    chatId: 7,
    group: false,
    ...(threadId ? { thread: { topic: threadId } } : {}),
  } as const;
  return { messages: [message], place, fallbacks: NO_FALLBACKS, begun: false };
}

describe('a message of words', () => {
  const port = wordsPort<{ readonly name: string }>((locale, { name }) => ({
    text: `${locale} <b>${name}`,
  }));

  it("is put into the reader's language when it is sent, as plain text", async () => {
    const { args } = wordsFor({ destination: 'person:7', locale: 'en' }, 'hello', { name: 'A&B' });

    expect(await port.render([job(args)])).toEqual([
      {
        status: 'calls',
        calls: [
          {
            method: 'sendMessage',
            payload: { chat_id: 7, text: 'en <b>A&B', link_preview_options: { is_disabled: true } },
            repeatable: false,
          },
        ],
      },
    ]);
  });

  it('goes into the topic of its place', async () => {
    const [rendered] = await port.render([job({ locale: 'ru', facts: { name: 'x' } }, 12)]);

    expect(rendered).toMatchObject({ calls: [{ payload: { chat_id: 7, message_thread_id: 12 } }] });
  });

  it('carries its buttons', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'x', url: 'https://t.me/x' }]] };
    const [rendered] = await wordsPort(() => ({ text: 'x', keyboard })).render([
      job({ locale: 'ru', facts: {} }),
    ]);

    expect(rendered).toMatchObject({ calls: [{ payload: { reply_markup: keyboard } }] });
  });
});
