// What an employee reads who does not know their way: /help lists what they may give and where, and a
// command given elsewhere is told where it works.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, type OpenDialog } from '../support/dialogs.ts';
import type { Place } from '../support/people.ts';

let company: DeskCompany;
let answer: Answer;
let dialog: OpenDialog;
let general: Place;

beforeAll(async () => {
  company = await openDesk();
  answer = answering(company);
  dialog = await asks(company, 'Анна');
  general = { chatId: dialog.topic.chatId, threadId: null };
});

afterAll(() => company.close());

const ONLY_THERE = 'Эта команда работает в теме диалога или в комментариях к нему.';

describe('/help of somebody who works here', () => {
  it('lists in private what a manager may give, by where it works', async () => {
    const help = await answer(company.katya, null, '/help');

    const [both = '', group = '', alone = '', rooms = ''] = help.split('\n\n').slice(1);
    expect(both).toContain('В рабочей группе и в личном чате с ботом:\n/undelivered — ');
    expect(both).toContain('/dialogs — Найти диалоги');
    expect(both).toContain('/leads — Лиды: кто ждёт ответа');
    expect(group).toContain('Только в рабочей группе:');
    expect(group).toContain('/del — Отозвать ответ у клиента');
    expect(group).toContain('/remind — Напомнить о диалоге');
    expect(alone.split('\n')).toEqual([
      'Только в личном чате с ботом:',
      '/stock — Группы в запасе',
      '/import — Загрузить товары из таблицы CSV',
      '/clients — Клиенты на обслуживании: список, договоры, группы',
      '/sla — Сроки ответа и решения: планы',
      '/calendar — Рабочие часы, выходные и праздники',
      '/shift — Смена: начать или закончить',
    ]);
    expect(rooms).toContain('В группах с экспортёрами, импортёрами и партнёрами:');
    for (const command of ['/menu', '/agree', '/checkpoint', '/move', '/support'])
      expect(rooms).toContain(`${command} — `);
  });

  it('keeps from managers what only those above them may give', async () => {
    expect(await answer(company.katya, null, '/help')).not.toMatch(
      /\/(desk|settings|staff|poison)/,
    );
    const toAdmin = await answer(company.igor, null, '/help');
    for (const command of ['/desk', '/settings', '/staff', '/header', '/poison', '/shift'])
      expect(toAdmin).toContain(`${command} — `);
  });

  it('is answered in General and in a dialog’s thread, and no client reads it', async () => {
    for (const place of [general, dialog.topic])
      expect(await answer(company.katya, place, '/help')).toContain('/find — ');
    expect(await dialog.client.sees()).not.toContain('/help');
  });

  it('is no answer to a stranger in the group', async () => {
    const petya = await company.client('Петя');
    await company.control.addMember({ chatId: dialog.topic.chatId, userId: petya.id });
    await petya.in(general).says('/help');
    await company.settle();

    expect((await petya.in(general).messages()).at(-1)?.text).toBe('/help');
  });
});

describe('a command of dialogs', () => {
  it.each(['/transfer Борис', '/del', '/note скидка', '/cancel'])(
    '%s outside of them tells where it works',
    async (text) => {
      expect(await answer(company.katya, general, text)).toBe(ONLY_THERE);
      expect(await answer(company.katya, null, text)).toBe(ONLY_THERE);
    },
  );

  it('for another bot is none of ours', async () => {
    await company.katya.in(general).says('/del@other_bot');
    await company.settle();

    expect((await company.katya.in(general).messages()).at(-1)?.text).toBe('/del@other_bot');
  });
});
