// What is promised to clients is read and changed on the telephone: by buttons, by a number, by two at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, type OpenDialog } from '../support/dialogs.ts';
import { menuUsers } from '../support/menu-users.ts';
import type { Person } from '../support/people.ts';

let company: DeskCompany;
let igor: Person;
let katya: Person;
let olga: Person;
let dialog: OpenDialog;
let does: ReturnType<typeof menuUsers>['does'];
let presses: ReturnType<typeof menuUsers>['presses'];
let screen: ReturnType<typeof menuUsers>['screen'];

// Nine to nine in Moscow, half an hour to each answer; it is Saturday noon.
beforeAll(async () => {
  company = await openDesk();
  ({ igor, katya, olga } = company);
  ({ does, presses, screen } = menuUsers(company));
  dialog = await asks(company, 'Анна');
});
afterAll(() => company.close());

describe('/sla', () => {
  it('shows the plans with what they promise', async () => {
    await does(olga.says('/sla'));
    expect((await screen(olga)).text).toContain('Планы сроков: 1.');
    await presses(olga, 'Обычный');

    const { text, labels } = await screen(olga);
    expect(text).toContain('План «Обычный» — основной');
    expect(text).toContain('Рабочие часы «Обычный»: ежедневно 09:00–21:00 — Москва (UTC+3)');
    expect(text).toContain('Предупреждаем, когда прошло 80 % срока');
    expect(text).toContain(
      'узнают: ответственный — сразу, команда — через 15 мин, руководители — через 30 мин',
    );
    expect(text).toContain('Диалоги рабочей группы\n30 мин · 30 мин\n');
    expect(text).toContain('🔴 критическая: 15 мин · 30 мин · 4 ч\n🟠 высокая: 30 мин · 1 ч · 8 ч');
    expect(labels).toContain('Что-то не работает');
    // What is the default can be neither made so nor put away.
    expect(labels).not.toContain('В архив');
  });

  it('is read by managers, who change nothing; clients have no such command', async () => {
    await does(katya.says('/sla'));
    await presses(katya, 'Обычный');
    expect((await screen(katya)).labels).toEqual(['‹ Все планы']);

    await does(dialog.client.says('/sla'));
    expect(await dialog.client.sees()).not.toContain('Планы сроков');
  });

  it('stands among the commands of those who work here', async () => {
    const answer = answering(company);
    expect(await answer(katya, null, '/help')).toContain('/sla — Сроки ответа и решения: планы');
    expect(await answer(katya, company.desk, '/sla')).toContain('напишите /sla туда');
  });
});

describe('a time', () => {
  it('is chosen by a button, and the card of a dialog that waits shows it at once', async () => {
    expect((await olga.card(dialog.topic)).text).toContain('12:30');
    await presses(olga, 'Диалоги', '30 мин');
    const { text } = await screen(olga);
    expect(text).toContain('Диалоги рабочей группы — первый ответ\nСейчас: 30 мин');

    await presses(olga, '1 ч');
    expect(await olga.lastToast()).toBe('Готово.');
    expect((await screen(olga)).text).toContain('1 ч · 30 мин');
    await company.later(2_000);
    const row = await company.app().database.prisma.dialog.findFirstOrThrow();
    expect(row.deadlineAt).toEqual(new Date('2026-11-21T10:00:00Z'));
    // Four fifths of an hour.
    expect(row.warnAt).toEqual(new Date('2026-11-21T09:48:00Z'));
    expect((await olga.card(dialog.topic)).text).toContain('13:00');
  });

  it('is typed with its unit; what is none is explained', async () => {
    await presses(olga, '‹ К плану', 'Что-то не работает');
    expect((await screen(olga)).text).toContain(
      '🔴 критическая: 15 мин · 30 мин · 4 ч (как у любого типа)',
    );
    await presses(olga, '🔴 4 ч', 'Ввести своё');
    expect((await screen(olga)).text).toContain('День здесь — рабочий: 12 ч');
    await does(olga.says('скоро'));
    expect((await screen(olga)).text).toContain('Такого срока не бывает');
    await does(olga.says('1 д'));

    const { text } = await screen(olga);
    expect(text).toContain('Заявки: Что-то не работает\n🔴 критическая: 15 мин · 30 мин · 12 ч');
    expect(text).toContain('Заявки любого типа\n🔴 критическая: 15 мин · 30 мин · 4 ч');
  });

  it('can be none, and as for any type again', async () => {
    await presses(olga, 'Что-то не работает', '🔴 30 мин', 'Без срока');
    expect((await screen(olga)).text).toContain('критическая: 15 мин · — · 12 ч (свои сроки)');
    await presses(olga, 'критическая: как у любого типа');
    expect((await screen(olga)).text).toContain('15 мин · 30 мин · 4 ч (как у любого типа)');
    await presses(olga, '‹ К плану');
    expect((await screen(olga)).text).not.toContain('Заявки: Что-то не работает');
  });
});

