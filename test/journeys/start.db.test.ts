// The first seconds of the program, on bad days of Telegram's.

import { afterEach, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../support/desk.ts';
import { until } from '../support/until.ts';

const ICONS = 'getForumTopicIconStickers';

let company: Company;

afterEach(() => company.close());

describe('a start', () => {
  it('that could not learn the icons of topics learns them a minute later', async () => {
    company = await openCompany();
    const { igor, control, clock } = company;
    const broken = { kind: 'error', error_code: 502, description: 'Bad Gateway' } as const;
    await control.fail({ fault: broken, method: ICONS });
    await company.startApp();
    await igor.starts();
    const desk = await company.forum('Единое окно', igor);
    await company.settle();
    await igor.in(desk).says('/desk');
    await company.settle();
    await (await company.client('Анна')).says('Здравствуйте');
    await company.settle();
    expect((await igor.topic('Анна')).icon).toBeNull();

    await clock.advance(60_000);
    await company.eventually(async () => {
      const calls = await control.calls({ method: ICONS });
      if (calls.length < 2) throw new Error('the icons are not asked for again');
    });
    await company.settle();
    await (await company.client('Пётр')).says('Здравствуйте');
    await company.settle();
    expect((await igor.topic('Пётр')).icon).not.toBeNull();
  });

  it('that is told to stop while it waits for Telegram ends at once and in order', async () => {
    company = await openCompany();
    const { control, log } = company;
    await control.fail({ fault: { kind: 'hang', ms: 15_000 }, method: ICONS });
    const started = company.startApp();
    await until(async () => (await control.faults()).length === 0, 'it does not ask for icons');
    const before = performance.now();
    await company.stopApp();
    await started;
    expect(performance.now() - before).toBeLessThan(5_000);
    const troubled = log.lines.filter(({ level }) => level !== 'info' && level !== 'debug');
    expect(troubled).toEqual([]);
  });
});
