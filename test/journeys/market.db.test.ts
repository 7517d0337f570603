// The sandbox's stand-in marketplace and the real program: what it announces, and where its buttons lead.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../support/desk.ts';
import { SECRET } from '../support/intake.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany({ INTAKE_SECRET: SECRET });
  await company.startApp();
});

afterAll(() => company.close());

async function look(path: string): Promise<string> {
  return await (await fetch(`${company.sandbox.url}${path}`)).text();
}

/** Where the form with this link, as this person, leads. */
async function taps(link: string, userId: number): Promise<string | null> {
  const answer = await fetch(`${company.sandbox.url}/market`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ link, userId: String(userId) }),
  });
  return answer.headers.get('location');
}

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/name="link" value="([^"]+)"/g)].map(([, link = '']) => link);
}

describe('the stand-in marketplace', () => {
  it('has nothing to tap until the program has taken what it sells', async () => {
    expect(linksIn(await look('/market'))).toEqual([]);
    expect(await look('/russia/altai-honey?lang=ru')).toContain(
      'Кнопка появится, когда бот запустится',
    );

    const wrong = { address: company.address(), secret: 'somebody-elses-secret' };
    await expect(company.sandbox.openMarket(wrong)).rejects.toThrow('signature-wrong');
  });

  it('leads sellers to their registration and buyers to the product, as whoever is chosen', async () => {
    await company.sandbox.openMarket({ address: company.address(), secret: SECRET });
    const petr = await company.client('Пётр');
    const sofia = await company.client('Sofia', { languageCode: 'en' });
    const [registration = ''] = linksIn(await look('/market?lang=ru'));
    const page = await look('/india/nilgiri-tea?lang=en');

    expect(await taps(registration, petr.id)).toBe(`/?with=${petr.id}`);
    await petr.reads('Алтайская пасека');
    expect(page).toContain('Contact on Telegram');
    const [product = ''] = linksIn(page);
    expect(await taps(product, sofia.id)).toBe(`/?with=${sofia.id}`);
    expect((await sofia.sees())[0]).toBe(`/start ${new URL(product).searchParams.get('start')}`);
    expect(product).toMatch(/start=p_[\w-]{16,}$/);
    await company.settle();
  });
});
