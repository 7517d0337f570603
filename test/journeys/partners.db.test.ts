// Partners from the link to the room and out of it: three of them, in two languages.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { openRooms } from '../support/rooms.ts';

const HOUR = 3_600_000;

let company: DeskCompany;
let coffee: Place;
let tea: Place;
let anna: Person;
let ivan: Person;
let john: Person;
let petr: Person;
let chen: Person;
let maria: Person;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  anna = await company.client('Анна');
  ivan = await company.client('Иван');
  john = await company.client('John', { languageCode: 'en' });
  petr = await company.client('Пётр');
  chen = await company.client('Chen', { languageCode: 'en' });
  maria = await company.client('Мария');
  await anna.starts();
  const { katya } = company;
  [coffee, tea] = (await openRooms(company, [
    {
      ...{ kind: 'product', title: 'Кофе', locales: ['ru', 'en'], manager: katya },
      people: [
        { person: anna, role: 'exporter' },
        { person: john, role: 'importer', locale: 'en' },
        { person: katya, role: 'manager' },
      ],
    },
    {
      ...{ kind: 'personal', title: 'Чай', locales: ['ru'], manager: katya },
      people: [
        { person: anna, role: 'exporter' },
        { person: ivan, role: 'exporter', started: false },
        { person: katya, role: 'manager' },
      ],
    },
  ])) as [Place, Place];
});

afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

/** Presses the buttons with these labels, one after the other. */
async function presses(person: Person, ...wanted: string[]): Promise<void> {
  for (const label of wanted) await does(person.presses(label));
}

async function inRoom(person: Person, place: Place, ...wanted: string[]): Promise<void> {
  for (const label of wanted) await does(person.presses(label, { in: place }));
}

/** The link as staff have it. */
async function linkForPartners(): Promise<string> {
  await does(company.katya.says('/partner'));
  const { text } = await company.katya.reads('Ссылка для регистрации партнёров');
  return /https:\S+/.exec(text)?.[0] ?? '';
}

/** Invites somebody for logistics, past the questions. */
async function invites(name: string, by = anna): Promise<void> {
  await does(by.in(tea).says('/invite'));
  await inRoom(by, tea, await labelOf(by, tea, 'Логистика'), name, 'Пригласить');
  await inRoom(by, tea, 'Пропустить', 'Пропустить');
}

async function labelOf(person: Person, place: Place, part: string): Promise<string> {
  const all = (await person.in(place).messages()).flatMap(labels);
  return all.findLast((label) => label.includes(part)) ?? '';
}

/** The commands beside the input field of somebody alone with the bot. */
async function offered(person: Person): Promise<readonly string[]> {
  const all = await company.control.commands({ userId: person.id, chatId: person.id });
  return all.map(({ command }) => command);
}

/** The data under an invitation, of «Принять». */
const invitedBy = (invitation: number) => `invited:${invitation}:0:accept`;

/** Opens the newest way into a group, and is let in. */
async function comesIn(person: Person): Promise<void> {
  const all = await person.messages();
  const links = all.flatMap(({ buttons }) => buttons.flat()).map(({ value }) => value);
  await does(person.opens(links.findLast((value) => value?.includes('t.me/+')) ?? ''));
}

