// What a form can ask, as people see it and answer it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Talk } from '../../../src/platform/forms/index.ts';
import { settleCause } from '../../../src/platform/inbox/index.ts';
import { type FormsContext, type FormsOffice, openFormsOffice } from '../../support/forms.ts';
import type { Person } from '../../support/people.ts';

let office: FormsOffice;
let anna: Person;
let john: Person;

/** What the last form was answered. */
let answer: unknown;

beforeAll(async () => {
  office = await openFormsOffice();
  anna = await office.client('Анна');
  john = await office.client('John', { languageCode: 'en' });
  for (const person of [anna, john]) await person.starts();
  await office.handle();
});

afterAll(() => office.close());

beforeEach(async () => {
  await office.handle();
  office.passed.length = 0;
  answer = undefined;
});

/** A form with one question, opened by /ask. */
function asking(ask: (talk: Talk<FormsContext>) => Promise<unknown>): void {
  office.restart([
    {
      command: 'ask',
      args: {},
      form: {
        name: 'ask',
        version: 1,
        args: z.object({}),
        async run(talk) {
          const said = await ask(talk);
          await talk.finish(async (ctx, cause) => {
            const now = office.clock.now();
            await office.database.inTransaction((tx) => settleCause(tx, cause, now));
            answer = said;
            return ctx.update.update_id;
          });
        },
      },
    },
  ]);
}

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await office.handle();
}

async function last(person: Person): Promise<string> {
  return (await person.sees()).at(-1) ?? '';
}

const COUNTRIES = [
  { id: 'ru', label: { text: 'Россия' } },
  { id: 'br', label: { text: 'Бразилия' } },
  { id: 'eg', label: { text: 'Египет' } },
];

describe('a choice', () => {
  beforeEach(() => {
    asking((talk) =>
      talk.choice({ prompt: { text: 'Откуда?' }, options: COUNTRIES, columns: 2, skip: true }),
    );
  });

  it('is pressed, and stands under its question, without buttons', async () => {
    await does(anna.says('/ask'));
    const rows = (await anna.reads('Откуда?')).buttons.map((row) => row.map(({ label }) => label));
    expect(rows).toEqual([['Россия', 'Бразилия'], ['Египет'], ['Пропустить', 'Отмена']]);
    await does(anna.presses('Бразилия'));

    expect(answer).toBe('br');
    const question = await anna.reads('Откуда?');
    expect([question.text, question.buttons]).toEqual(['Откуда?\n— Бразилия', []]);
    expect(await anna.lastToast()).toBe('');
  });

  it('may be typed, and something else is asked again', async () => {
    await does(anna.says('/ask'));
    await does(anna.says('Марс'));
    expect(await last(anna)).toMatch(/^Выберите, пожалуйста, один из вариантов.*\n\nОткуда\?$/);
    await does(anna.says('египет'));

    expect(answer).toBe('eg');
  });

  it('may be passed over where that is offered', async () => {
    await does(john.says('/ask'));
    await does(john.presses('Skip'));

    expect(answer).toBeNull();
    expect(await last(john)).toBe('Откуда?\n— skipped');
  });

  it('that is pressed on after it was made is answered', async () => {
    asking(async (talk) => [
      await talk.choice({ prompt: { text: 'Откуда?' }, options: COUNTRIES }),
      await talk.line({ prompt: { text: 'Кому?' } }),
    ]);
    await does(anna.says('/ask'));
    const question = await anna.reads('Откуда?');
    const brazil = question.buttons.flat()[1]?.value ?? '';
    await does(anna.presses('Россия'));
    await does(anna.forges(question, brazil));
    expect(await anna.lastToast()).toBe('На этот вопрос вы уже ответили.');
    await does(anna.says('Борису'));

    expect(answer).toEqual(['ru', 'Борису']);
  });
});

it('several are ticked one by one, and at least as many as asked for', async () => {
  asking((talk) =>
    talk.several({ prompt: { text: 'Куда возите?' }, options: COUNTRIES, atLeast: 2 }),
  );
  await does(anna.says('/ask'));
  await does(anna.presses('Бразилия'));
  await does(anna.presses('Готово'));
  expect(await anna.lastToast()).toBe('Отметьте хотя бы вариантов: 2.');
  await does(anna.presses('Россия'));
  await does(anna.presses('✅ Бразилия'));
  await does(anna.presses('Египет'));
  await does(anna.presses('Готово'));

  expect(answer).toEqual(['ru', 'eg']);
  expect(await last(anna)).toBe('Куда возите?\n— Россия, Египет');
});

describe('a telephone', () => {
  beforeEach(() => {
    asking((talk) => talk.contact({ prompt: { text: 'Как вам позвонить?' } }));
  });

  async function keys(person: Person): Promise<string[] | undefined> {
    const chats = await office.control.chats({ userId: person.id });
    const own = chats.find(({ chatId }) => chatId === person.id);
    return own?.keyboard.flat().map(({ label }) => label);
  }

  it('comes by Telegram’s button, whose keyboard then goes away', async () => {
    await does(anna.says('/ask'));
    expect(await keys(anna)).toEqual(['📱 Отправить мой номер', 'Отмена']);
    await does(anna.says('8 999 123 45 67'));
    expect(await last(anna)).toMatch(/^Нажмите, пожалуйста, кнопку/);
    await does(office.control.pressKey({ userId: anna.id, label: '📱 Отправить мой номер' }));

    expect(answer).toEqual({ phone: expect.stringMatching(/^\+\d{10,12}$/) });
    expect(await last(anna)).toBe('Спасибо, номер получили.');
    expect(await keys(anna)).toEqual([]);
  });

  it('of somebody else is not taken', async () => {
    await does(anna.says('/ask'));
    await does(anna.sends({ kind: 'contact', phoneNumber: '+79990000000', firstName: 'Борис' }));

    expect(answer).toBeUndefined();
    expect(await last(anna)).toMatch(/^Это не ваш номер/);
    await does(anna.presses('Отмена'));
    expect(await last(anna)).toMatch(/^Хорошо, остановились/);
    expect(await keys(anna)).toEqual([]);
    expect(office.passed).toEqual([]);
  });
});

describe('a day', () => {
  beforeEach(() => {
    asking((talk) =>
      talk.date({ prompt: { text: 'Когда?' }, timeZone: 'Europe/Moscow', fromDays: 1, toDays: 60 }),
    );
  });

  it('is pressed', async () => {
    await does(anna.says('/ask'));
    await does(anna.presses('Через неделю'));

    expect(answer).toBe('2026-11-28');
    expect(await last(anna)).toBe('Когда?\n— 28.11.2026');
  });

  it('is written, and within what will do', async () => {
    await does(john.says('/ask'));
    await does(john.says('1/2'));
    expect(await last(john)).toMatch(/^That day is too far away. The latest is 20\/01\/2027\./);
    await does(john.says('21.11.2026'));
    expect(await last(john)).toMatch(
      /^That day will not do any more. The earliest is 22\/11\/2026/,
    );
    await does(john.says('Tomorrow'));

    expect(answer).toBe('2026-11-22');
  });
});
