// A desk whose group takes no 👌, and the group where the desk was before.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, signs } from '../support/dialogs.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

describe('a group that allows no 👌', () => {
  it('is told once how to allow it; the card says what has arrived', async () => {
    const { katya, control, desk } = company;
    const first = await asks(company, 'Анна');
    const second = await asks(company, 'Белла');
    await control.fail({
      fault: { kind: 'error', error_code: 400, description: 'Bad Request: REACTION_INVALID' },
      method: 'setMessageReaction',
      chatId: desk.chatId,
      times: 'always',
    });
    await does(katya.in(first.topic).says('500 рублей'));
    await does(katya.in(first.topic).says('И доставка'));
    await does(katya.in(second.topic).says('600 рублей'));

    const words = [...(await first.thread()), ...(await second.thread())];
    const told = words.filter((text) => text.startsWith('Telegram не даёт боту ставить здесь 👌.'));
    expect(told).toHaveLength(1);
    expect(await second.card()).toContain('Катя Смирнова — ответ доставлен');

    await control.clearFaults({});
    await does(katya.in(second.topic).says('Уже едет'));
    expect(signs(await katya.in(second.topic).reads('Уже едет'))).toEqual(['👌']);
  });
});

describe('the group where the desk was', () => {
  it('is silent but for one word to each employee who goes on writing there', async () => {
    const { katya, boris, igor, control, desk } = company;
    const dialog = await asks(company, 'Вера');
    await control.kick({ chatId: desk.chatId, userId: 'bot' });
    await company.settle();
    const fresh = await company.forum('Новое окно', igor, [katya, boris]);
    await does(igor.in(fresh).says('/desk'));
    await control.addMember({ chatId: desk.chatId, userId: 'bot' });
    await control.promote({ chatId: desk.chatId, userId: 'bot' });
    const old = { chatId: desk.chatId, threadId: Number(dialog.topic.threadId) };
    await does(katya.in(old).says('500 рублей'));
    await does(katya.in(old).says('Вы тут?'));
    await does(boris.in(old).says('А я?'));

    const told = (await katya.in(old).sees()).filter((text) =>
      text.includes('никому не отправлено'),
    );
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('Диалоги теперь в группе «Новое окно».');
    expect(await dialog.client.sees()).toEqual(['Здравствуйте! Сколько стоит доставка?']);
  });
});
