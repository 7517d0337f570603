// What staff do about exporters: made by hand, confirmed, rejected, given a manager, blocked. Pressed twice,
// by two, too late, or by somebody who does not work here, a button tells how it is. In two languages.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, startWithAdmin } from '../support/answers.ts';
import { type DeskCompany, openCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Message, Person } from '../support/people.ts';

let company: DeskCompany;

const { announced, hears, press, opens, registered, cardOf } = exportersOf(() => company);

beforeAll(async () => {
  company = await openDesk({ ...INTAKE, EXPORTERS_AUTO_CONFIRM: 'no' });
});

afterAll(() => company.close());

/** Presses on the newest card of this exporter at the desk. */
async function decides(person: Person, name: string, label: string): Promise<string> {
  const card = await cardOf(name);
  const value = card.buttons.flat().find((button) => button.label === label)?.value;
  if (!value) throw new Error(`no «${label}» on the card; there are ${labels(card).join()}`);
  await person.forges(card, value);
  await company.settle();
  return await person.lastToast();
}

/** The data of a button, to be pressed again later. */
const dataOf = (card: Message, label: string) =>
  card.buttons.flat().find((button) => button.label === label)?.value ?? '';

describe('an exporter made by hand', () => {
  it('registers in English by the link on the card, waits, and is confirmed by a press', async () => {
    const { katya, desk } = company;
    await katya.in(desk).says('/exporter');
    await company.settle();
    await katya.in(desk).says('Coffee of Bahia');
    await company.settle();
    await katya.in(desk).says('https://b2b.example/brazil/coffee');
    await company.settle();
    const made = await katya.in(desk).reads('Экспортёр добавлен');
    const [link = ''] = /https:\/\/t\.me\S+/.exec(made.text) ?? [];
    const john = await company.client('João', { languageCode: 'pt', username: 'joao_c' });

    await hears(john, () => john.opens(link));
    const [hello, question] = await press(john, 'English');
    expect(hello?.text).toContain('Let us register the company “Coffee of Bahia”');
    expect(question?.text).toContain('Is this the right name of the company?');
    await press(john, 'Coffee of Bahia');
    await press(john, 'João');
    await press(john, 'Skip');
    await press(john, 'Another time zone');
    await press(john, 'São Paulo');
    await press(john, '08:00–17:00');
    const [sent] = await press(john, 'Agree and send');
    expect(sent?.text).toContain('The details of “Coffee of Bahia” are being checked');
    expect(await opens(john, link)).toContain('is being checked');
    const card = await cardOf('Coffee of Bahia');
    expect(card.text).toContain('⏳ Зарегистрировался, ждёт подтверждения');
    expect(card.text).toContain('Рабочее время: 08:00–17:00, Сан-Паулу (UTC-3)');

    expect(await decides(company.boris, 'Coffee of Bahia', 'Подтвердить')).toBe(
      'Экспортёр подтверждён',
    );

    const done = await john.reads('the company “Coffee of Bahia” is confirmed');
    expect(done.text).toContain('Your manager: Катя Смирнова (@katya_s)');
    expect((await cardOf('Coffee of Bahia')).text).toContain('Решение: Борис Орлов, 12:00');
    await company.katya.forges(card, dataOf(card, 'Подтвердить'));
    await company.settle();
    expect(await company.katya.lastToast()).toBe(
      'Сейчас экспортёр подтверждён. Карточка обновлена.',
    );
    const { prisma } = company.app().database;
    expect(await prisma.room.count({ where: { kind: 'personal' } })).toBe(1);
  });

  it('is one, however often its name is given', async () => {
    const answer = answering(company);
    const first = await answer(company.katya, null, '/exporter Ткани https://b2b.example/tkani');
    expect(first).toContain('Страница: https://b2b.example/tkani');

    expect(await answer(company.boris, null, '/exporter ткани')).toContain(
      'Экспортёр с таким названием уже есть',
    );
  });
});

describe('a decision of two at the same instant', () => {
  it('is carried out once; the other is told how it is', async () => {
    const { contact } = await registered('Соя', 'Тихон');
    const card = await cardOf('Соя');
    const data = dataOf(card, 'Подтвердить');

    await Promise.all([company.katya.forges(card, data), company.boris.forges(card, data)]);
    await company.settle();

    const toasts = [await company.katya.lastToast(), await company.boris.lastToast()].toSorted();
    expect(toasts).toEqual([
      'Сейчас экспортёр подтверждён. Карточка обновлена.',
      'Экспортёр подтверждён',
    ]);
    const { prisma } = company.app().database;
    expect(await prisma.room.count({ where: { company: { name: 'Соя' } } })).toBe(1);
    const told = (await contact.sees()).filter((text) => text.includes('«Соя» подтверждена'));
    expect(told).toHaveLength(1);
  });
});

