// Requests for a rating: one that can be pressed, and no promise that is not kept.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

const MINUTE = 60_000;
const REQUEST = 'Диалог завершён. Оцените, пожалуйста, как мы вам помогли:';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ REOPEN_HOURS: '2' });
  does = doing(company);
});

afterAll(() => company.close());

async function closed(name: string): Promise<OpenDialog> {
  const dialog = await asks(company, name);
  await does(company.katya.in(dialog.topic).says('500 рублей'));
  await does(company.katya.presses('Закрыть', { in: dialog.topic }));
  return dialog;
}

/** What the client can still press. */
async function live({ client }: OpenDialog): Promise<readonly Message[]> {
  return (await client.messages()).filter((message) => labels(message).length > 0);
}

describe('a dialog that is closed twice', () => {
  it('by mistake is asked about once', async () => {
    const { katya } = company;
    const dialog = await closed('Анна');
    await does(katya.presses('Продолжить', { in: dialog.topic }));
    await does(katya.presses('Закрыть', { in: dialog.topic }));

    expect((await dialog.client.sees()).filter((text) => text === REQUEST)).toHaveLength(1);
    await does(dialog.client.presses('5 ⭐'));
    expect(await dialog.card()).toContain('Оценка 5 из 5');
  });

  it('after more was said is asked about anew, and the earlier request gives way', async () => {
    const { katya } = company;
    const dialog = await closed('Белла');
    await does(dialog.client.says('А самовывоз?'));
    await does(katya.in(dialog.topic).says('Тоже можно'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));

    const seen = await dialog.client.sees();
    expect(seen.slice(-4)).toEqual([
      'Диалог продолжился. Оценить его можно ниже.',
      'А самовывоз?',
      'Тоже можно',
      REQUEST,
    ]);
    expect(await live(dialog)).toHaveLength(1);
  });
});

describe('a rating of an older dialog', () => {
  it('promises nothing about words, which go into the newer one', async () => {
    const { client } = await closed('Вера');
    await company.later(121 * MINUTE);
    await does(client.says('Теперь нужна доставка в Казань'));
    await does(client.presses('4 ⭐'));

    expect(await client.sees()).toContain('Спасибо за оценку! ⭐⭐⭐⭐');
    expect((await client.sees()).join()).not.toContain('добавьте пару слов');
    await does(client.says('Это вопрос'));
    expect((await client.sees()).join()).not.toContain('передали сотрудникам');
  });
});

describe('an emoji that thanks', () => {
  it('opens no closed dialog and starts no clock in an answered one', async () => {
    const over = await closed('Галя');
    await does(over.client.says('🙏'));
    expect(await over.card()).toContain('⚪️ ЗАКРЫТО\nКлиент поблагодарил.');

    const open = await asks(company, 'Даша');
    await does(company.katya.in(open.topic).says('500 рублей'));
    await does(open.client.says('👍'));
    expect(await open.status()).toBe('🟢 ОТВЕЧЕНО');
    expect((await open.thread()).at(-1)).toBe('👍');
  });
});
