// The page against a sandbox without the bot: what it shows is true, safe, and does not jump about.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, openPage, type SandboxPage } from '../support/browser.ts';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';

/** A browser is slow to open on a busy machine, in milliseconds. */
const timeout = 60_000;

describe.skipIf(noBrowser)('the page', { timeout }, () => {
  let browser: Browser;
  let world: TestWorld;
  let igor: Person;
  let katya: Person;
  let forum: Place;
  let shown: SandboxPage;

  beforeAll(async () => {
    browser = await openBrowser();
  }, timeout);
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    world = await openWorld();
    igor = await world.staff('Игорь');
    katya = await world.staff('Катя');
    forum = await world.forum('Стол', igor, [katya]);
    await katya.starts();
  });
  afterEach(async () => {
    await shown?.close();
    await world?.close();
  });

  async function bot(method: string, args: object): Promise<void> {
    const { apiRoot, token } = world.sandbox;
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async function topic(name: string): Promise<Place & { readonly threadId: number }> {
    const { chatId } = forum;
    const { threadId } = await world.control.createTopic({ userId: igor.id, chatId, name });
    return { chatId, threadId };
  }

  it('shows what people write as words, whatever it looks like', async () => {
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Deskroom');

    await window.says('<img src=x onerror="document.title=1"> <b>b</b>');
    await bot('sendMessage', {
      chat_id: katya.id,
      text: 'жирно <i>',
      entities: [{ type: 'bold', offset: 0, length: 5 }],
    });

    await window.reads('<img src=x onerror="document.title=1"> <b>b</b>');
    await window.message('жирно <i>').locator('strong', { hasText: 'жирно' }).waitFor();
    expect(await shown.page.title()).toBe('Deskroom · песочница');
    expect(await window.log.locator('.words b, .words i, .words img').count()).toBe(0);
  });

  it('opens what a link leads to apart from itself', async () => {
    await bot('sendMessage', {
      chat_id: katya.id,
      text: 'сюда',
      entities: [{ type: 'text_link', offset: 0, length: 4, url: 'https://example.com/a' }],
    });
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Deskroom');

    const link = window.log.getByRole('link', { name: 'сюда' });

    expect(await link.getAttribute('href')).toBe('https://example.com/a');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('lets a person type on while messages arrive, and keeps the draft of each chat', async () => {
    const first = await topic('Первая');
    const second = await topic('Вторая');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Первая');

    await window.field.click();
    await shown.page.keyboard.type('Черно');
    await igor.in(first).says('Новое сообщение');
    await window.reads('Новое сообщение');
    await shown.page.keyboard.type('вик');
    await window.opens('Вторая');
    expect(await window.field.inputValue()).toBe('');
    await window.says('Во вторую');
    await window.reads('Во вторую');
    await window.opens('Первая');

    expect(await window.field.inputValue()).toBe('Черновик');
    expect(await katya.in(second).sees()).toEqual(['Во вторую']);
  });

  it('opens the comments of a channel’s post, where what is written hangs on it', async () => {
    const { channelId, chatId } = await world.channel('Рабочий канал', igor, [katya]);
    await bot('sendMessage', { chat_id: channelId, text: 'Диалог № 1' });
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.element.getByRole('listitem').filter({ hasText: 'Диалог № 1' }).last().waitFor();
    await window.element.getByText('Рабочий канал', { exact: true }).first().click();

    await window.message('Диалог № 1').getByRole('button', { name: 'Прокомментировать' }).click();
    await window.says('500 рублей');
    await window.reads('500 рублей');
    const place = await katya.comments('Диалог № 1');
    expect(place.chatId).toBe(chatId);
    expect(await katya.in(place).sees()).toEqual(['500 рублей']);
  });

  it('marks what was not read, until it is', async () => {
    const place = await topic('Тема');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    const dot = window.element
      .getByRole('listitem')
      .filter({ hasText: 'Тема' })
      .getByRole('img', { name: 'непрочитано' });

    await igor.in(place).says('Посмотрите');
    await dot.waitFor();
    await window.opens('Тема');

    await dot.waitFor({ state: 'detached' });
  });

  it('stays where a person reads while messages arrive below', async () => {
    const place = await topic('Длинная');
    for (let number = 1; number <= 60; number += 1)
      await igor.in(place).says(`Сообщение ${number}`);
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Длинная');
    await window.reads('Сообщение 60');
    const top = () => window.log.evaluate((log) => log.scrollTop);
    expect(await top()).toBeGreaterThan(0);

    await window.log.evaluate((log) => log.scrollTo({ top: 100 }));
    await igor.in(place).says('Сообщение 61');
    await window.message('Сообщение 61').waitFor({ state: 'attached' });
    const afterwards = await top();
    await window.presses('К последним сообщениям');

    expect(afterwards).toBe(100);
    expect(await window.message('Сообщение 61').isVisible()).toBe(true);
  });

  it('draws again only the message that changed', async () => {
    const place = await topic('Тема');
    const own = await igor.in(place).says('Первое');
    await igor.in(place).says('Второе');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Тема');
    await window.reads('Второе');
    const mark = (words: string) =>
      window.message(words).evaluate((element) => element.setAttribute('data-seen', 'yes'));
    await mark('Первое');
    await mark('Второе');

    await igor.in(place).edits(own, 'Первое, исправлено');
    await window.reads('Первое, исправлено');

    const seen = (words: string) => window.message(words).getAttribute('data-seen');
    expect(await seen('Первое, исправлено')).toBeNull();
    expect(await seen('Второе')).toBe('yes');
    await window.message('Первое, исправлено').getByText('изменено').waitFor();
  });

  it('finds by a hashtag in all topics, and leads to the one found', async () => {
    const first = await topic('Первая');
    const second = await topic('Вторая');
    await igor.in(first).says('Раз #важно');
    await igor.in(first).says('Без метки');
    await igor.in(second).says('Два #ВАЖНО');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Первая');

    await window.message('Раз').getByRole('button', { name: '#важно' }).click();
    await window.element.getByText('#важно · найдено: 2').waitFor();
    expect(await window.log.getByRole('article').count()).toBe(2);
    await window.message('Два').getByRole('button', { name: 'Вторая' }).click();

    await window.element.getByRole('heading', { name: 'Вторая' }).waitFor();
    await window.reads('Два #ВАЖНО');
  });

  it('hides what is hidden until it is asked for', async () => {
    await bot('sendMessage', {
      chat_id: katya.id,
      text: 'код 1234',
      entities: [{ type: 'spoiler', offset: 4, length: 4 }],
    });
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.element.getByText('код ▒▒▒▒').waitFor();
    await window.opens('Deskroom');

    const hidden = window.log.getByRole('button', { name: 'Скрытый текст, показать' });
    await hidden.focus();
    await shown.page.keyboard.press('Enter');

    await hidden.waitFor({ state: 'detached' });
    await window.reads('код 1234');
  });

  it('sends what was typed with marks as formatted text, and a file with its words', async () => {
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Deskroom');

    await window.says('Это **важно**');
    await window.reads('Это важно');
    await window.field.fill('Вот договор');
    await window.presses('Вложить');
    await shown.page.getByRole('menuitem', { name: 'Документ' }).click();
    await window.reads('Вот договор');

    const [, text, file] = await katya.messages();
    expect(text?.entities).toEqual([{ type: 'bold', offset: 4, length: 5 }]);
    expect(file).toMatchObject({ media: 'document', fileName: 'Договор.pdf', text: 'Вот договор' });
    expect(await window.field.inputValue()).toBe('');
  });

  it('answers the words that were marked in a message', async () => {
    const place = await topic('Тема');
    await igor.in(place).says('Привезём во вторник или в среду');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Тема');

    const asked = window.message('Привезём');
    await asked.locator('.words').evaluate((words) => {
      const range = words.ownerDocument.createRange();
      range.setStart(words.firstChild, 'Привезём '.length);
      range.setEnd(words.firstChild, 'Привезём во вторник'.length);
      const selection = words.ownerDocument.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    });
    await asked.hover();
    await asked.getByRole('button', { name: 'Ответить' }).click();
    await window.element.getByText('«во вторник»').waitFor();
    await window.says('Подходит');
    await window.reads('Подходит');

    const answer = (await katya.in(place).messages()).at(-1);
    expect(answer).toMatchObject({ text: 'Подходит', replyTo: { quote: 'во вторник' } });
  });

  it('sends an album with its words, and shows its parts as one', async () => {
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Deskroom');

    await window.field.fill('Два вида');
    await window.presses('Вложить');
    await shown.page.getByRole('menuitem', { name: 'Альбом' }).click();
    await window.reads('Два вида');

    const [, first, second] = await katya.messages();
    expect(first).toMatchObject({ media: 'photo', text: 'Два вида' });
    expect(second).toMatchObject({ media: 'photo', text: '', albumId: first?.albumId });
    const parts = window.log.getByRole('article').filter({ has: shown.page.getByRole('img') });
    const [above, below] = await parts
      .locator('.bubble')
      .evaluateAll((bubbles) => bubbles.map((bubble) => bubble.getBoundingClientRect()));
    expect(above?.bottom).toBe(below?.top);
    expect(await parts.first().getByRole('time').count()).toBe(0);
    expect(await parts.last().getByRole('time').isVisible()).toBe(true);
  });

  it('gives words back that could not be sent, and says why', async () => {
    const place = await topic('Тема');
    shown = await openPage(browser, world.sandbox.url, [katya.id]);
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Тема');
    await world.control.closeTopic({ userId: igor.id, ...place });

    await window.says('Ответ');

    await window.isTold('Не получилось');
    expect(await window.field.inputValue()).toBe('Ответ');
  });

  it('fits a telephone: one person at a time, and nothing wider than the screen', async () => {
    const place = await topic('Тема');
    await igor.in(place).says(`${'длинное'.repeat(40)} https://example.com/${'a'.repeat(200)}`);
    const viewport = { width: 390, height: 844 };
    shown = await openPage(browser, world.sandbox.url, [igor.id, katya.id], { viewport });
    const { page } = shown;

    await page.getByRole('button', { name: 'Катя' }).click();
    const window = shown.window('Катя');
    await window.opens('Стол');
    await window.opens('Тема');
    await window.reads('длинное');

    expect(await shown.window('Игорь').element.isVisible()).toBe(false);
    const widths = await window.log.evaluate((log) => [
      log.scrollWidth - log.clientWidth,
      log.ownerDocument.body.scrollWidth,
    ]);
    expect(widths).toEqual([0, 390]);
  });

  it('speaks the language of the browser, and the other one when asked', async () => {
    shown = await openPage(browser, world.sandbox.url, [katya.id], { locale: 'en-GB' });

    await shown.page.getByRole('region', { name: 'Window: Катя' }).waitFor();
    await shown.page.getByRole('button', { name: 'Русский' }).click();

    await shown.window('Катя').element.getByRole('heading', { name: 'Чаты' }).waitFor();
    expect(await shown.page.locator('html').getAttribute('lang')).toBe('ru');
  });
});
