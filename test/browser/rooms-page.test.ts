// Groups by hand on the page: made, joined by links, with what one person alone sees.
import { Api } from 'grammy';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, openPage, type SandboxPage } from '../support/browser.ts';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';

const timeout = 60_000;

describe.skipIf(noBrowser)('groups on the page', { timeout }, () => {
  let browser: Browser;
  let world: TestWorld;
  let api: Api;
  let igor: Person;
  let anna: Person;
  let shown: SandboxPage;

  beforeAll(async () => {
    browser = await openBrowser();
  }, timeout);
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    world = await openWorld();
    api = new Api(world.sandbox.token, { apiRoot: world.sandbox.apiRoot });
    igor = await world.staff('Игорь');
    anna = await world.client('Анна', { phone: '+79160000001' });
    await anna.starts();
    await igor.starts();
  });
  afterEach(async () => {
    expect(shown?.problems).toEqual([]);
    await shown?.close();
    await world?.close();
  });

  async function room(): Promise<Place> {
    const place = await igor.createsGroup({ title: 'Комната', kind: 'supergroup' });
    await igor.adds('bot', place);
    await igor.promotes('bot', place, { can_invite_users: true, can_manage_tags: true });
    return place;
  }

  it('gives the bot a telephone and a new group when it asks by its keys', async () => {
    const request_chat = { request_id: 1, chat_is_channel: false, bot_is_member: true };
    await api.sendMessage(anna.id, 'Нужны номер и группа', {
      reply_markup: {
        keyboard: [
          [
            { text: 'Мой номер', request_contact: true },
            { text: 'Группа', request_chat },
          ],
        ],
      },
    });
    shown = await openPage(browser, world.sandbox.url, [anna.id]);
    const window = shown.window('Анна');
    await window.opens('Deskroom');

    await window.presses('Мой номер');
    await window.presses('Передать');
    await window.reads('+79160000001');
    await window.presses('Группа');
    await window.presses('Новая группа…');
    await window.element.getByRole('textbox', { name: 'Как назвать группу?' }).fill('Запас');
    await window.presses('Создать');

    await window.element.getByRole('listitem').filter({ hasText: 'Запас' }).waitFor();
    await window.log.getByText('Выбрана группа').waitFor();
  });

  it('asks to be let in by a link, and is let in by hand', async () => {
    const { chatId } = await room();
    const link = await api.createChatInviteLink(chatId, { creates_join_request: true });
    await api.sendMessage(anna.id, `Вам сюда: ${link.invite_link}`);
    shown = await openPage(browser, world.sandbox.url, [anna.id, igor.id]);
    const guest = shown.window('Анна');
    const owner = shown.window('Игорь');
    await owner.opens('Комната');

    await guest.log.getByRole('link').click();
    await guest.isTold('Заявка отправлена');
    await owner.presses('Действия с чатом');
    await owner.element.page().getByRole('menuitem', { name: 'Участники' }).click();
    await owner.presses('Впустить');

    await guest.presses('Назад');
    await guest.opens('Комната');
    await api.setChatMemberTag(chatId, anna.id, 'Экспортёр');
    await guest.says('Здравствуйте!');
    await owner.reads('Здравствуйте!');
    await owner.log.getByText('Экспортёр').waitFor();
  });

  it('shows one person what is for them alone, and offers the bot’s commands', async () => {
    const place = await room();
    await igor.adds(anna, place);
    await api.setMyCommands([{ command: 'menu', description: 'Меню', is_ephemeral: true }]);
    shown = await openPage(browser, world.sandbox.url, [anna.id, igor.id]);
    const guest = shown.window('Анна');
    const owner = shown.window('Игорь');
    await guest.opens('Комната');
    await owner.opens('Комната');

    await guest.presses('Команды бота');
    await guest.element.page().getByRole('menuitem', { name: '/menu — Меню' }).click();
    await guest.reads('/menu');
    await api.sendMessage(place.chatId, 'Что сделать?', {
      ephemeral_message_parameters: { receiver_user_id: anna.id },
    });
    await igor.in(place).says('Я ничего не видел');

    await guest.message('Что сделать?').getByText('видно только вам').waitFor();
    await owner.reads('Я ничего не видел');
    expect(await owner.log.getByText('Что сделать?').count()).toBe(0);
    expect(await owner.log.getByText('/menu').count()).toBe(0);
  });

  it('keeps its windows while one is elsewhere, and puts the one that was called beside them', async () => {
    const page = () => shown.page;
    shown = await openPage(browser, world.sandbox.url, [igor.id]);
    await shown.window('Игорь').reads('/start');

    await page().goto(`${world.sandbox.url}/market?lang=ru`);
    await page().getByRole('link', { name: 'Мёд алтайский' }).click();
    await page().getByText('Кнопка появится, когда бот запустится').waitFor();
    await page().goto(`${world.sandbox.url}/?with=${anna.id}`);

    await shown.window('Анна').reads('/start');
    await shown.window('Игорь').reads('/start');
    expect(new URL(page().url()).search).toBe('');
  });
});
