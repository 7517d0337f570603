// Words in a topic that no client may read: of people without rights, of masks, of bots, of commands.
// And words in private that open no dialog.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing, type OpenDialog } from '../support/dialogs.ts';

const TOLD = 'Сообщение не отправлено клиенту: отвечать могут только сотрудники.';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

async function toldIn(dialog: OpenDialog): Promise<number> {
  return (await dialog.thread()).filter((text) => text.startsWith(TOLD)).length;
}

async function expectUnheard({ client }: OpenDialog): Promise<void> {
  const heard = (await client.messages()).filter(({ from }) => from.isBot);
  expect(heard).toEqual([]);
}

function warnings(): number {
  const line = 'somebody without rights wrote in a thread';
  return company.log.lines.filter(({ msg }) => msg === line).length;
}

describe('what somebody writes in a topic who', () => {
  it('has no role goes nowhere; they are told once, also in another topic', async () => {
    const first = await asks(company, 'Анна');
    const second = await asks(company, 'Белла');
    const passer = await company.client('Прохожий');
    await company.control.addMember({ chatId: company.desk.chatId, userId: passer.id });
    const before = warnings();
    await does(passer.in(first.topic).says('Я всё знаю!'));
    await does(passer.in(first.topic).says('Почему молчите?'));
    await does(passer.in(second.topic).says('И здесь знаю'));

    await expectUnheard(first);
    await expectUnheard(second);
    expect([await toldIn(first), await toldIn(second)]).toEqual([1, 0]);
    expect(warnings()).toBe(before + 3);
    expect(await first.status()).toContain('НЕ ОТВЕЧЕНО');
  });

  it('hides behind the group, even an employee, goes nowhere', async () => {
    const { igor, control, desk } = company;
    const dialog = await asks(company, 'Вера');
    const speak = (text: string) =>
      control.say({
        userId: igor.id,
        chatId: desk.chatId,
        threadId: Number(dialog.topic.threadId),
        as: 'anonymous',
        text,
      });
    await does(speak('Ответ от имени группы'));
    await does(speak('И ещё один'));

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(1);
  });

  it('hides behind the group is told in each topic: nobody knows who read it in another', async () => {
    const { igor, control, desk } = company;
    const dialog = await asks(company, 'Варя');
    const threadId = Number(dialog.topic.threadId);
    const speech = { userId: igor.id, chatId: desk.chatId, as: 'anonymous' } as const;
    await does(control.say({ ...speech, threadId, text: 'Кто-то из нас' }));

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(1);
  });

  it('is a channel goes nowhere', async () => {
    const { igor, control, desk } = company;
    const dialog = await asks(company, 'Галя');
    const channel = await control.createGroup({
      title: 'Новости',
      ownerId: igor.id,
      kind: 'channel',
    });
    await does(
      control.say({
        userId: igor.id,
        chatId: desk.chatId,
        threadId: Number(dialog.topic.threadId),
        as: { channelId: channel.chatId },
        text: 'Подписывайтесь!',
      }),
    );

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(1);
  });

  it('is another bot goes nowhere', async () => {
    const { control, desk } = company;
    const dialog = await asks(company, 'Даша');
    const { id } = await control.createBot({ firstName: 'Робот', username: 'other_robot' });
    await control.addMember({ chatId: desk.chatId, userId: id });
    const speech = { userId: id, chatId: desk.chatId, threadId: Number(dialog.topic.threadId) };
    await does(control.say({ ...speech, text: 'Бип', force: true }));

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(1);
  });

  it('was an employee until a minute ago goes nowhere', async () => {
    const { igor, control, desk } = company;
    const pavel = await company.staff('Павел', { id: 907 });
    await control.addMember({ chatId: desk.chatId, userId: pavel.id });
    const dialog = await asks(company, 'Ева');
    await does(igor.in(desk).says(`/staff manager ${pavel.id}`));
    await does(pavel.presses('Взять в работу', { in: dialog.topic }));
    await does(igor.in(desk).says(`/staff remove ${pavel.id}`));
    await does(pavel.in(dialog.topic).says('Прощайте'));

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(1);
  });
});

describe('somebody who was told before they had a role', () => {
  it('is told again when they have lost it', async () => {
    const { igor, control, desk } = company;
    const ulya = await company.staff('Уля', { id: 908 });
    await control.addMember({ chatId: desk.chatId, userId: ulya.id });
    const dialog = await asks(company, 'Юлия');
    await does(ulya.in(dialog.topic).says('Я новенькая'));
    await company.later(60_000);
    await does(igor.in(desk).says(`/staff manager ${ulya.id}`));
    await company.later(60_000);
    await does(igor.in(desk).says(`/staff remove ${ulya.id}`));
    await company.later(60_000);
    await does(ulya.in(dialog.topic).says('Ответ клиенту'));
    await does(ulya.in(dialog.topic).says('Ещё один'));

    await expectUnheard(dialog);
    expect(await toldIn(dialog)).toBe(2);
  });
});

describe('a command in a topic', () => {
  it.each(['/refund 500', '/заметка не для клиента', '/start', '/refund@deskroom_bot', '/1'])(
    'is not relayed: %s',
    async (text) => {
      const dialog = await asks(company, `Жанна ${text.replace(/[^\p{L}\d]/gu, '')}`);
      await does(company.katya.in(dialog.topic).says(text));

      await expectUnheard(dialog);
      await company.katya
        .in(dialog.topic)
        .reads('Такой команды нет, клиенту ничего не отправлено.');
    },
  );

  it('for another bot is left to that bot', async () => {
    const dialog = await asks(company, 'Зоя');
    await does(company.katya.in(dialog.topic).says('/stats@other_robot'));

    await expectUnheard(dialog);
    expect((await dialog.thread()).at(-1)).toBe('/stats@other_robot');
  });

  it('that is none goes to the client: a path, a word with a slash in it', async () => {
    const dialog = await asks(company, 'Инна');
    await does(company.katya.in(dialog.topic).says('/etc/hosts и/или почта'));

    expect(await dialog.client.sees()).toContain('/etc/hosts и/или почта');
  });
});

describe('employees who write to the bot in private', () => {
  it('open no dialog and are told what this chat is for', async () => {
    const { katya } = company;
    const before = await katya.topics();
    await does(katya.says('Привет, бот'));

    await katya.reads('Здесь бот пишет вам лично');
    expect((await katya.topics()).length).toBe(before.length);
  });

  it('and were clients before leave their dialog where it was, and are answered there', async () => {
    const { igor, katya, desk, control } = company;
    const dialog = await asks(company, 'Клава');
    await control.addMember({ chatId: desk.chatId, userId: dialog.client.id });
    await does(igor.in(desk).says(`/staff manager ${dialog.client.id}`));
    await does(dialog.client.says('Я теперь у вас работаю'));
    expect(await dialog.thread()).not.toContain('Я теперь у вас работаю');

    await does(katya.in(dialog.topic).says('500 рублей'));
    expect(await dialog.client.sees()).toContain('500 рублей');
    await does(igor.in(desk).says(`/staff remove ${dialog.client.id}`));
    await does(dialog.client.says('Снова клиент'));
    expect(await (await dialogOf(company, dialog.client)).status()).toContain('ПРОДОЛЖИТЬ');
  });
});
