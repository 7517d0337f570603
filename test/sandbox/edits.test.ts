import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

const NOT_MODIFIED =
  '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const HOUR = 60 * 60 * 1000;

let clock: TestClock;
let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  clock = createTestClock('2026-11-21T09:00:00Z');
  world = await openWorld({ now: clock.now });
  anna = await world.client('Анна');
  await anna.starts();
});
afterEach(() => world.close());

const keyboard = (data: string) => ({
  inline_keyboard: [[{ text: 'a', callback_data: data }]],
});

describe('an edit', () => {
  it('changes text and keyboard, and takes the keyboard away when none is given', async () => {
    const api = apiOf(world.sandbox);
    const sent = await api.sendMessage(anna.id, 'one', { reply_markup: keyboard('1') });
    await clock.advance(60_000);

    const edited = await api.editMessageText(anna.id, sent.message_id, '<b>two</b>', {
      parse_mode: 'HTML',
    });

    expect(edited).toMatchObject({
      text: 'two',
      entities: [{ type: 'bold' }],
      edit_date: sent.date + 60,
    });
    expect(edited).not.toHaveProperty('reply_markup');
    expect(await anna.messages()).toMatchObject([{}, { text: 'two', edited: true, buttons: [] }]);
  });

  it('that changes nothing is refused; another keyboard is a change, though not a visible one', async () => {
    const api = apiOf(world.sandbox);
    const reply_markup = keyboard('1');
    const { message_id } = await api.sendMessage(anna.id, 'same', { reply_markup });

    expect(
      await refusalOf(api.editMessageText(anna.id, message_id, ' same ', { reply_markup })),
    ).toBe(NOT_MODIFIED);
    expect(await refusalOf(api.editMessageReplyMarkup(anna.id, message_id, { reply_markup }))).toBe(
      NOT_MODIFIED,
    );
    await api.editMessageText(anna.id, message_id, 'same', { reply_markup: keyboard('2') });
    expect((await anna.reads('same')).edited).toBe(false);
    await api.editMessageText(anna.id, message_id, '<i>same</i>', { parse_mode: 'HTML' });
    expect((await anna.reads('same')).edited).toBe(true);
  });

  it('has no age limit', async () => {
    const api = apiOf(world.sandbox);
    const { message_id } = await api.sendMessage(anna.id, 'one');
    await clock.advance(1000 * HOUR);

    expect(await api.editMessageText(anna.id, message_id, 'two')).toMatchObject({ text: 'two' });
  });

  it('needs a message that is there, is the bot’s own, and has a text or a caption', async () => {
    const api = apiOf(world.sandbox);
    const hers = await anna.says('hers');
    const photo = await api.sendPhoto(anna.id, 'https://example.org/a.jpg', { caption: 'x' });
    const gone = await api.sendMessage(anna.id, 'gone');
    await api.deleteMessage(anna.id, gone.message_id);

    expect(await refusalOf(api.editMessageText(anna.id, gone.message_id, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(await refusalOf(api.editMessageText(anna.id, hers.messageId, 'x'))).toBe(
      "400 Bad Request: message can't be edited",
    );
    expect(await refusalOf(api.editMessageText(anna.id, photo.message_id, 'x'))).toBe(
      '400 Bad Request: there is no text in the message to edit',
    );
    await api.editMessageCaption(anna.id, photo.message_id, { caption: 'y' });
    expect((await anna.reads('y')).media).toBe('photo');
    expect(
      await refusalOf(api.editMessageCaption(anna.id, photo.message_id, { caption: 'y' })),
    ).toBe(NOT_MODIFIED);
  });
});

describe('a message', () => {
  it('can be deleted by the bot within 48 hours, whoever of the two wrote it', async () => {
    const api = apiOf(world.sandbox);
    const hers = await anna.says('hers');
    const old = await api.sendMessage(anna.id, 'old');
    await clock.advance(47 * HOUR);
    const young = await api.sendMessage(anna.id, 'young');
    await api.deleteMessage(anna.id, hers.messageId);
    await clock.advance(HOUR);

    expect(await refusalOf(api.deleteMessage(anna.id, old.message_id))).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    );
    expect(
      await refusalOf(api.deleteMessages(anna.id, [young.message_id, old.message_id, 999])),
    ).toBe("400 Bad Request: message can't be deleted for everyone");
    await api.deleteMessages(anna.id, [young.message_id, 999]);
    expect(await anna.sees()).toEqual(['/start', 'old']);
    expect(await refusalOf(api.deleteMessage(anna.id, young.message_id))).toBe(
      '400 Bad Request: message to delete not found',
    );
  });

  it('of somebody else in a group needs the right, and a topic’s first one never goes', async () => {
    const api = apiOf(world.sandbox);
    const desk = await world.forum('Desk', anna);
    const hers = await anna.in(desk).says('hers');
    const topic = await api.createForumTopic(desk.chatId, 'Topic');
    await world.control.promote({
      chatId: desk.chatId,
      userId: 'bot',
      rights: { can_manage_topics: true },
    });

    expect(await refusalOf(api.deleteMessage(desk.chatId, hers.messageId))).toBe(
      "400 Bad Request: message can't be deleted",
    );
    expect(await refusalOf(api.deleteMessage(desk.chatId, topic.message_thread_id))).toBe(
      "400 Bad Request: message can't be deleted",
    );
    expect(await refusalOf(api.deleteForumTopic(desk.chatId, topic.message_thread_id))).toBe(
      '400 Bad Request: not enough rights to delete the topic',
    );
  });

  it('is copied with its file and formatting and without its author', async () => {
    const api = apiOf(world.sandbox);
    const boris = await world.client('Борис');
    await boris.starts();
    const photo = await anna.sendsPhoto('look #here');

    await api.copyMessage(boris.id, anna.id, photo.messageId);
    await api.copyMessage(boris.id, anna.id, photo.messageId, { caption: 'instead' });
    await api.forwardMessage(boris.id, anna.id, photo.messageId);

    const seen = await boris.messages();
    expect(seen.slice(1)).toMatchObject([
      { text: 'look #here', media: 'photo', fileId: photo.fileId, forwarded: false },
      { text: 'instead', media: 'photo', fileId: photo.fileId },
      { text: 'look #here', forwarded: true, entities: [{ type: 'hashtag' }] },
    ]);
  });

  it('that is missing, protected or a service message is not copied', async () => {
    const api = apiOf(world.sandbox);
    const kept = await api.sendMessage(anna.id, 'kept', { protect_content: true });
    const desk = await world.forum('Desk', anna);
    const topic = await api.createForumTopic(desk.chatId, 'Topic');

    expect(await refusalOf(api.copyMessage(anna.id, anna.id, 999))).toBe(
      '400 Bad Request: message to copy not found',
    );
    expect(await refusalOf(api.forwardMessage(anna.id, anna.id, 999))).toBe(
      '400 Bad Request: message to forward not found',
    );
    expect(await refusalOf(api.copyMessage(anna.id, anna.id, kept.message_id))).toBe(
      "400 Bad Request: message can't be copied",
    );
    expect(await refusalOf(api.copyMessage(anna.id, desk.chatId, topic.message_thread_id))).toBe(
      "400 Bad Request: message can't be copied",
    );
    expect(await api.copyMessages(anna.id, anna.id, [kept.message_id, 999])).toEqual([]);
  });

  it('that answers one that is gone is refused, or sent alone where that is allowed', async () => {
    const api = apiOf(world.sandbox);

    expect(
      await refusalOf(api.sendMessage(anna.id, 'x', { reply_parameters: { message_id: 999 } })),
    ).toBe('400 Bad Request: message to be replied not found');
    const alone = await api.sendMessage(anna.id, 'x', {
      reply_parameters: { message_id: 999, allow_sending_without_reply: true },
    });
    expect(alone).not.toHaveProperty('reply_to_message');
  });
});
