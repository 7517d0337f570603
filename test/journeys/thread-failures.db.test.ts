// Telegram refuses what is to be shown in the desk, in its own words (docs/refusals.md): topics that are
// gone or closed, rights and groups that are lost, a group under a new number in the middle of it all.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing } from '../support/dialogs.ts';
import { bad, refusing } from '../support/refusing.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let refuses: ReturnType<typeof refusing>;
let deskChatId: number;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00' });
  does = doing(company);
  refuses = refusing(company);
  deskChatId = company.desk.chatId;
});

afterEach(() => company.control.clearFaults({}));
afterAll(() => company.close());

/** How often the administrator has read this in private. */
async function told(part: string): Promise<number> {
  return (await company.igor.sees()).filter((text) => text.includes(part)).length;
}

async function callsOf(method: string): Promise<number> {
  return (await company.control.calls({ method, chatId: deskChatId })).length;
}

describe('a topic that is gone', () => {
  it.each(['message thread not found', 'TOPIC_DELETED', 'TOPIC_ID_INVALID'])(
    '(«%s») is made anew with the message, and the card leads back',
    async (words) => {
      const { katya } = company;
      const dialog = await asks(company, words);
      await refuses(...bad(words), { chatId: deskChatId, method: 'sendMessage' });
      await does(dialog.client.says('Вы здесь?'));

      const topics = (await katya.topics()).filter(({ name }) => name.includes(words));
      const fresh = topics.at(-1) ?? dialog.topic;
      expect(fresh.threadId).not.toBe(dialog.topic.threadId);
      const seen = await katya.in(fresh).messages();
      expect(seen.map(({ text }) => text).slice(1)).toEqual(['Вы здесь?']);
      expect(seen[0]?.pinned).toBe(true);
      expect(seen[0]?.text).toContain('— Вы здесь?');
      const link = seen[0]?.entities.find(({ type }) => type === 'text_link');
      expect(link).toMatchObject({ url: expect.stringMatching(`/${dialog.topic.threadId}$`) });
    },
  );

  it('again and again stops the making of topics; who can help is told once, and nothing is lost', async () => {
    const { igor, desk } = company;
    const dialog = await asks(company, 'Миллион');
    const before = await callsOf('createForumTopic');
    await refuses(...bad('message thread not found'), {
      chatId: deskChatId,
      method: 'sendMessage',
      times: 'always',
    });
    await does(dialog.client.says('Первое'));
    await does(dialog.client.says('Второе'));
    await company.later(600_000);

    expect((await callsOf('createForumTopic')) - before).toBe(3);
    expect(await told('новые темы сразу пропадают')).toBe(1);
    await company.control.clearFaults({});
    await company.later(600_000);
    expect((await callsOf('createForumTopic')) - before).toBe(3);

    await does(igor.in(desk).says('/desk'));
    const topics = (await company.katya.topics()).filter(({ name }) => name.includes('Миллион'));
    const seen = await company.katya.in(topics.at(-1) ?? desk).sees();
    expect(seen.slice(1)).toEqual(['Первое', 'Второе']);
  });
});

