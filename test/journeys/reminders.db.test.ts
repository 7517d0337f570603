// «Напомнить через…»: chosen or written, said once to whoever asked, seen by staff alone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindButton, remindCancelButton } from '../../src/dialogs/reminders/buttons.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  does = doing(company);
});

afterAll(() => company.close());

/** What this person was reminded of about this dialog, in private. */
async function reminded(person: Person, { client }: OpenDialog): Promise<readonly string[]> {
  return (await person.sees()).filter(
    (text) => text.startsWith('⏰ Напоминание') && text.includes(client.name),
  );
}

async function afterAStop(ms: number): Promise<void> {
  await company.stopApp();
  await company.clock.advance(ms);
  await company.startApp();
  await company.later(1_000);
}

function reminderLines(card: string): readonly string[] {
  return card.split('\n').filter((line) => line.startsWith('⏰ Напомнить'));
}

/** The client has read nothing but their own words. */
async function clientSaw({ client }: OpenDialog): Promise<readonly string[]> {
  return (await client.messages()).filter(({ from }) => from.isBot).map(({ text }) => text);
}

describe('a reminder', () => {
  it('is chosen under the card, shown on it, and said once when its hour has come', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Анна');
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    await does(katya.presses('Напомнить через…', { in: dialog.topic }));
    const question = await katya.in(dialog.topic).reads('Когда напомнить об этом диалоге?');
    expect(labels(question)).toEqual([
      'Через 30 минут',
      'Через час',
      'Через 3 часа',
      'Завтра в 9:00',
      'Скрыть',
    ]);

    await does(katya.presses('Через 30 минут', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Напомню сегодня в 12:30');
    expect(await dialog.thread()).toContain('⏰ Катя Смирнова, напомню сегодня в 12:30.');
    expect(await dialog.thread()).not.toContain(question.text);
    expect(reminderLines(await dialog.card())).toEqual([
      '⏰ Напомнить 21.11 в 12:30 — Катя Смирнова',
    ]);

    await company.later(29 * MINUTE);
    expect(await reminded(katya, dialog)).toEqual([]);
    await company.later(MINUTE);
    expect(await reminded(katya, dialog)).toHaveLength(1);
    expect(await reminded(boris, dialog)).toEqual([]);
    const message = await katya.reads('⏰ Напоминание');
    expect(message.text).toMatch(/^⏰ Напоминание: диалог № \d+ · Анна$/);
    expect(labels(message)[0]).toBe('Открыть диалог');
    expect(reminderLines(await dialog.card())).toEqual([]);

    await afterAStop(HOUR);
    expect(await reminded(katya, dialog)).toHaveLength(1);
    expect(await clientSaw(dialog)).toEqual([]);
  });

  it('is written with words that only whoever asked reads, and put off again with them', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Белла');
    await does(katya.in(dialog.topic).says('/remind завтра 10:00 уточнить <цену> & срок'));
    expect(await dialog.thread()).toContain(
      '⏰ Катя Смирнова, напомню завтра в 10:00.\nуточнить <цену> & срок',
    );
    expect(reminderLines(await dialog.card())).toEqual([
      '⏰ Напомнить 22.11 в 10:00 — Катя Смирнова',
    ]);

    await afterAStop(24 * HOUR);
    expect((await reminded(katya, dialog)).at(-1)).toMatch(/Белла\nуточнить <цену> & срок$/);
    await does(katya.presses('Через 30 минут'));
    expect(labels(await katya.reads('· Белла'))).toEqual(['Открыть диалог']);
    await afterAStop(31 * MINUTE);
    expect(await reminded(katya, dialog)).toHaveLength(2);
    expect((await reminded(katya, dialog)).at(-1)).toContain('уточнить <цену> & срок');
    expect(await clientSaw(dialog)).toEqual([]);
  });

  it('that is not understood, or lies in the past, asks again and sends nothing to the client', async () => {
    const { katya, desk } = company;
    const dialog = await asks(company, 'Вера');
    await does(katya.in(dialog.topic).says('/remind позвонить'));
    expect((await dialog.thread()).at(-1)).toMatch(/^Не получилось понять, когда напомнить\./);
    await does(katya.in(dialog.topic).says('/remind 20.11.2026'));
    expect((await dialog.thread()).at(-1)).toMatch(/^Это время уже прошло\./);
    await does(katya.says('/remind 2ч'));
    expect((await katya.sees()).at(-1)).toContain('Напишите /remind под карточкой того диалога');
    await does(katya.in(desk).says('/remind 2ч'));
    expect((await katya.in(desk).sees()).at(-1)).toContain(
      'Напишите /remind под карточкой того диалога',
    );
    await does(dialog.client.says('/remind 2ч'));
    expect((await dialog.client.sees()).at(-1)).not.toContain('напомн');
    expect(reminderLines(await dialog.card())).toEqual([]);
  });

  it('is set once, however often it is pressed, and cancelled once, by whoever may', async () => {
    const { katya, boris, olga } = company;
    const dialog = await asks(company, 'Галя');
    await does(katya.in(dialog.topic).says('/remind'));
    const question = await katya.in(dialog.topic).reads('Когда напомнить');
    const id = Number(/№ (\d+)/.exec(dialog.topic.name)?.[1]);
    const hour = remindButton.encode({ id, revision: 0, choice: '1h' });
    await does(katya.forges(question, hour));
    await does(katya.forges(question, hour));
    expect(reminderLines(await dialog.card())).toHaveLength(1);

    await does(boris.presses('Отменить', { in: dialog.topic }));
    expect(await boris.lastToast()).toContain('Это напоминание вашего коллеги.');
    await does(dialog.client.forges(question, hour));
    expect(reminderLines(await dialog.card())).toHaveLength(1);
    const isSet = await katya.in(dialog.topic).reads('напомню');
    await does(olga.presses('Отменить', { in: dialog.topic }));
    expect(await olga.lastToast()).toBe('Напоминание отменено');
    expect(reminderLines(await dialog.card())).toEqual([]);
    const { prisma } = company.app().database;
    const reminder = await prisma.reminder.findFirstOrThrow({ where: { dialogId: id } });
    const cancel = remindCancelButton.encode({ id: reminder.id, revision: 0 });
    await does(katya.forges(isSet, cancel));
    expect(await katya.lastToast()).toBe('Это напоминание уже прозвучало или отменено');
    await afterAStop(2 * HOUR);
    expect(await reminded(katya, dialog)).toEqual([]);
  });

  it('of a closed dialog is said all the same, once after a long stop', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Даша');
    await does(katya.in(dialog.topic).says('/remind 3 дня спросить, всё ли дошло'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    await afterAStop(10 * 24 * HOUR);

    const said = await reminded(katya, dialog);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/спросить, всё ли дошло\nДиалог уже закрыт\.$/);
  });

  it('is said in the thread to whoever never started the bot, and of whoever has left', async () => {
    const { igor, katya, desk } = company;
    const rita = await company.staff('Рита', { id: 906 });
    await company.control.addMember({ chatId: desk.chatId, userId: rita.id });
    await does(igor.in(desk).says(`/staff manager ${rita.id}`));
    const dialog = await asks(company, 'Ева');
    await does(rita.in(dialog.topic).says('/remind 2 мин перезвонить'));
    await company.later(3 * MINUTE);
    expect((await dialog.thread()).at(-1)).toBe(
      '⏰ Рита, вы просили напомнить об этом диалоге.\nперезвонить',
    );

    await does(rita.in(dialog.topic).says('/remind 2ч'));
    await does(igor.in(desk).says(`/staff remove ${rita.id}`));
    await afterAStop(2 * HOUR);
    expect((await katya.in(dialog.topic).sees()).at(-1)).toBe(
      '⏰ Об этом диалоге просил напомнить бывший сотрудник: Рита.',
    );
    expect(await clientSaw(dialog)).toEqual([]);
  });
});
