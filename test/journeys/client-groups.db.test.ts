// A company becomes a client, its group is connected, its people come in, and everybody reads by which rules.
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { readPng } from '../support/png.ts';

let company: DeskCompany;
let katya: Person;
let anna: Person;
let gleb: Person;
let vera: Person;
let eve: Person;
let cafe: Place;
let connecting: string;
let qr: string;
let renewed: string;

beforeAll(async () => {
  company = await openDesk();
  ({ katya } = company);
  anna = await company.client('Анна');
  gleb = await company.client('Глеб');
  vera = await company.client('Вера');
  eve = await company.client('Ева');
  await eve.starts();
  await company.settle();
});
afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

/** Катя presses one after the other, in private or there. */
async function presses(labels: readonly string[], place?: Place): Promise<void> {
  for (const label of labels)
    await does(place ? katya.in(place).presses(label) : katya.presses(label));
}

/** Катя takes a client on; the form is answered as shortly as it can be. */
async function takesOn(name: string): Promise<void> {
  await does(katya.says('/clients'));
  await presses(['Новый клиент']);
  await does(katya.says(name));
  await presses(['Русский', 'Москва (UTC+3)', 'Я']);
}

/** The address behind a button that this person sees. */
function linkOf({ buttons }: Message, label: string): string {
  return buttons.flat().find((button) => button.label === label)?.value ?? '';
}

async function comesInBy(person: Person, link: string): Promise<void> {
  await does(person.opens(link));
  const way = await person.reads('отправьте запрос, и бот сразу вас впустит');
  await does(person.opens(linkOf(way, 'Открыть группу')));
}

async function linkInGroup(person: Person): Promise<string> {
  await does(person.in(cafe).says('/qr'));
  const { text } = await person.in(cafe).reads('Приглашение в группу поддержки');
  return /https:\S+/.exec(text)?.[0] ?? '';
}

const card = async () => (await katya.in(cafe).pinned()).text;

describe('a client', () => {
  it('is taken on by a manager, and nobody else sees the list', async () => {
    await does(eve.says('/clients'));
    await takesOn('Вкусно и рядом');

    await katya.reads('Клиент «Вкусно и рядом» добавлен');
    await katya.reads('Клиент: Вкусно и рядом\nМенеджер: Катя Смирнова\nГруппа: не подключена');
    expect(await eve.sees()).not.toContain('Клиентов на обслуживании');
  });

  it('has a link for its group, which opens nothing to a stranger', async () => {
    await presses(['Подключить существующую группу']);
    connecting = linkOf(await katya.reads('в которой уже общается'), 'Выбрать группу');
    const own = await eve.createsGroup({ title: 'Группа Евы', kind: 'supergroup' });

    await does(eve.opens(connecting, own));

    await eve.in(own).reads('может только сотрудник компании');
    const { prisma } = company.app().database;
    expect(await prisma.clientCompany.count({ where: { roomId: null } })).toBe(1);
  });

  it('keeps its own group, which is greeted once and has the contract on its card', async () => {
    const members = [anna, company.igor];
    cafe = await katya.createsGroup({ title: 'Кафе на Мира', kind: 'supergroup', members });

    await does(katya.opens(connecting, cafe));

    await katya.reads('Группа «Кафе на Мира» подключена');
    const hello = await anna.in(cafe).reads('Это чат поддержки для «Вкусно и рядом»');
    expect(hello.text).toContain(
      'на связи наши сотрудники: ежедневно 09:00–21:00 — Москва (UTC+3)',
    );
    const text = await card();
    expect(text).toContain('Поддержка: Кафе на Мира');
    expect(text).toContain('Менеджер: Катя Смирнова');
    expect(text).toContain('Открытых заявок: 0');
    expect(text).toContain('• Критическая срочность: первый ответ — 15 мин, решение — 4 ч');
    expect(text).toContain('• Низкая срочность: первый ответ — 4 ч, решение — 40 ч');
    expect(await titleOf(cafe)).toBe('Кафе на Мира');
    await comesAgain();
    const told = (await katya.sees()).filter((text) => text.includes('«Кафе на Мира» подключена'));
    expect(told).toHaveLength(1);
  });

  it('has one group: the link works once, and neither a desk nor a taken group is connected', async () => {
    const other = await katya.createsGroup({ title: 'Ещё одна', kind: 'supergroup' });
    await does(katya.opens(connecting, other));
    await katya.reads('У клиента «Вкусно и рядом» уже есть другая группа, поэтому «Ещё одна»');

    await takesOn('Ромашка');
    await presses(['Подключить существующую группу']);
    const { buttons } = await katya.reads('в которой уже общается «Ромашка»');
    const link = buttons[0]?.[0]?.value ?? '';
    await does(katya.in(cafe).says(`/start@deskroom_bot ${payloadOf(link)}`));
    await katya.reads('«Кафе на Мира» уже занята');
    await does(katya.in(company.desk).says(`/start@deskroom_bot ${payloadOf(link)}`));
    await katya.reads('«Единое окно» — рабочая группа сотрудников');
    await does(katya.in(other).says('/start@deskroom_bot cg_nobody'));
    await katya.reads('Группа «Ещё одна» не подключена: такой ссылки нет');
  });

  it('has those for employees who were in the group before and speak, and who are brought in', async () => {
    expect(await card()).not.toContain('Анна');
    await does(anna.in(cafe).says('Здравствуйте'));
    expect(await card()).toContain('Анна — Клиент');

    await does(katya.adds(eve, cafe));
    await katya
      .in(cafe)
      .reads('В группе новый участник: Ева. Мы записали, что это сотрудник клиента.');
    await presses(['Партнёр'], cafe);
    expect(await card()).toContain('Ева — Партнёр');
  });
});