describe('a closed topic', () => {
  it('is opened again when the client writes, so that everybody can answer', async () => {
    const { igor, katya, control } = company;
    const dialog = await asks(company, 'Закрытая');
    const threadId = Number(dialog.topic.threadId);
    await does(control.closeTopic({ userId: igor.id, chatId: deskChatId, threadId }));
    await does(dialog.client.says('Вы здесь?'));

    expect(await dialog.thread()).toEqual(['Здравствуйте! Сколько стоит доставка?', 'Вы здесь?']);
    const [topic] = (await katya.topics()).filter((one) => one.threadId === threadId);
    expect(topic?.closed).toBe(false);
  });

  it('of a closed dialog stays so, whatever is noted on the card, until the client asks again', async () => {
    const { igor, katya, control } = company;
    const dialog = await asks(company, 'Завершённая');
    const threadId = Number(dialog.topic.threadId);
    const isClosed = async () =>
      (await katya.topics()).find((one) => one.threadId === threadId)?.closed;
    await does(katya.in(dialog.topic).says('500 рублей'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    await does(control.closeTopic({ userId: igor.id, chatId: deskChatId, threadId }));
    await does(dialog.client.presses('5 ⭐'));
    expect(await dialog.card()).toContain('Оценка 5 из 5');
    expect(await isClosed()).toBe(true);

    // Words sooner after a rating belong to it.
    await company.later(11 * 60_000);
    await does(dialog.client.says('И ещё вопрос'));
    expect(await isClosed()).toBe(false);
  });

  it.each(['TOPIC_CLOSED'])(
    '(«%s») of which nobody was told takes the message all the same',
    async (words) => {
      const dialog = await asks(company, words);
      await refuses(...bad(words), { chatId: deskChatId, method: 'sendMessage' });
      await does(dialog.client.says('Вы здесь?'));

      expect((await dialog.thread()).at(-1)).toBe('Вы здесь?');
      expect((await callsOf('reopenForumTopic')) > 0).toBe(true);
      expect(await told('не хватает прав')).toBe(0);
    },
  );
});

describe('a desk in which Telegram refuses everything', () => {
  const LOST = 'Рабочая группа «Единое окно» недоступна';
  const RIGHTS = 'В рабочей группе «Единое окно» боту не хватает прав. Напишите там /desk';
  const KICKED = 'Бота больше нет в рабочей группе «Единое окно»';

  it.each([
    ['А', 400, 'Bad Request: not enough rights to send text messages to the chat', RIGHTS],
    ['Б', 400, 'Bad Request: the chat is not a forum', 'выключены темы'],
    ['В', 403, 'Forbidden: bot was kicked from the supergroup chat', KICKED],
    ['Г', 403, 'Forbidden: the group chat was deleted', LOST],
    ['Д', 400, 'Bad Request: CHAT_WRITE_FORBIDDEN', RIGHTS],
    ['Е', 403, 'Forbidden: bot is not a member of the supergroup chat', KICKED],
    ['Ж', 400, 'Bad Request: CHAT_ADMIN_REQUIRED', RIGHTS],
  ])(
    '(%s: %i «%s») says so once, keeps everything, and goes on by itself',
    async (name, code, words, said) => {
      // The same trouble is told once an hour.
      await company.later(2 * 3_600_000);
      const anna = await asks(company, `Анна ${name}`);
      const before = await told(said);
      await refuses(code, words, { chatId: deskChatId, times: 'always' });
      await does(anna.client.says('Первый'));
      const bella = await company.client(`Белла ${name}`);
      await does(bella.says('Второй'));
      await does(anna.client.says('Третий'));
      await company.later(60_000);
      expect((await told(said)) - before).toBe(1);
      expect((await anna.thread()).slice(1)).toEqual([]);

      await company.control.clearFaults({});
      await company.later(60_000);
      expect((await anna.thread()).slice(1)).toEqual(['Первый', 'Третий']);
      expect(await anna.card()).toContain('— Третий');
      expect(await (await dialogOf(company, bella)).thread()).toEqual(['Второй']);
      expect((await company.igor.sees()).at(-1)).toContain('снова работает');
    },
  );
});

describe('an album of a client’s that cannot be shown', () => {
  it('is said so once', async () => {
    const dialog = await asks(company, 'Альбом');
    for (const method of ['sendMediaGroup', 'copyMessages', 'copyMessage', 'sendPhoto']) {
      const which = { chatId: deskChatId, method, times: 'always' } as const;
      await refuses(413, 'Request Entity Too Large', which);
    }
    await dialog.client.sendsAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }]);
    await company.later(2_000);
    await company.later(4_000);

    const failed = (await dialog.thread()).filter((text) => text.includes('не удалось'));
    expect(failed).toHaveLength(1);
    expect(await dialog.card()).toContain('[фото × 3]');
  });
});

describe('a desk that moves to another number in the middle of a conversation', () => {
  it('has what was on its way in the new group, whichever sign of it came first', async () => {
    const { control, katya } = company;
    for (const first of ['refusal', 'update'] as const) {
      const dialog = await asks(company, `Переезд ${first}`);
      const parameters = { retry_after: 30 };
      await refuses(429, 'Too Many Requests: retry after 30', { chatId: deskChatId, parameters });
      await does(dialog.client.says('Первый'));
      await does(dialog.client.says('Второй'));
      if (first === 'refusal') {
        await refuses(502, 'Bad Gateway', { method: 'getUpdates', times: 'always' });
      }
      const { chatId } = await control.migrateGroup({ chatId: deskChatId });
      if (first === 'update') await company.settle();
      await company.clock.advance(31_000);
      await control.clearFaults({});
      // A poll that failed is tried again within half a minute.
      await company.clock.advance(31_000);
      await company.later(60_000);
      deskChatId = chatId;

      const topics = await control.topics({ chatId });
      const topic = topics.find(({ name }) => name.includes(`Переезд ${first}`));
      const seen = await katya.in({ chatId, threadId: topic?.threadId ?? 0 }).sees();
      expect(seen.slice(1)).toEqual(['Первый', 'Второй']);
      expect(seen[0]).toContain('— Второй');
      await does(katya.in({ chatId, threadId: topic?.threadId ?? 0 }).says('Слышим'));
      expect(await dialog.client.sees()).toContain('Слышим');
    }
  });
});
