import { describe, expect, it } from 'vitest';
import { classifyApiError } from '../../../src/platform/telegram/api-errors.ts';
import {
  type BusinessPlace,
  createBusinessCaller,
} from '../../../src/platform/telegram/business-calls.ts';
import {
  businessChatId,
  businessChatNumber,
  isBusinessChat,
} from '../../../src/platform/telegram/business-chat.ts';

const PLACE: BusinessPlace = { connectionId: 'c1', customerId: 501, mayReply: true };

function caller(place: BusinessPlace | null = PLACE) {
  const calls: unknown[] = [];
  const call = createBusinessCaller(
    async (method, payload) => {
      calls.push([method, payload]);
    },
    async (number) => (number === 7 ? place : null),
  );
  return { call, calls };
}

describe('a business chat', () => {
  it.each([501, -1001234567890, -4000000001, 2 ** 52])('is no chat of Telegram’s (%i)', (id) => {
    expect(isBusinessChat(id)).toBe(false);
  });

  it('has an id that a number holds exactly, and is found again by it', () => {
    expect(Number.isSafeInteger(businessChatId(2_000_000_000))).toBe(true);
    expect(businessChatNumber(businessChatId(7))).toBe(7);
  });
});

describe('a call', () => {
  const chat_id = businessChatId(7);

  it('into a business chat is made by the customer’s id, on behalf of the connection', async () => {
    const { call, calls } = caller();
    await call('sendMessage', { chat_id, text: 'Привет' });
    await call('sendMessage', { chat_id: 501, text: 'Привет' });

    expect(calls).toEqual([
      ['sendMessage', { chat_id: 501, text: 'Привет', business_connection_id: 'c1' }],
      ['sendMessage', { chat_id: 501, text: 'Привет' }],
    ]);
  });

  it('that deletes there has a method of its own', async () => {
    const { call, calls } = caller();
    await call('deleteMessage', { chat_id, message_id: 3 });
    await call('deleteMessages', { chat_id, message_ids: [4, 5] });

    expect(calls).toEqual([
      ['deleteBusinessMessages', { business_connection_id: 'c1', message_ids: [3] }],
      ['deleteBusinessMessages', { business_connection_id: 'c1', message_ids: [4, 5] }],
    ]);
  });

  it.each([[{ ...PLACE, mayReply: false }], [null]])(
    'is refused without being made where the bot may not answer (%#)',
    async (place) => {
      const { call, calls } = caller(place);
      const error = await call('sendMessage', { chat_id, text: 'Привет' }).catch(
        (thrown) => thrown,
      );

      expect(classifyApiError(error)).toEqual({ kind: 'connection-off' });
      expect(calls).toEqual([]);
    },
  );
});
