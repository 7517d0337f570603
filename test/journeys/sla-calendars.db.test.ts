// Working hours are read and changed on the telephone, and a question that waits follows them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, type OpenDialog } from '../support/dialogs.ts';
import { menuUsers } from '../support/menu-users.ts';
import type { Person } from '../support/people.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let igor: Person;
let katya: Person;
let olga: Person;
let dialog: OpenDialog;
let does: ReturnType<typeof menuUsers>['does'];
let presses: ReturnType<typeof menuUsers>['presses'];
let screen: ReturnType<typeof menuUsers>['screen'];

// Nine to nine in Moscow, half an hour to each answer; Saturday, 21 November, noon.
beforeAll(async () => {
  company = await openDesk();
  ({ igor, katya, olga } = company);
  ({ does, presses, screen } = menuUsers(company));
  dialog = await asks(company, 'Анна');
});
afterAll(() => company.close());

const deadline = async () =>
  (await company.app().database.prisma.dialog.findFirstOrThrow()).deadlineAt;

describe('/calendar', () => {
  it('shows the hours, and who works by them; managers read only', async () => {
    await does(katya.says('/calendar'));
    expect((await screen(katya)).text).toContain(
      '• Обычный: ежедневно 09:00–21:00 — Москва (UTC+3)',
    );
    await presses(katya, 'Обычный');
    const { text, labels } = await screen(katya);
    expect(text).toContain('По ним работают: план «Обычный»');
    expect(text).toContain('Производственный календарь России: не учитываем');
    expect(text).toContain('Особых дней впереди нет');
    expect(labels).toEqual(['‹ Все рабочие часы']);
    expect(await answering(company)(katya, null, '/help')).toContain('/calendar — Рабочие часы');

    await does(dialog.client.says('/calendar'));
    expect(await dialog.client.sees()).not.toContain('Рабочие часы');
  });
});

describe('a week', () => {
  it('is typed; what cannot be understood is named', async () => {
    await company.later(10 * MINUTE);
    await does(olga.says('/calendar'));
    await presses(olga, 'Обычный', 'Рабочая неделя');
    expect((await screen(olga)).text).toContain('«Пн–Пт 09:00–18:00, Сб 10:00–14:00»');
    await does(olga.says('Пн–Пт 18–9'));
    expect((await screen(olga)).text).toContain('Конец раньше начала: «18–9»');
    await does(olga.says('Пн–Пт 9–13, 14–18, Сб 14–18'));

    expect((await screen(olga)).text).toContain(
      'Неделя: пн–пт 09:00–13:00 14:00–18:00, сб 14:00–18:00 — Москва (UTC+3)',
    );
  });

  it('moves the deadline of a question that waits, and its card', async () => {
    await company.later(2_000);
    // Ten of thirty minutes are over; twenty more begin at two.
    expect(await deadline()).toEqual(new Date('2026-11-21T11:20:00Z'));
    expect((await olga.card(dialog.topic)).text).toContain('14:20');
  });

  it('of another zone begins at another hour', async () => {
    await presses(olga, 'Часовой пояс', 'Самара');
    expect(await olga.lastToast()).toContain('Готово');
    await company.later(2_000);
    // Two o'clock in Samara is one in Moscow.
    expect(await deadline()).toEqual(new Date('2026-11-21T10:20:00Z'));
    await presses(olga, 'Часовой пояс', 'Другой город');
    await does(olga.says('Нарния'));
    expect((await screen(olga)).text).toContain('Не знаю такого пояса');
    await does(olga.says('Москва'));
    expect((await screen(olga)).text).toContain('Москва (UTC+3)');
  });
});

