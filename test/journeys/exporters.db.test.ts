// An exporter from the announcement to the personal group: who registers, who joins, who is turned away,
// and what staff decide. One company, many exporters; each case has people of its own.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, PersonOptions } from '../support/people.ts';

let company: DeskCompany;

beforeAll(async () => {
  company = await openDesk({ INTAKE_SECRET: 'a-secret-of-the-marketplace' });
});

afterAll(() => company.close());

let ids = 0;
const people = new Map<string, number>();

async function somebody(name: string, options: PersonOptions = {}): Promise<Person> {
  const person = await company.client(name, options);
  people.set(name, person.id);
  return person;
}

/** The marketplace announces an exporter, and gets its link. */
async function announced(name: string, more: Readonly<Record<string, unknown>> = {}) {
  ids += 1;
  const body = { external_id: `seller-${ids}`, name, ...more };
  const answer = await company.site().post('/api/exporters', body);
  return { body, answer, link: String(answer.body.registration_link) };
}

/** Everything that this person reads after `deed`, oldest first. */
async function hears(person: Person, deed: () => Promise<unknown>): Promise<readonly Message[]> {
  const before = (await person.messages()).length;
  await deed();
  await company.settle();
  return (await person.messages()).slice(before).filter(({ from }) => from.isBot);
}

async function press(person: Person, label: string): Promise<readonly Message[]> {
  return await hears(person, () => person.presses(label));
}

/** Answers every question as it is offered, and agrees. */
async function finishes(person: Person): Promise<readonly Message[]> {
  const company = await person.reads('Название компании верное?');
  await press(person, labels(company)[0] ?? '');
  await press(person, person.name);
  await hears(person, () => person.sharesContact());
  await press(person, 'Верно');
  return await press(person, 'Согласиться и отправить');
}

describe('an exporter whom the marketplace has announced', () => {
  it('registers in a minute, is confirmed at once, and has a manager and a group', async () => {
    const { answer, link } = await announced('Русский мёд', {
      url: 'https://b2b.example/russia/med',
    });
    expect(answer).toMatchObject({ status: 201, body: { status: 'invited', manager: null } });
    const anna = await somebody('Анна', { username: 'anna_med' });

    const [language] = await hears(anna, () => anna.opens(link));
    expect(language?.text).toMatch(/«Русский мёд»[\s\S]*“Русский мёд”/);
    expect(language && labels(language)).toEqual(['Русский', 'English']);
    const [hello] = await press(anna, 'Русский');
    expect(hello?.text).toContain('Сейчас зарегистрируем компанию «Русский мёд»');

    const [done] = await finishes(anna);
    expect(done?.text).toContain('компания «Русский мёд» подтверждена');
    expect(done?.text).toContain('Ваш менеджер: Катя Смирнова (@katya_s)');
    expect(done?.text).toContain('Вашу рабочую группу с менеджером готовим');
    const card = await company.igor.in(company.desk).reads('Экспортёр № 1: Русский мёд');
    expect(card.text).toContain('Подтверждён автоматически');
    expect(card.text).toContain('Контакт: Анна (@anna_med), +79');
    await company.katya.reads('Вы — менеджер этого экспортёра');
  });

  it('comes into the group as soon as there is one, and finds the manager there', async () => {
    await company.katya.says('/stock');
    const group = await company.katya.sharesGroup({ title: 'Запас 1' });
    await company.settle();

    const anna = company.person(people.get('Анна') ?? 0, 'Анна');
    const ready = await anna.reads('Ваша группа «Русский мёд · Ромашка» готова');
    await anna.opens(ready.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    const card = await company.katya.in(group).pinned();
    expect(card.text).toContain('Анна — Экспортёр');
    expect(card.text).toContain('Катя Смирнова — Менеджер');
  });
});
