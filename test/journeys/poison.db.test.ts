// Updates that cannot be handled: an administrator sees them, has them handled once more, lets them go.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../support/desk.ts';
import type { Person, Place } from '../support/people.ts';
import { until } from '../support/until.ts';

let company: Company;
let desk: Place;

beforeAll(async () => {
  company = await openCompany();
  await company.startApp();
  desk = await company.forum('Единое окно', company.igor);
  await company.igor.starts();
  await company.settle();
});
afterAll(() => company.close());

afterEach(async () => {
  await answer(company.igor, '/poison replay all');
});

/** Telegram answers nonsense five times, whenever the bot looks at its rights; this command is set aside. */
async function spoils(command: string): Promise<void> {
  const { control, clock, log, igor } = company;
  const refused = { error_code: 400, description: 'Bad Request: something new' };
  await control.fail({ fault: { kind: 'error', ...refused }, method: 'getChatMember', times: 5 });
  const setAside = () => log.lines.filter(({ msg }) => msg === 'update set aside as poison').length;
  const before = setAside();
  await igor.in(desk).says(command);
  await until(async () => {
    await clock.advance(1_000);
    return setAside() > before;
  }, 'it is not set aside');
  await company.settle();
}

/** What this person reads in private after saying that. */
async function answer(person: Person, text: string): Promise<string> {
  const before = (await person.messages()).length;
  await person.says(text);
  await company.settle();
  const heard = (await person.messages()).slice(before).filter(({ from }) => from.isBot);
  return heard.map((message) => message.text).join('\n---\n');
}

/** How often the bot has answered the command in the desk. */
async function carriedOut(): Promise<number> {
  return (await company.igor.in(desk).messages()).filter(({ from }) => from.isBot).length;
}

function numberIn(list: string): string {
  return /№ (\d+) ·/.exec(list)?.[1] ?? '';
}

describe('/poison', () => {
  it('says when everything has been handled', async () => {
    const { igor } = company;
    expect(await answer(igor, '/poison')).toBe('Необработанных событий нет.');
    expect(await answer(igor, '/poison replay all')).toBe('Необработанных событий нет.');
    expect(await answer(igor, '/poison повторить 123')).toBe(
      'Необработанного события № 123 нет. Весь список: /poison',
    );
  });

  it('lists what was set aside: its number, when, what, and the error', async () => {
    await spoils('/desk');
    const list = await answer(company.igor, '/poison');
    expect(list).toMatch(
      /^Не удалось обработать: 1\n\n№ \d+ · 12:0\d · сообщение\n.+something new/,
    );
    expect(list).toContain('Обработать ещё раз: /poison повторить 123 или /poison повторить все.');
  });

  it('has one handled once more, and then it is off the list', async () => {
    const { igor } = company;
    await spoils('/desk');
    const number = numberIn(await answer(igor, '/poison'));
    const before = await carriedOut();

    expect(await answer(igor, `/poison повторить ${number}`)).toMatch(
      /^Обрабатываем ещё раз 1 событие\./,
    );
    expect(await carriedOut()).toBe(before + 1);
    expect(await answer(igor, '/poison')).toBe('Необработанных событий нет.');
    expect(await answer(igor, `/poison replay ${number}`)).toContain(`события № ${number} нет`);
  });

  it('has all handled once more', async () => {
    const { igor } = company;
    const before = await carriedOut();
    await spoils('/desk');
    await spoils('/desk');
    expect(await answer(igor, '/poison')).toContain('Не удалось обработать: 2');

    expect(await answer(igor, '/poison Повторить все')).toMatch(
      /^Обрабатываем ещё раз 2 события\./,
    );
    expect(await carriedOut()).toBe(before + 2);
    expect(await answer(igor, '/poison')).toBe('Необработанных событий нет.');
  });

  it('lets one go unhandled, and nothing becomes of it', async () => {
    const { igor } = company;
    await spoils('/desk');
    const number = numberIn(await answer(igor, '/poison'));
    const before = await carriedOut();

    expect(await answer(igor, `/poison убрать ${number}`)).toBe(`Событие № ${number} убрано.`);
    const { prisma } = company.app().database;
    const logged = await prisma.event.findMany({ where: { type: 'poison-dropped' } });
    const admin = await prisma.staff.findUniqueOrThrow({ where: { userId: igor.id } });
    expect(logged).toMatchObject([{ actor: 'staff', actorId: admin.id, data: { number } }]);
    expect(await answer(igor, '/poison')).toBe('Необработанных событий нет.');
    expect(await answer(igor, '/poison replay all')).toBe('Необработанных событий нет.');
    expect(await carriedOut()).toBe(before);
  });

  it('that is not understood explains itself', async () => {
    const { igor } = company;
    const heard = await answer(igor, '/poison съесть 5');
    expect(heard).toContain('Не понимаю «съесть».');
    expect(heard).toContain('Убрать без обработки: /poison убрать 123.');
    expect(await answer(igor, '/poison убрать все')).toContain('Не понимаю «все».');
  });

  it('does not exist for anybody else', async () => {
    const { igor } = company;
    await spoils('/desk');
    const anna = await company.client('Анна');
    const olga = await company.staff('Ольга');
    await olga.starts();
    await company.settle();
    await igor.in(desk).says('/desk');
    await company.settle();
    await igor.in(desk).says(`/staff supervisor ${olga.id}`);
    await company.settle();

    expect(await answer(anna, '/poison')).toContain('Такой команды нет');
    expect(await answer(anna, '/poison replay all')).not.toContain('событи');
    expect(await answer(olga, '/poison replay all')).not.toContain('событи');
    expect(await answer(igor, '/poison')).toContain('Не удалось обработать: 1');
  });
});
