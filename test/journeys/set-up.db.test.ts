// From a bot that knows nobody to a desk with its people, and everything that may stand in the way.

import { afterEach, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../support/desk.ts';
import type { Person, Place } from '../support/people.ts';

let company: Company;

async function start(env: Record<string, string> = {}): Promise<void> {
  company = await openCompany(env);
  await company.startApp();
}

/** A company whose admin is known by setting and has said hello to the bot. */
async function startWithAdmin(): Promise<void> {
  await start();
  await company.igor.starts();
  await company.settle();
}

afterEach(async () => {
  await company.close();
});

/** What this person reads here after saying that. */
async function answer(person: Person, place: Place | null, text: string): Promise<string> {
  const presence = place ? person.in(place) : person;
  const before = (await presence.messages()).length;
  await presence.says(text);
  await company.settle();
  const heard = (await presence.messages()).slice(before).filter(({ from }) => from.isBot);
  return heard.map((message) => message.text).join('\n---\n');
}

const rights = (...names: string[]) =>
  Object.fromEntries(['can_manage_chat', ...names].map((name) => [name, true]));
const ALL = ['can_manage_topics', 'can_pin_messages', 'can_delete_messages'];

describe('the first admin', () => {
  it('opens the link of the log, is told three steps, and takes them', async () => {
    await start({ ADMIN_IDS: '' });
    const { igor, log, control } = company;
    const code = /start=admin_([\w-]+)/.exec(log.raw())?.[1] ?? '';

    await igor.starts(`admin_${code}`);
    await company.settle();
    await igor.reads('Вы — первый администратор');
    const steps = await igor.reads('Три шага');
    expect(steps.text).toContain('1. Создайте группу и включите темы');
    expect(steps.buttons.flat()).toMatchObject([{ label: 'Добавить бота в группу', kind: 'url' }]);

    const { chatId } = await control.createGroup({
      title: 'Единое окно',
      ownerId: igor.id,
      memberIds: ['bot'],
    });
    await control.promote({ chatId, userId: 'bot' });
    await company.settle();
    const marked = await igor.reads('Группа, куда добавлен бот: «Единое окно»');
    expect(marked.text).toMatch(/✅ Создайте группу[\s\S]*✅ Добавьте[\s\S]*3\. Напишите/);

    expect(await answer(igor, { chatId }, '/desk')).toContain('Готово, стол настроен');
    expect(await answer(igor, null, '/start')).toContain('Всё готово: стол — группа «Единое окно»');
  });

  it('is nobody who guesses, and nobody who comes second', async () => {
    await start({ ADMIN_IDS: '' });
    const { igor, log } = company;
    const code = /start=admin_([\w-]+)/.exec(log.raw())?.[1] ?? '';
    const eve = await company.client('Ева');

    expect(await answer(eve, null, '/admin 123')).toBe('Код не подошёл.');
    expect(await answer(eve, null, '/start admin_123')).toBe('Код не подошёл.');
    expect(await answer(igor, null, `/admin ${code}`)).toContain('Вы — первый администратор');
    expect(await answer(eve, null, `/admin ${code}`)).toBe('Код не подошёл.');
    expect(await answer(eve, null, '/staff')).toContain('Такой команды нет');
  });
});

describe('/desk', () => {
  it('says exactly what is missing, how to grant it, and sets up when nothing is', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const { chatId } = await control.createGroup({
      title: 'Единое окно',
      ownerId: igor.id,
      memberIds: ['bot'],
    });
    const desk = { chatId };
    const give = async (...names: string[]) => {
      await control.promote({ chatId, userId: 'bot', rights: rights(...names) });
      await company.settle();
    };

    const nothing = await answer(igor, desk, '/desk');
    expect(nothing).toContain('Бот здесь пока не администратор');
    expect(nothing).toContain('«Управление темами»');

    await give('can_pin_messages', 'can_delete_messages');
    const topics = await answer(igor, desk, '/desk');
    expect(topics).toContain('• «Управление темами»');
    expect(topics).toContain('профиль группы → «Изменить» → «Администраторы» → @');
    expect(topics).not.toContain('«Закрепление сообщений»');

    await give('can_manage_topics', 'can_delete_messages');
    const pins = await answer(igor, desk, '/desk');
    expect(pins).toContain('• «Закрепление сообщений»');
    expect(pins).not.toContain('• «Управление темами»');

    await give('can_manage_topics', 'can_pin_messages');
    const done = await answer(igor, desk, '/desk');
    expect(done).toContain('Готово, стол настроен');
    expect(done).toContain('• «Удаление сообщений»');

    await give(...ALL);
    expect(await answer(igor, desk, '/desk')).toBe('Стол уже настроен, прав хватает.');

    const anna = await company.client('Анна');
    await anna.says('Здравствуйте');
    await company.settle();
    const topic = await igor.topic('Анна');
    expect(await answer(igor, topic, '/desk')).toBe('Стол уже настроен, прав хватает.');
  });

  it('in a group without topics says how to turn them on', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    for (const kind of ['group', 'supergroup'] as const) {
      const { chatId } = await control.createGroup({
        title: 'Группа',
        ownerId: igor.id,
        kind,
        memberIds: ['bot'],
      });
      expect(await answer(igor, { chatId }, '/desk')).toContain('включите в ней темы');
    }
  });

  it('in a second forum names the first, and moves there only when the first is gone', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const first = await company.forum('Первое окно', igor);
    const second = await company.forum('Второе окно', igor);
    await answer(igor, first, '/desk');

    expect(await answer(igor, second, '/desk')).toContain('Стол уже есть: группа «Первое окно»');

    await control.kick({ chatId: first.chatId, userId: 'bot' });
    await company.settle();
    expect((await igor.reads('Бота больше нет в столе')).text).toContain('«Первое окно»');
    expect(await answer(igor, second, '/desk')).toContain('стол теперь здесь');
  });

  it('is for admins and supervisors: others are refused, an anonymous admin is told how to be seen', async () => {
    await startWithAdmin();
    const { igor, control, log } = company;
    const petya = await company.client('Петя');
    const katya = await company.staff('Катя', { id: 902 });
    const desk = await company.forum('Единое окно', igor, [petya, katya]);
    await katya.starts();
    await answer(igor, null, '/staff manager 902');

    expect(await answer(petya, desk, '/desk')).toBe(
      'Это могут только администраторы и руководители.',
    );
    expect(await answer(katya, desk, '/desk')).toBe(
      'Это могут только администраторы и руководители.',
    );
    await control.say({ userId: igor.id, chatId: desk.chatId, text: '/desk', as: 'anonymous' });
    await company.settle();
    await igor.in(desk).reads('Выключите «Анонимность»');
    expect(await company.app().database.prisma.desk.count()).toBe(0);
    expect(log.lines.filter(({ msg }) => msg === 'a command of managers was refused')).toHaveLength(
      3,
    );
  });

  it('sets the language of the desk', async () => {
    await startWithAdmin();
    const { igor } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');

    expect(await answer(igor, desk, '/desk en')).toContain('The language of this desk is English');
    expect(await answer(igor, desk, '/desk')).toContain('The desk is set up already');
    expect(await answer(igor, desk, '/desk fr')).toContain('/desk ru');
  });
});