describe('warnings and circles', () => {
  it('are chosen or typed', async () => {
    await presses(olga, 'Предупреждения', '50 % и 80 %');
    expect((await screen(olga)).text).toContain('когда прошло 50 % и 80 % срока');
    await presses(olga, 'Предупреждения', 'Ввести своё');
    await does(olga.says('часто'));
    expect((await screen(olga)).text).toContain('Нужны числа от 1 до 99');
    await does(olga.says('90'));
    expect((await screen(olga)).text).toContain('когда прошло 90 % срока');

    await presses(olga, 'Кому сообщать', 'Ввести своё');
    await does(olga.says('15, 0'));
    expect((await screen(olga)).text).toContain('каждый не раньше предыдущего');
    await does(olga.says('сразу, 1 ч'));
    expect((await screen(olga)).text).toContain(
      'узнают: ответственный — сразу, команда — через 1 ч\n',
    );
  });
});

describe('another plan', () => {
  it('is a copy with a name of its own, and becomes the main one after a question', async () => {
    await presses(olga, 'Копировать');
    await does(olga.says('Обычный'));
    expect((await screen(olga)).text).toContain('План с таким названием уже есть');
    await does(olga.says('/sla'));
    await presses(olga, 'Обычный', 'Копировать');
    await does(olga.says('Строгий'));
    const { text, labels } = await screen(olga);
    expect(text).toContain('План «Строгий»\n');
    expect(text).toContain('Клиентов с этим планом пока нет');
    expect(text).toContain('Диалоги рабочей группы (если план станет основным)');
    expect(labels).toEqual(expect.arrayContaining(['Сделать основным', 'В архив']));

    await presses(olga, 'Сделать основным');
    expect((await screen(olga)).text).toContain('Сделать план «Строгий» основным?');
    await presses(olga, 'Да, сделать основным');
    expect((await screen(olga)).text).toContain('План «Строгий» — основной');
    await presses(olga, '‹ Все планы');
    expect((await screen(olga)).text).toContain('• Строгий (основной) — клиентов: 0');
  });

  it('goes to the archive and comes back', async () => {
    await presses(olga, 'Обычный', 'В архив');
    expect((await screen(olga)).text).toContain('План «Обычный» — в архиве');
    await presses(olga, '‹ Все планы', 'Обычный', 'Вернуть из архива');
    expect((await screen(olga)).text).toContain('План «Обычный»\n');
    await presses(olga, 'Название');
    await does(olga.says('Запасной'));
    expect((await screen(olga)).text).toContain('План «Запасной»');
  });
});

describe('a question that is late', () => {
  it('is told once, also where a shorter time makes it later', async () => {
    await company.later(90 * 60_000);
    const { prisma } = company.app().database;
    const told = () => prisma.event.count({ where: { type: 'answer-missed' } });
    const read = async () => (await olga.in(dialog.topic).messages()).length;
    const before = await read();
    expect(await told()).toBe(1);
    await does(olga.says('/sla'));
    await presses(olga, 'Строгий', 'Диалоги', '1 ч', '15 мин');
    await company.later(2_000);

    const row = await prisma.dialog.findFirstOrThrow();
    expect(row.deadlineAt).toEqual(new Date('2026-11-21T09:15:00Z'));
    expect(await told()).toBe(1);
    expect(await read()).toBe(before);
  });
});

describe('two who look at one plan', () => {
  it('do not overwrite each other: the second reads how it is now', async () => {
    for (const person of [olga, igor]) {
      await does(person.says('/sla'));
      await presses(person, 'Строгий', 'Предупреждения');
    }
    await presses(olga, 'Не предупреждать');
    await presses(igor, '50 % и 80 %');

    expect(await igor.lastToast()).toContain('План только что изменил кто-то другой');
    expect((await screen(igor)).text).toContain('Заранее не предупреждаем');
  });

  it('whoever has lost the right meanwhile changes nothing', async () => {
    await presses(igor, 'Предупреждения');
    const { prisma } = company.app().database;
    await prisma.staff.updateMany({
      where: { name: { startsWith: 'Ольга' } },
      data: { role: 'manager' },
    });
    await does(olga.says('/sla'));
    await presses(olga, 'Строгий');
    expect((await screen(olga)).labels).toEqual(['‹ Все планы']);
    await prisma.staff.updateMany({ where: { userId: 901n }, data: { role: 'manager' } });
    await presses(igor, '50 % и 80 %');

    expect(await igor.lastToast()).toContain('могут руководитель и администратор');
    expect((await screen(igor)).labels).toEqual(['‹ Все планы']);
    const events = await prisma.event.findMany({
      where: { subject: 'sla-plan' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type }) => type).at(-1)).toBe('sla-plan-warn');
    await prisma.staff.updateMany({ where: { userId: 901n }, data: { role: 'admin' } });
  });

  it('reads in English what others read in Russian', async () => {
    const ivy = await company.staff('Ivy', { id: 905, languageCode: 'en' });
    await company.app().database.prisma.staff.create({
      data: {
        userId: 905n,
        name: 'Ivy',
        role: 'support',
        locale: 'en',
        createdAt: company.clock.now(),
      },
    });
    await does(ivy.says('/sla'));
    await presses(ivy, 'Строгий');
    const { text } = await screen(ivy);
    expect(text).toContain('Plan “Строгий” is the usual one');
    expect(text).toContain('Nobody is warned beforehand');
    expect(text).toContain('🔴 critical: 15 min · 30 min · 4 h');
  });
});
