// An employee's own account as a channel: customers write to the person, the desk answers in the person's
// name, and what the person answers from the phone is read at the desk.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import {
  areOneAlbum,
  dialogOf,
  doing,
  labels,
  type OpenDialog,
  signs,
} from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  await does(company.control.connectBusiness({ userId: company.katya.id }));
});

afterAll(() => company.close());

interface BusinessDialog extends OpenDialog {
  /** The chat of the customer with Катя. */
  readonly chat: Place;
}

async function chatWith(customer: Person, owner: Person = company.katya): Promise<Place> {
  return company.control.openBusinessChat({ userId: owner.id, customerId: customer.id });
}

/** Somebody new writes to Катя, and the desk has read it. */
async function asks(name: string, text = 'Здравствуйте! Сколько стоит доставка?') {
  const customer = await company.client(name);
  const chat = await chatWith(customer);
  await does(customer.in(chat).says(text));
  return { ...(await dialogOf(company, customer)), chat };
}

/** What the customer reads, oldest first. */
async function reads({ client, chat }: BusinessDialog): Promise<readonly string[]> {
  return client.in(chat).sees();
}

/** The message as it stands there now. */
async function refreshed(person: Person, place: Place, { messageId }: Message): Promise<Message> {
  const all = await person.in(place).messages();
  return last(Promise.resolve(all.filter((one) => one.messageId === messageId)));
}

async function last(messages: Promise<readonly Message[]>): Promise<Message> {
  const found = (await messages).at(-1);
  if (!found) throw new Error('nothing was said');
  return found;
}

describe('an employee connects their account', () => {
  it('and reads what that means, also when rights change or it is let go', async () => {
    const { boris, control } = company;
    const userId = boris.id;
    await does(control.connectBusiness({ userId, canReply: false }));
    expect((await last(boris.messages())).text).toContain('отвечать за вас бот не может');
    await does(control.connectBusiness({ userId }));
    expect((await last(boris.messages())).text).toMatch(/^Аккаунт подключён: то, что вам пишут/);
    await does(control.disconnectBusiness({ userId }));
    expect((await last(boris.messages())).text).toMatch(/^Аккаунт отключён/);
  });

  it('but nobody else does: a stranger’s customers never come to the desk', async () => {
    const stranger = await company.client('Чужой');
    await does(stranger.starts());
    await does(company.control.connectBusiness({ userId: stranger.id }));
    expect((await last(stranger.messages())).text).toContain('только с аккаунтами сотрудников');
    const customer = await company.client('Посторонний');
    await does(customer.in(await chatWith(customer, stranger)).says('Привет'));

    expect((await company.katya.topics()).map(({ name }) => name).join()).not.toContain(
      'Посторонн',
    );
  });
});

