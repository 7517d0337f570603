// The short form of seed 003, played with a mouse and a keyboard on the page.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, openPage, type SandboxPage } from '../support/browser.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';

/** A browser and a database at once are slow to open on a busy machine, in milliseconds. */
const timeout = 90_000;

describe.skipIf(noBrowser)('one window, on the page', { timeout }, () => {
  let browser: Browser;
  let company: DeskCompany;
  let page: SandboxPage;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    company = await openDesk();
  });
  afterEach(async () => {
    await page?.close();
    await company?.close();
  });

  it('a client asks, a manager takes, answers and closes, the client rates, and the card has it all', async () => {
    const { id } = await company.client('Анна', { lastName: 'Петрова', username: 'anna' });
    page = await openPage(browser, company.sandbox.url, [id, company.katya.id]);
    const anna = page.window('Анна Петрова');
    const katya = page.window('Катя Смирнова');

    await anna.presses('Начать');
    await anna.says('Здравствуйте! Сколько стоит доставка?');
    await katya.opens('Единое окно');
    await katya.opens('№ 1 · Анна Петрова');
    await katya.reads('НЕ ОТВЕЧЕНО');
    await katya.reads('Сколько стоит доставка?');

    await katya.presses('Взять в работу');
    await katya.isTold('Диалог у вас');
    await katya.reads('В РАБОТЕ');

    await katya.says('Добрый день! 500 рублей.');
    await anna.reads('Добрый день! 500 рублей.');
    await katya.reads('ОТВЕЧЕНО');

    await katya.presses('Закрыть');
    await katya.reads('ЗАКРЫТО');
    await anna.presses('5 ⭐');
    await katya.reads('Оценка 5 из 5');

    const card = await katya.message('ЗАКРЫТО').innerText();
    expect(card).toContain('Оценка 5 из 5');
    expect(card).toContain('Катя Смирнова');
    expect(page.problems).toEqual([]);
  });

  it('a manager types the bot’s name in any chat and sends one of the dialogs it offers', async () => {
    const anna = await company.client('Анна', { lastName: 'Петрова' });
    await anna.says('Сколько стоит доставка?');
    await company.settle();
    page = await openPage(browser, company.sandbox.url, [company.katya.id]);
    const katya = page.window('Катя Смирнова');
    await katya.opens('Единое окно');
    await katya.opens('№ 1 · Анна Петрова');
    await katya.field.fill('@deskroom_bot неотвеченные');
    await katya.element.getByRole('option').filter({ hasText: '№ 1 · Анна Петрова' }).click();
    await katya.reads('🔴 № 1 · НЕ ОТВЕЧЕНО');
  });

  it('an employee connects their account, a client writes to them, and the desk answers in their name', async () => {
    const { id } = await company.client('Анна', { lastName: 'Петрова' });
    page = await openPage(browser, company.sandbox.url, [company.katya.id, id]);
    const katya = page.window('Катя Смирнова');
    const anna = page.window('Анна Петрова');
    const choose = async (person: typeof katya, label: string) => {
      await person.presses('Действия с чатом');
      await page.page.getByRole('menuitem', { name: label, exact: true }).click();
    };

    await katya.opens('Теперь у вас есть роль');
    await choose(katya, 'Подключить бота к своему аккаунту');
    await katya.reads('Аккаунт подключён');
    await choose(anna, 'Личный чат: Катя');
    await anna.element.getByText('личный чат, бот его видит').waitFor();
    await anna.says('Катя, где мой заказ?');
    await katya.presses('Назад');
    await katya.opens('Единое окно');
    await katya.opens('№ 1 · Анна Петрова');
    await katya.reads('Telegram Business');
    await katya.says('В пути');
    await anna.reads('В пути');

    expect(await anna.message('В пути').innerText()).toContain('Катя Смирнова');
    await katya.presses('Назад');
    await katya.presses('К чатам');
    await katya.opens('Аккаунт подключён');
    await choose(katya, 'Отключить бота от своего аккаунта');
    await katya.reads('Аккаунт отключён');
    expect(page.problems).toEqual([]);
  });
});