describe('the code at the workplace', () => {
  it('lets in as many as come, each as an employee of the client', async () => {
    qr = await linkInGroup(anna);
    await comesInBy(gleb, qr);
    await comesInBy(vera, qr);

    expect(await card()).toContain('Глеб — Клиент');
    expect(await card()).toContain('Вера — Клиент');
    await does(gleb.opens(qr));
    await gleb.reads('Вы уже в группе поддержки «Вкусно и рядом»');
    await comesAgain();
    expect((await gleb.sees()).filter((text) => text.startsWith('Вы уже в группе'))).toHaveLength(
      1,
    );
  });

  it('comes as a picture to whoever asks, alone with the bot where they know it', async () => {
    await does(gleb.in(cafe).says('/qr'));
    await does(gleb.in(cafe).presses('Картинка с QR-кодом'));

    const picture = await gleb.reads(`Приглашение в группу поддержки «Вкусно и рядом»: ${qr}`);
    const { bytes } = await gleb.downloads(picture);
    expect(readQr(bytes)).toBe(qr);
  });

  it('is for clients and employees, and changed by employees alone', async () => {
    await does(eve.in(cafe).says('/qr'));
    await eve.in(cafe).reads('Здесь это делают другие участники');
    await does(anna.in(cafe).says('/qr'));
    const shown = await anna.in(cafe).reads('Приглашение в группу поддержки');
    expect(shown.buttons.flat().map(({ label }) => label)).not.toContain('Обновить ссылку');
  });

  it('does not bring back whoever was taken out', async () => {
    await does(katya.in(cafe).says('/members'));
    await presses(['Глеб · Клиент', 'Расстаться', 'Да, расстаться'], cafe);

    await does(gleb.opens(qr));

    await gleb.reads('по QR-коду войти нельзя');
    expect(await card()).not.toContain('Глеб');
  });

  it('is void once it was renewed, and lets nobody in while it is off', async () => {
    const oleg = await company.client('Олег');
    await does(katya.in(cafe).says('/qr'));
    await presses(['Обновить ссылку', 'Да, обновить'], cafe);
    await does(oleg.opens(qr));
    await oleg.reads('Эта ссылка больше не действует');

    renewed = await linkInGroup(katya);
    await presses(['Выключить вход по QR-коду'], cafe);
    await does(oleg.opens(renewed));
    await oleg.reads('Вход по QR-коду в группу поддержки «Вкусно и рядом» выключен');
    await presses(['Включить вход по QR-коду'], cafe);
    await comesInBy(oleg, renewed);
    expect(await card()).toContain('Олег — Клиент');
  });
});

describe('the rules of a client', () => {
  it('are the usual ones with the times of the contract, until employees write others', async () => {
    await does(anna.in(cafe).says('/rules'));
    const usual = await anna.in(cafe).reads('Правила поддержки: «Вкусно и рядом»');
    expect(usual.text).toContain('Заявкой становится всё, что нужно сделать или исправить');
    expect(usual.text).toContain('• Обычная срочность: первый ответ — 1 ч, решение — 24 ч');
    expect(usual.text).toContain('1. ответственный сотрудник — сразу');
    expect(usual.text).toContain('3. руководители — через 30 мин');

    await does(katya.says('/clients'));
    await presses(['Вкусно и рядом', 'Правила', 'Написать по-русски']);
    await does(katya.says('Заявка — всё о кассах.\nОстальное пишите просто так.'));
    await does(anna.in(cafe).says('/rules'));

    const own = await anna.in(cafe).reads('Заявка — всё о кассах.\nОстальное пишите просто так.');
    expect(own.text).not.toContain('Заявкой становится всё');
    expect(own.text).toContain('Высокая срочность: первый ответ — 30 мин');
  });
});