describe('an exporter that is rejected', () => {
  it('reads why in their own language, and may be confirmed after all', async () => {
    const { contact, link } = await registered('Сыр', 'Глеб');
    const card = await cardOf('Сыр');
    expect(await decides(company.katya, 'Сыр', 'Отклонить')).toBe('');
    const asked = await cardOf('Сыр');
    expect(asked.text).toContain('Почему отклоняем?');

    expect(await decides(company.katya, 'Сыр', 'Не удалось проверить')).toBe(
      'Экспортёр отклонён, он узнает причину',
    );

    const told = await contact.reads('Регистрация компании «Сыр» отклонена');
    expect(told.text).toContain('Причина: не удалось проверить данные компании.');
    expect(await opens(contact, link)).toContain('Регистрация компании «Сыр» отклонена');
    await company.boris.forges(card, dataOf(card, 'Отклонить'));
    await company.settle();
    expect(await company.boris.lastToast()).toBe('Сейчас экспортёр отклонён. Карточка обновлена.');
    expect(await decides(company.boris, 'Сыр', 'Подтвердить')).toBe('Экспортёр подтверждён');
    await contact.reads('компания «Сыр» подтверждена');
  });

  it('may be told why in words, and goes to another company then', async () => {
    const { contact } = await registered('Масло', 'Фрол');
    await decides(company.katya, 'Масло', 'Отклонить');
    await decides(company.katya, 'Масло', 'Другая причина');
    await company.katya.in(company.desk).says('Нет сертификата на масло');
    await company.settle();

    await contact.reads('Причина: Нет сертификата на масло.');
    const other = await announced('Сливки');
    expect(await opens(contact, other.link)).toContain('На каком языке вам удобнее?');
  });

  it('is decided about by nobody who does not work here', async () => {
    const { contact } = await registered('Квас', 'Егор');
    const card = await cardOf('Квас');

    await contact.forges(
      await contact.reads('отправлены на проверку'),
      dataOf(card, 'Подтвердить'),
    );
    await company.settle();

    expect(await contact.lastToast()).toBe('Это могут только сотрудники');
    expect((await cardOf('Квас')).text).toContain('⏳ Зарегистрировался');
  });
});

describe('the manager of an exporter', () => {
  it('is whoever was named, and is replaced by one tap: the room follows', async () => {
    const { contact } = await registered('Рыба', 'Клим', { manager: '@katya_s' });
    await decides(company.boris, 'Рыба', 'Подтвердить');
    await contact.reads('Ваш менеджер: Катя Смирнова');
    const hers = await company.katya.reads('Вы — менеджер этого экспортёра.');
    expect(hers.buttons.flat().map(({ label }) => label)).not.toContain('Взять себе');

    expect(await decides(company.boris, 'Рыба', 'Взять себе')).toBe('Менеджер теперь Борис Орлов');

    await contact.reads('Ваш менеджер: Борис Орлов (@boris_o)');
    const { prisma } = company.app().database;
    const room = await prisma.room.findFirstOrThrow({
      where: { company: { name: 'Рыба' } },
      include: { manager: true, entries: { include: { person: true } } },
    });
    expect(room.manager?.name).toBe('Борис Орлов');
    expect(
      room.entries
        .filter(({ role, state }) => role === 'manager' && state === 'open')
        .map(({ person }) => person?.name),
    ).toEqual(['Борис Орлов']);
    await decides(company.katya, 'Рыба', 'Сменить менеджера');
    const choice = await cardOf('Рыба');
    expect(labels(choice).find((label) => label.startsWith('✓'))).toMatch(/^✓ Борис Орлов · \d$/);
    await decides(company.katya, 'Рыба', 'Назад');
  });
});

describe('an exporter that is blocked', () => {
  it('reads why, invites nobody, and works as before when it is unblocked', async () => {
    const { contact } = await registered('Икра', 'Савва');
    await decides(company.katya, 'Икра', 'Подтвердить');
    await decides(company.katya, 'Икра', 'Заблокировать');
    await decides(company.katya, 'Икра', 'Нарушил правила');

    const told = await contact.reads('Работа компании «Икра» приостановлена');
    expect(told.text).toContain('Причина: нарушены правила площадки.');
    const confirmed = await contact.reads('компания «Икра» подтверждена');
    await contact.forges(confirmed, dataOf(confirmed, 'Добавить сотрудника'));
    await company.settle();
    expect(await contact.lastToast()).toContain('когда компания подтверждена и работает');

    await decides(company.boris, 'Икра', 'Разблокировать');
    await contact.reads('Компания «Икра» снова работает как прежде');
    expect((await cardOf('Икра')).text).toContain('✅ Подтверждён');
  });
});

describe('the list of exporters', () => {
  it('shows what is to be decided first, and finds by a part of the name', async () => {
    const answer = answering(company);
    const list = await answer(company.katya, null, '/exporters');
    expect(list.split('\n')[2]).toContain('Квас — ждёт подтверждения');

    const found = await answer(company.katya, null, '/exporters bahia');
    expect(found).toContain('«bahia»: найдено 1');
    expect(await answer(company.katya, null, '/exporters 100%')).toContain('Таких экспортёров нет');
    const client = await company.client('Любопытный');
    expect(await answer(client, null, '/exporters')).toContain('Такой команды нет');
  });
});

