// Three companies become clients, each with a contract of its own, and their groups are connected in different ways.
import { type DeskCompany, openDesk } from '../../support/desk.ts';
import type { Message, Person, Place } from '../../support/people.ts';
import { inDatabase } from '../../support/rooms.ts';

/** Monday, nine in Moscow. */
const START = '2026-11-02T06:00:00Z';

const WORKDAYS = ['1', '2', '3', '4', '5'] as const;
const week = (days: readonly string[], ...hours: readonly string[]) =>
  Object.fromEntries(
    days.map((day) => [day, hours.map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }))]),
  );

/** Working minutes to a first answer, to each later one, to a solution. */
type Minutes = readonly [number, number, number];

const CALENDARS = [
  { name: 'Кофейни', week: week(WORKDAYS, '09:00-13:00', '14:00-18:00') },
  {
    ...{ name: 'Урал', timeZone: 'Asia/Yekaterinburg' },
    week: week([...WORKDAYS, '6'], '09:00-18:00'),
  },
  { name: 'Склады', week: week(WORKDAYS, '10:00-19:00'), holidays: 'ru' },
  {
    ...{ name: 'Склады с перерывом', holidays: 'ru' },
    week: week(WORKDAYS, '10:00-15:00', '15:30-19:00'),
  },
] as const;

const PLANS: readonly {
  readonly name: string;
  readonly hours: (typeof CALENDARS)[number]['name'];
  readonly any: Minutes;
  readonly critical?: Minutes;
}[] = [
  { name: 'План кофеен', hours: 'Кофейни', any: [60, 60, 480], critical: [15, 15, 120] },
  { name: 'План Урала', hours: 'Урал', any: [30, 60, 240] },
  { name: 'План складов', hours: 'Склады', any: [60, 120, 600] },
  { name: 'План складов плюс', hours: 'Склады с перерывом', any: [60, 60, 360] },
  { name: 'Строгий', hours: 'Склады с перерывом', any: [25, 45, 200] },
];

/** A client company: its group, and how its people come in. */
export interface Firm {
  readonly name: string;
  readonly group: Place;
}

export type Firms = Awaited<ReturnType<typeof openFirms>>;

/** Катя takes on all three; the desk's own dialogs have half an hour, from nine to nine. */
export async function openFirms() {
  const company = await openDesk({}, START);
  await inDatabase(company, ({ prisma }) => draw(prisma, company.clock.now()));
  const { katya, boris } = company;
  const anna = await company.client('Анна');
  const vera = await company.client('Вера');
  const gleb = await company.client('Глеб');
  const maria = await company.client('Мария');
  const john = await company.client('John', { languageCode: 'en' });
  const mary = await company.client('Mary', { languageCode: 'en' });
  const hands = handsOf(company);
  await hands.does(mary.starts());

  await hands.does(katya.says('/stock'));
  for (const title of ['Запас 1', 'Запас 2']) {
    await katya.sharesGroup({ title });
    await company.settle();
  }
  const coffee = await fromStock('Зерно', 'План кофеен', [anna, vera]);
  const stores = await fromStock('Логистика', 'План складов', [gleb, maria]);
  const traders = await existing('Northwind', [john, mary]);
  await hands.presses(['Зерно', 'Календарь', 'Кофейни']);

  async function fromStock(name: string, plan: string, people: readonly Person[]): Promise<Firm> {
    await hands.takesOn(name, ['Русский', 'Москва (UTC+3)', plan, 'Я']);
    await hands.presses(['Взять группу из запаса']);
    const group = await placeOf(katya, `${name} · поддержка`);
    await hands.does(katya.adds(boris, group));
    await hands.does(katya.in(group).says('/qr'));
    const { text } = await katya.in(group).reads('Приглашение в группу поддержки');
    for (const person of people) await hands.comesIn(person, /https:\S+/.exec(text)?.[0] ?? '');
    return { name, group };
  }

  /** They have talked to each other there before. */
  async function existing(name: string, people: readonly Person[]): Promise<Firm> {
    const members = [boris, ...people];
    const group = await katya.createsGroup({
      title: 'Northwind & us',
      kind: 'supergroup',
      members,
    });
    await hands.takesOn(name, ['English', 'Другой город', '!Екатеринбург', 'План Урала', 'Я']);
    await hands.presses(['Календарь', 'Урал', 'Подключить существующую группу']);
    const { buttons } = await katya.reads('в которой уже общается');
    await hands.does(katya.opens(buttons[0]?.[0]?.value ?? '', group));
    for (const person of people) await hands.does(person.in(group).says('Good morning!'));
    return { name, group };
  }

  async function placeOf(person: Person, title: string): Promise<Place> {
    const chats = await company.control.chats({ userId: person.id });
    const found = chats.find((chat) => chat.title === title);
    if (!found) throw new Error(`there is no group «${title}»`);
    return { chatId: found.chatId };
  }

  return { company, ...{ coffee, stores, traders }, ...{ anna, vera, gleb, maria, john, mary } };
}

type Prisma = Parameters<Parameters<typeof inDatabase>[1]>[0]['prisma'];

/** The plans and calendars, as a supervisor would have drawn them up. */
async function draw(prisma: Prisma, changedAt: Date): Promise<void> {
  const ids = new Map<string, number>();
  for (const calendar of CALENDARS) {
    const data = { timeZone: 'Europe/Moscow', ...calendar, changedAt };
    ids.set(calendar.name, (await prisma.slaCalendar.create({ data })).id);
  }
  const minutesOf = ([responseMinutes, nextResponseMinutes, resolutionMinutes]: Minutes) => ({
    ...{ responseMinutes, nextResponseMinutes, resolutionMinutes },
  });
  for (const { name, hours, any, critical } of PLANS) {
    const targets = [
      { subject: 'ticket', ...minutesOf(any) },
      ...(critical ? [{ subject: 'ticket', urgency: 'critical', ...minutesOf(critical) }] : []),
    ];
    const calendarId = ids.get(hours) ?? 0;
    await prisma.slaPlan.create({ data: { name, calendarId, targets: { create: targets } } });
  }
}

function handsOf(company: DeskCompany) {
  const { katya } = company;

  async function does(deed: Promise<unknown>): Promise<void> {
    await deed;
    await company.settle();
  }

  /** Катя alone with the bot, one after the other; what begins with «!» is typed. */
  async function presses(labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const typed = label.startsWith('!');
      await does(typed ? katya.says(label.slice(1)) : katya.presses(label));
    }
  }

  async function takesOn(name: string, answers: readonly string[]): Promise<void> {
    await does(katya.says('/clients'));
    await presses(['Новый клиент', `!${name}`, ...answers]);
  }

  async function comesIn(person: Person, link: string): Promise<void> {
    await does(person.opens(link));
    const way = await person.reads('отправьте запрос, и бот сразу вас впустит');
    await does(person.opens(linkOf(way, 'Открыть группу')));
  }

  return { does, presses, takesOn, comesIn };
}

function linkOf({ buttons }: Message, label: string): string {
  return buttons.flat().find((button) => button.label === label)?.value ?? '';
}