describe('a customer of the account', () => {
  it('has a dialog of its own beside the private chat with the bot, and is answered in each', async () => {
    const { katya } = company;
    const dialog = await asks('Анна', 'Это к Кате');
    expect(await dialog.card()).toContain('Telegram Business');
    expect(await dialog.card()).toContain('#business');
    await does(katya.in(dialog.topic).says('500 рублей'));
    expect(await reads(dialog)).toEqual(['Это к Кате', '500 рублей']);
    expect((await last(dialog.client.in(dialog.chat).messages())).from.id).toBe(katya.id);
    expect(signs(await katya.in(dialog.topic).reads('500 рублей'))).toEqual(['👌']);
    expect(await dialog.status()).toContain('ОТВЕЧЕНО');

    // The same numbers of messages, and the same chat by Telegram's name for it.
    await does(dialog.client.says('А это боту'));
    const topics = (await katya.topics()).filter(({ name }) => name.includes('Анна'));
    expect(topics).toHaveLength(2);
    expect(await reads(dialog)).toEqual(['Это к Кате', '500 рублей']);
  });

  it('gets files and albums by their ids, and replies stay replies, both ways', async () => {
    const { katya, control } = company;
    const dialog = await asks('Белла');
    const { client, chat, topic } = dialog;
    await does(client.in(chat).sendsPhoto('вот такое'));
    expect(await last(katya.in(topic).messages())).toMatchObject({
      media: 'photo',
      text: 'вот такое',
    });
    const question = await katya.in(topic).reads('вот такое');
    await does(katya.in(topic).replies(question, 'Понятно'));
    const answer = await last(client.in(chat).messages());
    expect(answer.replyTo?.text).toBe('вот такое');
    await does(client.in(chat).replies(answer, 'А почему?'));
    expect((await last(katya.in(topic).messages())).replyTo?.text).toBe('Понятно');

    await does(katya.in(topic).sendsAlbum([{ kind: 'photo', caption: 'раз' }, { kind: 'photo' }]));
    await company.later(2_000);
    const album = (await client.in(chat).messages()).slice(-2);
    expect(areOneAlbum(album)).toBe(true);
    const calls = await control.calls({ chatId: client.id });
    expect(calls.filter(({ method }) => /^(copy|forward)|Reaction/.test(method))).toEqual([]);
  });

  it('reads no sentence that is meant for staff: what Telegram copies to nobody there is not sent', async () => {
    const { katya } = company;
    const dialog = await asks('Альбина', 'Сыграем?');
    const game = { game: { title: 'Змейка', description: '', photo: [] } };
    const sent = await does(katya.in(dialog.topic).sends({ kind: 'other', content: game }));

    expect((await dialog.thread()).at(-1)).toMatch(/^Клиенту не отправлено: игра\. .* Пришлите/);
    expect(signs(await refreshed(katya, dialog.topic, sent))).toEqual([]);
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
    await does(katya.in(dialog.topic).sends({ kind: 'other', content: { hologram: { id: 1 } } }));
    await does(katya.in(dialog.topic).replies(sent, '// а так?'));
    expect(await reads(dialog)).toEqual(['Сыграем?']);
  });

  it('sees by a sign which words nobody has written: they stand under the employee’s name', async () => {
    const { katya } = company;
    const dialog = await asks('Бронислава', 'Какой опрос?');
    const poll = { kind: 'poll' as const, question: 'Когда?', options: ['Утром', 'Днём'] };
    await does(katya.in(dialog.topic).sends(poll));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    expect((await reads(dialog)).slice(2)).toEqual([
      expect.stringMatching(/^🤖 Как вы проголосуете/),
      expect.stringMatching(/^🤖 .*оцен/i),
    ]);
    await does(dialog.client.in(dialog.chat).presses('5 ⭐'));
    expect((await reads(dialog)).at(-1)).toMatch(/^🤖 Спасибо за оценку/);
  });

  it('rates by a button under the request', async () => {
    const { katya } = company;
    const dialog = await asks('Вера');
    await does(katya.in(dialog.topic).says('500 рублей'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    await does(dialog.client.in(dialog.chat).presses('5 ⭐'));
    expect(await dialog.card()).toContain('Оценка 5 из 5');
  });
});

describe('what the owner says from the phone', () => {
  it('stands in the thread with their name, is an answer and stops the clock', async () => {
    const { katya } = company;
    const dialog = await asks('Галя');
    await does(katya.in(dialog.chat).says('Отвечу сама: 500 рублей'));

    expect((await dialog.thread()).at(-1)).toBe(
      '📱 Катя Смирнова отвечает с телефона:\nОтвечу сама: 500 рублей',
    );
    expect(await dialog.status()).toContain('ОТВЕЧЕНО');
    expect(await dialog.card()).toContain('Ответственный: Катя Смирнова');
    expect(await dialog.card()).not.toContain('#ждётответа');
    expect(await reads(dialog)).toHaveLength(2);
  });

  it('is shown with its picture or sticker', async () => {
    const { katya } = company;
    const dialog = await asks('Даша');
    await does(katya.in(dialog.chat).sends({ kind: 'sticker' }));
    const [lead, sticker] = (await katya.in(dialog.topic).messages()).slice(-2);
    expect(lead?.text).toBe('📱 Катя Смирнова отвечает с телефона:');
    expect(sticker?.media).toBe('sticker');
    const game = { game: { title: 'Змейка', description: '', photo: [] } };
    await does(katya.in(dialog.chat).sends({ kind: 'other', content: game }));
    expect((await dialog.thread()).at(-1)).toBe('📱 Катя Смирнова отвечает с телефона:\n[игра]');
  });

  it('waits in the tray where the thread refuses it, and comes from there', async () => {
    const { control, desk, katya } = company;
    const dialog = await asks('Лев');
    const refused = { error_code: 400, description: 'Bad Request: something new' };
    const fault = { kind: 'error', ...refused } as const;
    await control.fail({ fault, method: 'sendMessage', chatId: desk.chatId });
    await does(katya.in(dialog.chat).says('500 рублей'));
    expect((await dialog.thread()).at(-1)).toMatch(/^Клиенту ответили с телефона, но показать/);

    await does(katya.says('/undelivered'));
    for (const label of ['Telegram не принял сообщение: 1', '1']) await does(katya.presses(label));
    const item = await last(katya.messages());
    expect(item.text).toMatch(/^Ответ с телефона не показан сотрудникам/);
    expect(item.text).toContain('Катя Смирнова → клиенту: «500 рублей»');
    await does(katya.presses('Повторить'));
    expect((await dialog.thread()).at(-1)).toBe(
      '📱 Катя Смирнова отвечает с телефона:\n500 рублей',
    );
    expect(await reads(dialog)).toEqual(['Здравствуйте! Сколько стоит доставка?', '500 рублей']);
  });

  it('to somebody who has asked nothing opens no dialog', async () => {
    const customer = await company.client('Ефим');
    await does(company.katya.in(await chatWith(customer)).says('Добрый день!'));
    expect((await company.katya.topics()).map(({ name }) => name).join()).not.toContain('Ефим');
  });

  it('is no answer where the account greets by itself', async () => {
    const dialog = await asks('Жанна');
    await does(
      company.control.saysByItself({ chatId: dialog.chat.chatId, text: 'Мы скоро ответим' }),
    );
    expect((await dialog.thread()).at(-1)).toBe(
      '📱 Автоответ аккаунта (Катя Смирнова):\nМы скоро ответим',
    );
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
    expect(await dialog.card()).toContain('#ждётответа');
  });

  it('comes once, however often the update comes', async () => {
    const dialog = await asks('Зоя');
    await does(company.katya.in(dialog.chat).says('Один раз'));
    const { prisma } = company.app().database;
    const { updateId } = await prisma.inboxUpdate.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    await does(company.control.repeatUpdate({ updateId: Number(updateId) }));
    expect((await dialog.thread()).filter((text) => text.includes('Один раз'))).toHaveLength(1);
  });
});

describe('what is changed in such a chat', () => {
  it('is changed on the other side, whoever of the three has said it', async () => {
    const { katya } = company;
    const dialog = await asks('Нина', 'Скока стоит?');
    const { client, chat, topic } = dialog;
    const question = await client.in(chat).reads('Скока стоит?');
    await does(client.in(chat).edits(question, 'Сколько стоит?'));
    expect((await last(katya.in(topic).messages())).text).toMatch(/^Сколько стоит\?\n✏️ изменено/);

    const answer = await katya.in(topic).says('50 рублей');
    await company.settle();
    await does(katya.in(topic).edits(answer, '500 рублей'));
    expect((await last(client.in(chat).messages())).text).toMatch(/^500 рублей\n✏️ изменено/);

    const phone = await does(katya.in(chat).says('И доставка безплатно'));
    await does(katya.in(chat).edits(phone, 'И доставка бесплатно'));
    expect((await last(katya.in(topic).messages())).text).toMatch(
      /^📱 Катя Смирнова отвечает с телефона:\nИ доставка бесплатно\n✏️ изменено/,
    );
  });
});

describe('what the owner has changed there, and the thread cannot show changed', () => {
  it('is said there anew, and nobody reads that the client has not got it', async () => {
    const { igor, katya } = company;
    const dialog = await asks('Мира');
    const said = await does(katya.in(dialog.chat).says('500 рублей'));
    await does(igor.in(dialog.topic).deletes(await katya.in(dialog.topic).reads('500 рублей')));
    await does(katya.in(dialog.chat).edits(said, '600 рублей'));

    expect((await dialog.thread()).at(-1)).toBe(
      '✏️ Исправленное сообщение:\n📱 Катя Смирнова отвечает с телефона:\n600 рублей',
    );
  });
});

describe('what is taken back in such a chat', () => {
  it('by the customer is marked in the thread, its words kept', async () => {
    const dialog = await asks('Оля', 'Передумала');
    const { client, chat, topic } = dialog;
    await does(client.in(chat).deletes(await client.in(chat).reads('Передумала')));
    const copy = await last(company.katya.in(topic).messages());
    expect(copy.text).toMatch(/^Передумала\n.*удалил/);
  });

  it('by /del of an employee is gone at the customer’s', async () => {
    const { katya } = company;
    const dialog = await asks('Поля');
    const answer = await does(katya.in(dialog.topic).says('500 рублей'));
    await does(katya.in(dialog.topic).replies(answer, '/del'));
    expect(await reads(dialog)).toHaveLength(1);
  });
});

describe('an answer that the account does not let through', () => {
  it('says why, and goes when the bot is connected again', async () => {
    const { katya, control } = company;
    const dialog = await asks('Ира');
    await does(control.disconnectBusiness({ userId: katya.id }));
    await does(katya.in(dialog.topic).says('500 рублей'));
    expect((await dialog.thread()).at(-1)).toContain('аккаунт сотрудника отключил бота');
    expect(await reads(dialog)).toHaveLength(1);

    await does(control.connectBusiness({ userId: katya.id, anew: true }));
    await does(katya.presses('Повторить', { in: dialog.topic }));
    expect(await reads(dialog)).toHaveLength(2);
  });

  it('says that the customer has been silent for a day', async () => {
    const { katya, control } = company;
    const dialog = await asks('Кира');
    const description = 'Bad Request: BUSINESS_PEER_USAGE_MISSING';
    const fault = { kind: 'error', error_code: 400, description } as const;
    await control.fail({ fault, method: 'sendMessage', chatId: dialog.client.id });
    await does(katya.in(dialog.topic).says('500 рублей'));
    const word = await last(katya.in(dialog.topic).messages());
    expect(word.text).toContain('клиент молчит больше суток');
    expect(labels(word)).toEqual(['Повторить']);
  });
});

describe('a reaction in such a dialog', () => {
  it('is told to be impossible, once', async () => {
    const { katya, boris } = company;
    const dialog = await asks('Лена', 'Вопрос');
    const copy = (await katya.in(dialog.topic).messages()).find(({ text }) => text === 'Вопрос');
    await does(katya.in(dialog.topic).reacts(copy as Message, '👍'));
    await does(boris.in(dialog.topic).reacts(copy as Message, '🔥'));
    const told = (await dialog.thread()).filter((text) =>
      text.includes('не может ставить реакции'),
    );
    expect(told).toHaveLength(1);
  });
});

describe('messages of colleagues', () => {
  it('to each other’s accounts are none of the desk’s', async () => {
    const { boris, katya } = company;
    await does(boris.in(await chatWith(boris)).says('Пообедаем?'));
    expect((await katya.topics()).map(({ name }) => name).join()).not.toContain('Борис');
  });
});