describe('an exporter about which nobody decides', () => {
  const HOUR = 3_600_000;
  const rings = async (person: Person) =>
    (await person.sees()).filter((text) => /ждёт решения|ждут решения|Решения ждут/.test(text));

  it('is spoken of after an hour of work, by day, until somebody decides', async () => {
    const { prisma } = company.app().database;
    // Those of the cases above.
    for (const { id } of await prisma.company.findMany({ where: { status: 'pending' } })) {
      const data = { status: 'rejected', remindAt: null, reason: 'duplicate' };
      await prisma.company.update({ where: { id }, data });
    }
    await registered('Овёс', 'Ефим', { manager: '@boris_o' });
    await registered('Рожь', 'Захар');
    expect(await rings(company.boris)).toEqual([]);
    await company.later(HOUR + 60_000);

    expect(await rings(company.boris)).toHaveLength(1);
    const told = await company.boris.reads('Напоминание: экспортёр ждёт решения');
    expect(told.text).toContain(': Овёс');
    expect(labels(told).slice(0, 2)).toEqual(['Подтвердить', 'Отклонить']);
    // Nobody was named for the other one: supervisors and administrators may decide.
    expect((await company.olga.reads('Напоминание: экспортёр')).text).toContain(': Рожь');
    expect(await rings(company.katya)).toEqual([]);

    await registered('Ячмень', 'Тарас', { manager: '@boris_o' });
    await company.later(HOUR + 60_000);
    expect((await rings(company.boris)).at(-1)).toContain(': Ячмень');
    // Nothing more on that day; in the morning both are spoken of at once.
    await company.later(8 * HOUR);
    expect(await rings(company.boris)).toHaveLength(2);
    await company.later(14 * HOUR);
    expect((await rings(company.boris)).at(-1)).toContain('Решения ждут 2 экспортёра.');
    expect(await rings(company.boris)).toHaveLength(3);
  });

  it('and stops being spoken of with the decision', async () => {
    for (const name of ['Овёс', 'Рожь', 'Ячмень'])
      await decides(company.boris, name, 'Подтвердить');
    const before = await rings(company.boris);
    await company.later(25 * HOUR);

    expect(await rings(company.boris)).toEqual(before);
  });
});

describe('an employee who looks after exporters and leaves', () => {
  const roomOf = (name: string) =>
    company.app().database.prisma.room.findFirstOrThrow({
      where: { company: { name } },
      include: { manager: true },
    });
  const dismisses = ({ id }: Person) =>
    hears(company.igor, () => company.igor.in(company.desk).says(`/staff remove ${id}`));

  it('hands them over in the same instant to whoever has least to do, and everybody reads so once', async () => {
    const { katya, igor, desk } = company;
    const pavel = await company.staff('Павел', { id: 917 });
    await company.control.addMember({ chatId: desk.chatId, userId: pavel.id });
    await hears(igor, () => igor.in(desk).says(`/staff manager ${pavel.id}`));
    await dismisses(company.boris);
    const cheese = await registered('Сыр', 'Сергей');
    const butter = await registered('Масло', 'Мария');
    for (const name of ['Сыр', 'Масло']) {
      await decides(pavel, name, 'Подтвердить');
      await decides(pavel, name, 'Взять себе');
    }
    await dismisses(pavel);

    for (const { contact } of [cheese, butter]) {
      const told = (await contact.sees()).filter((text) => text.includes('Ваш менеджер: Катя'));
      expect(told.filter((text) => !text.includes('подтверждена'))).toHaveLength(1);
    }
    const given = await katya.reads('Павел здесь больше не работает');
    expect(given.text).toMatch(/Теперь вы менеджер экспортёров: .*«Сыр», «Масло»\./);
    expect((await roomOf('Сыр')).manager?.name).toBe('Катя Смирнова');
  });

  it('leaves them to the chiefs where no manager is left', async () => {
    const { katya, igor } = company;
    await dismisses(katya);

    const orphan = await igor.reads('у этого экспортёра нет менеджера');
    expect(orphan.text).toContain('Менеджер: не назначен');
    expect(labels(orphan)).toContain('Сменить менеджера');
    expect((await roomOf('Масло')).manager).toBeNull();
  });
});

describe('without a desk', () => {
  it('everybody who works here has the card in private, and decides there', async () => {
    const alone = await openCompany({ ...INTAKE, EXPORTERS_AUTO_CONFIRM: 'no' });
    try {
      await startWithAdmin(alone);
      const on = exportersOf(() => alone as unknown as DeskCompany);
      const { contact } = await on.registered('Мёд', 'Анна');

      await alone.igor.reads('⏳ Зарегистрировался, ждёт подтверждения');
      await alone.igor.presses('Подтвердить');
      await alone.settle();

      await alone.igor.reads('✅ Подтверждён');
      await contact.reads('Ваш менеджер: Игорь Ким (@igor_kim)');
    } finally {
      await alone.close();
    }
  });
});
