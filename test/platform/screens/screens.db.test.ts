// Menus: what a button says it is about is what it does, wherever it stands by then.
import { type BotError, Composer } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPassing,
  createScreenMenu,
  pageOf,
  pageRow,
  readData,
  type Screen,
  type ScreenMenu,
} from '../../../src/platform/screens/index.ts';
import { answerPress } from '../../../src/platform/telegram/answer-press.ts';
import { createReplyNow } from '../../../src/platform/telegram/reply-now.ts';
import { type FormsContext, type FormsOffice, openFormsOffice } from '../../support/forms.ts';
import type { Person, Place } from '../../support/people.ts';

const MINUTE_MS = 60_000;

let office: FormsOffice;
let anna: Person;
let boris: Person;
let group: Place;

/** What can be cancelled now, by number. */
let offers: { id: number; name: string }[] = [];
const cancelled: number[] = [];
let sweep: () => Promise<void>;

beforeAll(async () => {
  office = await openFormsOffice();
  anna = await office.client('Анна');
  boris = await office.client('Борис');
  group = await office.forum('Сделка', anna, [boris]);
  for (const person of [anna, boris]) await person.starts();
  await office.handle();
});

afterAll(() => office.close());

beforeEach(async () => {
  await office.handle();
  office.restart([], office.database, theMenu());
  office.passed.length = 0;
  cancelled.length = 0;
  offers = ['Склад', 'Таможня', 'Страховка'].map((name, index) => ({ id: index + 1, name }));
});

/** `/offers` lists them, a page of three each; a press cancels one. */
function theMenu(id = 'of'): Composer<FormsContext> {
  const { database, botId, clock, api } = office;
  const { logger } = office.log;
  const passing = createPassing({ database, botId, clock, logger, api: () => api });
  sweep = async () => {
    for (const one of passing.sweeps) await one.run();
  };
  const menu: ScreenMenu<FormsContext> = createScreenMenu<FormsContext>({
    id,
    passing,
    logger,
    async pressed(ctx, data) {
      const { verb, ids } = readData(data);
      const [number = 0] = ids;
      if (verb === 'page') await menu.redraw(ctx, screen(number));
      if (verb === 'close') await menu.close(ctx);
      if (verb !== 'cancel') return await answerPress(ctx);
      const offer = offers.find((one) => one.id === number);
      if (!offer) return await answerPress(ctx, 'Уже отозвано');
      offers = offers.filter((one) => one !== offer);
      cancelled.push(number);
      await answerPress(ctx, `Отозвано: ${offer.name}`);
      await menu.redraw(ctx, screen(1));
    },
  });
  const composer = new Composer<FormsContext>();
  composer.use(menu.composer);
  composer.command('offers', (ctx) => menu.open(ctx, screen(1)));
  return composer;
}

function screen(wished: number): Screen {
  const page = pageOf(offers, wished, 3);
  const rows = page.items.map(({ id, name }) => [{ label: name, data: `cancel.${id}` }]);
  const close = [{ label: 'Закрыть', data: 'close' }];
  return { text: 'Приглашения', rows: [...rows, ...pageRow(page, (n) => `page.${n}`), close] };
}

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await office.handle();
}

async function labels(person: Person, place?: Place): Promise<string[]> {
  const presence = place ? person.in(place) : person;
  const menu = (await presence.messages()).findLast(({ text }) => text === 'Приглашения');
  return (menu?.buttons.flat() ?? []).map(({ label }) => label);
}

describe('a list that has shifted since it was shown', () => {
  it('does what the pressed row said, not what stands there now', async () => {
    await does(anna.says('/offers'));
    const old = await anna.reads('Приглашения');
    await does(anna.presses('Склад'));
    expect(await labels(anna)).toEqual(['Таможня', 'Страховка', 'Закрыть']);
    // As it hangs on a slow telephone: the second row was «Таможня», now it is «Страховка».
    await does(anna.forges(old, old.buttons[1]?.[0]?.value ?? ''));

    expect(cancelled).toEqual([1, 2]);
    expect(await anna.lastToast()).toBe('Отозвано: Таможня');
    expect(await labels(anna)).toEqual(['Страховка', 'Закрыть']);
  });

  it('says what is true now of a row that is gone, also behind its present end', async () => {
    await does(anna.says('/offers'));
    const old = await anna.reads('Приглашения');
    offers = [];
    for (const row of [0, 1, 2]) {
      await does(anna.forges(old, old.buttons[row]?.[0]?.value ?? ''));
      expect(await anna.lastToast()).toBe('Уже отозвано');
    }
    expect(cancelled).toEqual([]);
  });

  it('works on in a new process', async () => {
    await does(anna.says('/offers'));
    office.restart([], office.database, theMenu());
    await does(anna.presses('Таможня'));

    expect(cancelled).toEqual([2]);
  });

  it('of three hundred entries is turned page by page', async () => {
    offers = Array.from({ length: 300 }, (_, index) => ({ id: index + 1, name: `№ ${index + 1}` }));
    await does(anna.says('/offers'));
    expect(await labels(anna)).toEqual(['№ 1', '№ 2', '№ 3', '1 / 100', '›', 'Закрыть']);
    await does(anna.presses('›'));
    expect(await labels(anna)).toEqual(['№ 4', '№ 5', '№ 6', '‹', '2 / 100', '›', 'Закрыть']);
    await does(anna.presses('№ 5'));

    expect(cancelled).toEqual([5]);
  });
});

