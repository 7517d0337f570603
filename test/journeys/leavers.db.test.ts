// Employees who left in the middle: what they had is for others to take, what they began is over.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

async function hires(name: string, id: number): Promise<Person> {
  const person = await company.staff(name, { id });
  await company.control.addMember({ chatId: company.desk.chatId, userId: id });
  await employs(person);
  return person;
}

async function employs({ id }: Person): Promise<void> {
  await does(company.igor.in(company.desk).says(`/staff manager ${id}`));
}

async function dismisses({ id }: Person): Promise<void> {
  await does(company.igor.in(company.desk).says(`/staff remove ${id}`));
}

describe('a dialog in work whose holder has left', () => {
  it('says so at once and can be taken by a colleague', async () => {
    const { katya } = company;
    const pavel = await hires('Павел', 907);
    const dialog = await asks(company, 'Анна');
    await does(pavel.presses('Взять в работу', { in: dialog.topic }));
    expect(labels(await katya.card(dialog.topic))).not.toContain('Взять в работу');
    await dismisses(pavel);

    const card = await katya.card(dialog.topic);
    expect(card.text).toContain(
      '🟡 В РАБОТЕ · ждёт с 12:00\n⏱ Ответить до 12:30\nОтветственный больше здесь не работает:',
    );
    expect(card.text).not.toContain('Ответственный: Павел');
    expect(labels(card)[0]).toBe('Взять в работу');

    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Диалог у вас');
    expect(await dialog.card()).toContain('👤 Ответственный: Катя Смирнова');
  });

  it('belongs to whoever answers it', async () => {
    const { boris } = company;
    const roma = await hires('Рома', 908);
    const dialog = await asks(company, 'Белла');
    await does(roma.presses('Взять в работу', { in: dialog.topic }));
    await dismisses(roma);
    await does(boris.in(dialog.topic).says('500 рублей'));

    expect(await dialog.card()).toContain('👤 Ответственный: Борис Орлов');
  });

  it('is theirs again when they come back before anybody took it', async () => {
    const sveta = await hires('Света', 909);
    const dialog = await asks(company, 'Вера');
    await does(sveta.presses('Взять в работу', { in: dialog.topic }));
    await dismisses(sveta);
    await employs(sveta);

    expect(await dialog.card()).toContain('👤 Ответственный: Света');
  });
});

describe('a note that somebody began who has left', () => {
  it('ends after ten minutes without a word about what they write', async () => {
    const timur = await hires('Тимур', 910);
    const dialog = await asks(company, 'Галя');
    await does(timur.presses('Добавить заметку', { in: dialog.topic }));
    await dismisses(timur);
    await company.later(10 * MINUTE);

    const [word] = (await dialog.thread()).slice(-1);
    expect(word).toBe('Тимур — больше не сотрудник, начатая заметка отменена.');
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
  });

  it('can be cancelled by anybody', async () => {
    const { boris } = company;
    const ulyana = await hires('Ульяна', 911);
    const dialog = await asks(company, 'Даша');
    await does(ulyana.presses('Добавить заметку', { in: dialog.topic }));
    await does(boris.presses('Отмена', { in: dialog.topic }));
    expect(await boris.lastToast()).toBe('Эту заметку пишет ваш коллега.');
    await dismisses(ulyana);
    await does(boris.presses('Отмена', { in: dialog.topic }));

    expect(await boris.lastToast()).toBe('Заметка отменена');
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');
  });
});
