// A group becomes the desk, and what may stand in the way. The tests share a company that has no desk
// until the last of them sets it up.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answering, rights, startWithAdmin } from '../support/answers.ts';
import { type Company, openCompany } from '../support/desk.ts';

const REFUSED = 'Это могут только администраторы и руководители. Попросите кого-нибудь из них.';

let company: Company;
let answer: Answer;

beforeAll(async () => {
  company = await openCompany();
  answer = answering(company);
  await startWithAdmin(company);
});

afterAll(() => company.close());

function refusals(): number {
  const line = 'a command of managers was refused';
  return company.log.lines.filter(({ msg }) => msg === line).length;
}

describe('the steps to a desk', () => {
  it('know the group the bot was put into before it may do anything there', async () => {
    const { igor, control } = company;
    const { chatId } = await control.createGroup({ title: 'Первые шаги', ownerId: igor.id });
    await control.addMember({ chatId, userId: 'bot', byId: igor.id });
    await company.settle();

    const steps = await igor.reads('Группа, куда добавлен бот: «Первые шаги»');
    expect(steps.text).toMatch(/✅ Создайте группу[\s\S]*2\. Добавьте[\s\S]*3\. Напишите/);
    await control.kick({ chatId, userId: 'bot', byId: igor.id });
    await company.settle();
    expect(await answer(igor, null, '/help')).not.toContain('Первые шаги');
  });
});

describe('/desk', () => {
  it('in a group without topics says how to turn them on', async () => {
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

  it('is for admins and supervisors: others are refused, an anonymous admin is told how to be seen', async () => {
    const { igor, control } = company;
    const petya = await company.client('Петя');
    const katya = await company.staff('Катя', { id: 902 });
    const desk = await company.forum('Не рабочая группа', igor, [petya, katya]);
    const before = refusals();
    await katya.starts();
    await answer(igor, null, '/staff manager 902');

    expect(await answer(petya, desk, '/desk')).toBe(REFUSED);
    expect(await answer(katya, desk, '/desk')).toBe(REFUSED);
    await control.say({ userId: igor.id, chatId: desk.chatId, text: '/desk', as: 'anonymous' });
    await company.settle();
    await igor.in(desk).reads('Выключите «Анонимность»');
    expect(await company.app().database.prisma.desk.count()).toBe(0);
    expect(refusals()).toBe(before + 3);
  });

  it('in a group that anybody can read is refused', async () => {
    const { igor, control } = company;
    const place = { title: 'Открытая', ownerId: igor.id, username: 'romashka_desk' };
    const { chatId } = await control.createGroup({ ...place, memberIds: ['bot'] });
    await control.promote({ chatId, userId: 'bot' });
    const said = await answer(igor, { chatId }, '/desk');
    expect(said).toMatch(
      /^Эта группа публичная: переписку с клиентами и заметки .* прочитает любой/,
    );
    expect(said).toContain('«Частная».\n\nПотом напишите /desk ещё раз.');

    await control.promote({ chatId, userId: 'bot', rights: rights('can_manage_topics') });
    const both = await answer(igor, { chatId }, '/desk');
    expect(both).toMatch(/^Боту не хватает прав:\n• «Закрепление.*\n\nЭта группа публичная/);
    expect(await company.app().database.prisma.desk.count()).toBe(0);
  });

  it('says exactly what is missing, how to grant it, and sets up when nothing is', async () => {
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
    expect(nothing).not.toContain('«Удаление сообщений»');

    await give('can_pin_messages');
    const topics = await answer(igor, desk, '/desk');
    expect(topics).toContain('• «Управление темами»');
    expect(topics).toContain('профиль группы → «Изменить» → «Администраторы» → @');
    expect(topics).not.toContain('«Закрепление сообщений»');

    await give('can_manage_topics');
    const pins = await answer(igor, desk, '/desk');
    expect(pins).toContain('• «Закрепление сообщений»');
    expect(pins).not.toContain('• «Управление темами»');

    await give('can_manage_topics', 'can_pin_messages');
    expect(await answer(igor, desk, '/desk')).toContain('Готово, рабочая группа настроена');
    expect(await answer(igor, desk, '/desk')).toBe('Рабочая группа настроена, прав хватает.');

    const anna = await company.client('Анна');
    await anna.says('Здравствуйте');
    await company.settle();
    const topic = await igor.topic('Анна');
    expect(await answer(igor, topic, '/desk')).toBe('Рабочая группа настроена, прав хватает.');
  });
});