describe('what is agreed with a client', () => {
  it('changes with a tap, on the card and in the log', async () => {
    await does(katya.says('/clients'));
    await presses(['Вкусно и рядом', 'Часовой пояс', 'Омск']);
    await presses(['Менеджер', 'Борис Орлов']);

    const text = await card();
    expect(text).toContain('ежедневно 12:00–24:00 — Омск (UTC+6)');
    expect(text).toContain('Менеджер: Борис Орлов');
    await company.boris.reads('Теперь вы менеджер клиента «Вкусно и рядом»');
    await company.boris.reads('Кнопка ниже открывается только для вас');
    const { prisma } = company.app().database;
    const where = { subject: 'client-company', subjectId: 1 };
    const events = await prisma.event.findMany({ where, orderBy: { id: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual([
      ...['client-made', 'client-group', 'client-renew-set', 'client-qr-set', 'client-qr-set'],
      ...['client-rules-set', 'client-zone-set', 'client-manager-set'],
    ]);
  });

  it('is shown to support and changed by others, judged at the press', async () => {
    const { boris, igor, desk } = company;
    await does(boris.says('/clients'));
    await does(boris.presses('Вкусно и рядом'));
    await does(igor.in(desk).says(`/staff support ${boris.id}`));

    await does(boris.presses('Завершить обслуживание'));

    expect(await boris.lastToast()).toContain('могут менеджер, руководитель и администратор');
    await does(boris.says('/clients'));
    const list = await boris.reads('Клиенты на обслуживании: 2');
    expect(list.buttons.flat().map(({ label }) => label)).toEqual(['Вкусно и рядом', 'Ромашка']);
    await does(igor.in(desk).says(`/staff manager ${boris.id}`));
  });

  it('ends when staff say so, asked once, and begins again', async () => {
    await presses(['Завершить обслуживание']);
    await katya.reads('Завершить обслуживание клиента «Вкусно и рядом»?');
    await presses(['Да, завершить']);
    await anna.in(cafe).reads('Причина: Обслуживание завершено');
    const pavel = await company.client('Павел');
    await does(pavel.opens(renewed));
    await pavel.reads('Группа поддержки «Вкусно и рядом» сейчас закрыта');

    await presses(['Возобновить обслуживание']);

    await anna.in(cafe).reads('Группа снова открыта');
    expect(await card()).not.toContain('🔒');
  });
});

describe('the group of a client', () => {
  it('may lose the bot and have it back, and is not greeted again', async () => {
    await does(katya.removes('bot', cafe));
    await company.boris.reads('Бота больше нет в группе «Кафе на Мира»');

    await does(katya.adds('bot', cafe));
    await does(katya.promotes('bot', cafe));

    await company.boris.reads('В группе «Кафе на Мира» снова всё в порядке');
    const greetings = (await anna.in(cafe).sees()).filter((text) =>
      text.includes('Это чат поддержки'),
    );
    expect(greetings).toHaveLength(1);
  });

  it('is connected with what it lacks told, and stays it as a supergroup', async () => {
    await takesOn('Лютик');
    await presses(['Подключить существующую группу']);
    const link = linkOf(await katya.reads('в которой уже общается «Лютик»'), 'Выбрать группу');
    const plain = await katya.createsGroup({ title: 'Лютик и мы', kind: 'group', members: [vera] });
    // Somebody says no to the rights that Telegram asks for.
    await does(katya.opens(link.replace(/&admin=.*$/, ''), plain));
    const connected = await katya.reads('Группа «Лютик и мы» подключена');
    expect(connected.text).toContain('включите в ней «Темы»');
    expect(connected.text).toContain('бот не администратор: назначьте его');

    const now = await company.control.migrateGroup({ chatId: plain.chatId });
    await company.settle();
    await does(katya.promotes('bot', now));

    await katya.reads('В группе «Лютик и мы» снова всё в порядке');
    await does(vera.in(now).says('Добрый день'));
    const { text } = await katya.in(now).pinned();
    expect(text).toContain('Клиент: Лютик');
    expect(text).toContain('Вера — Клиент');
  });

  it('comes from the stock where the client has none, as soon as there is one', async () => {
    await does(katya.says('/clients'));
    await presses(['Ромашка', 'Взять группу из запаса']);
    expect(await katya.lastToast()).toContain('Запас пуст');

    await does(katya.says('/stock'));
    const group = await katya.sharesGroup({ title: 'Запас 1' });
    await company.settle();

    await katya.in(group).reads('Это чат поддержки для «Ромашка»');
    expect(await titleOf(group)).toBe('Ромашка · поддержка');
  });
});

/** Telegram hands the last update out once more. */
async function comesAgain(): Promise<void> {
  const { prisma } = company.app().database;
  const last = await prisma.inboxUpdate.findFirstOrThrow({ orderBy: { updateId: 'desc' } });
  await does(company.control.repeatUpdate({ updateId: Number(last.updateId) }));
}

/** What a telephone reads of the picture. */
function readQr(bytes: Uint8Array): string {
  const { width, height, at } = readPng(bytes);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set(at(x, y), (y * width + x) * 3);
  return decodeQR({ width, height, data }, { timeLimit: 5_000 });
}

async function titleOf({ chatId }: Place): Promise<string | undefined> {
  const chats = await company.control.chats({ userId: katya.id });
  return chats.find((chat) => chat.chatId === chatId)?.title;
}

function payloadOf(link: string): string {
  return new URL(link).searchParams.get('startgroup') ?? '';
}
