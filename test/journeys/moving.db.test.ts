// Dialogs that go from one desk to another with all that was said in them.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Place } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let sales: Place;
let anna: OpenDialog;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  const { igor, boris } = company;
  sales = await company.forum('Отдел продаж', igor, [boris]);
  await does(igor.in(sales).says('/desk'));
  await does(igor.in(sales).presses('Добавить ещё одну'));
  await does(igor.in(sales).says('/desk имя Продажи'));
});

afterAll(() => company.close());

/** The topic of this client on that desk, as those see it who work there. */
async function topicIn(place: Place, name: string): Promise<Place> {
  const topics = await company.boris.topics();
  const found = topics.find((one) => one.chatId === place.chatId && one.name.includes(name));
  if (!found) throw new Error(`there is no topic of ${name}`);
  return found;
}

describe('a dialog that is moved', () => {
  it('asks where to, and goes there with its card, its words and its files', async () => {
    const { katya, boris } = company;
    anna = await asks(company, 'Анна', 'Хочу купить');
    await does(anna.client.sendsPhoto('Вот такую'));
    await does(katya.presses('Взять в работу', { in: anna.topic }));
    await does(katya.in(anna.topic).says('//постоянный клиент'));
    await does(katya.in(anna.topic).says('/move'));
    await does(katya.presses('Продажи', { in: anna.topic }));

    expect(await katya.lastToast()).toBe('Диалог перенесён: «Продажи»');
    const there = await topicIn(sales, 'Анна');
    const card = await boris.card(there);
    expect(card.text).toContain('🟠 ПРОДОЛЖИТЬ · ждёт с 12:00');
    expect(card.text).not.toContain('Ответственный');
    expect(card.text).toContain('Что было раньше');
    const words = await boris.in(there).sees();
    const history = words.find((text) => text.startsWith('Что было сказано раньше'));
    expect(history).toContain('12:00 Анна: Хочу купить');
    expect(history).toContain('12:00 Анна: [фото] Вот такую');
    expect(history).toContain('12:00 Катя Смирнова (заметка): постоянный клиент');
    const [photo] = (await boris.in(there).messages()).filter(({ media }) => media === 'photo');
    expect(photo?.text).toBe('Анна:\nВот такую');
  });

  it('is led there: what the client writes comes there, what is answered there reaches them', async () => {
    const { boris } = company;
    const there = await topicIn(sales, 'Анна');
    await does(anna.client.says('Ау'));
    await does(boris.in(there).says('Пишем договор'));

    expect(await boris.in(there).sees()).toContain('Ау');
    expect(await anna.client.sees()).toContain('Пишем договор');
    const [photo] = (await boris.in(there).messages()).filter(({ media }) => media === 'photo');
    if (photo) await does(boris.in(there).replies(photo, 'Именно такую?'));
    expect((await anna.client.messages()).at(-1)?.replyTo?.text).toBe('Вот такую');
  });

  it('says in the old thread where it goes on, and nothing that is written there is sent', async () => {
    const { katya } = company;
    const before = await anna.client.sees();
    const old = await katya.in(anna.topic).reads('продолжается в другом месте: «Продажи»');
    expect(old.entities.some(({ type }) => type === 'text_link')).toBe(true);
    expect(await anna.card()).not.toContain('#');
    await does(katya.in(anna.topic).says('Скидка 10%'));

    const [last] = (await katya.in(anna.topic).messages()).slice(-1);
    expect(last?.text).toContain('Здесь клиенту больше ничего не отправляется.');
    expect(last?.replyTo?.text).toBe('Скидка 10%');
    expect(await anna.client.sees()).toEqual(before);
  });

  it('comes back to the thread it had, which has the card again', async () => {
    const { boris, katya } = company;
    const there = await topicIn(sales, 'Анна');
    await does(boris.presses('Ещё…', { in: there }));
    await does(boris.presses('Перенести диалог', { in: there }));
    await does(boris.presses('Единое окно', { in: there }));

    const card = await katya.card(anna.topic);
    expect(card.text).toContain('🟠 ПРОДОЛЖИТЬ');
    expect(card.text).toContain('#продолжить');
    await boris.in(there).reads('продолжается в другом месте: «Единое окно»');
    await does(anna.client.says('И ещё'));
    expect(await katya.in(anna.topic).sees()).toContain('И ещё');
    await does(katya.in(anna.topic).says('Слушаю'));
    expect(await anna.client.sees()).toContain('Слушаю');
  });

  it('by a press that comes twice, or to where it is, is moved once', async () => {
    const { katya, control } = company;
    const { prisma } = company.app().database;
    const before = await prisma.event.count({ where: { type: 'moved' } });
    await does(katya.in(anna.topic).says('/move'));
    const question = await katya.in(anna.topic).reads('Куда перенести диалог № 1?');
    await does(katya.forges(question, `move-to:1:1`));
    expect(await katya.lastToast()).toBe('Диалог уже там: «Единое окно»');
    await does(katya.forges(question, `move-to:1:9`));
    expect(await katya.lastToast()).toContain('больше нет');
    const stranger = await company.client('Чужой');
    await does(stranger.forges(question, `move-to:1:2`));
    expect(await stranger.lastToast()).toContain('не');

    expect(await prisma.event.count({ where: { type: 'moved' } })).toBe(before);
    expect(await control.presses({ userId: katya.id })).not.toHaveLength(0);
  });
});

describe('a desk that goes to another group and comes back', () => {
  it('leads its dialogs in the topics they had there', async () => {
    const { igor, katya, boris, desk } = company;
    const zoya = await asks(company, 'Зоя', 'Вопрос Зои');
    const answer = await does(katya.in(zoya.topic).says('Цена 500'));
    const other = await company.forum('Новое окно', igor, [katya, boris]);
    await does(igor.in(other).says('/desk'));
    await does(igor.in(other).presses('Перенести сюда «Единое окно»'));
    await does(zoya.client.says('Где вы?'));
    const there = await topicIn(other, 'Зоя');
    expect(await boris.in(there).sees()).toContain('Где вы?');
    await does(katya.in(zoya.topic).edits(answer, 'Цена 600'));
    expect(await zoya.client.sees()).toContainEqual(expect.stringMatching(/^Цена 600\n✏️/));
    await does(katya.in(zoya.topic).replies(answer, '/del'));
    expect((await katya.in(zoya.topic).sees()).at(-1)).toMatch(/^Отозвано: клиент больше не/);
    const question = await katya.in(zoya.topic).reads('Вопрос Зои');
    await does(katya.in(zoya.topic).reacts(question, '🔥'));
    expect(signs(await zoya.client.reads('Вопрос Зои'))).toEqual(['🔥']);

    await does(igor.in(desk).says('/desk'));
    await does(igor.in(desk).presses('Перенести сюда «Новое окно»'));
    await does(zoya.client.says('А теперь?'));
    expect(await katya.in(zoya.topic).sees()).toContain('А теперь?');
    await does(katya.in(zoya.topic).says('Здесь'));
    expect(await zoya.client.sees()).toContain('Здесь');
    expect((await katya.card(zoya.topic)).text).toContain('🟢 ОТВЕЧЕНО');
  });
});