describe('/staff', () => {
  async function openDesk() {
    await startWithAdmin();
    const { igor } = company;
    const katya = await company.staff('Катя', {
      id: 902,
      lastName: 'Смирнова',
      username: 'katya_s',
    });
    const desk = await company.forum('Единое окно', igor, [katya]);
    await answer(igor, desk, '/desk');
    return { igor, katya, desk };
  }

  it('gives a role in reply to a message, tells both, and lists', async () => {
    const { igor, katya, desk } = await openDesk();
    await katya.starts();
    const hello = await katya.in(desk).says('Всем привет');

    await igor.in(desk).replies(hello, '/staff менеджер');
    await company.settle();

    await igor.in(desk).reads('Готово: Катя Смирнова — менеджер, сотрудник № 2.');
    await katya.reads('Теперь у вас есть роль: менеджер.');
    const list = await answer(igor, null, '/staff');
    expect(list).toContain('1. Игорь Ким (@igor_kim) — администратор, id 901');
    expect(list).toContain('2. Катя Смирнова (@katya_s) — менеджер, id 902');
    expect(await answer(katya, null, '/start')).toContain('Обращения клиентов ждут в группе-столе');
  });

  it('by number to somebody who never started the bot asks for that', async () => {
    const { igor, desk } = await openDesk();

    const said = await answer(igor, desk, '/staff manager 902');
    expect(said).toContain('менеджер, сотрудник № 2');
    expect(said).toMatch(/не получит сообщений от бота[\s\S]*https:\/\/t\.me\//);
  });

  it('takes the role away, and the rights with it', async () => {
    const { igor, katya, desk } = await openDesk();
    await answer(igor, desk, '/staff supervisor 902');
    expect(await answer(katya, desk, '/staff')).toContain('Сотрудники:');

    expect(await answer(igor, desk, '/staff remove 902')).toContain(
      'больше не в списке сотрудников',
    );
    expect(await answer(katya, desk, '/staff')).toContain('Это могут только администраторы');
    expect(await answer(igor, desk, '/staff убрать 902')).toContain('и так не в списке');
  });

  it('nobody raises anyone above himself, and the admin by setting stays', async () => {
    const { igor, katya, desk } = await openDesk();
    await answer(igor, desk, '/staff supervisor 902');

    expect(await answer(katya, desk, '/staff admin 902')).toContain('Нельзя дать роль выше своей');
    expect(await answer(katya, desk, '/staff remove 901')).toContain('роль выше вашей');
    expect(await answer(igor, desk, '/staff remove 901')).toContain('последний администратор');
  });

  it('names what is no person, and what it does not understand', async () => {
    const { igor, desk } = await openDesk();
    const { control } = company;
    const post = async (as: 'anonymous' | { channelId: number }) => {
      const { messageId } = await control.say({
        userId: igor.id,
        chatId: desk.chatId,
        text: 'Привет',
        as,
      });
      const messages = await igor.in(desk).messages();
      const found = messages.find((message) => message.messageId === messageId);
      if (!found) throw new Error('nothing was posted');
      await company.settle();
      return found;
    };
    const about = async (message: Awaited<ReturnType<typeof post>>) => {
      const before = (await igor.in(desk).messages()).length;
      await igor.in(desk).replies(message, '/staff manager');
      await company.settle();
      return (await igor.in(desk).messages())
        .slice(before + 1)
        .map(({ text }) => text)
        .join();
    };
    const { chatId: channelId } = await control.createGroup({
      title: 'Новости',
      ownerId: igor.id,
      kind: 'channel',
    });

    expect(await about(await post('anonymous'))).toContain('написано от имени группы');
    expect(await about(await post({ channelId }))).toContain('сообщение от канала');
    expect(await about(await igor.in(desk).reads('Готово, стол настроен'))).toContain('Это бот');

    expect(await answer(igor, desk, '/staff manager')).toContain('О ком речь?');
    expect(await answer(igor, desk, '/staff manager @katya_s')).toContain('По имени @katya_s');
    expect(await answer(igor, desk, '/staff manager 777000')).toContain('нет человека');
    expect(await answer(igor, desk, '/staff manager катя')).toContain('не похоже на номер');
    expect(await answer(igor, desk, '/staff директор 902')).toContain(
      'Не понимаю слово «директор»',
    );
  });
});

describe('/header', () => {
  it('shows the lines in force, changes them for all or some, and goes back', async () => {
    await startWithAdmin();
    const { igor } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');
    const anna = await company.client('Анна', { username: 'anna_p' });
    await anna.says('Здравствуйте');
    await company.settle();
    const topic = await igor.topic('Анна');
    expect((await igor.card(topic)).text).toContain('@anna_p');

    expect(await answer(igor, desk, '/header')).toContain('Шапка карточек сейчас:');
    expect(await answer(igor, desk, '/header номер, клиент')).toContain(
      'Шапка (везде): номер, клиент.',
    );
    expect((await igor.card(topic)).text).not.toContain('@anna_p');
    expect(await answer(igor, desk, '/header telegram unanswered: username')).toContain(
      'Telegram, НЕ ОТВЕЧЕНО',
    );
    expect((await igor.card(topic)).text).toContain('@anna_p');
    expect(await answer(igor, desk, '/header телефон')).toContain('Строки «телефон» нет.');
    expect(await answer(igor, desk, '/header vk: номер')).toContain('не канал и не статус');
    expect(await answer(igor, desk, '/header по умолчанию')).toContain('снова как было');
    expect(await answer(igor, null, '/header')).toContain('работает в группе-столе');
  });
});

describe('a client alone with the bot', () => {
  it('is greeted in the company’s name, in their language, and told what to do', async () => {
    await startWithAdmin();
    const anna = await company.client('Анна');
    const bob = await company.client('Bob', { languageCode: 'en' });

    expect(await answer(anna, null, '/start google')).toContain('Здравствуйте! Это Ромашка.');
    expect(await answer(bob, null, '/start')).toContain('Hello! This is Ромашка.');
    expect(await answer(anna, null, '/help')).toContain('Напишите вопрос обычным сообщением');
    expect(await answer(anna, null, '/unknown')).toContain('Такой команды нет');
    const clients = await company.app().database.prisma.client.findMany({ orderBy: { id: 'asc' } });
    expect(clients).toMatchObject([
      { name: 'Анна', source: 'google' },
      { name: 'Bob', locale: 'en' },
    ]);
    expect(await company.app().database.prisma.dialog.count()).toBe(0);
  });
});

describe('a desk on a bad day', () => {
  it('that loses its rights keeps what clients write, and gives it out when it has them back', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');
    await control.promote({
      chatId: desk.chatId,
      userId: 'bot',
      rights: rights('can_pin_messages'),
    });
    await company.settle();
    expect((await igor.reads('боту не хватает прав')).text).toContain('• «Управление темами»');

    const anna = await company.client('Анна');
    await anna.says('Есть кто живой?');
    await company.settle();
    expect(await igor.topics()).toEqual([]);

    await control.promote({ chatId: desk.chatId, userId: 'bot' });
    await company.settle();
    await igor.reads('снова работает');
    expect((await igor.card(await igor.topic('Анна'))).text).toContain('Есть кто живой?');
  });

  it('that may not pin any more goes on: cards come, and so does what follows them', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');
    const lost = rights('can_manage_topics', 'can_delete_messages');
    await control.promote({ chatId: desk.chatId, userId: 'bot', rights: lost });

    const anna = await company.client('Анна');
    await anna.says('Первый вопрос');
    await company.settle();
    await anna.says('Второй вопрос');
    await company.settle();

    const topic = await igor.topic('Анна');
    const seen = (await igor.in(topic).sees()).join('\n');
    expect(seen).toContain('Первый вопрос');
    expect(seen).toContain('Второй вопрос');
    expect(await answer(igor, desk, '/desk')).toContain('• «Закрепление сообщений»');
  });

  it('whose group was deleted goes on in a new one, with every dialog', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');
    const anna = await company.client('Анна');
    await anna.says('Первый вопрос');
    await company.settle();

    await control.deleteGroup({ chatId: desk.chatId });
    await anna.says('Второй вопрос');
    await company.settle();
    await igor.reads('группу, похоже, удалили');

    const fresh = await company.forum('Новое окно', igor);
    expect(await answer(igor, fresh, '/desk')).toContain('стол теперь здесь');
    const topic = (await control.topics({ chatId: fresh.chatId })).find(({ name }) =>
      name.includes('Анна'),
    );
    if (!topic) throw new Error('the dialog has no topic in the new group');
    const { text } = await igor.card(topic);
    expect(text).toContain('Первый вопрос');
    expect(text).toContain('Второй вопрос');
  });

  it('whose group migrated goes on under its new number', async () => {
    await startWithAdmin();
    const { igor, control } = company;
    const desk = await company.forum('Единое окно', igor);
    await answer(igor, desk, '/desk');
    const { chatId } = await control.migrateGroup({ chatId: desk.chatId });
    await company.settle();

    const anna = await company.client('Анна');
    await anna.says('Вы переехали?');
    await company.settle();
    expect((await control.topics({ chatId })).map(({ name }) => name)).toEqual(['№ 1 · Анна']);
  });
});
