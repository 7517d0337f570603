import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../support/clock.ts';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

const clock = createTestClock('2026-11-22T10:00:00Z');
const button = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };

let world: TestWorld;
let igor: Person;
let anna: Person;
let room: Place;
beforeEach(async () => {
  world = await openWorld({ now: clock.now });
  igor = await world.staff('Игорь');
  anna = await world.client('Анна');
  room = await igor.createsGroup({ title: 'Room', members: [anna] });
  await igor.adds('bot', room);
  await igor.promotes('bot', room, {});
  await drain();
});
afterEach(() => world.close());

const api = () => apiOf(world.sandbox);

async function drain() {
  const updates = await api().getUpdates();
  const last = updates.at(-1);
  if (last) await api().getUpdates({ offset: last.update_id + 1 });
  return updates;
}

function whisper(text: string, more: object = {}, to = anna.id, chatId = room.chatId) {
  return api().sendMessage(chatId, text, {
    ephemeral_message_parameters: { receiver_user_id: to },
    ...more,
  });
}

async function texts(person: Person) {
  return (await person.in(room).messages()).map(({ text }) => text);
}

describe('an ephemeral message', () => {
  it('is seen by its receiver alone, in its place among the others', async () => {
    await anna.in(room).says('before');
    const sent = await whisper('only for you');
    await anna.in(room).says('after');

    expect(sent).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
      receiver_user: { id: anna.id },
    });
    expect(await texts(anna)).toEqual(['before', 'only for you', 'after']);
    expect(await texts(igor)).toEqual(['before', 'after']);
    expect(await anna.in(room).reads('only for you')).toMatchObject({ ephemeral: true });
    const { chatId } = room;
    expect(await refusalOf(api().editMessageText(chatId, 0, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(await refusalOf(api().deleteMessage(chatId, 0))).toBe(
      '400 Bad Request: message to delete not found',
    );
  });

  it('is changed and taken back by its own number and receiver', async () => {
    const { chatId } = room;
    const { ephemeral_message_id: id = 0 } = await whisper('one', { reply_markup: button });

    expect(await api().editEphemeralMessageText(chatId, anna.id, id, 'two')).toBe(true);
    await api().editEphemeralMessageReplyMarkup(chatId, anna.id, id, { reply_markup: button });

    expect(await anna.in(room).reads('two')).toMatchObject({ buttons: [[{ label: 'Go' }]] });
    for (const call of [
      () => api().editEphemeralMessageText(chatId, igor.id, id, 'three'),
      () => api().deleteEphemeralMessage(chatId, anna.id, id + 1),
    ]) {
      expect(await refusalOf(call())).toBe('400 Bad Request: ephemeral message not found');
    }
    expect(
      await refusalOf(
        api().editEphemeralMessageText(chatId, anna.id, id, 'two', { reply_markup: button }),
      ),
    ).toContain('message is not modified');
    await api().deleteEphemeralMessage(chatId, anna.id, id);
    expect(await texts(anna)).toEqual([]);
  });

  it('has buttons whose presses name it', async () => {
    await whisper('menu', { reply_markup: button });

    await anna.presses('Go', { in: room });

    const [update] = await drain();
    expect(update?.callback_query).toMatchObject({
      from: { id: anna.id },
      data: 'go',
      message: { message_id: 0, ephemeral_message_id: 1, chat: { id: room.chatId } },
    });
    await expect(
      world.control.press({ userId: igor.id, chatId: room.chatId, messageId: -1, label: 'Go' }),
    ).rejects.toThrow('does not see');
  });

  it('may be shown in place of the message whose button was pressed', async () => {
    const { chatId } = room;
    await api().sendMessage(chatId, 'for all', { reply_markup: button });
    await anna.in(room).says('later');
    await anna.presses('Go', { in: room });
    const id = (await drain()).at(-1)?.callback_query?.id ?? '';

    const sent = await whisper('yours', {
      ephemeral_message_parameters: {
        receiver_user_id: anna.id,
        callback_query_id: id,
        replace_callback_query_message: true,
      },
    });

    expect(await texts(anna)).toEqual(['yours', 'later']);
    expect(await texts(igor)).toEqual(['for all', 'later']);
    await api().deleteEphemeralMessage(chatId, anna.id, sent.ephemeral_message_id ?? 0);
    expect(await texts(anna)).toEqual(['for all', 'later']);
  });

  it('never comes to a program that does not know it, and the bot is not told', async () => {
    await anna.hasAnOldProgram();

    expect(await whisper('lost')).toMatchObject({ ephemeral_message_id: 1 });

    expect(await texts(anna)).toEqual([]);
  });

  it('is for members of supergroups, who are people', async () => {
    const boris = await world.client('Борис');
    await anna.starts();

    expect(await refusalOf(whisper('x', {}, boris.id))).toBe(
      '400 Bad Request: PARTICIPANT_ID_INVALID',
    );
    expect(await refusalOf(whisper('x', {}, 7_000_000_001))).toBe(
      '400 Bad Request: PARTICIPANT_ID_INVALID',
    );
    expect(await refusalOf(whisper('x', {}, anna.id, anna.id))).toBe(
      '400 Bad Request: BOT_NOT_ADMIN',
    );
  });
});

describe('a bot that is no administrator', () => {
  beforeEach(async () => {
    await igor.demotes('bot', room);
    await drain();
  });

  it('may only answer a press, within 15 seconds', async () => {
    await api().sendMessage(room.chatId, 'for all', { reply_markup: button });
    await anna.presses('Go', { in: room });
    const callback_query_id = (await drain()).at(-1)?.callback_query?.id ?? '';
    const ephemeral_message_parameters = { receiver_user_id: anna.id, callback_query_id };

    expect(await refusalOf(whisper('by itself'))).toBe('400 Bad Request: BOT_NOT_ADMIN');
    expect(await whisper('at once', { ephemeral_message_parameters })).toBeDefined();
    await clock.advance(15_001);
    expect(await refusalOf(whisper('late', { ephemeral_message_parameters }))).toBe(
      '400 Bad Request: BOT_NOT_ADMIN',
    );
    const forged = { receiver_user_id: igor.id, callback_query_id };
    expect(await refusalOf(whisper('x', { ephemeral_message_parameters: forged }))).toContain(
      'query ID is invalid',
    );
  });

  it('hears a command that nobody else sees, and may answer it as quietly', async () => {
    await api().setMyCommands([{ command: 'menu', description: 'Menu', is_ephemeral: true }], {
      scope: { type: 'all_group_chats' },
    });
    await anna.in(room).says('/menu');
    await anna.in(room).says('/other');

    const [command, other] = (await drain()).map(({ message }) => message);
    expect(command).toMatchObject({ text: '/menu', message_id: 0, ephemeral_message_id: 1 });
    expect(other?.message_id).toBeGreaterThan(0);
    expect(await texts(igor)).toEqual(['/other']);
    const reply_parameters = { ephemeral_message_id: 1 };
    expect(await whisper('here it is', { reply_parameters })).toBeDefined();
    expect(
      await refusalOf(api().sendMessage(room.chatId, 'aloud', { reply_parameters })),
    ).toContain('is one itself');
    await clock.advance(15_001);
    expect(await refusalOf(whisper('late', { reply_parameters }))).toBe(
      '400 Bad Request: message to be replied not found',
    );
    await anna.hasAnOldProgram();
    await anna.in(room).says('/menu');
    expect(await texts(igor)).toEqual(['/other', '/menu']);
  });
});

describe('the commands a person is offered', () => {
  it('are the narrowest list there is, in their language if it has one', async () => {
    const list = (command: string) => [{ command, description: command }];
    await api().setMyCommands(list('all'));
    await api().setMyCommands(list('all_ru'), { language_code: 'ru' });
    await api().setMyCommands(list('admins'), {
      scope: { type: 'chat_administrators', chat_id: room.chatId },
    });
    await api().setMyCommands(list('hers'), {
      scope: { user_id: anna.id, type: 'chat_member', chat_id: room.chatId },
    });
    const john = await world.client('John', { languageCode: 'en' });
    const offered = async (person: Person, place: Partial<Place>) =>
      (await world.control.commands({ userId: person.id, ...place })).map((one) => one.command);

    expect(await offered(anna, room)).toEqual(['hers']);
    expect(await offered(igor, room)).toEqual(['admins']);
    expect(await offered(anna, {})).toEqual(['all_ru']);
    expect(await offered(john, {})).toEqual(['all']);
  });
});