describe('special days', () => {
  it('are added with a word, shown, and taken away by a press', async () => {
    await presses(olga, 'Особые дни', 'Добавить выходной');
    await does(olga.says('20.11.2026'));
    expect((await screen(olga)).text).toContain('Эти дни уже прошли');
    await does(olga.says('30 декабря'));
    expect((await screen(olga)).text).toContain('Не понимаю эти даты');
    await does(olga.says('30.12–31.12'));
    await does(olga.says('переезд'));
    expect((await screen(olga)).text).toContain('• 30.12–31.12 — выходные: переезд');

    await presses(olga, 'Особые дни', 'Добавить короткий день');
    await does(olga.says('29.12'));
    await does(olga.says('9–12'));
    await presses(olga, 'Пропустить');
    expect((await screen(olga)).text).toContain(
      '• 29.12 — короткий день, 09:00–12:00: добавлено вручную',
    );
    await presses(olga, 'Особые дни', '✖ 30.12–31.12 — выходные: переезд');
    const { labels } = await screen(olga);
    expect(labels).toContain('✖ 29.12 — короткий день, 09:00–12:00: добавлено вручную');
    expect(labels.join()).not.toContain('переезд');
  });

  it('come with the production calendar, and go with it', async () => {
    await presses(olga, '‹ К рабочим часам', 'Учитывать праздники России');
    const { text } = await screen(olga);
    expect(text).toContain('• 31.12–08.01.2027 — выходные\n');
    expect(text).toContain('• 22.02.2027 — короткий день, 09:00–13:00 14:00–17:00\n');
    await presses(olga, 'Не учитывать праздники России');
    expect((await screen(olga)).text).not.toContain('08.01.2027');
  });
});

describe('other working hours', () => {
  it('are made, given to a plan, and put away only when nobody works by them', async () => {
    await presses(olga, 'В архив');
    expect(await olga.lastToast()).toContain('По этим часам работают: план «Обычный»');
    await presses(olga, '‹ Все рабочие часы', 'Новые рабочие часы');
    await does(olga.says('Дежурная смена'));
    await does(olga.says('круглосуточно'));
    expect((await screen(olga)).text).toContain('Рабочие часы «Дежурная смена»');
    expect((await screen(olga)).text).toContain('Неделя: круглосуточно');

    await does(olga.says('/sla'));
    await presses(olga, 'Обычный', 'Рабочие часы', 'Дежурная смена');
    expect((await screen(olga)).text).toContain('Рабочие часы «Дежурная смена»: круглосуточно');
    await company.later(2_000);
    // A plan's other hours count a question from its beginning.
    expect(await deadline()).toEqual(new Date('2026-11-21T09:30:00Z'));
    await does(olga.says('/calendar'));
    await presses(olga, 'Обычный', 'В архив');
    expect((await screen(olga)).text).toContain('Рабочие часы «Обычный» — в архиве');
    await presses(olga, 'Вернуть из архива', 'Название');
    await does(olga.says('Офис'));
    expect((await screen(olga)).text).toContain('Рабочие часы «Офис»');
  });

  it('of two who change them the second reads how they are', async () => {
    for (const person of [olga, igor]) {
      await does(person.says('/calendar'));
      await presses(person, 'Офис');
    }
    await presses(olga, 'Учитывать праздники России');
    await presses(igor, 'Учитывать праздники России');
    expect(await igor.lastToast()).toContain('только что изменил кто-то другой');
    expect((await screen(igor)).text).toContain('календарь России: учитываем');
    const where = { subject: 'sla-calendar', type: 'sla-calendar-production' };
    expect(await company.app().database.prisma.event.count({ where })).toBe(3);
  });

  it('of fifty clients are turned over page by page', async () => {
    const { prisma } = company.app().database;
    const {
      name: _,
      id: __,
      ...like
    } = await prisma.slaCalendar.findFirstOrThrow({
      where: { name: 'Офис' },
    });
    const data = Array.from({ length: 50 }, (_, at) => {
      return { ...like, name: `Клиент с длинным названием, договор № ${at + 10}, и филиалы` };
    });
    await prisma.slaCalendar.createMany({ data: JSON.parse(JSON.stringify(data)) });
    await does(igor.says('/calendar'));
    expect((await screen(igor)).labels.slice(-3)).toEqual(['1 / 7', '›', 'Новые рабочие часы']);
    await presses(igor, '›');
    expect((await screen(igor)).labels.slice(-4, -1)).toEqual(['‹', '2 / 7', '›']);
  });

  it('whoever has lost the right meanwhile changes nothing', async () => {
    const { prisma } = company.app().database;
    await prisma.staff.updateMany({ where: { userId: 904n }, data: { role: 'manager' } });
    await presses(olga, 'Не учитывать праздники России');
    expect(await olga.lastToast()).toContain('могут руководитель и администратор');
    expect((await screen(olga)).labels).toEqual(['‹ Все рабочие часы']);
  });
});
