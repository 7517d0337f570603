import { describe, expect, it } from 'vitest';
import { deliver, withoutFormatting, withoutReply } from '../../../src/platform/outbox/delivery.ts';
import { NO_PROGRESS } from '../../../src/platform/outbox/lanes.ts';
import type { ApiCall } from '../../../src/platform/outbox/ports.ts';
import { refusal } from '../../support/bot-api-answers.ts';

const send = (text: string, more: object = {}): ApiCall => ({
  method: 'sendMessage',
  payload: { chat_id: 7, text, ...more },
  repeatable: false,
});

/** Telegram with a limit on the length of a text, numbering what it accepts from 1. */
function telegram(longest: number, refuses: (text: string) => boolean = () => false) {
  const accepted: Record<string, unknown>[] = [];
  const callApi = async (_method: string, payload: Readonly<Record<string, unknown>>) => {
    const text = String(payload.text);
    if (text.length > longest) throw refusal(400, 'Bad Request: message is too long');
    if (refuses(text)) throw refusal(400, "Bad Request: can't parse entities");
    accepted.push(payload);
    return { message_id: accepted.length };
  };
  return { accepted, callApi, texts: () => accepted.map(({ text }) => text) };
}

describe('several calls', () => {
  it('are made in order, and their messages are noted in order', async () => {
    const { callApi, texts } = telegram(100);
    const delivery = await deliver({ callApi, calls: [send('раз'), send('два')] });
    expect(delivery).toMatchObject({ status: 'done', messageIds: [1, 2] });
    expect(texts()).toEqual(['раз', 'два']);
  });

  it('stop at a refusal, and go on behind what was sent', async () => {
    let refuse = true;
    const { callApi, texts } = telegram(100, (text) => refuse && text === 'два');
    const calls = [send('раз'), send('два'), send('три')];
    const first = await deliver({ callApi, calls });
    expect(first).toMatchObject({ status: 'refused', failure: { kind: 'cannot-parse' } });
    refuse = false;
    const progress = first.status === 'refused' ? first.progress : NO_PROGRESS;
    expect(await deliver({ callApi, calls, progress })).toMatchObject({ messageIds: [1, 2, 3] });
    expect(texts()).toEqual(['раз', 'два', 'три']);
  });

  it.each(['message is not modified', 'message to delete not found'])(
    'go on where one finds what it wants done already: %s',
    async (description) => {
      const made: string[] = [];
      const callApi = async (method: string) => {
        made.push(method);
        if (made.length === 1) throw refusal(400, `Bad Request: ${description}`);
        return { message_id: 9 };
      };
      const calls = ['first', 'second'].map((method) => ({ ...send(''), method }));
      expect(await deliver({ callApi, calls })).toMatchObject({ status: 'done', messageIds: [9] });
      expect(made).toEqual(['first', 'second']);
    },
  );

  it('pause when the budget is spent', async () => {
    const { callApi, texts } = telegram(100);
    const calls = [send('раз'), send('два')];
    const first = await deliver({ callApi, calls, mayGoOn: () => false });
    expect(first.status).toBe('paused');
    const progress = first.status === 'paused' ? first.progress : NO_PROGRESS;
    await deliver({ callApi, calls, progress, mayGoOn: () => false });
    expect(texts()).toEqual(['раз', 'два']);
  });

  it('that give several messages or none are still counted as calls', async () => {
    const made: string[] = [];
    const callApi = async (method: string) => {
      made.push(method);
      return method === 'sendMediaGroup' ? [{ message_id: 5 }, { message_id: 6 }] : true;
    };
    const of = (method: string): ApiCall => ({ method, payload: {}, repeatable: true });
    const calls = [of('sendMediaGroup'), of('pinChatMessage'), of('setMessageReaction')];
    const paused = await deliver({ callApi, calls, mayGoOn: () => made.length < 2 });
    const progress = paused.status === 'paused' ? paused.progress : NO_PROGRESS;
    const done = await deliver({ callApi, calls, progress });
    expect(made).toEqual(['sendMediaGroup', 'pinChatMessage', 'setMessageReaction']);
    expect(done).toMatchObject({ status: 'done', messageIds: [5, 6] });
  });
});

