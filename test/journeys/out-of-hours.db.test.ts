// Nobody works at night: clients are told once when somebody will answer, and in the morning supervisors
// read who waits. Nine to nine in Moscow.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({}, '2026-11-21T17:40:00Z');
  does = doing(company);
});

afterAll(() => company.close());

/** The company is not running meanwhile. */
async function at(moment: string): Promise<void> {
  await company.stopApp();
  await company.clock.set(moment);
  await company.startApp();
  await company.later(1_000);
}

/** What the bot has told the client by itself. */
async function told({ client }: { readonly client: Person }): Promise<readonly string[]> {
  return (await client.sees()).filter((text) => /Сейчас мы не работаем|We are closed/.test(text));
}

async function digests(person: Person): Promise<readonly string[]> {
  return (await person.sees()).filter((text) => /Доброе утро!/.test(text));
}

const SOON = 'Сейчас мы не работаем, но ваше сообщение получили. Ответим';

describe('a client who writes while nobody works', () => {
  let anna: OpenDialog;

  it('is told once when somebody will answer; the clock runs on, and the card tells of it', async () => {
    const early = await asks(company, 'Алла');
    expect(await told(early)).toEqual([]);
    await does(company.katya.in(early.topic).says('Добрый вечер! 500 рублей'));
    await at('2026-11-21T18:05:00Z');
    await does(early.client.says('А завтра привезёте?'));
    expect(await told(early)).toEqual([]);

    anna = await asks(company, 'Анна');
    expect(await told(anna)).toEqual([`${SOON} завтра с 09:00 (время: Москва).`]);
    expect(await anna.card()).toContain('🔴 НЕ ОТВЕЧЕНО · ждёт с 21:05\n⏱ Ответить до 22.11 09:30');
    expect(await anna.card()).toContain('клиенту сказано, когда ответим');
    await does(anna.client.says('И ещё вопрос'));
    const john = await asks(company, 'John', 'Hello?', { languageCode: 'en' });
    expect(await told(john)).toEqual([
      'We are closed at the moment, but your message has reached us. We will answer tomorrow from 09:00 (Moscow Time).',
    ]);
    expect(await told(anna)).toHaveLength(1);
  });

  it('is not told again while it stays closed, not for thanks, and not where the desk has it off', async () => {
    const { katya, olga } = company;
    await does(katya.presses('Закрыть', { in: anna.topic }));
    await does(anna.client.says('спасибо'));
    await does(anna.client.says('Нет, погодите, ещё одно'));
    expect(await anna.status()).toContain('ПРОДОЛЖИТЬ');
    expect(await told(anna)).toHaveLength(1);

    await at('2026-11-21T22:15:00Z');
    const { prisma } = company.app().database;
    await prisma.$executeRaw`UPDATE desk SET settings = settings || '{"autoReply":"off"}'::jsonb`;
    const silent = await asks(company, 'Белла');
    expect(await told(silent)).toEqual([]);
    await prisma.$executeRaw`UPDATE desk SET settings = settings || '{"autoReply":"on"}'::jsonb`;
    const night = await asks(company, 'Вера');
    expect(await told(night)).toEqual([`${SOON} сегодня с 09:00 (время: Москва).`]);
    expect(await digests(olga)).toEqual([]);
  });

  it('is not told what is no longer true when it could be said', async () => {
    const { control } = company;
    const galya = await company.client('Галя');
    const tooMany = { error_code: 429, description: 'Too Many Requests: retry after 40000' };
    const parameters = { retry_after: 40_000 };
    const fault = { kind: 'error', ...tooMany, parameters } as const;
    await control.fail({ fault, method: 'sendMessage', chatId: galya.id });
    await does(galya.says('Есть кто?'));
    await at('2026-11-22T06:00:30Z');
    expect(await told({ client: galya })).toEqual([]);
  });
});

describe('the morning digest', () => {
  it('names once to supervisors who waits longest, how many are late, what did not arrive', async () => {
    const { olga, katya, igor } = company;
    const [digest] = await digests(olga);
    expect(await digests(olga)).toHaveLength(1);
    expect(await digests(katya)).toEqual([]);
    expect(await digests(igor)).toEqual([]);
    const lines = digest?.split('\n') ?? [];
    expect(lines[0]).toBe('☀️ Доброе утро! Ждут ответа: 6');
    expect(lines[2]).toMatch(/^1\. № \d+ · Алла — ждёт с 21\.11 21:05 · Катя Смирнова$/);
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatch(/^6\. № \d+ · Галя — ждёт с 01:15 · пока ничей$/);

    await at('2026-11-22T06:50:00Z');
    expect(await digests(olga)).toHaveLength(1);
  });

  it('is there again the next working day, and not where nobody waits or the morning is over', async () => {
    const { olga, katya } = company;
    for (const topic of await katya.topics()) {
      if (/Алла|Анна|John|Белла|Вера|Галя/.test(topic.name))
        await does(katya.in(topic).says('Ответ'));
    }
    await at('2026-11-23T06:01:00Z');
    expect(await digests(olga)).toHaveLength(1);
    await at('2026-11-23T17:30:00Z');
    await asks(company, 'Даша');
    await at('2026-11-24T10:00:00Z');
    expect(await digests(olga)).toHaveLength(1);
    await at('2026-11-25T06:10:00Z');
    const second = (await digests(olga)).at(-1);
    expect(second).toContain('Ждут ответа: 1\nСрок ответа уже прошёл: 1');
    expect(await digests(olga)).toHaveLength(2);
  });
});
