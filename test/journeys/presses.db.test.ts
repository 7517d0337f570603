// Buttons in the hands of many: two managers at once, people without rights, presses that come too late.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

function dataOf(message: Message, label: string): string {
  const button = message.buttons.flat().find((candidate) => candidate.label === label);
  if (!button) throw new Error(`there is no button «${label}»`);
  return button.value;
}

/** How often a press was refused for want of rights, by the operator's log. */
function refusals(): number {
  return company.log.lines.filter(({ msg }) => msg === 'a press without rights was refused').length;
}

async function eventTypes({ topic }: OpenDialog): Promise<string[]> {
  const { prisma } = company.app().database;
  const dialog = await prisma.dialog.findFirst({ where: { threadId: Number(topic.threadId) } });
  const where = { subject: 'dialog', subjectId: dialog?.id ?? 0 };
  const events = await prisma.event.findMany({ where, orderBy: { id: 'asc' } });
  return events.map(({ type }) => type);
}

describe('two managers press «Взять в работу» at once', () => {
  it('one has the dialog, the other reads whose it is, and it is taken once', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Вера');
    await Promise.all([
      katya.presses('Взять в работу', { in: dialog.topic }),
      boris.presses('Взять в работу', { in: dialog.topic }),
    ]);
    await company.settle();

    const toasts = [await katya.lastToast(), await boris.lastToast()];
    const [winner, loser] =
      toasts[0] === 'Диалог у вас' ? ['Катя Смирнова', 1] : ['Борис Орлов', 0];
    expect(toasts[loser]).toBe(`Уже в работе: ${winner}`);
    expect(await dialog.card()).toContain(`👤 Ответственный: ${winner}`);
    expect(await eventTypes(dialog)).toEqual(['opened', 'asked', 'taken']);
  });
});

describe('a press by somebody without rights', () => {
  it('is refused in plain words and in their language, changes nothing, and is logged', async () => {
    const dialog = await asks(company, 'Глеб');
    const card = await company.katya.card(dialog.topic);
    const stranger = await company.client('Stranger', { languageCode: 'en' });
    await company.control.addMember({ chatId: company.desk.chatId, userId: stranger.id });
    const before = refusals();
    for (const label of labels(card)) {
      await does(stranger.forges(card, dataOf(card, label)));
      expect(await stranger.lastToast()).toBe('This button is not for you. Nothing has changed.');
    }

    expect(await company.katya.card(dialog.topic)).toEqual(card);
    expect(await eventTypes(dialog)).toEqual(['opened', 'asked']);
    expect(refusals()).toBe(before + labels(card).length);
  });

  it('is refused to a client as well, whose dialog it is', async () => {
    const dialog = await asks(company, 'Дина');
    const card = await company.katya.card(dialog.topic);
    await does(dialog.client.forges(card, dataOf(card, 'Закрыть')));

    expect(await dialog.client.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
  });

  it('cannot send a note to the client, nor cancel one', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Ева');
    await does(katya.in(dialog.topic).says('// скидок не давать'));
    const kept = await katya.in(dialog.topic).reads('Заметка. Клиент не видит');
    await does(dialog.client.forges(kept, dataOf(kept, 'Отправить клиенту')));
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    const prompt = await katya.in(dialog.topic).reads('напишите заметку');
    await does(dialog.client.forges(prompt, dataOf(prompt, 'Отмена')));

    expect(await dialog.client.sees()).toEqual(['Здравствуйте! Сколько стоит доставка?']);
    expect(await dialog.status()).toContain('ВНУТРЕННЯЯ ЗАМЕТКА');
  });

  it('with a number no row can have is refused at once, whoever forges it', async () => {
    const dialog = await asks(company, 'Жора');
    const card = await company.katya.card(dialog.topic);
    const huge = 2 ** 53 - 1;
    for (const data of [`rate:${huge}:0:5`, `card:${huge}:1:take`, `message:${huge}:0:repeat`]) {
      await does(dialog.client.forges(card, data));
      expect(await dialog.client.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    }
    await does(company.katya.forges(card, `note-cancel:${huge}:1`));

    expect(await company.katya.lastToast()).not.toBe('');
    expect(company.log.raw()).not.toContain('update failed');
  });

  it('with data that no button ever had is answered too', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Жанна');
    const card = await katya.card(dialog.topic);
    for (const data of ['card:999999:1:take', 'card:1:1:explode', 'message:999999:0:repeat', 'x']) {
      await does(katya.forges(card, data));
      expect(await katya.lastToast()).not.toBe('');
    }

    expect(await katya.card(dialog.topic)).toEqual(card);
  });
});

describe('a press that comes too late', () => {
  it('says how things are now', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Зоя');
    const stale = await katya.card(dialog.topic);
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    await does(boris.forges(stale, dataOf(stale, 'Был созвон')));

    expect(await boris.lastToast()).toBe(
      'Карточка изменилась, сейчас статус «ЗАКРЫТО». Посмотрите её ещё раз.',
    );
    expect(await dialog.status()).toContain('ЗАКРЫТО');
  });

  it('closes nothing over a question that its card did not show', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Инна');
    await does(katya.in(dialog.topic).says('500 рублей'));
    const stale = await katya.card(dialog.topic);
    await does(dialog.client.says('А самовывоз?'));
    await does(katya.forges(stale, dataOf(stale, 'Закрыть')));

    expect(await katya.lastToast()).toBe(
      'Клиент только что написал ещё. Прочитайте и нажмите ещё раз.',
    );
    expect(await dialog.card()).toContain('12:00 — А самовывоз?');
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Диалог закрыт');
  });

  it('may follow an answer at once, before the card shows that it has arrived', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Кира');
    const card = await katya.card(dialog.topic);
    await katya.in(dialog.topic).says('Да, привезём завтра.');
    await does(katya.forges(card, dataOf(card, 'Закрыть')));

    expect(await dialog.client.sees()).toContain('Да, привезём завтра.');
    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
  });

  it('and twice over asks once for a note’s words', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Лена');
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));
    await does(katya.presses('Добавить заметку', { in: dialog.topic }));

    const prompts = (await dialog.thread()).filter((text) => text.includes('напишите заметку'));
    expect(prompts).toHaveLength(1);
  });
});

describe('staff read answers in their own language', () => {
  it('in private windows and toasts, while cards speak the desk’s', async () => {
    const mike = await company.staff('Mike', { id: 905, lastName: 'Ross', languageCode: 'en' });
    await company.control.addMember({ chatId: company.desk.chatId, userId: mike.id });
    await does(mike.starts());
    await does(company.igor.in(company.desk).says(`/staff manager ${mike.id}`));
    const dialog = await asks(company, 'Майя');
    await does(mike.presses('Взять в работу', { in: dialog.topic }));

    expect(await mike.lastToast()).toBe('The dialog is yours');
    expect(await dialog.card()).toContain('👤 Ответственный: Mike Ross');
    expect(await dialog.card()).toContain('#mike_5');
  });
});