describe('a partner', () => {
  it('registers by the link in their language, and is confirmed by staff on a card', async () => {
    const link = await linkForPartners();
    await does(petr.opens(link));
    await petr.reads('На каком языке вам удобнее? / Which language do you prefer?');
    await presses(petr, 'Русский');
    await does(petr.says('Логист Плюс'));
    await presses(petr, 'Логистика', 'Таможня', 'Готово', 'китайский', 'Готово');
    await does(petr.says('Контейнеры из Сантоса, 12 лет'));
    await does(petr.sharesContact());
    expect((await petr.reads('Вы согласны?')).text.split('\n').slice(0, 4)).toEqual([
      'Логист Плюс',
      'Логистика, Таможня',
      'русский, китайский',
      'Контейнеры из Сантоса, 12 лет',
    ]);
    await presses(petr, 'Даю согласие');
    await petr.reads('Спасибо, заявка принята.');

    const { katya, boris, desk } = company;
    const card = await katya.in(desk).reads('Заявка партнёра № 1');
    expect(card.text.split('\n').slice(0, -1)).toEqual([
      '🆕 Заявка партнёра № 1',
      'Логист Плюс',
      '',
      'Направления: Логистика, Таможня',
      'Языки: русский, китайский',
      'О себе: Контейнеры из Сантоса, 12 лет',
      'Telegram: Пётр',
    ]);
    await does(petr.opens(link));
    await petr.reads('Ваша заявка уже у нас.');
    await does(petr.forges(card, card.buttons[0]?.[0]?.value ?? ''));
    expect(await petr.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    await inRoom(katya, desk, 'Подтвердить');
    await petr.reads('Заявка подтверждена');
    expect(await offered(petr)).toEqual(['my', 'start', 'help']);
    await does(petr.says('/help'));
    expect((await petr.reads('Это чат с компанией')).text).toContain(
      '/my — Мои группы и приглашения',
    );
    await does(boris.forges(card, card.buttons[0]?.[0]?.value ?? ''));
    expect(await boris.lastToast()).toBe('Уже подтверждено.');
    await katya.in(desk).reads('✅ Партнёр № 1');
  });

  it('registers in English, and reads why they were declined', async () => {
    await does(chen.opens(await linkForPartners()));
    await presses(chen, 'English');
    await chen.reads('How should we introduce you?');
    await does(chen.says('Chen Freight'));
    await presses(chen, 'Logistics', 'Done', 'Done', 'Skip', 'Skip', 'I agree');
    await chen.reads('Thank you, we have your application.');
    const { katya, desk } = company;
    await inRoom(katya, desk, 'Отклонить', 'Не хватает сведений');
    await chen.reads('we need to know more about you');
    await katya.in(desk).reads('Причина: Не хватает сведений');
    await inRoom(katya, desk, 'Подтвердить');
    await chen.reads('Your application is confirmed');
  });

  it('is not made of a guessed or an old link, nor of an employee', async () => {
    const old = await linkForPartners();
    await does(maria.opens(old.replace(/pr_.*/, 'pr_guessed')));
    await maria.reads('Ссылка не подошла');
    await presses(company.katya, 'Сделать новую');
    await does(maria.opens(old));
    await maria.reads('Эта ссылка больше не действует');
    await does(company.boris.opens(await linkForPartners()));
    await company.boris.reads('По этой ссылке регистрируются партнёры, а вы — сотрудник');
    await does(maria.opens(await linkForPartners()));
    await presses(maria, 'Русский');
    await does(maria.says('Мария и Ко'));
    await presses(maria, 'Логистика', 'Готово', 'Готово', 'Пропустить', 'Пропустить');
    await presses(maria, 'Даю согласие');
    await inRoom(company.katya, company.desk, 'Подтвердить');
  });
});

describe('/invite in a room', () => {
  it('is for the exporter and staff; others read who does it', async () => {
    await does(john.in(coffee).says('/invite'));
    await john.in(coffee).reads('Others do that here. /menu shows what you can do.');
    await does(anna.in(coffee).says('/invite'));
    await anna.in(coffee).reads('Какой партнёр нужен?');
    await does(john.presses(await labelOf(anna, coffee, 'Логистика'), { in: coffee }));
    expect(await john.lastToast()).toBe(
      'Somebody else has opened this menu. Open your own with /menu.',
    );
  });

  it('leads by the field to the partner, with what is known of them, and asks for role and result', async () => {
    await inRoom(anna, coffee, 'Логистика · 3', 'Логист Плюс');
    const shown = await anna.in(coffee).reads('Контейнеры из Сантоса');
    expect(shown.text.split('\n').slice(0, 3)).toEqual([
      'Логист Плюс',
      'Логистика, Таможня',
      'без оценок · русский, китайский',
    ]);
    await inRoom(anna, coffee, 'Пригласить');
    await does(anna.in(coffee).says('Перевозка'));
    await does(anna.in(coffee).says('Расчёт ставки к пятнице'));
    expect((await petr.reads('Вас приглашают')).text.split('\n')).toEqual([
      'Вас приглашают в группу «Кофе»',
      '',
      'Приглашает: Анна (Экспортёр)',
      'Направление: Логистика',
      'Роль: Перевозка',
      'Ожидаемый результат: Расчёт ставки к пятнице',
      '',
      expect.stringMatching(/^Ответить можно до .+ \(Москва\)\.$/),
    ]);
    await anna.reads('Логист Плюс — ждём ответа до');
  });

  it('lets in whoever accepts, by a way of their own, and the room reads who has come', async () => {
    const asked = await petr.reads('Вас приглашают в группу «Кофе»');
    await presses(petr, 'Принять');
    expect(await petr.lastToast()).toBe('Спасибо! Вы приняли приглашение.');
    await does(petr.forges(asked, invitedBy(1)));
    expect(await petr.lastToast()).toContain('Ссылку для входа прислали ещё раз');
    await anna.reads('✅ Логист Плюс принимает приглашение в группу «Кофе»');
    expect(labels(await anna.reads('✅ Логист Плюс — принимает приглашение'))).toEqual([]);
    await comesIn(petr);
    await does(petr.forges(asked, invitedBy(1)));
    expect(await petr.lastToast()).toBe('Вы уже в этой группе.');
    const said = await john.in(coffee).reads('A new partner in the group');
    expect(said.text).toContain('🤝 В группе новый партнёр: Логист Плюс — Логистика');
    expect(said.text).toContain('Приглашение от: Анна');
    expect(said.text).toContain('A new partner in the group: Логист Плюс — Logistics');
    const [member] = await company.app().database.prisma.roomMember.findMany({
      where: { role: 'partner' },
    });
    expect(member?.tag).toBe('Перевозка');
    await does(petr.says('/my'));
    await petr.reads('• Кофе');
  });

  it('shows who is there already; nobody is invited twice', async () => {
    await does(anna.in(coffee).says('/invite'));
    await inRoom(anna, coffee, 'Логистика · 3');
    await anna.in(coffee).reads('уже в группе');
    await inRoom(anna, coffee, 'Логист Плюс');
    const shown = await anna.in(coffee).reads('уже в группе · без оценок');
    expect(labels(shown)).toEqual(['← К списку', '‹ Меню']);
  });

  it('asks whoever invited how it was when the partner has left; the vote counts once', async () => {
    const invitation = await petr.reads('Вас приглашают в группу «Кофе»');
    await does(company.katya.removes(petr, coffee));
    await does(petr.forges(invitation, invitedBy(1)));
    expect(await petr.lastToast()).toContain('в группе вас больше нет');
    const asked = await anna.reads('Логист Плюс больше не в группе «Кофе»');
    await presses(anna, '4');
    await anna.reads('Спасибо! Ваша оценка: 4.');
    await does(anna.forges(asked, asked.buttons[0]?.[4]?.value ?? ''));
    expect(await anna.lastToast()).toBe('Вы уже поставили оценку: 4.');
    await does(anna.in(coffee).says('/invite'));
    await inRoom(anna, coffee, 'Логистика · 3');
    await anna.in(coffee).reads('★ 4,0 (1)');
  });
});

describe('«Спросить троих»', () => {
  it('lets in the first to accept; the others read that the place is taken', async () => {
    await does(anna.in(tea).says('/invite'));
    await inRoom(anna, tea, 'Логистика · 3', 'Спросить троих — первый, кто примет');
    await does(anna.in(tea).says('Ставка'));
    await inRoom(anna, tea, 'Пропустить');
    for (const partner of [petr, maria]) await partner.reads('Спросили нескольких партнёров');
    await chen.reads('Several partners were asked');
    const mine = await maria.reads('Вас приглашают в группу «Чай»');
    await presses(chen, 'Accept');
    await petr.reads('Место уже занято: приглашение в группу «Чай» принял другой партнёр.');
    await maria.reads('Место уже занято: приглашение в группу «Чай» принял другой партнёр.');
    await does(maria.forges(mine, mine.buttons[0]?.[0]?.value ?? ''));
    expect(await maria.lastToast()).toContain('Место уже занято');
    const shown = await anna.reads('✅ Chen Freight — принимает приглашение');
    expect(shown.text).toContain('Логист Плюс — место занято');
    expect(shown.text).not.toContain('Место получит тот');
    expect(labels(shown)).toEqual([]);
    await comesIn(chen);
    await anna.in(tea).reads('В группе новый партнёр: Chen Freight');
  });
});

describe('an invitation that comes to nothing', () => {
  it('was declined: the inviter reads why, and asks another by one press', async () => {
    await invites('Логист Плюс');
    await presses(petr, 'Отклонить', 'Занят');
    await petr.reads('Вы отклонили приглашение');
    await anna.reads('Логист Плюс отклоняет приглашение в группу «Чай»: сейчас занят.');
    await presses(anna, 'Пригласить: Мария и Ко');
    expect(await anna.lastToast()).toBe('Приглашение отправлено: Мария и Ко');
    await anna.reads('Мария и Ко — ждём ответа до');
    await presses(anna, 'Отозвать: Мария и Ко');
    await maria.reads('Приглашение в группу «Чай» отозвали.');
  });

  it('is brought to mind, ends, and is renewed after a late yes', async () => {
    await invites('Логист Плюс');
    await company.later(3 * HOUR);
    await petr.reads('Напоминаем о приглашении в группу «Чай»');
    await anna.reads('Логист Плюс пока не отвечает на приглашение');
    await company.later(9 * HOUR);
    await petr.reads('Срок приглашения в группу «Чай» прошёл');
    await anna.reads('Логист Плюс не отвечает на приглашение в группу «Чай»: срок прошёл.');
    await presses(petr, 'Принять');
    expect(await petr.lastToast()).toContain('Срок ответа прошёл');
    await anna.reads('Логист Плюс принимает приглашение в группу «Чай», но срок уже прошёл.');
    await presses(anna, 'Пригласить ещё раз');
    await presses(petr, 'Принять');
    await anna.reads('✅ Логист Плюс принимает приглашение в группу «Чай»');
  });

  it('is told in the room where the inviter has never opened the bot', async () => {
    await invites('Мария и Ко', ivan);
    await presses(maria, 'Отклонить', 'Другое');
    await anna.in(tea).reads('Мария и Ко отклоняет приглашение в группу «Чай»');
  });

  it('ends when whoever invited has left the room, and the invited reads so', async () => {
    await invites('Мария и Ко', ivan);
    const before = (await maria.messages()).length;
    await does(ivan.leaves(tea));

    const told = (await maria.messages()).slice(before).map(({ text }) => text);
    expect(told).toEqual([
      'Приглашение в группу «Чай» отозвали. Отвечать на него больше не нужно.',
    ]);
    await presses(maria, 'Принять');
    expect(await maria.lastToast()).toContain('отозв');
  });

  it('does not reach who has blocked the bot', async () => {
    await maria.blocksTheBot();
    await company.settle();
    await invites('Мария и Ко');
    await anna.reads('Мария и Ко не получит приглашение в группу «Чай»: бот у этого партнёра');
    await maria.unblocksTheBot();
    await company.settle();
  });

  it('is not sent to who is away', async () => {
    await does(maria.says('/my'));
    await presses(maria, 'Меня нет…', 'Пропустить');
    await maria.reads('приглашений не будет, пока вы не нажмёте');
    await does(anna.in(tea).says('/invite'));
    await inRoom(anna, tea, 'Логистика · 3', 'Мария и Ко');
    expect(labels(await anna.in(tea).reads('отсутствует'))).toEqual(['← К списку', '‹ Меню']);
    await does(maria.says('/my'));
    await presses(maria, 'Я снова здесь');
    expect(await maria.lastToast()).toBe('С возвращением! Вас снова могут приглашать.');
  });
});

describe('staff', () => {
  it('see all partners, and block one, who reads it', async () => {
    const { katya } = company;
    await does(katya.says('/partners'));
    const list: Message = await katya.reads('Партнёры: 3');
    expect(list.text).toContain('№ 1 Логист Плюс — подтверждён');
    await presses(katya, 'Мария и Ко', 'Заблокировать');
    await maria.reads('Сотрудничество приостановлено');
    expect(await offered(maria)).toEqual(['start', 'help']);
    await katya.reads('⛔️ Партнёр № 3: заблокирован');
    await does(maria.says('/my'));
    await maria.reads('Сотрудничество приостановлено. Если это ошибка');
  });

  it('read on the card of one whom they block in which groups they still are', async () => {
    const { katya } = company;
    await presses(katya, 'Chen Freight', 'Заблокировать');
    const { text } = await katya.reads('Ещё в группах:');
    expect(text).toContain(
      'Ещё в группах:\n• Чай\nЧтобы закрыть доступ, откройте в группе /menu → «Участники», ' +
        'выберите партнёра и нажмите «Расстаться».',
    );
  });

  it('keep the fields that partners are chosen by', async () => {
    const { katya } = company;
    await does(katya.says('/specializations Упаковка / Packaging'));
    await katya.reads('9. Упаковка / Packaging');
    await presses(katya, 'Скрыть 9');
    await katya.reads('9. Упаковка / Packaging — скрыто');
    await does(katya.says('/specializations Упаковка'));
    await katya.reads('Нужны два названия через косую черту');
  });
});
