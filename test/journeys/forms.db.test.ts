// Somebody in the middle of a form answers the form; the desk hears what is meant for it, and all of that.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Person, Place } from '../support/people.ts';

const MINUTE_MS = 60_000;

let company: DeskCompany;
let anna: Person;
let thread: Place;

beforeAll(async () => {
  company = await openDesk(INTAKE);
  anna = await company.client('Анна');
  await anna.starts();
  await anna.says('Здравствуйте, сколько стоит доставка?');
  await company.settle();
  thread = await company.katya.topic('Анна');
});

afterAll(() => company.close());

const { announced, press, cardOf } = exportersOf(() => company);

/** What has come to the desk from Анна. */
async function atDesk(): Promise<readonly string[]> {
  return company.katya.in(thread).sees();
}

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

describe('a client whose dialog is open, and who registers meanwhile', () => {
  it('answers the form, also over a restart, and the desk hears nothing of it', async () => {
    const { link } = await announced('Лён');
    await does(anna.opens(link));
    await press(anna, 'Русский');
    await press(anna, 'Исправить');
    const before = await atDesk();
    await company.stopApp();
    await anna.says('Костромской лён');
    await company.startApp();
    await company.settle();
    await press(anna, 'Анна');
    await does(anna.sendsPhoto('вот наш лён'));
    await anna.reads('Нажмите, пожалуйста, кнопку');
    await does(anna.sharesContact());
    await press(anna, 'Верно');
    await press(anna, 'Согласиться и отправить');

    await cardOf('Костромской лён');
    expect(await atDesk()).toEqual(before);
  });

  it('speaks to the desk again afterwards', async () => {
    await does(anna.says('А когда будет ответ?'));

    expect(await atDesk()).toContain('А когда будет ответ?');
  });

  it('is answered by the desk meanwhile, and answers it by a reply', async () => {
    const { link } = await announced('Соль');
    const ivan = await company.client('Иван');
    await ivan.starts();
    await does(ivan.says('Добрый день'));
    const own = await company.katya.topic('Иван');
    await does(ivan.opens(link));
    await press(ivan, 'Русский');
    await press(ivan, 'Исправить');
    await does(company.katya.in(own).says('Слушаю вас'));
    await does(ivan.replies(await ivan.reads('Слушаю вас'), 'Минуту, заполняю анкету'));
    await does(ivan.says('Соль Илецка'));

    const heard = await company.katya.in(own).sees();
    expect(heard).toContain('Минуту, заполняю анкету');
    expect(heard).not.toContain('Соль Илецка');
  });
});

it('an employee who falls silent is told so after half an hour, and their words are no answer then', async () => {
  const { katya } = company;
  await does(katya.says('/exporter'));
  await company.later(31 * MINUTE_MS);
  await katya.reads('Ответа долго не было');
  await does(katya.says('Мёд Алтая'));
  await does(katya.says('/exporters'));

  expect((await katya.sees()).at(-1)).not.toContain('Мёд Алтая');
});
