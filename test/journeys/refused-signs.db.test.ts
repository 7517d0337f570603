// Telegram refuses what merely adorns a conversation (docs/refusals.md): a pin, a sign, the name of a
// method. The conversation goes on, and whoever counted on the sign reads so.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';
import { bad, refusing } from '../support/refusing.ts';

const QUESTION = 'Здравствуйте! Сколько стоит доставка?';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let refuses: ReturnType<typeof refusing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  refuses = refusing(company);
});
afterEach(() => company.control.clearFaults({}));
afterAll(() => company.close());

async function inThread({ topic }: OpenDialog, text: string): Promise<Message> {
  const found = (await company.katya.in(topic).messages()).find((one) => one.text === text);
  if (!found) throw new Error(`«${text}» is not in the thread`);
  return found;
}

describe('a card that was deleted before it could be pinned', () => {
  it('leaves the thread without a pin, and all else goes on', async () => {
    const { desk, control } = company;
    await refuses(...bad('message to pin not found'), {
      chatId: desk.chatId,
      method: 'pinChatMessage',
    });
    const dialog = await asks(company, 'Анна');
    await does(dialog.client.says('Вы здесь?'));
    expect(await dialog.thread()).toEqual([QUESTION, 'Вы здесь?']);
    expect(await control.calls({ method: 'pinChatMessage', chatId: desk.chatId })).toHaveLength(1);
    await does(company.katya.in(dialog.topic).says('Здесь'));
    expect(await dialog.client.sees()).toContain('Здесь');
  });
});

describe('a reaction on a message that is gone', () => {
  it('of an employee is said not to be seen by the client', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Белла');
    await refuses(...bad('message to react not found'), {
      chatId: dialog.client.id,
      method: 'setMessageReaction',
    });
    await does(katya.in(dialog.topic).reacts(await inThread(dialog, QUESTION), '🤔'));
    expect(signs(await dialog.client.reads(QUESTION))).toEqual([]);
    expect((await dialog.thread()).at(-1)).toMatch(/^Клиент этой реакции не увидит/);
  });

  it('of a client is told in words', async () => {
    const dialog = await asks(company, 'Вера');
    await does(company.katya.in(dialog.topic).says('500 рублей'));
    await refuses(...bad('message to react not found'), {
      chatId: company.desk.chatId,
      method: 'setMessageReaction',
    });
    await does(dialog.client.reacts(await dialog.client.reads('500 рублей'), '❤'));
    expect((await dialog.thread()).at(-1)).toBe('Вера: ❤ на «500 рублей»');
  });
});

describe('a method that this server of the Bot API does not have', () => {
  it('fails for the answer that needs it, in words, and holds nothing up', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Галя');
    await refuses(404, 'Not Found: method not found', {
      chatId: dialog.client.id,
      method: 'sendMessage',
    });
    await does(katya.in(dialog.topic).says('500 рублей'));
    expect((await katya.in(dialog.topic).reads('Не доставлено: ')).text).toContain(
      'Telegram не принял это сообщение',
    );
    await does(katya.in(dialog.topic).says('600 рублей'));
    expect((await dialog.client.sees()).slice(1)).toEqual(['600 рублей']);
  });
});
