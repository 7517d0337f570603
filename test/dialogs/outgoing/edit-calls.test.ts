// How the calls that say a message become the calls that change its copies.

import { describe, expect, it } from 'vitest';
import { type CopiesNow, editPlan } from '../../../src/dialogs/outgoing/edit-calls.ts';
import type { ApiCall } from '../../../src/platform/outbox/index.ts';

function call(method: string, payload: ApiCall['payload']): ApiCall {
  return { method, payload: { chat_id: 7, message_thread_id: 3, ...payload }, repeatable: false };
}

const COPIES: CopiesNow = {
  chatId: 7,
  messageIds: [11],
  sameFiles: true,
  deletable: true,
  removed: '(removed)',
};

function callsOf(saying: readonly ApiCall[], copies: Partial<CopiesNow> = {}) {
  const plan = editPlan(saying, { ...COPIES, ...copies });
  return plan?.calls.map(({ method, payload }) => ({ method, ...payload })) ?? null;
}

const text = (words: string) => call('sendMessage', { text: words, entities: [] });
const photo = (caption: string) =>
  call('sendPhoto', { photo: 'file-1', caption, caption_entities: [], has_spoiler: true });

describe('a change', () => {
  it('of a text changes the text, with the preview it has now', () => {
    const said = call('sendMessage', {
      text: 'да',
      entities: [],
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: 4 },
    });
    expect(callsOf([said])).toEqual([
      {
        method: 'editMessageText',
        chat_id: 7,
        message_id: 11,
        text: 'да',
        entities: [],
        link_preview_options: { is_disabled: true },
      },
    ]);
  });

  it('of a caption changes the caption alone', () => {
    expect(callsOf([photo('да')])).toEqual([
      {
        method: 'editMessageCaption',
        chat_id: 7,
        message_id: 11,
        caption: 'да',
        caption_entities: [],
      },
    ]);
  });

  it('of a file puts the other in its place, with all that belongs to it', () => {
    const media = {
      type: 'photo',
      media: 'file-1',
      caption: 'да',
      caption_entities: [],
      has_spoiler: true,
    };
    expect(callsOf([photo('да')], { sameFiles: false })).toEqual([
      { method: 'editMessageMedia', chat_id: 7, message_id: 11, media },
    ]);
  });

  it('that Telegram cannot make in place is none', () => {
    expect(callsOf([call('sendVoice', { voice: 'f' })], { sameFiles: false })).toBeNull();
    expect(callsOf([call('sendContact', { phone_number: '1' })])).toBeNull();
  });

  it('sends a further part, as a reply to the first, into the same thread', () => {
    const [, more] = callsOf([text('раз'), text('два')]) ?? [];
    expect(more).toEqual({
      method: 'sendMessage',
      chat_id: 7,
      message_thread_id: 3,
      text: 'два',
      entities: [],
      reply_parameters: { message_id: 11, allow_sending_without_reply: true },
    });
  });

  it('deletes a part that is left over, and where it may not, empties it', () => {
    const copies = { messageIds: [11, 12] };
    expect(callsOf([text('раз')], copies)?.at(1)).toEqual({
      method: 'deleteMessage',
      chat_id: 7,
      message_id: 12,
    });
    expect(callsOf([text('раз')], { ...copies, deletable: false })?.at(1)).toEqual({
      method: 'editMessageText',
      chat_id: 7,
      message_id: 12,
      text: '(removed)',
    });
    expect(editPlan([text('раз')], { ...COPIES, ...copies })?.gone).toEqual([12]);
  });

  it('of an album whose parts have one another’s copies changes each part', () => {
    const media = [
      { type: 'photo', media: 'a', caption: 'раз', caption_entities: [] },
      { type: 'photo', media: 'b', caption: '', caption_entities: [] },
    ];
    const calls = callsOf([call('sendMediaGroup', { media })], { messageIds: [11, 12] });
    expect(calls).toMatchObject([
      { method: 'editMessageCaption', message_id: 11, caption: 'раз' },
      { method: 'editMessageCaption', message_id: 12, caption: '' },
    ]);
  });

  it('may be made twice', () => {
    const plan = editPlan([text('раз'), text('два')], COPIES);
    expect(plan?.calls.every(({ repeatable }) => repeatable)).toBe(true);
  });
});
