import { Bot, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askDemoQuestions, createDemo, demoIds, openDemoDesk } from '../../src/sandbox/demo.ts';
import { openWorld, type TestWorld } from '../support/people.ts';
import { apiOf } from './bot-api.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** A little desk: each client gets a topic with a card, and what is pressed there is answered. */
function createLittleDesk(chatId: number): Bot {
  const bot = new Bot(world.sandbox.token, { client: { apiRoot: world.sandbox.apiRoot } });
  bot.chatType('private').on('message:text', async (ctx) => {
    const topic = await ctx.api.createForumTopic(chatId, `№ 1 · ${ctx.from.first_name}`);
    const card = await ctx.api.sendMessage(chatId, ctx.msg.text, {
      message_thread_id: topic.message_thread_id,
      reply_markup: new InlineKeyboard().text('Take', 'take').text('Close', 'close'),
    });
    await ctx.api.pinChatMessage(chatId, card.message_id);
    await ctx.reply('We will answer soon');
  });
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery(`${ctx.from.first_name}: ${ctx.callbackQuery.data}`);
    await ctx.editMessageText('taken');
  });
  return bot;
}

describe('people', () => {
  it('speak, look, press and wait for the bot in a few words', async () => {
    const igor = await world.staff('Игорь');
    const katya = await world.staff('Катя');
    const anna = await world.client('Анна');
    const desk = await world.forum('Desk', igor, [katya]);
    const bot = createLittleDesk(desk.chatId);
    const running = bot.start();

    await anna.says('Hello');
    const topic = await katya.topic('Анна');
    const card = await katya.card(topic);
    await katya.presses('Take', { in: topic });

    expect(card.text).toBe('Hello');
    expect(await katya.lastToast()).toBe('Катя: take');
    await katya.in(topic).reads('taken');
    await anna.reads('soon');
    expect(await anna.sees()).toEqual(['Hello', 'We will answer soon']);
    expect((await katya.topics()).map(({ name }) => name)).toEqual(['№ 1 · Анна']);
    expect(await katya.toasts()).toEqual(['Катя: take']);
    await world.settles();
    await bot.stop();
    await running;
  });

  it('see a group only from inside, and only their own chat with the bot', async () => {
    const igor = await world.staff('Игорь');
    const anna = await world.client('Анна');
    const desk = await world.forum('Desk', igor);
    await igor.in(desk).says('hello');
    await anna.says('private');

    const chats = await world.control.chats({ userId: anna.id });

    expect(chats.map(({ title }) => title)).toEqual(['Deskroom']);
    expect(await anna.in(desk).sees()).toEqual([]);
    await expect(anna.in(desk).says('let me in')).rejects.toThrow('Анна is not in the chat «Desk»');
  });

  it('are watched by whoever asks for changes', async () => {
    const anna = await world.client('Анна');
    const { version } = await world.control.version();
    const waiting = world.control.waitForChange({ since: version, timeoutMs: 5000 });
    const stream = await fetch(`${world.sandbox.url}/control/events`);
    const reader = stream.body?.getReader();
    await reader?.read();

    await anna.says('hi');

    expect((await waiting).version).toBeGreaterThan(version);
    const event = new TextDecoder().decode((await reader?.read())?.value);
    expect(event).toContain('event: change');
    expect(event).toContain(`"chatId":${anna.id}`);
    await reader?.cancel();
  });

  it('are told in words when what they do makes no sense', async () => {
    const { control } = world;

    await expect(control.say({ userId: 5, text: 'hi' })).rejects.toThrow('there is no account 5');
    const anna = await world.client('Анна');
    await expect(anna.says('   ')).rejects.toThrow('nobody can send an empty message');
    await expect(control.say({ userId: 'x' as unknown as number, text: 'hi' })).rejects.toThrow(
      /say: .*expected number/s,
    );
    const unknown = await fetch(`${world.sandbox.url}/control/fly`, { method: 'POST' });
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toEqual({ error: 'there is no action fly' });
  });
});

describe('the demo', () => {
  it('has clients, staff with a forum of theirs, and the people of the marketplace', async () => {
    const { deskChatId } = await createDemo(world.control);

    const people = await world.control.people();
    const katya = await world.control.member({ chatId: deskChatId, userId: demoIds.katya });

    expect(people.map(({ id }) => id).slice(1)).toEqual(Object.values(demoIds));
    expect(people.find(({ id }) => id === demoIds.john)).toMatchObject({ languageCode: 'en' });
    expect(katya.status).toBe('member');
  });

  it('sets the desk up as an administrator would, and lets clients ask', async () => {
    const demo = await createDemo(world.control);
    const bot = new Bot(world.sandbox.token, { client: { apiRoot: world.sandbox.apiRoot } });
    const heard: string[] = [];
    bot.on('message:text', async (ctx) => {
      heard.push(`${ctx.from.id}: ${ctx.msg.text}`);
      await ctx.reply('Ok');
    });
    bot.on('my_chat_member', (ctx) => ctx.api.sendMessage(ctx.from.id, 'Thank you'));
    const running = bot.start();

    await openDemoDesk(world.control, demo);
    await askDemoQuestions(world.control);
    await bot.stop();
    await running;

    expect(heard.slice(4, 8)).toEqual([
      `${demoIds.igor}: /desk`,
      `${demoIds.igor}: /staff supervisor ${demoIds.olga}`,
      `${demoIds.igor}: /staff manager ${demoIds.katya}`,
      `${demoIds.igor}: /staff manager ${demoIds.boris}`,
    ]);
    expect(heard).toHaveLength(12);
    const { deskChatId: chatId } = demo;
    expect(await world.control.member({ chatId, userId: 'bot' })).toMatchObject({
      status: 'administrator',
      can_manage_topics: true,
      can_pin_messages: true,
    });
  });
});

describe('the bot’s commands', () => {
  it('are kept by scope and language', async () => {
    const api = apiOf(world.sandbox);
    await api.setMyCommands([{ command: 'start', description: 'Begin' }]);
    await api.setMyCommands([{ command: 'start', description: 'Начать' }], { language_code: 'ru' });

    expect(await api.getMyCommands()).toEqual([{ command: 'start', description: 'Begin' }]);
    expect(await api.getMyCommands({ language_code: 'ru' })).toEqual([
      { command: 'start', description: 'Начать' },
    ]);
    await api.deleteMyCommands();
    expect(await api.getMyCommands()).toEqual([]);
  });
});
