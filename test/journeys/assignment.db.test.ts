// Who has a dialog: handed over with a word, taken over, gone back by itself, written in by two. What
// is meant for a colleague never reaches the client.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

/** Of a dialog that this person has in work. */
async function takenBy(person: Person, client: string): Promise<OpenDialog> {
  const dialog = await asks(company, client);
  await does(person.presses('Взять в работу', { in: dialog.topic }));
  return dialog;
}

async function heard({ client }: OpenDialog): Promise<readonly string[]> {
  return (await client.messages()).filter(({ from }) => from.isBot).map(({ text }) => text);
}

function lines(texts: readonly string[], part: string): number {
  return texts.filter((text) => text.includes(part)).length;
}

describe('«Передать»', () => {
  it('hands the dialog to the colleague chosen, who reads of it in private', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Анна');
    await does(katya.presses('Передать', { in: dialog.topic }));
    const list = await katya.in(dialog.topic).reads('Кому передать диалог № 1?');
    expect(labels(list)).toEqual([
      ...['Борис Орлов · открыто: 0', 'Игорь Ким · открыто: 0', 'Ольга Власова · открыто: 0'],
      'Скрыть',
    ]);
    await does(katya.presses('Борис Орлов · открыто: 0', { in: dialog.topic }));

    expect(await katya.lastToast()).toBe('Передано: Борис Орлов');
    const card = await dialog.card();
    expect(card).toContain('Ответственный: Борис Орлов');
    expect(card).toContain('Катя Смирнова — передано: Борис Орлов');
    const notice = await boris.reads('Вам передан диалог № 1 · Анна. Передаёт Катя Смирнова.');
    expect(labels(notice)).toEqual(['Открыть диалог']);
    const thread = await dialog.thread();
    expect(lines(thread, 'Кому передать')).toBe(0);
    expect(lines(thread, 'Диалог передан: Катя Смирнова → Борис Орлов.')).toBe(1);
  });

  it('takes a word for the colleague in reply, as a note', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Белла');
    await does(katya.presses('Передать', { in: dialog.topic }));
    await does(katya.presses('Борис Орлов · открыто: 1', { in: dialog.topic }));
    const told = await katya.in(dialog.topic).reads('Диалог передан');
    await does(katya.in(dialog.topic).replies(told, 'Обещала ей скидку, не спорь'));

    const word = await boris.reads('Обещала ей скидку, не спорь');
    expect(word.text).toContain('К диалогу № 2 · Белла пишет Катя Смирнова:');
    expect(await dialog.card()).toContain('заметка: Обещала ей скидку');
    expect(await heard(dialog)).toEqual([]);
    await does(boris.in(dialog.topic).replies(told, 'Хорошо'));
    expect(lines(await katya.sees(), 'Хорошо')).toBe(0);
    expect(await heard(dialog)).toEqual([]);
  });

  it('by /transfer takes name and word at once', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Вика');
    await does(katya.in(dialog.topic).says('/transfer @boris_o клиент хамит, держись'));

    const notice = await boris.reads('Вам передан диалог № 3');
    expect(notice.text).toContain('клиент хамит, держись');
    expect(await dialog.card()).toContain('Катя Смирнова — заметка: клиент хамит, держись');
    await does(boris.in(dialog.topic).says('/transfer Катя'));
    expect(await dialog.card()).toContain('Ответственный: Катя Смирнова');
    await does(katya.in(dialog.topic).says('/transfer'));
    await katya.in(dialog.topic).reads('Кому передать диалог № 3?');
    expect(await heard(dialog)).toEqual([]);
  });

  it('answers what cannot be: nobody of that name, whoever has it already, a closed dialog', async () => {
    const { katya } = company;
    const dialog = await takenBy(katya, 'Глеб');
    await does(katya.in(dialog.topic).says('/transfer @nobody срочно'));
    await katya.in(dialog.topic).reads('Не знаю сотрудника «@nobody»');
    await does(katya.in(dialog.topic).says('/transfer @katya_s'));
    await katya.in(dialog.topic).reads('Диалог уже у этого человека: Катя Смирнова.');
    await does(katya.presses('Передать', { in: dialog.topic }));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    await does(katya.presses('Игорь Ким · открыто: 0', { in: dialog.topic }));
    expect(await katya.lastToast()).toContain('Диалог закрыт. Чтобы передать его');
    expect(await dialog.card()).not.toContain('передано');
    expect(await heard(dialog)).toEqual([]);
  });

  it('tells by name in the thread who never opened a chat with the bot, and hands nothing to whoever left', async () => {
    const { katya, igor, desk, staff, control } = company;
    const lena = await staff('Лена', { id: 905, username: 'lena' });
    await control.addMember({ chatId: desk.chatId, userId: lena.id });
    await does(igor.in(desk).says(`/staff manager ${lena.id}`));
    const dialog = await takenBy(katya, 'Дина');
    await does(katya.in(dialog.topic).says('/transfer 905'));
    await katya.in(dialog.topic).reads('Не знаю сотрудника «905»');
    await does(lena.in(dialog.topic).says('// я тут'));
    await does(katya.in(dialog.topic).says('/transfer Лена'));
    await katya
      .in(dialog.topic)
      .reads('Лена, этот диалог теперь ведёте вы. Передаёт Катя Смирнова.');

    const other = await takenBy(katya, 'Ева');
    await does(katya.presses('Передать', { in: other.topic }));
    await does(igor.in(desk).says(`/staff remove ${lena.id}`));
    await does(katya.presses('Лена · открыто: 1', { in: other.topic }));
    expect(await katya.lastToast()).toBe(
      'Этот человек здесь больше не работает. Выберите другого.',
    );
    expect(await other.card()).toContain('Ответственный: Катя Смирнова');
  });
});

