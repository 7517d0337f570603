// Who works here: roles given and taken away, commands that each may give, and what each may see of
// them. The tests share a company with a desk; each has people of its own.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../sandbox/bot-api.ts';
import { type Answer, answering, startWithAdmin } from '../support/answers.ts';
import { type Company, openCompany } from '../support/desk.ts';
import type { Message, Person, PersonOptions, Place } from '../support/people.ts';

const REFUSED = 'Это могут только администраторы и руководители. Попросите кого-нибудь из них.';

let company: Company;
let answer: Answer;
let igor: Person;
let desk: Place;

beforeAll(async () => {
  company = await openCompany();
  answer = answering(company);
  await startWithAdmin(company);
  igor = company.igor;
  desk = await company.forum('Единое окно', igor);
  await answer(igor, desk, '/desk');
});

afterAll(() => company.close());

/** Somebody new in the desk's group, who has no role yet. */
async function newcomer(name: string, options: PersonOptions = {}): Promise<Person> {
  const person = await company.staff(name, options);
  await company.control.addMember({ chatId: desk.chatId, userId: person.id });
  await company.settle();
  return person;
}

describe('/staff', () => {
  it('gives a role in reply to a message, tells both, and lists', async () => {
    const katya = await newcomer('Катя', { id: 902, lastName: 'Смирнова', username: 'katya_s' });
    await katya.starts();
    const hello = await katya.in(desk).says('Всем привет');

    await igor.in(desk).replies(hello, '/staff менеджер');
    await company.settle();

    const { text } = await igor.in(desk).reads('Готово: Катя Смирнова — менеджер, сотрудник № ');
    const number = /№ (\d+)\.$/.exec(text)?.[1] ?? '';
    await katya.reads('Теперь у вас есть роль: менеджер.');
    const list = await answer(igor, null, '/staff');
    expect(list).toContain('1. Игорь Ким (@igor_kim) — администратор, ID 901');
    expect(list).toContain(`${number}. Катя Смирнова (@katya_s) — менеджер, ID 902`);
    expect(await answer(katya, null, '/start')).toContain('Клиентам вы отвечаете в рабочей группе');
  });

  it('by number to somebody who never started the bot asks for that', async () => {
    const lena = await newcomer('Лена');

    const said = await answer(igor, desk, `/staff manager ${lena.id}`);
    expect(said).toMatch(/менеджер, сотрудник № \d+/);
    expect(said).toMatch(/ещё не знает о роли[\s\S]*https:\/\/t\.me\//);
  });

  it('by number greets somebody in the language in which they wrote to the bot before', async () => {
    const john = await company.client('John', { languageCode: 'en' });
    await john.starts();
    await company.settle();
    await answer(igor, desk, `/staff manager ${john.id}`);
    await john.reads('You have a role now: manager.');

    await answer(igor, desk, `/staff remove ${john.id}`);
    await answer(igor, desk, `/staff support ${john.id}`);
    await john.reads('You have a role now: support.');
  });

  it('takes the role away, and the rights with it', async () => {
    const nina = await newcomer('Нина');
    await nina.starts();
    await answer(igor, desk, `/staff supervisor ${nina.id}`);
    expect(await answer(nina, desk, '/staff')).toContain('Сотрудники:');

    expect(await answer(igor, desk, `/staff remove ${nina.id}`)).toContain(
      'больше не в списке сотрудников',
    );
    await nina.reads('У вас больше нет роли «руководитель»: то, что вы напишете в рабочей группе,');
    expect(await answer(nina, desk, '/staff')).toBe(REFUSED);
    expect(await answer(igor, desk, `/staff убрать ${nina.id}`)).toContain('и так не в списке');
  });

  it('nobody raises anyone above himself, and the admin by setting stays', async () => {
    const rita = await newcomer('Рита');
    await answer(igor, desk, `/staff supervisor ${rita.id}`);

    expect(await answer(rita, desk, `/staff admin ${rita.id}`)).toContain(
      'Нельзя дать роль выше своей',
    );
    expect(await answer(rita, desk, '/staff remove 901')).toContain('выше вашей');
    expect(await answer(igor, desk, '/staff remove 901')).toContain('последний администратор');
  });

  it('names what is no person, and what it does not understand', async () => {
    const sveta = await newcomer('Света', { username: 'sveta_s' });
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
    const about = async (message: Message) => {
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
    expect(await about(await igor.in(desk).reads('Готово, рабочая группа настроена'))).toContain(
      'Это бот',
    );

    expect(await answer(igor, desk, '/staff manager')).toContain('О ком речь?');
    expect(await answer(igor, desk, '/staff manager @sveta_s')).toContain('По имени @sveta_s');
    expect(await answer(igor, desk, '/staff manager 777000')).toContain('нет человека');
    expect(await answer(igor, desk, '/staff manager света')).toContain('не похоже на ID');
    expect(await answer(igor, desk, `/staff директор ${sveta.id}`)).toContain(
      'Не понимаю слово «директор»',
    );
    expect(await answer(igor, desk, `/staff manager ${sveta.id} завтра`)).toMatch(
      /Не понимаю слово «завтра»[\s\S]*Чтобы дать роль/,
    );
    expect(await answer(igor, null, '/staff')).not.toContain('Света');
  });

  it('is understood in capitals, as all commands are', async () => {
    expect(await answer(igor, desk, '/STAFF')).toContain('Сотрудники:');
    expect(await answer(igor, desk, '/Desk')).toBe('Рабочая группа настроена, прав хватает.');
    expect(await answer(igor, desk, '/HEADER')).toContain('Шапка карточек сейчас:');
    expect(await answer(await company.client('Тоня'), null, '/Start')).toContain('Здравствуйте!');
  });
});

describe('the menu of commands', () => {
  const names = (list: readonly { command: string }[]) => list.map(({ command }) => command);

  /** What this person sees in private and at the desk; empty: nothing of their own. */
  async function seenBy({ id }: Person) {
    const api = apiOf(company.sandbox);
    const alone = { type: 'chat', chat_id: id } as const;
    const here = { type: 'chat_member', chat_id: Number(desk.chatId), user_id: id } as const;
    return {
      alone: names(await api.getMyCommands({ scope: alone })),
      here: names(await api.getMyCommands({ scope: here })),
    };
  }

  it('lists for everybody what everybody may use', async () => {
    const api = apiOf(company.sandbox);
    const everybody = { type: 'all_private_chats' } as const;
    const here = { type: 'chat', chat_id: Number(desk.chatId) } as const;

    await expect
      .poll(() => api.getMyCommands({ scope: here, language_code: 'en' }))
      .toMatchObject([
        { command: 'note', description: 'A note: the client does not see it' },
        { command: 'cancel' },
      ]);
    expect(await api.getMyCommands({ scope: everybody, language_code: 'ru' })).toMatchObject([
      { command: 'start', description: 'Начать' },
      { command: 'help', description: 'Помощь' },
    ]);
  });

  it('is longer for whoever may do more, for as long as they may', async () => {
    const ulya = await newcomer('Уля');
    await answer(igor, desk, `/staff manager ${ulya.id}`);
    await expect.poll(async () => (await seenBy(ulya)).here).toContain('transfer');
    const asManager = await seenBy(ulya);
    expect(asManager.alone).toEqual(expect.arrayContaining(['start', 'help', 'shift']));
    for (const command of ['staff', 'desk', 'settings'])
      expect([...asManager.alone, ...asManager.here]).not.toContain(command);

    await answer(igor, desk, `/staff supervisor ${ulya.id}`);
    await expect
      .poll(() => seenBy(ulya))
      .toEqual({
        alone: expect.arrayContaining([...asManager.alone, 'staff', 'desk']),
        here: expect.arrayContaining([...asManager.here, 'staff', 'desk', 'header', 'settings']),
      });

    await answer(igor, desk, `/staff remove ${ulya.id}`);
    await expect.poll(() => seenBy(ulya)).toEqual({ alone: [], here: [] });
  });

  it('is shown later where Telegram asks to wait, or breaks off', async () => {
    const { control, clock, log } = company;
    const fima = await newcomer('Фима');
    const method = 'setMyCommands';
    const tooMany = { error_code: 429, description: 'Too Many Requests: retry after 30' };
    const parameters = { retry_after: 30 };
    await control.fail({ fault: { kind: 'error', ...tooMany, parameters }, method });
    await control.fail({ fault: { kind: 'drop-before' }, method });
    const put = () => log.lines.filter(({ msg }) => msg.includes('menus of commands')).length;
    const before = put();
    await answer(igor, desk, `/staff supervisor ${fima.id}`);
    await expect.poll(put).toBe(before + 1);
    expect(await seenBy(fima)).toEqual({ alone: [], here: [] });

    await clock.advance(30_000);
    await expect.poll(async () => (await control.faults()).length).toBe(0);
    await expect
      .poll(async () => {
        await clock.advance(60_000);
        return (await seenBy(fima)).alone;
      })
      .toEqual(expect.arrayContaining(['start', 'help', 'staff', 'desk']));
    await answer(igor, desk, `/staff remove ${fima.id}`);
  });
});
