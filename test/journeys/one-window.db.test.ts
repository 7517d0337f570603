// Seed 003 whole: two clients, two managers, one window.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';

let company: DeskCompany;

beforeEach(async () => {
  company = await openDesk();
});

afterEach(async () => {
  await company.close();
});

describe('one window', () => {
  it('a client asks, a manager takes, answers and closes, the client rates', async () => {
    const { katya, settle } = company;
    const anna = await company.client('Анна', { lastName: 'Петрова', username: 'anna' });

    await anna.says('Здравствуйте! Сколько стоит доставка?');
    await settle();

    const topic = await katya.topic('Анна Петрова');
    expect(topic.name).toBe('№ 1 · Анна Петрова');
    const card = await katya.card(topic);
    expect(card.text).toContain('НЕ ОТВЕЧЕНО');
    expect(card.text).toContain('Сколько стоит доставка?');
    console.log(card.text);
    console.log(company.log.lines.filter((l) => !['info', 'debug', 'trace'].includes(l.level)));
    await katya.presses('Взять в работу', { in: topic });
    await settle();
    expect(await katya.lastToast()).toBe('Диалог у вас');
    await katya.in(topic).says('Добрый день! 500 рублей.');
    await settle();
    console.log(await anna.sees());
    await katya.presses('Закрыть', { in: topic });
    await settle();
    await anna.presses('5 ⭐');
    await settle();
    console.log((await katya.card(topic)).text);
    console.log(await anna.sees(), await katya.in(topic).sees());
  });
});