describe('«Забрать себе»', () => {
  it('waits until whoever has the dialog has let the client wait for half an hour', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Жора');
    await does(boris.presses('Передать', { in: dialog.topic }));
    expect(await boris.lastToast()).toBe(
      'Диалог ведёт Катя Смирнова. Забрать или передать его можно с 12:30, если до тех пор в нём ничего не сделают.',
    );
    await company.later(20 * MINUTE);
    await does(katya.in(dialog.topic).says('// уточняю у склада'));
    await company.later(20 * MINUTE);
    await does(boris.presses('Ещё…', { in: dialog.topic }));
    await does(boris.presses('Забрать себе', { in: dialog.topic }));
    expect(await boris.lastToast()).toContain('можно с 12:50');
    await company.later(10 * MINUTE);
    await does(boris.presses('Ещё…', { in: dialog.topic }));
    await does(boris.presses('Забрать себе', { in: dialog.topic }));

    expect(await boris.lastToast()).toBe('Диалог у вас');
    expect(await dialog.card()).toContain('Ответственный: Борис Орлов');
    expect(await dialog.card()).toContain(
      'Борис Орлов — диалог забран у сотрудника: Катя Смирнова',
    );
    await katya.reads('больше не у вас: теперь его ведёт Борис Орлов.');
  });

  it('is not needed where nobody works on it: whoever takes it has it, and whoever had it is told', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(boris, 'Злата');
    await does(boris.in(dialog.topic).says('500 рублей'));
    await does(dialog.client.says('А доставка?'));
    const before = (await boris.sees()).length;
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    expect(await dialog.card()).toContain('Ответственный: Катя Смирнова');
    expect((await boris.sees()).slice(before)).toEqual([
      expect.stringMatching(
        /^Диалог № \d+ · Злата больше не у вас: теперь его ведёт Катя Смирнова\./,
      ),
    ]);

    await does(katya.in(dialog.topic).says('Бесплатно'));
    const heardByKatya = (await katya.sees()).length;
    await does(katya.presses('Ещё отвечаю', { in: dialog.topic }));
    expect(await katya.sees()).toHaveLength(heardByKatya);
  });

  it('is a supervisor’s at once, who may give it back to everybody too', async () => {
    const { boris, olga } = company;
    const dialog = await takenBy(boris, 'Зоя');
    await does(olga.presses('Ещё…', { in: dialog.topic }));
    await does(olga.presses('Вернуть в общую очередь', { in: dialog.topic }));
    await boris.reads('Ольга Власова возвращает его в общую очередь.');
    expect(await dialog.card()).not.toContain('Ответственный');
  });
});

describe('a client who waits too long for whoever has the dialog', () => {
  it('waits for anybody again, once, and both the colleague and the thread are told', async () => {
    const { katya } = company;
    const dialog = await takenBy(katya, 'Игнат');
    await company.later(59 * MINUTE);
    expect(await dialog.status()).toContain('В РАБОТЕ');
    // Whom to wait for no longer is looked up each ten seconds.
    await company.later(MINUTE + 10_000);

    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО · ждёт с');
    expect(await dialog.card()).toContain('вернулся в очередь от сотрудника: Катя Смирнова');
    await company.later(MINUTE);
    const own = (await katya.sees()).filter((text) => text.includes('Игнат'));
    expect(lines(own, 'вернулся в общую очередь: клиент ждёт')).toBe(1);
    expect(
      lines(await dialog.thread(), 'а от ответственного (Катя Смирнова) давно ничего нет'),
    ).toBe(1);
    expect(await heard(dialog)).toEqual([]);
  });

  it('does not where anything was done, where nobody waits, or where the desk has it off', async () => {
    const { katya, boris, igor, desk } = company;
    const busy = await takenBy(katya, 'Кира');
    const answered = await takenBy(boris, 'Лада');
    await company.later(30 * MINUTE);
    await does(katya.in(busy.topic).says('// звоню на склад'));
    await does(boris.in(answered.topic).says('Завтра'));
    await company.later(40 * MINUTE);
    expect(await busy.card()).toContain('Ответственный: Катя Смирнова');
    await does(igor.in(desk).says('/settings'));
    await does(igor.in(desk).presses('Вернуть: через 60 мин'));
    await does(igor.in(desk).presses('Вернуть: через 120 мин'));
    await company.later(60 * MINUTE);
    expect(await busy.card()).toContain('Ответственный: Катя Смирнова');
    expect(await answered.card()).toContain('Ответственный: Борис Орлов');
    await does(igor.in(desk).presses('Вернуть: нет'));
    await does(igor.in(desk).presses('Вернуть: через 30 мин'));
    await company.later(10 * MINUTE);
    expect(await busy.card()).not.toContain('Ответственный');
  });
});