describe('a text that is too long after all', () => {
  it('goes in parts: the first replies, the last has the buttons', async () => {
    const { callApi, accepted } = telegram(5);
    const more = { reply_parameters: { message_id: 3 }, reply_markup: { inline_keyboard: [] } };
    const delivery = await deliver({ callApi, calls: [send('абв где', more)] });
    expect(delivery).toMatchObject({ status: 'done', messageIds: [1, 2] });
    expect(accepted.map(({ text }) => text).join('')).toBe('абв где');
    expect(accepted[0]).toHaveProperty('reply_parameters');
    expect(accepted[0]).not.toHaveProperty('reply_markup');
    expect(accepted[1]).toHaveProperty('reply_markup');
    expect(accepted[1]).not.toHaveProperty('reply_parameters');
  });

  it('goes in ever smaller parts until they fit', async () => {
    const { callApi, texts } = telegram(5);
    const text = 'абвгдежзиклмнопрст';
    await deliver({ callApi, calls: [send(text)] });
    expect(texts().join('')).toBe(text);
  });

  it('loses and repeats no part when the middle of it is refused for a while', async () => {
    let refuse = true;
    const { callApi, texts } = telegram(9, (text) => refuse && text.includes('три'));
    const calls = [send('раз два три пять'), send('конец')];
    const first = await deliver({ callApi, calls });
    const progress = first.status === 'refused' ? first.progress : NO_PROGRESS;
    expect(progress.messageIds).toEqual([1]);
    refuse = false;
    await deliver({ callApi, calls, progress });
    expect(texts().join('')).toBe('раз два три пятьконец');
  });

  it('fails when it cannot be cut', async () => {
    const { callApi } = telegram(0);
    expect(await deliver({ callApi, calls: [send('да')] })).toMatchObject({ status: 'refused' });
  });
});

describe('a caption that is too long after all', () => {
  const bold = [{ type: 'bold', offset: 0, length: 6 }];
  const copy = {
    method: 'copyMessage',
    payload: {
      chat_id: -5,
      message_thread_id: 3,
      from_chat_id: 7,
      message_id: 9,
      caption: 'длинно',
      caption_entities: bold,
      reply_parameters: { message_id: 2 },
    },
    repeatable: false,
  };

  it('follows its file as a text, whole and formatted, in the same thread', async () => {
    const made: { method: string; payload: Readonly<Record<string, unknown>> }[] = [];
    const callApi = async (method: string, payload: Readonly<Record<string, unknown>>) => {
      if (payload.caption) throw refusal(400, 'Bad Request: message caption is too long');
      made.push({ method, payload });
      return { message_id: made.length };
    };
    const delivery = await deliver({ callApi, calls: [copy] });
    expect(delivery).toMatchObject({ status: 'done', messageIds: [1, 2] });
    expect(made[0]).toMatchObject({
      method: 'copyMessage',
      payload: { caption: '', message_id: 9, reply_parameters: { message_id: 2 } },
    });
    expect(made[1]).toEqual({
      method: 'sendMessage',
      payload: { chat_id: -5, message_thread_id: 3, text: 'длинно', entities: bold },
    });
  });

  it('fails where there is none', async () => {
    const callApi = async () => {
      throw refusal(400, 'Bad Request: message caption is too long');
    };
    const bare = { ...copy, payload: { ...copy.payload, caption: '' } };
    expect(await deliver({ callApi, calls: [bare] })).toMatchObject({
      status: 'refused',
      failure: { kind: 'too-long' },
    });
  });
});

it('of several calls each is noted before the next is made, but for the last', async () => {
  const { callApi } = telegram(100);
  const noted: number[] = [];
  const note = async ({ calls }: { readonly calls: number }) => void noted.push(calls);
  await deliver({ callApi, calls: [send('раз'), send('два'), send('три')], note });
  expect(noted).toEqual([1, 2]);
});

it('formatting and a reply, once refused, are taken from what is left', () => {
  const call = send('<b>да', {
    parse_mode: 'HTML',
    entities: [],
    reply_parameters: {},
    reply_markup: {},
  });
  const left = { chat_id: 7, text: '<b>да', reply_markup: {} };
  expect(withoutFormatting(call).payload).toEqual({ ...left, reply_parameters: {} });
  expect(withoutReply(withoutFormatting(call)).payload).toEqual(left);
});
