import { InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../support/people.ts';
import { apiOf, callRaw } from './bot-api.ts';

let world: TestWorld;
let chat_id: number;
beforeEach(async () => {
  world = await openWorld();
  const anna = await world.client('Анна');
  await anna.starts();
  chat_id = anna.id;
});
afterEach(() => world.close());

async function describeRefusal(method: string, payload: object): Promise<string | undefined> {
  return (await callRaw(world.sandbox, method, payload)).description;
}

describe('a call to the Bot API', () => {
  it('with a wrong token is unauthorized', async () => {
    const answer = await callRaw(world.sandbox, 'getMe', {}, '1:wrong');

    expect(answer).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
  });

  it('of a method that does not exist is not found', async () => {
    const answer = await callRaw(world.sandbox, 'sendMesage', {});

    expect(answer).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  it('may write the name of the method in any case', async () => {
    expect((await callRaw(world.sandbox, 'GETME')).ok).toBe(true);
  });

  it.each([
    ['no chat', { text: 'hi' }, 'Bad Request: chat_id is empty'],
    ['no text', { chat_id: 1 }, 'Bad Request: message text is empty'],
    [
      'a number for a text',
      { chat_id: 1, text: 5 },
      'Bad Request: sandbox: sendMessage: text must be a string',
    ],
    [
      'a parse mode that is none',
      { chat_id: 1, text: 'hi', parse_mode: 'html' },
      'Bad Request: sandbox: sendMessage: parse_mode must be one of Markdown, MarkdownV2, HTML',
    ],
    [
      'an entity without a length',
      { chat_id: 1, text: 'hi', entities: [{ type: 'bold', offset: 0 }] },
      'Bad Request: sandbox: sendMessage: entities[0] fits none of the allowed kinds',
    ],
    [
      'a button that does nothing',
      { chat_id: 1, text: 'hi', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
      'Bad Request: text buttons are unallowed in the inline keyboard',
    ],
    [
      'callback data of 65 bytes',
      {
        chat_id: 1,
        text: 'hi',
        reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] },
      },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
  ])('with %s is refused before anything else', async (_, payload, description) => {
    expect(await describeRefusal('sendMessage', payload)).toBe(description);
  });

  it('counts callback data in bytes: 32 Cyrillic letters fit, 33 do not', async () => {
    const keyboard = (data: string) => ({
      chat_id,
      text: 'hi',
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: data }]] },
    });

    expect(await describeRefusal('sendMessage', keyboard('я'.repeat(32)))).toBeUndefined();
    expect(await describeRefusal('sendMessage', keyboard('я'.repeat(33)))).toBe(
      'Bad Request: BUTTON_DATA_INVALID',
    );
  });

  it('may carry at most 8 buttons in a row and 100 in all', async () => {
    const rows = (count: number, width: number) => ({
      chat_id,
      text: 'hi',
      reply_markup: {
        inline_keyboard: Array.from({ length: count }, () =>
          Array.from({ length: width }, () => ({ text: 'a', callback_data: 'a' })),
        ),
      },
    });

    expect(await describeRefusal('sendMessage', rows(1, 8))).toBeUndefined();
    expect(await describeRefusal('sendMessage', rows(1, 9))).toBe(
      'Bad Request: reply markup is too long',
    );
    expect(await describeRefusal('sendMessage', rows(25, 4))).toBeUndefined();
    expect(await describeRefusal('sendMessage', rows(26, 4))).toBe(
      'Bad Request: reply markup is too long',
    );
  });

  it('names a topic in 1 to 128 characters', async () => {
    expect(await describeRefusal('createForumTopic', { chat_id: 1, name: 'x'.repeat(129) })).toBe(
      'Bad Request: sandbox: createForumTopic: name must be 1-128 characters',
    );
  });

  it('may come as a form or in the address as well as in JSON', async () => {
    const address = `${world.sandbox.apiRoot}/bot${world.sandbox.token}/sendMessage`;
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] });
    const form = new URLSearchParams({
      chat_id: String(chat_id),
      text: 'from a form',
      reply_markup: markup,
    });

    const posted = await fetch(address, { method: 'POST', body: form });
    const got = await fetch(`${address}?chat_id=${chat_id}&text=from+an+address`);

    expect(await posted.json()).toMatchObject({ ok: true, result: { text: 'from a form' } });
    expect(await got.json()).toMatchObject({ ok: true, result: { text: 'from an address' } });
  });

  it('can bring a file, which can be fetched and sent again by its id', async () => {
    const api = apiOf(world.sandbox);

    const sent = await api.sendDocument(chat_id, new InputFile(Buffer.from('hello'), 'hello.txt'), {
      caption: 'for <b>you</b>',
      parse_mode: 'HTML',
    });
    const again = await api.sendDocument(chat_id, sent.document.file_id);
    const { file_path } = await api.getFile(sent.document.file_id);
    const body = await fetch(
      `${world.sandbox.apiRoot}/file/bot${world.sandbox.token}/${file_path}`,
    );

    expect(sent).toMatchObject({ caption: 'for you', document: { file_name: 'hello.txt' } });
    expect(again.document).toEqual(sent.document);
    expect(await body.text()).toBe('hello');
  });

  it('with a file id that nobody knows, or of another kind, is refused', async () => {
    const api = apiOf(world.sandbox);
    const photo = await api.sendPhoto(chat_id, 'https://example.org/a.jpg');
    const id = photo.photo.at(-1)?.file_id;

    expect(await describeRefusal('sendDocument', { chat_id, document: id })).toBe(
      "Bad Request: can't use file of type Photo as Document",
    );
    expect(await describeRefusal('sendPhoto', { chat_id, photo: 'nonsense' })).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
  });

  it('for what the sandbox cannot play fails loudly instead of pretending', async () => {
    expect(
      await describeRefusal('sendMessage', { chat_id, text: 'hi', direct_messages_topic_id: 5 }),
    ).toBe('Not Implemented: sandbox: parameter direct_messages_topic_id is not simulated');
  });
});