describe('an answer in a dialog that a colleague has', () => {
  it('is asked about once, and from then on sent', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Мила');
    await does(boris.in(dialog.topic).says('Отвечу я'));
    const asked = await boris
      .in(dialog.topic)
      .reads('Диалог ведёт Катя Смирнова. Всё равно отправить?');
    expect(labels(asked)).toEqual(['Отправить', 'Не отправлять']);
    await does(boris.in(dialog.topic).says('И вот цена'));
    expect(await heard(dialog)).toEqual([]);

    await does(boris.forges(asked, asked.buttons.flat()[0]?.value ?? ''));
    expect(await heard(dialog)).toEqual(['Отвечу я', 'И вот цена']);
    await does(boris.in(dialog.topic).says('До встречи'));
    expect(await heard(dialog)).toEqual(['Отвечу я', 'И вот цена', 'До встречи']);
  });

  it('may stay inside, and an album is asked about as one', async () => {
    const { katya, boris } = company;
    const dialog = await takenBy(katya, 'Нина');
    await does(boris.in(dialog.topic).says('Не пиши ей больше'));
    await does(boris.presses('Не отправлять', { in: dialog.topic }));
    expect(await boris.lastToast()).toBe('Не отправлено, осталось заметкой');
    // At once it would pass for the files of that note.
    await company.clock.advance(3_000);
    await boris.in(dialog.topic).sendsAlbum([{ kind: 'photo' }, { kind: 'photo', caption: 'Вот' }]);
    await company.later(2_000);
    expect(lines(await dialog.thread(), 'Всё равно отправить?')).toBe(2);
    expect(await heard(dialog)).toEqual([]);
    await does(boris.presses('Отправить', { in: dialog.topic }));
    await company.later(2_000);
    expect(await heard(dialog)).toEqual(['', 'Вот']);
  });

  it('is asked about anew when somebody else has the dialog', async () => {
    const { katya, boris, olga } = company;
    const dialog = await takenBy(katya, 'Оля');
    await does(boris.in(dialog.topic).says('Раз'));
    await does(boris.presses('Отправить', { in: dialog.topic }));
    await does(katya.in(dialog.topic).says('/transfer Ольга'));
    await does(boris.in(dialog.topic).says('Два'));
    await boris.in(dialog.topic).reads('Диалог ведёт Ольга Власова. Всё равно отправить?');
    await does(katya.in(dialog.topic).says('Три'));
    await does(olga.in(dialog.topic).says('Четыре'));

    expect(await heard(dialog)).toEqual(['Раз', 'Четыре']);
  });

  it('is not, where nobody has it, whoever had it left, or the desk does not ask', async () => {
    const { katya, boris, igor, desk } = company;
    const free = await asks(company, 'Пётр');
    await does(boris.in(free.topic).says('Сразу'));
    expect(await heard(free)).toEqual(['Сразу']);

    const dialog = await takenBy(katya, 'Рита');
    await does(igor.in(desk).says('/settings'));
    await does(igor.in(desk).presses('Спрашивать: да'));
    await does(boris.in(dialog.topic).says('Без вопроса'));
    expect(await heard(dialog)).toEqual(['Без вопроса']);
    await does(igor.in(desk).presses('Спрашивать: нет'));
  });
});

describe('two who answer one client at the same time', () => {
  it('are told of each other once in a quarter of an hour', async () => {
    const { katya, boris, igor, desk } = company;
    await does(igor.in(desk).presses('Спрашивать: да'));
    const dialog = await takenBy(katya, 'Соня');
    await does(katya.in(dialog.topic).says('Здравствуйте'));
    await does(boris.in(dialog.topic).says('Добрый день'));
    const met = 'Здесь сейчас отвечают Катя Смирнова и Борис Орлов.';
    await boris.in(dialog.topic).reads(met);
    await does(katya.in(dialog.topic).says('Я отвечу'));
    await company.later(4 * MINUTE);
    await does(boris.in(dialog.topic).says('Нет, я'));
    expect(lines(await dialog.thread(), met)).toBe(1);
    await company.later(12 * MINUTE);
    await does(boris.in(dialog.topic).says('Снова я'));
    expect(lines(await dialog.thread(), met)).toBe(1);
    await does(katya.in(dialog.topic).says('И снова я'));
    expect(lines(await dialog.thread(), met)).toBe(2);
    await does(igor.in(desk).presses('Спрашивать: нет'));
  });
});
