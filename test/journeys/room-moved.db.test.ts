// A room goes on in another chat: its group is replaced, or becomes a supergroup. What is open is there once,
// what is over stays behind, and no card is drawn over another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DealRoom, openDealRoom } from '../support/deal-room.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import type { Message, Person, Place } from '../support/people.ts';

let company: DeskCompany;
let room: DealRoom;
let anna: Person;
let paul: Person;
let place: Place;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  room = await openDealRoom(company);
  ({ anna, paul } = room);
  place = room.group;
});
afterAll(() => company.close());

/** With the moments that a group's minute needs for what comes of it. */
async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.later(3_000);
}

/** What the bot says in the group with these words in it. */
async function saying(words: string): Promise<readonly Message[]> {
  const seen = await company.katya.in(place).messages();
  return seen.filter(({ text, from }) => from?.isBot && text.includes(words));
}

/** The cards of the group, by the first line of each that is there; those of what is over, too. */
async function cards(): Promise<Record<string, number>> {
  const seen = await company.katya.in(place).messages();
  const count = (what: RegExp) => seen.filter(({ text }) => what.test(text)).length;
  return {
    room: count(/^Группа по товару: Сталь листовая/),
    deal: count(/^🤝 Безопасная сделка № \d+\n/),
    checkpoint: count(/^.*Контрольная точка № 1 .*$/m),
    over: count(/^.*Контрольная точка № 2 .*$/m),
    agreement: count(/^.*Договорённость № 1 .*$/m),
    call: count(/^.*Поддержка вызвана .*$/m),
  };
}
/** Everybody comes into the chat by the newest link that they were told. */
async function allCome(): Promise<void> {
  for (const person of [anna, room.denis, paul]) {
    const links = (await person.messages()).flatMap(({ buttons }) => buttons.flat());
    const link = links.findLast(({ value }) => value?.includes('t.me/+'))?.value ?? '';
    await does(person.opens(link));
  }
}

const OPEN = { room: 1, deal: 1, checkpoint: 1, over: 0, agreement: 1, call: 1 };

describe('a room with a deal, two checkpoints, an agreement and a call', () => {
  it('has a card of each', async () => {
    const terms = 'RUB\nПроизводство — 100 000 — 07.12\nПоставка — 200 000';
    await does(anna.in(place).says(`/escrow ${terms}`));
    await does(anna.in(place).says('/checkpoint завтра в 15:00 Отгрузка'));
    await does(anna.in(place).says('/checkpoint завтра в 16:00 Счёт'));
    await does(anna.in(place).presses('Сделано / Done'));
    const said = await paul.in(place).says('We take 20 tons');
    await company.settle();
    await does(anna.in(place).replies(said, '/agree'));
    await does(paul.in(place).says('/support'));
    await does(paul.in(place).presses('Задержка / Delay'));
    await company.later(2_000);

    expect(await cards()).toEqual({ ...OPEN, over: 1 });
  });

  it('has what is open in its new group, once each, and what is over nowhere', async () => {
    const { katya } = company;
    await does(katya.removes('bot', place));
    await does(katya.presses('Дать другую группу'));
    place = await katya.sharesGroup({ title: 'Запас 2' }, 'shared');
    await company.later(5_000);
    await allCome();

    expect(await cards()).toEqual(OPEN);
    expect((await katya.in(place).pinned()).text).toContain('Анна — Экспортёр');
  });

  it('draws each card by its own message there, and its buttons work', async () => {
    await does(paul.in(place).says('/checkpoint завтра в 17:00 Договор'));
    await does(anna.in(place).presses('Принимаю условия / Accept the terms'));
    await does(paul.in(place).presses('Подтверждаю / I confirm'));
    await does(anna.in(place).says('/menu'));

    expect(await cards()).toEqual(OPEN);
    const [deal] = await saying('Безопасная сделка № 1\n');
    expect(deal?.text).toContain('✅ экспортёр: условия приняты');
    const [agreement] = await saying('Договорённость № 1');
    expect(agreement?.text).toContain('✅ Импортёр');
    expect(await saying('Договор\n')).toHaveLength(1);
  });

  it('keeps on after its group has another number', async () => {
    const { chatId } = await company.control.migrateGroup({ chatId: place.chatId });
    await company.later(5_000);
    place = { chatId };
    expect(await cards()).toEqual(OPEN);

    await does(anna.in(place).says('/checkpoint завтра в 18:00 Накладная'));
    await does(paul.in(place).presses('Принимаю условия / Accept the terms'));
    expect(await cards()).toEqual(OPEN);
    const [deal] = await saying('Безопасная сделка № 1\n');
    expect(deal?.text).toContain('Ждём оплату');
    expect((await company.katya.in(place).pinned()).text).toContain('Группа по товару');
  });

  it('whose side leaves says so to its manager', async () => {
    await does(paul.leaves(place));

    await company.katya.reads('Paul (Импортёр) больше не в группе «Сталь листовая — Paul»');
  });

  it('knows who left or was taken out while the bot saw nothing of it', async () => {
    const { katya, control } = company;
    const { prisma } = company.app().database;
    const lastOf = (person: Person) =>
      prisma.roomMember.findFirst({
        where: { roomId: room.roomId, person: { userId: person.id } },
        orderBy: { id: 'desc' },
      });
    await does(katya.removes('bot', place));
    await room.denis.leaves(place);
    await katya.adds('bot', place);
    await does(control.promote({ chatId: place.chatId, userId: 'bot' }));
    await company.later(11_000);
    expect((await katya.in(place).pinned()).text).not.toContain('Денис');
    await katya.reads('Денис (Экспортёр) больше не в группе «Сталь листовая — Paul»');
    expect(await lastOf(room.denis)).toMatchObject({ removed: false });

    await does(katya.demotes('bot', place));
    await katya.removes(anna, place);
    await does(katya.promotes('bot', place));
    await company.later(11_000);
    expect(await lastOf(anna)).toMatchObject({ removed: true, leftAt: expect.any(Date) });
    expect(await lastOf(katya)).toMatchObject({ leftAt: null });
  });
});
