// The card and its topic: whatever a client is called, however the desk is set up, whatever is deleted.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing, labels } from '../support/dialogs.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

describe('a client whose name', () => {
  it('turns text around and hides is shown in plain signs', async () => {
    const client = await company.client('\u202eЗло\u200b\u2066й\u202c', { username: 'evil' });
    await does(client.says('Привет'));
    const topic = await company.katya.topic('Злой');

    expect(topic.name).toMatch(/^№ \d+ · Злой$/);
    const card = await company.katya.card(topic);
    expect(card.text).toMatch(/Клиент № \d+: Злой\nНик: @evil\n/);
  });

  it('has nothing visible in it is called «Клиент», and has no line for a username', async () => {
    const client = await company.client('\u2800\u200b');
    await does(client.says('Кто я?'));
    const topic = await company.katya.topic('· Клиент');

    const card = await company.katya.card(topic);
    expect(card.text).toMatch(/Клиент № \d+: Клиент\nКанал: Telegram/);
  });

  it('is as long as Telegram allows, and looks like markup, stands whole on the card', async () => {
    const first = `<b>${'ы'.repeat(57)}</b>`;
    const client = await company.client(first, { lastName: `& ${'Ж'.repeat(62)}` });
    await does(client.says('Здравствуйте'));
    const topic = await company.katya.topic('<b>');

    expect(topic.name.length).toBeLessThanOrEqual(128);
    expect((await company.katya.card(topic)).text).toContain('<b>ыыы');
  });
});

describe('a topic', () => {
  it('wears its status as an icon', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Анна');
    const icon = async () => (await katya.topic('· Анна')).icon;
    const icons = [await icon()];
    const press = async (label: string) => {
      await does(katya.presses(label, { in: dialog.topic }));
      icons.push(await icon());
    };
    await press('Взять в работу');
    await press('Был созвон');
    await press('Добавить заметку');
    await does(katya.in(dialog.topic).says('заметка'));
    await does(katya.in(dialog.topic).says('ответ'));
    icons.push(await icon());
    await does(dialog.client.says('а ещё?'));
    icons.push(await icon());
    await press('Закрыть');

    expect(icons).toEqual(['❗️', '👀', '📱', '📝', '💬', '❓', '🏁']);
  });

  it('that somebody deleted is made again with its card, and the message that was lost', async () => {
    const { igor, katya, control, desk } = company;
    const dialog = await asks(company, 'Белла');
    const threadId = Number(dialog.topic.threadId);
    await does(control.deleteTopic({ userId: igor.id, chatId: desk.chatId, threadId }));
    await does(dialog.client.says('Вы здесь?'));

    const again = await dialogOf(company, dialog.client);
    expect(again.topic.threadId).not.toBe(dialog.topic.threadId);
    expect(again.topic.name).toBe(dialog.topic.name);
    expect((await katya.card(again.topic)).pinned).toBe(true);
    expect(await again.card()).toContain('— Вы здесь?');
    expect(await again.thread()).toEqual(['Вы здесь?']);
    await does(katya.in(again.topic).says('Здесь!'));
    expect(await dialog.client.sees()).toContain('Здесь!');
  });

  it('whose card was deleted gets a new one', async () => {
    const { katya, control, desk } = company;
    const dialog = await asks(company, 'Вера');
    const old = await katya.card(dialog.topic);
    const fault = {
      kind: 'error',
      error_code: 400,
      description: 'Bad Request: message to edit not found',
    } as const;
    await control.fail({ fault, method: 'editMessageText', chatId: desk.chatId });
    await does(dialog.client.says('Ещё вопрос'));

    const card = await katya.card(dialog.topic);
    expect(card.messageId).not.toBe(old.messageId);
    expect(card.text).toContain('— Ещё вопрос');
  });
});

describe('the header', () => {
  it('is data: lines in the order that a manager of the desk wants, for a status if wanted', async () => {
    const { igor, katya, desk } = company;
    const dialog = await asks(company, 'Галя', 'Привет', { username: 'galya' });
    await does(igor.in(desk).says('/header ник, номер'));
    expect(await dialog.card()).toContain(`\n\nНик: @galya\nДиалог № `);
    expect(await dialog.card()).not.toContain('Клиент № ');

    await does(igor.in(desk).says('/header telegram закрыто: клиент'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    expect(await dialog.card()).toMatch(/\n\nКлиент № \d+: Галя\n\n/);
    await does(igor.in(desk).says('/header по умолчанию'));
    await does(igor.in(desk).says('/header telegram закрыто: по умолчанию'));
  });
});

describe('a desk that speaks English', () => {
  it('shows its cards, topics’ words and tags in English; clients read their own language', async () => {
    const { igor, katya, desk } = company;
    await does(igor.in(desk).says('/desk en'));
    const ivan = await asks(company, 'Иван', 'Сколько стоит?');
    const john = await asks(company, 'John', 'How much?', { languageCode: 'en' });
    const card = await katya.card(john.topic);
    expect(card.text).toContain(
      '🔴 UNANSWERED · waiting since 12:00\n⏱ Answer by 12:30\nTake the dialog or answer right here.',
    );
    expect(card.text).toContain('The client asks\n12:00 — How much?');
    expect(card.text).toMatch(
      /#unanswered #waiting #client_\d+ #telegram #d2026_11_21 #m2026_11 #w2026_47$/,
    );
    expect(labels(card)).toEqual([
      'Take',
      'Had a call',
      'Add a note',
      'Close',
      'Hand over',
      'More…',
    ]);

    for (const { topic } of [ivan, john]) {
      await does(katya.in(topic).says('500'));
      await does(katya.presses('Close', { in: topic }));
    }
    await ivan.client.reads('Диалог завершён.');
    await john.client.reads('The dialog is finished.');
    expect(await katya.lastToast()).toBe('Диалог закрыт');
    await does(katya.in(john.topic).says('// слово своим'));
    await katya.in(john.topic).reads('A note. The client does not see it');
    await does(igor.in(desk).says('/desk ru'));
  });
});
