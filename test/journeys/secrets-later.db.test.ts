// What belongs together is known from what is kept, not from when it is read; and it is the same for the
// clients of an employee's own account.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, cardOf, dialogOf, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Message, Place } from '../support/people.ts';
import { heard } from '../support/secrets.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let offer: Message;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  const { control, igor, katya } = company;
  const supplier = await company.client('Поставщик');
  const memberIds = [katya.id, supplier.id];
  const group = await control.createGroup({ title: 'Поставщики', ownerId: igor.id, memberIds });
  offer = await supplier.in(group).says('секрет: закупка 100');
  await does(control.connectBusiness({ userId: katya.id }));
});

afterAll(() => company.close());

function forwards({ topic }: OpenDialog, { chatId, messageId }: Message): Promise<unknown> {
  const { control, katya } = company;
  const at = { userId: katya.id, chatId: topic.chatId, threadId: topic.threadId as number };
  return control.forward({ ...at, of: { chatId, messageId } });
}

describe('what is forwarded with a comment', () => {
  it('stays inside with it, also where the program was stopped in between', async () => {
    const dialog = await asks(company, 'Анна');
    await does(company.katya.in(dialog.topic).says('// смотри'));
    await company.stopApp();
    await forwards(dialog, offer);
    await company.clock.advance(60_000);
    await company.startApp();
    await company.settle();

    expect(await heard(dialog)).toBe('');
    expect(await dialog.card()).toContain('заметка: секрет: закупка 100');
  });

  it('is told from what was written later by Telegram’s clock, whenever the two are read', async () => {
    const [dialog, other] = [await asks(company, 'Белла'), await asks(company, 'Вера')];
    await company.stopApp();
    for (const { topic } of [dialog, other]) await company.katya.in(topic).says('// смотри');
    await company.clock.advance(2_000);
    await forwards(dialog, offer);
    await company.clock.advance(1_000);
    await forwards(other, offer);
    await company.startApp();
    await company.settle();

    expect(await heard(dialog)).toBe('');
    expect(await heard(other)).toBe('Переслано от Поставщик\nсекрет: закупка 100');
  });

  it('is one press away from the client', async () => {
    const dialog = await asks(company, 'Галя');
    await company.katya.in(dialog.topic).says('// смотри');
    await does(forwards(dialog, offer));
    await does(company.katya.presses('Отправить клиенту', { in: dialog.topic }));

    expect(await heard(dialog)).toBe('Переслано от Поставщик\nсекрет: закупка 100');
  });
});

describe('in the dialog of an employee’s own customer', () => {
  async function customer(name: string): Promise<OpenDialog & { readonly chat: Place }> {
    const client = await company.client(name);
    const ids = { userId: company.katya.id, customerId: client.id };
    const chat = await company.control.openBusinessChat(ids);
    await does(client.in(chat).says('Здравствуйте!'));
    return { ...(await dialogOf(company, client)), chat };
  }

  it('a comment with what is forwarded, a colleague’s words and a call to the bot stay inside', async () => {
    const { katya, boris } = company;
    const dialog = await customer('Дина');
    const note = await does(boris.in(dialog.topic).says('// секрет'));
    await katya.in(dialog.topic).says('@deskroom_bot неотвеченные');
    await forwards(dialog, note);
    await forwards(dialog, await cardOf(company, 'Дина'));
    await katya.in(dialog.topic).says('👉 @boris_o смотри');
    await does(forwards(dialog, offer));

    expect(await dialog.client.in(dialog.chat).sees()).toEqual(['Здравствуйте!']);
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО · ждёт с');
  });
});

describe('an answer to what another client has asked', () => {
  it('tells the one nothing of the other', async () => {
    const { control, katya, desk } = company;
    const other = await asks(company, 'Ева', 'Верните мне 100 рублей');
    const dialog = await asks(company, 'Жанна');
    const { messageId } = await katya.in(other.topic).reads('Верните мне');
    const at = { userId: katya.id, chatId: desk.chatId, threadId: dialog.topic.threadId as number };
    const outside = { chatId: desk.chatId, messageId };
    await does(control.say({ ...at, outside, quote: 'Верните', text: 'Вернём завтра' }));

    expect(await heard(dialog)).toBe('Вернём завтра');
  });
});