describe('a press on a menu', () => {
  it('that is no more is answered', async () => {
    await does(anna.says('/offers'));
    const old = await anna.reads('Приглашения');
    office.restart([], office.database, theMenu('new'));
    await does(anna.forges(old, old.buttons[0]?.[0]?.value ?? ''));

    expect(cancelled).toEqual([]);
    expect(await anna.lastToast()).not.toBe('');
  });

  it('of somebody else, or with data that nobody drew, changes nothing and is answered', async () => {
    await does(anna.in(group).says('/offers'));
    const menu = await boris.in(group).reads('Приглашения');
    const data = menu.buttons[0]?.[0]?.value ?? '';
    await does(boris.forges(menu, data));
    expect(await boris.lastToast()).toMatch(/^Это меню открыл другой человек/);
    for (const forged of ['of/ff/f/1.cancel.1/hxxxx', 'of/0/0//h', 'of/fff/0/x/h', 'of']) {
      await does(boris.forges(menu, forged));
    }
    expect(cancelled).toEqual([]);
    await does(anna.forges(menu, data.replace('cancel.1', 'cancel.99999999999999')));
    expect(await anna.lastToast()).toBe('Уже отозвано');
  });
});

describe('in a group', () => {
  it('a menu goes away after five minutes in which nobody pressed, with its command', async () => {
    await does(anna.in(group).says('/offers'));
    await office.clock.advance(4 * MINUTE_MS);
    await does(anna.in(group).presses('Склад'));
    await office.clock.advance(4 * MINUTE_MS);
    await sweep();
    expect(await labels(boris, group)).toEqual(['Таможня', 'Страховка', 'Закрыть']);
    await office.clock.advance(2 * MINUTE_MS);
    await sweep();

    const texts = await boris.in(group).sees();
    expect(texts.filter((text) => ['Приглашения', '/offers'].includes(text))).toEqual([]);
  });

  it('goes away when it is closed, and when the same person asks for another', async () => {
    await does(anna.in(group).says('/offers'));
    await does(anna.in(group).says('/offers'));
    await sweep();
    const count = async () =>
      (await boris.in(group).sees()).filter((text) => text === 'Приглашения').length;
    expect(await count()).toBe(1);
    await does(anna.in(group).presses('Закрыть'));
    await sweep();

    expect(await count()).toBe(0);
  });

  it('is seen by nobody else where the person’s program knows such messages', async () => {
    const commands = [{ command: 'offers', description: 'Приглашения', is_ephemeral: true }];
    await office.api.setMyCommands(commands, { scope: { type: 'all_group_chats' } });
    await does(anna.in(group).says('/offers'));
    expect(await labels(anna, group)).toEqual(['Склад', 'Таможня', 'Страховка', 'Закрыть']);
    expect(await labels(boris, group)).toEqual([]);
    await does(anna.in(group).presses('Таможня'));
    expect(await labels(anna, group)).toEqual(['Склад', 'Страховка', 'Закрыть']);
    await does(anna.in(group).presses('Закрыть'));

    expect(await labels(anna, group)).toEqual([]);
    expect(cancelled).toEqual([2]);
  });
});

it('a command that nobody else sees is answered where nobody else looks', async () => {
  const replyNow = createReplyNow(office.log.logger);
  const composer = new Composer<FormsContext>();
  composer.command('whisper', (ctx) => replyNow(ctx, { text: 'Только вам', replyTo: ctx.msgId }));
  office.restart([], office.database, composer);
  const commands = [{ command: 'whisper', description: 'Шёпот', is_ephemeral: true }];
  await office.api.setMyCommands(commands, { scope: { type: 'all_group_chats' } });
  const before = await boris.in(group).sees();
  await does(anna.in(group).says('/whisper'));

  expect((await anna.in(group).sees()).at(-1)).toBe('Только вам');
  expect(await boris.in(group).sees()).toEqual(before);
});

it('a button that Telegram would refuse is a mistake of the program, and found out at once', async () => {
  const { database, botId, clock, api } = office;
  const { logger } = office.log;
  const passing = createPassing({ database, botId, clock, logger, api: () => api });
  const menu = createScreenMenu<FormsContext>({
    id: 'x',
    passing,
    logger,
    pressed: async () => {},
  });
  const composer = new Composer<FormsContext>();
  composer.command('long', (ctx) =>
    menu.open(ctx, { text: 'x', rows: [[{ label: 'x', data: 'y'.repeat(41) }]] }),
  );
  office.restart([], office.database, composer);
  await anna.says('/long');

  const thrown = await office.handle().catch((error: unknown) => (error as BotError).error);
  expect(thrown).toBeInstanceOf(RangeError);
});
